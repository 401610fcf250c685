// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/review_model.h"
#include "keys/review_words.h"
#include "kit/cells.h"
#include "kit/format.h"
#include "pages/key_words.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using keys::Decision;
using keys::Risk;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pages::ReviewModel)
};

QString riskWords(const ReviewLine &line)
{
    const QString words = keys::risksInWords(line.row);
    return words.isEmpty() ? Words::tr("none") : words;
}

QVariant state(Status status, int role, const QString &whole)
{
    if (role == cell::State)
        return int(status);
    return role == Qt::ToolTipRole ? QVariant(whole) : QVariant();
}

QList<Column<ReviewLine>> columns()
{
    const auto whole = [](auto text) {
        return [text](const ReviewLine &line, int role) {
            return role == Qt::ToolTipRole ? QVariant(text(line.row)) : QVariant();
        };
    };
    return {{Words::tr("Key"), [](const ReviewLine &line) { return line.row.key.name; }},
        {Words::tr("Owner"), [](const ReviewLine &line) { return keys::ownerOf(line.row); }},
        {Words::tr("Can call"), [](const ReviewLine &line) { return aliasesInWords(line.row.key.aliases); },
            Qt::AlignLeft, whole(keys::reachOf)},
        {Words::tr("Most in 31 days"), [](const ReviewLine &line) { return mostOf(line.row); }, Qt::AlignRight},
        {Words::tr("Last use"), [](const ReviewLine &line) { return keys::lastUseOf(line.row); }},
        {Words::tr("Risks"), riskWords, Qt::AlignLeft,
            [](const ReviewLine &line, int role) { return state(statusOf(line.row), role, riskWords(line)); }},
        {Words::tr("Decision"), [](const ReviewLine &line) { return keys::inWords(line.row.decision); }, Qt::AlignLeft,
            [](const ReviewLine &line, int role) { return state(statusOf(line.row.decision), role, line.row.note); }}};
}

} // namespace

QString mostOf(const keys::ReviewRow &row)
{
    return row.mostPerMonth ? format::moneyWithCode(*row.mostPerMonth, u"USD"_s) : keys::possibleOf(row);
}

bool belongs(const ReviewLine &line, ReviewGroup group)
{
    switch (group) {
    case ReviewGroup::Risky:
        return !line.row.risks.isEmpty();
    case ReviewGroup::Undecided:
        return line.row.decision == Decision::None;
    case ReviewGroup::Changed:
        return line.changed;
    case ReviewGroup::All:
    case ReviewGroup::Count:
        break;
    }
    return true;
}

Status statusOf(const keys::ReviewRow &row)
{
    if (row.risks.isEmpty())
        return Status::Ok;
    const bool grave = row.risks.contains(Risk::NoOwner) || row.risks.contains(Risk::NoLimit);
    return grave ? Status::Bad : Status::Warn;
}

Status statusOf(Decision decision)
{
    switch (decision) {
    case Decision::None:
        return Status::Neutral;
    case Decision::Keep:
        return Status::Ok;
    case Decision::Narrow:
        return Status::Warn;
    case Decision::Disable:
    case Decision::Delete:
        break;
    }
    return Status::Bad;
}

ReviewModel::ReviewModel() : RowModel(columns(), [](const ReviewLine &line) { return line.row.key.id; }) {}

} // namespace pages
