// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/run_key.h"
#include "base/ids.h"
#include "workspace/words.h"

using namespace Qt::StringLiterals;
using gateway::Feature;

namespace workspace {

static constexpr qint64 lifetime = 3600; // seconds

// The end of an ULID tells runs apart; its first characters change once in years.
static QString nameWithin(int bytes, const Clock &clock)
{
    const QString prefix = u"smoke-"_s;
    const QString id = newUlid(clock).toLower();
    return prefix + (bytes > 0 ? id.right(bytes - prefix.size()) : id);
}

static Budget budgetWithin(const gateway::KeyForm &form, qint64 nanos)
{
    const qint64 steps = (nanos + form.budgetStepNanos - 1) / form.budgetStepNanos;
    return Budget{steps * form.budgetStepNanos, QLatin1StringView(form.budgetWindow), std::nullopt};
}

Key runKey(const gateway::Adapter &adapter, const gateway::Features &features, const QStringList &aliases,
    qint64 capNanos, const Clock &clock)
{
    Key wanted;
    wanted.name = nameWithin(adapter.keyForm.longestName, clock);
    if (features.has(Feature::ModelScope))
        wanted.aliases = aliases;
    if (features.has(Feature::KeyExpiry))
        wanted.expiresAt = clock.now().addSecs(lifetime);
    if (features.has(Feature::Budget))
        wanted.budgets.append(budgetWithin(adapter.keyForm, capNanos));
    if (features.has(Feature::Passport))
        wanted.passport.purpose = Words::tr("one smoke run; may be deleted");
    return wanted;
}

} // namespace workspace
