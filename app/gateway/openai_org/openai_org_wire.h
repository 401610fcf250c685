// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"

// The JSON of OpenAI's organization API, as pure functions. Times are unix seconds. A failure is Decode and names the
// field.
namespace gateway::openai_org {

// The rows of a list and the cursor of the next page: "after" of lists, "page" of buckets. Empty: that was the last one.
template<typename Row>
struct Listed
{
    QList<Row> rows;
    QString next;
};

struct Project
{
    QString id;
    QString name;
};
Result<Listed<Project>> readProjects(const QByteArray &body);
Result<Listed<Key>> readKeys(const QByteArray &body, const QString &project);
Result<Key> readKey(const QByteArray &body, const QString &project);
Result<> readDeleted(const QByteArray &body);

// "PROJECT/KEY"
struct KeyPlace
{
    QString project;
    QString key;
    static Result<KeyPlace> of(const QString &id); // NotFound: none of ours
};

// Adds what the buckets of one page say; its next page. Details are parts of the sums and are not added again.
Result<QString> addUsage(const QByteArray &body, UsageTotals &totals);
Result<QString> addCosts(const QByteArray &body, UsageTotals &totals);

Result<Allowance> readSpendLimit(
    const QByteArray &body, const std::optional<Project> &project); // empty: the organization's
Result<Listed<Allowance>> readRateLimits(const QByteArray &body, const Project &project);

} // namespace gateway::openai_org
