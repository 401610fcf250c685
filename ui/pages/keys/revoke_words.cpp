// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/revoke_words.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "pages/words.h"
#include <algorithm>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

namespace {

using kit::Status;
using workspace::OwnerRevocation;
using workspace::RevokedLine;
using Result = RevokedLine::Result;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::RevokeSheet)
};

Status statusOf(Result result)
{
    switch (result) {
    case Result::Disabled:
        return Status::Ok;
    case Result::WasDisabled:
        return Status::Skipped;
    case Result::Unknown:
        return Status::Unknown;
    case Result::Failed:
        break;
    }
    return Status::Bad;
}

QString wordOf(Result result)
{
    switch (result) {
    case Result::Disabled:
        return Words::tr("disabled");
    case Result::WasDisabled:
        return Words::tr("was disabled");
    case Result::Unknown:
        return Words::tr("not known");
    case Result::Failed:
        break;
    }
    return Words::tr("FAILED");
}

QString whyNot(const RevokedLine &line)
{
    if (line.result == Result::Unknown)
        return Words::tr("It lists no keys: look there by hand.");
    if (line.readOnly)
        return Words::tr("This connection is for reading only.");
    return line.failure ? whyOf(*line.failure, line.attempt) : QString();
}

int count(const QList<RevokedLine> &lines, Result result)
{
    return int(std::ranges::count(lines, result, &RevokedLine::result));
}

QString countsInWords(const QList<RevokedLine> &lines)
{
    QStringList parts{Words::tr("%Ln key(s) disabled", nullptr, count(lines, Result::Disabled))};
    if (const int was = count(lines, Result::WasDisabled))
        parts << Words::tr("%Ln key(s) disabled already", nullptr, was);
    if (const int unknown = count(lines, Result::Unknown))
        parts << Words::tr("%Ln connection(s) not known", nullptr, unknown);
    if (const int failed = count(lines, Result::Failed))
        parts << Words::tr("%L1 failed").arg(failed);
    return Words::tr("%1.").arg(parts.join(u", "_s));
}

bool anyKey(const QList<RevokedLine> &lines)
{
    return std::ranges::any_of(lines, [](const RevokedLine &line) { return !line.key.name.isEmpty(); });
}

RevokedSaid endSaid(const OwnerRevocation::State &state)
{
    const QString counts = countsInWords(state.lines);
    const bool found = anyKey(state.lines);
    if (count(state.lines, Result::Failed) > 0)
        return {Status::Bad, Words::tr("not all revoked"), counts,
            Words::tr("Mend what failed and try it again; until then disable the provider keys behind those gateways."),
            true, found};
    if (!found)
        return {Status::Warn, Words::tr("no key found"),
            Words::tr("No connection lists a key of “%1”.").arg(state.owner),
            Words::tr("Look whether the owner is written otherwise."), false, false};
    return {Status::Ok, Words::tr("revoked"), counts,
        Words::tr("Some gateways go on serving a disabled key for a minute: prove that it is refused."), false, true};
}

QVariant stateOf(const RevokedRow &row, int role)
{
    return role == kit::cell::State ? QVariant(int(row.status)) : QVariant();
}

QVariant wholeWhy(const RevokedRow &row, int role)
{
    return role == Qt::ToolTipRole ? QVariant(row.why) : QVariant();
}

} // namespace

QList<RevokedRow> revokedRows(const QList<RevokedLine> &lines)
{
    QList<RevokedRow> rows;
    for (const RevokedLine &line : lines) {
        const QString key = line.key.name.isEmpty() ? kit::format::none() : line.key.name;
        rows << RevokedRow{line.profileId + u'/' + line.key.id, line.profile, key, statusOf(line.result),
            wordOf(line.result), whyNot(line)};
    }
    return rows;
}

RevokedSaid saidOf(const OwnerRevocation::State &state)
{
    if (!state.running)
        return endSaid(state);
    const QString where = Words::tr("Asking %1, %L2 of %L3.").arg(state.asking).arg(state.asked + 1).arg(state.wanted);
    return {Status::Running, Words::tr("revoking"), where, {}, false, false};
}

QString connectionsInWords(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names << Words::tr("%1 (%2)").arg(profile.name, environmentName(profile.environment));
    return names.join(u", "_s);
}

bool anyProduction(const QList<Profile> &profiles)
{
    return std::ranges::find(profiles, Environment::Production, &Profile::environment) != profiles.cend();
}

QStringList ownersOf(const QList<Key> &keys)
{
    QStringList owners;
    for (const Key &key : keys)
        owners << key.passport.owner;
    owners.removeAll(QString());
    owners.sort();
    owners.removeDuplicates();
    return owners;
}

RevokedModel::RevokedModel()
    : RowModel({{tr("Connection"), [](const RevokedRow &r) { return r.connection; }},
                   {tr("Key"), [](const RevokedRow &r) { return r.key; }},
                   {tr("Result"), [](const RevokedRow &r) { return r.word; }, Qt::AlignLeft, stateOf},
                   {tr("Why not"), [](const RevokedRow &r) { return r.why; }, Qt::AlignLeft, wholeWhy}},
        [](const RevokedRow &r) { return r.id; })
{}

} // namespace pages
