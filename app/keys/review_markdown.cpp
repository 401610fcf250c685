// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys/review_words.h"
#include "keys/words.h"

using namespace Qt::StringLiterals;

namespace keys {

namespace {

// What a name says must not become a table, a link or a page.
QString plain(QString text)
{
    static const QString special = u"\\`*_{}[]<>#|~"_s;
    QString out;
    for (const QChar each : text) {
        if (special.contains(each))
            out += u'\\';
        out += each.isPrint() ? each : QChar(u' ');
    }
    return out;
}

QString lineOf(const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe << plain(cell);
    return u"| "_s + safe.join(u" | "_s) + u" |\n"_s;
}

QString headOf(const Review &review, const QString &profile)
{
    QString out = u"# "_s + plain(Words::tr("Access review of %1").arg(profile)) + u"\n\n"_s;
    out += Words::tr("Taken %1 by %2.").arg(review.at.toUTC().toString(Qt::ISODate), plain(review.by)) + u' ';
    out += review.closedAt ? Words::tr("Closed %1.").arg(review.closedAt->toUTC().toString(Qt::ISODate))
                           : Words::tr("Not closed.");
    out += u' ' + Words::tr("%n key(s).", nullptr, int(review.rows.size())) + u'\n';
    const QString risks = risksInShort(review.rows);
    return risks.isEmpty() ? out : out + u'\n' + risks + u'\n';
}

QString tableText(const QList<ReviewRow> &rows)
{
    const QList<QStringList> table = tableOf(rows);
    QString out = lineOf(table.first());
    out += u"|"_s + u" --- |"_s.repeated(table.first().size()) + u'\n';
    for (const QStringList &cells : table.sliced(1))
        out += lineOf(cells);
    return out;
}

QString changesText(const Review &review, const Review &since)
{
    const QList<ReviewDifference> all = differences(since.rows, review.rows);
    QString out = u"\n## "_s + Words::tr("Changed since the review of %1").arg(since.at.toUTC().toString(Qt::ISODate))
        + u"\n\n"_s;
    for (const ReviewDifference &each : all)
        out += u"- "_s + plain(each.name) + u", "_s + plain(inWords(each)) + u'\n';
    return all.isEmpty() ? out + Words::tr("Nothing.") + u'\n' : out;
}

} // namespace

QString markdownOf(const Review &review, const QString &profile, const std::optional<Review> &since)
{
    QString out = headOf(review, profile) + u'\n' + tableText(review.rows);
    if (since)
        out += changesText(review, *since);
    return out;
}

} // namespace keys
