// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "domain/alias.h"
#include "domain/key.h"

// Stands still on a Thursday afternoon.
struct StillClock : Clock
{
    QDateTime at = QDateTime(QDate(2026, 6, 18), QTime(14, 32, 5), Qt::UTC);
    QDateTime now() const override { return at; }
};

// Keys as a team has them after a year: one near its cap, one without an owner, one disabled, one about to expire.
struct SomeKeys
{
    QDateTime now = StillClock().now();

    QList<Key> keys() const
    {
        QList<Key> all;
        const auto add = [&all, this](const char *name, const char *prefix, const char *owner,
                             const QStringList &aliases, double used, qint64 dollars, int minutes) -> Key & {
            Key key;
            key.id = QStringLiteral("key_%1").arg(all.size() + 1, 20, 10, QLatin1Char('0'));
            key.name = QString::fromUtf8(name);
            key.prefix = QString::fromUtf8(prefix);
            key.lastFour = QStringLiteral("x9Qe");
            key.passport.owner = QString::fromUtf8(owner);
            key.aliases = aliases;
            key.spentNanos = dollars * 10'000'000;
            key.createdAt = now.addDays(-200);
            if (minutes >= 0)
                key.lastUsedAt = now.addSecs(-60 * minutes);
            if (used >= 0)
                key.budgets << Budget{1'200'000'000'000, QStringLiteral("month"), qint64(used * 1'200'000'000'000)};
            all << key;
            return all.last();
        };
        const QString chat = QStringLiteral("chat-default"), embed = QStringLiteral("embed"),
                      fast = QStringLiteral("fast");
        Key &first = add("checkout-prod", "sk-gw-7Kd2", "payments", {chat, embed}, 0.96, 115204, 0);
        first.passport.application = QStringLiteral("checkout");
        first.passport.environment = QStringLiteral("production");
        first.passport.ticket = QStringLiteral("OPS-2291");
        add("data-enrichment", "sk-gw-Pf81", "data platform", {embed}, 0.83, 41520, 2);
        add("support-bot", "sk-gw-0aWz", "support tools", {chat, fast}, 0.55, 22011, 0);
        add("search-reranker", "sk-gw-Hq5n", "search", {embed}, 0.31, 9348, 0);
        add("code-review-ci", "sk-gw-vB3e", "developer tools", {QStringLiteral("code-review")}, 0.44, 13290, 6);
        add("notebooks-shared", "sk-gw-9sXo", "", {}, -1, 8802, 180);
        add("qa-evaluation", "sk-gw-Ej0r", "quality", {chat}, 0.05, 511, 1440);
        add("partner-acme", "sk-gw-uY6k", "partnerships", {fast}, 0.28, 5600, 18).expiresAt = now.addDays(6);
        add("old-etl", "sk-gw-Cw1p", "data platform", {embed}, 0.0, 0, 94 * 1440);
        add("hackday-2025", "sk-gw-Rn8f", "", {}, -1, 0, -1).enabled = false;
        add("summer-intern", "sk-gw-6Jhq", "mobile", {fast}, 1.02, 3742, 27).expiresAt = now.addDays(-2);
        add("fraud-scoring", "sk-gw-Dk2t", "payments", {fast}, 1.0, 19680, 0);
        return all;
    }
    static QList<Alias> aliases()
    {
        QList<Alias> all;
        for (const char *name : {"chat-default", "embed", "fast", "code-review", "vision", "smart-select"}) {
            Alias alias;
            alias.name = QString::fromUtf8(name);
            all << alias;
        }
        return all;
    }
};
