// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace money {

__extension__ typedef __int128 Wide;

namespace {

// The digits of a decimal text, its sign, and where its point stands.
struct Digits
{
    QString text;
    bool negative = false;
    int exponent = 0; // value = 0.text * 10^exponent
    bool valid = false;
};

Digits split(QStringView in)
{
    Digits out;
    QStringView text = in.trimmed();
    if (text.startsWith(u'-') || text.startsWith(u'+')) {
        out.negative = text.first() == u'-';
        text = text.mid(1);
    }
    const qsizetype e = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    bool readable = true;
    const int power = e < 0 ? 0 : text.mid(e + 1).toInt(&readable);
    const QStringView mantissa = e < 0 ? text : text.first(e);
    const qsizetype point = mantissa.indexOf(u'.');
    out.text = mantissa.toString().remove(u'.');
    out.exponent = int(point < 0 ? mantissa.size() : point) + power;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    out.valid = readable && qAbs(power) < 1000 && !out.text.isEmpty() && mantissa.count(u'.') <= 1
        && std::all_of(out.text.cbegin(), out.text.cend(), isDigit);
    return out;
}

} // namespace

std::optional<qint64> nanosOf(QStringView text)
{
    const Digits digits = split(text);
    if (!digits.valid)
        return {};
    const int wanted = digits.exponent + 9; // digits before the point, counted in nanos
    Wide value = 0;
    for (int i = 0; i < wanted; ++i) {
        value = value * 10 + (i < digits.text.size() ? digits.text.at(i).digitValue() : 0);
        if (value > std::numeric_limits<qint64>::max())
            return {};
    }
    if (wanted >= 0 && wanted < digits.text.size() && digits.text.at(wanted) >= u'5')
        ++value;
    if (value > std::numeric_limits<qint64>::max())
        return {};
    return qint64(digits.negative ? -value : value);
}

QString decimal(qint64 nanos)
{
    const bool negative = nanos < 0;
    const quint64 size = negative ? 0 - quint64(nanos) : quint64(nanos);
    QString fraction = QString::number(size % quint64(nanosPerUnit)).rightJustified(9, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString whole = (negative ? u"-"_s : QString()) + QString::number(size / quint64(nanosPerUnit));
    return fraction.isEmpty() ? whole : whole + u'.' + fraction;
}

qint64 cost(std::initializer_list<Priced> parts)
{
    Wide sum = 0;
    for (const Priced &part : parts)
        sum += Wide(part.units) * part.nanosPerMillion;
    return qint64((sum + 500'000) / 1'000'000);
}

} // namespace money
