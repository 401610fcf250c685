// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/next_step.h"
#include "smoke/words.h"
#include <QMap>

using namespace Qt::StringLiterals;

namespace smoke {

const Reason *decidingReason(const CheckReport &report)
{
    const Reason *heaviest = nullptr;
    for (const Reason &reason : report.reasons)
        if (!heaviest || reason.outcome > heaviest->outcome)
            heaviest = &reason;
    return heaviest;
}

static const char *stepFor(const QString &rule)
{
    static const QMap<QString, const char *> steps{
        {u"T00.V1"_s, QT_TRANSLATE_NOOP("smoke", "Correct the address of this connection")},
        {u"T00.V2"_s, QT_TRANSLATE_NOOP("smoke", "Check the key, the names, and what the key may call")},
        {u"T00.V3"_s, QT_TRANSLATE_NOOP("smoke", "Prove the key by T01, not by the list")},
        {u"T00.V4"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the gateway: switch on key checks")},
        {u"T00.V5"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the host: renew the certificate")},
        {u"T00.V6"_s, QT_TRANSLATE_NOOP("smoke", "Set both clocks by NTP")},
        {u"T00.V7"_s, QT_TRANSLATE_NOOP("smoke", "Correct the address of this connection")},
        {u"T00.V8"_s, QT_TRANSLATE_NOOP("smoke", "Check the admin address and its key")},
        {u"T01.V1"_s, QT_TRANSLATE_NOOP("smoke", "Mend what the refusal names, then run again")},
        {u"T01.V2"_s, QT_TRANSLATE_NOOP("smoke", "Read the answer; try another model behind the alias")},
        {u"T01.V3"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the route: the answer is not finished properly")},
        {u"T01.V4"_s, QT_TRANSLATE_NOOP("smoke", "Look for the usage row of this call")},
        {u"T01.V6"_s, QT_TRANSLATE_NOOP("smoke", "Match usage by time and tokens")},
        {u"T01.V7"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the gateway: switch the answer cache off for this key")},
        {u"T03.V1"_s, QT_TRANSLATE_NOOP("smoke", "Mend what the refusal names, or use the alias without streams")},
        {u"T03.V2"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the route: hand on the frames as the provider sends them")},
        {u"T03.V3"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the proxy: switch off buffering of event streams")},
        {u"T03.V4"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the route: look this request id up in the log")},
        {u"T03.V5"_s, QT_TRANSLATE_NOOP("smoke", "Look for the usage row of this call")},
        {u"T03.V6"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the route: look this request id up in the log")},
        {u"T03.V8"_s, QT_TRANSLATE_NOOP("smoke", "Choose an alias that answers at length")},
        {u"T03.V9"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the route: find what holds the stream back")},
        {u"T07.V8"_s,
            QT_TRANSLATE_NOOP("smoke", "Switch off the provider keys behind it until the gateway refuses this one")},
        {u"T11.e1"_s, QT_TRANSLATE_NOOP("smoke", "Mend what the refusal names, then run again")},
        {u"T11.e3"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the gateway: the model asked for was not the one served")},
        {u"T11.e4"_s, QT_TRANSLATE_NOOP("smoke", "Ask directly for a model that smart mode does not choose")},
        {u"T03.V10"_s, QT_TRANSLATE_NOOP("smoke", "Owner of the route: ids must not change within an answer")},
    };
    return steps.value(rule, nullptr);
}

QString nextStep(const CheckReport &report)
{
    const Reason *reason = decidingReason(report);
    if (!reason || reason->outcome == Outcome::Passed)
        return {};
    if (reason->id.endsWith(u".cancelled"_s) || reason->id.endsWith(u".skipped"_s))
        return translate("smoke", "Run it again");
    if (report.outcome == Outcome::Unsupported)
        return translate("smoke", "Decide: accept it, or choose another route");
    if (report.outcome == Outcome::Inconclusive && reason->id != u"T03.V8")
        return translate("smoke", "Run it again later");
    const char *step = stepFor(reason->id);
    return step ? translate("smoke", step) : translate("smoke", "Write it into the ticket");
}

} // namespace smoke
