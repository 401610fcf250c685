// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/key_edits.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace cli {

static Task<int> run(Context &context)
{
    KeyEdit edit;
    edit.what = u"key delete"_s;
    edit.question = Words::tr("delete %1");
    edit.alter = [](const workspace::LiveSession &, const Key &) -> Maybe<std::optional<Key>> {
        return std::optional<Key>();
    };
    co_return co_await editKeys(context, edit);
}

extern const Command keyDelete;
const Command keyDelete{"key delete", "[ID]",
    QT_TRANSLATE_NOOP("Words", "deletes a key; its usage rows and its last state stay here"),
    "key delete demo-app --reason \"launch is over\" --yes", writeOptions() + bulkOptions(), run};

} // namespace cli
