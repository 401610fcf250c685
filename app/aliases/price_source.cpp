// SPDX-License-Identifier: GPL-3.0-or-later
#include "aliases/price_source.h"
#include "aliases/words.h"

using namespace Qt::StringLiterals;

namespace aliases {

QString priceSourceOf(const QString &kind)
{
    if (kind == "embedded"_L1)
        return Words::tr("typed here");
    if (kind == "litellm"_L1)
        return Words::tr("LiteLLM cost map");
    if (kind == "newapi"_L1)
        return Words::tr("ratio of New API");
    if (kind == "openrouter"_L1)
        return Words::tr("price list of OpenRouter");
    return Words::tr("told by the gateway");
}

} // namespace aliases
