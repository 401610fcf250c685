// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/numbered_list.h"
#include "smoke/stream_facts.h"
#include "smoke/words.h"

using namespace Qt::StringLiterals;

namespace smoke {

// A finish reason "length" is believed only near the limit that was asked for; without usage it cannot be checked.
static bool stoppedAtTheLimit(const StreamFacts &facts, qint64 maxTokens)
{
    const bool near = !facts.usage.seen || facts.usage.completion * 10 >= maxTokens * 9;
    return facts.finishReason == u"length" && near;
}

ListEnd listEndOf(const StreamFacts &facts, int itemsAsked, qint64 maxTokens)
{
    const NumberedList list = readNumberedList(facts.text);
    if (list.items == 0)
        return ListEnd::NoList;
    if (list.breaksAfter > 0)
        return ListEnd::Broken;
    if (list.last >= itemsAsked)
        return ListEnd::Complete;
    return stoppedAtTheLimit(facts, maxTokens) ? ListEnd::AtTheLimit : ListEnd::Short;
}

static void judgeShort(const NumberedList &list, int itemsAsked, int attempt, Verdict &verdict)
{
    const QString text = attempt > 1
        ? translate("smoke", "Ends at item %1 of %2 although marked complete, twice: the answer is cut.")
        : translate("smoke", "Ends at item %1 of %2.");
    const QMap<QString, double> numbers{{u"last item"_s, list.last}, {u"asked"_s, itemsAsked}};
    verdict.add(Outcome::Failed, u"T03.V6"_s, text.arg(list.last).arg(itemsAsked), numbers);
    if (attempt > 1)
        verdict.isEntry(u"D100"_s);
}

void judgeList(const StreamFacts &facts, int itemsAsked, qint64 maxTokens, int attempt, Verdict &verdict)
{
    const NumberedList list = readNumberedList(facts.text);
    const QMap<QString, double> numbers{{u"last item"_s, list.last}, {u"asked"_s, itemsAsked}};
    const auto v6 = [&](Outcome weight, const QString &text) { verdict.add(weight, u"T03.V6"_s, text, numbers); };
    switch (listEndOf(facts, itemsAsked, maxTokens)) {
    case ListEnd::Complete:
        return v6(Outcome::Passed, translate("smoke", "The list is whole: %1 items without gaps.").arg(list.last));
    case ListEnd::AtTheLimit:
        return v6(Outcome::Passed,
            translate("smoke", "The list has no gaps up to item %1, where the token limit ended it.").arg(list.last));
    case ListEnd::Broken:
        return v6(Outcome::Failed,
            translate("smoke", "An item is missing or repeated after item %1: text was lost on the way.")
                .arg(list.breaksAfter));
    case ListEnd::NoList:
        return v6(Outcome::Warned,
            translate("smoke",
                "The model did not follow: no numbered list came, so a cut answer could not be told from a whole "
                "one."));
    case ListEnd::Short:
        return judgeShort(list, itemsAsked, attempt, verdict);
    }
}

} // namespace smoke
