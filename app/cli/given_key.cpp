// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/given_key.h"
#include "cli/secret_source.h"
#include "cli/words.h"
#include "workspace/live_workspace.h"

using namespace Qt::StringLiterals;

namespace cli {

const QList<Option> &givenKeyOptions()
{
    static const QList<Option> all{
        {"key-env", "V", QT_TRANSLATE_NOOP("Words", "the secret of the key, from an environment variable")},
        {"key-stdin", "", QT_TRANSLATE_NOOP("Words", "the same from stdin")},
        {"key-file", "F", QT_TRANSLATE_NOOP("Words", "the same from a file")},
        {"key-ref", "R", QT_TRANSLATE_NOOP("Words", "the same from env:VARIABLE or file:PATH")},
    };
    return all;
}

Task<Maybe<Secret>> givenKey(Context &context, QString what, QString question)
{
    const auto source = secretSource(context, "key-", question);
    if (!source)
        co_return tl::unexpected<Trouble>(source.error());
    if (source->reference.isEmpty() && source->secret.isEmpty())
        co_return misuse(what, Words::tr("the secret of the key is needed, to call with it"), u"--key-env OLD_KEY"_s);
    if (source->reference.isEmpty())
        co_return source->secret;
    const Result<Secret> secret = co_await context.workspace().vaults().resolve(source->reference);
    if (!secret)
        co_return trouble(u"--key-ref"_s, secret.error());
    co_return *secret;
}

} // namespace cli
