// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/key_reach.h"
#include "keys/reach.h"
#include "kit/controls.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "net/own_addresses.h"
#include <algorithm>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::KeyReach)
};

} // namespace

QStringList callerInWords(const KeyPlace &place, const Key &key)
{
    if (key.networks.isEmpty())
        return {};
    QStringList out;
    const QStringList own = net::ownAddresses(place.dataUrl);
    const QStringList passing = keys::admitted(key, own);
    if (own.isEmpty())
        out << Words::tr("This machine has no address now.");
    else if (passing.isEmpty())
        out << Words::tr("This machine would be refused: its addresses are %1.")
                   .arg(QLocale().createSeparatedList(own));
    else
        out << Words::tr("This machine would pass as %1.").arg(QLocale().createSeparatedList(passing));
    if (!place.addressNote.isEmpty())
        out << place.addressNote;
    return out;
}

QWidget *reachView(const KeyPlace &place, const KeyKnown &known)
{
    const Key &key = known.row.key;
    const keys::Caller here{known.now, net::ownAddresses(place.dataUrl)};
    QList<QWidget *> lines;
    if (const QStringList from = callerInWords(place, key); !from.isEmpty())
        lines << wrapped(from.join(u' '), Type::Body);
    for (const keys::Reach &reach : keys::reachOf(key, known.offered, here)) {
        auto *answer = new Pill(reach.allowed() ? Status::Ok : Status::Skipped,
            reach.allowed() ? Words::tr("allowed") : Words::tr("refused"));
        QLabel *rule = label(keys::wordsOf(reach.rule), Type::Body, Ink::Muted);
        lines << row({answer, elided(reach.alias, Type::Mono), rule}, space::s, 1);
    }
    for (const QString &alias : key.aliases)
        if (std::ranges::find(known.offered, alias, &Alias::name) == known.offered.cend())
            lines << wrapped(Words::tr("%1 is in the list, but the gateway has no such alias.").arg(alias), Type::Body);
    return stacked(lines, space::s);
}

} // namespace pages
