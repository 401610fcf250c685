// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/passport_json.h"

using namespace Qt::StringLiterals;

namespace gateway {

namespace {

struct PassportField
{
    QLatin1StringView name;
    QString Passport::*member;
};

const QList<PassportField> passportFields{
    {"app"_L1, &Passport::application},
    {"environment"_L1, &Passport::environment},
    {"owner"_L1, &Passport::owner},
    {"rotation_owner"_L1, &Passport::rotationOwner},
    {"budget_owner"_L1, &Passport::budgetOwner},
    {"ticket"_L1, &Passport::ticket},
    {"purpose"_L1, &Passport::purpose},
};
constexpr QLatin1StringView reviewDate("review_date");

} // namespace

Passport passportOf(JsonReader &facts)
{
    Passport passport;
    for (const PassportField &field : passportFields)
        passport.*field.member = facts.textOrEmpty(field.name);
    const QString date = facts.textOrEmpty(reviewDate);
    passport.reviewDate = QDate::fromString(date, Qt::ISODate);
    if (!date.isEmpty() && !passport.reviewDate.isValid())
        facts.refuse(reviewDate, u"no date"_s);
    return passport;
}

QJsonObject passportJson(const Passport &passport, QJsonObject facts)
{
    const auto put = [&facts](QLatin1StringView name, const QString &value) {
        if (value.isEmpty())
            facts.remove(name);
        else
            facts[name] = value;
    };
    for (const PassportField &field : passportFields)
        put(field.name, passport.*field.member);
    put(reviewDate, passport.reviewDate.toString(Qt::ISODate));
    return facts;
}

} // namespace gateway
