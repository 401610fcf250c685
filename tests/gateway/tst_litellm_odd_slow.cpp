// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/litellm_connection.h"
#include "gateway/litellm/litellm_identity.h"
#include "gateway/litellm/litellm_key_wire.h"
#include "gateway/litellm/litellm_limits.h"
#include "gateway/litellm/litellm_model_wire.h"
#include "gateway/litellm/litellm_usage_wire.h"
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
namespace litellm = gateway::litellm;

// Answers that no LiteLLM would give, made from recorded ones.
class LitellmOddTest : public QObject
{
    Q_OBJECT

private slots:
    // Each field of each recorded answer in turn as something else: no crash, and what is refused is Decode.
    void wrongTypesInEveryField_data()
    {
        QTest::addColumn<QString>("recording");
        for (const char *name :
            {"043-key-info-by-hash", "047-key-list-full", "025-key-generate-full", "live-model-info",
                "live-router-settings", "167-spend-v2-call-id", "170-spend-v2-failures", "live-daily",
                "179-global-spend", "016-team-list-v2", "012-user-list", "002-readiness-details", "live-credentials"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void wrongTypesInEveryField()
    {
        QFETCH(QString, recording);
        const QJsonDocument fine = QJsonDocument::fromJson(LitellmConnection::body(recording));
        int bodies = 0;
        for (const QJsonValue &odd : {QJsonValue(), QJsonValue(u"odd"_s), QJsonValue(QJsonArray{1, u"x"_s}),
                 QJsonValue(QJsonObject{{u"x"_s, 1}}), QJsonValue(-1e300)})
            for (const QByteArray &body : spoilt(fine.object(), odd)) {
                askAll(body);
                ++bodies;
            }
        QVERIFY(bodies >= 10);
    }

    void bodiesThatAreCutAnywhereAreRefused()
    {
        const QByteArray whole = LitellmConnection::body(u"043-key-info-by-hash"_s);
        for (qsizetype size = 0; size < whole.size(); size += 31)
            askAll(whole.first(size));
        askAll(QByteArray(1 << 20, '['));
        askAll("{\"keys\":[\"" + QByteArray(10 << 20, 'x') + "\"]}");
    }

private:
    // The same object with one field, of its own or of its first parts, as something else.
    static QByteArrayList spoilt(const QJsonObject &object, const QJsonValue &odd, int depth = 2)
    {
        QByteArrayList out;
        for (const QJsonObject &one : changed(object, odd, depth))
            out << QJsonDocument(one).toJson(QJsonDocument::Compact);
        return out;
    }
    static QJsonObject shortened(QJsonObject object) // lists by their first entry
    {
        for (const QString &name : object.keys())
            if (object[name].toArray().size() > 1)
                object[name] = QJsonArray{object[name].toArray().first()};
        return object;
    }
    static QList<QJsonObject> changed(const QJsonObject &object, const QJsonValue &odd, int depth)
    {
        QList<QJsonObject> out;
        for (const QString &name : object.keys()) {
            QJsonObject copy = shortened(object);
            copy[name] = odd;
            out << copy;
            const QJsonValue value = object[name];
            const QJsonObject inner = value.isArray() ? value.toArray().first().toObject() : value.toObject();
            if (depth == 0 || inner.isEmpty() || inner.size() > 120)
                continue;
            for (const QJsonObject &part : changed(inner, odd, depth - 1)) {
                copy[name] = value.isArray() ? QJsonValue(QJsonArray{part}) : QJsonValue(part);
                out << copy;
            }
        }
        return out;
    }
    static void askAll(const QByteArray &body)
    {
        judge(litellm::readReadiness(body));
        judge(litellm::readOpenApi(body));
        judge(litellm::readKeyPage(body, 1));
        judge(litellm::readKeyInfo(body, {}));
        judge(litellm::readMetadata(body));
        judge(litellm::readIssuedKey(body));
        judge(litellm::readSoftBudgets(body));
        judge(litellm::readDeployments(body));
        judge(litellm::readCredentialNames(body));
        judge(litellm::readRouterSettings(body));
        judge(litellm::readRowPage(body));
        judge(litellm::readDayPage(body));
        judge(litellm::readProxySpend(body));
        judge(litellm::readTeams(body));
        judge(litellm::readUsers(body));
        judge(litellm::readProviders(body));
    }
    template<typename T>
    static void judge(const Result<T> &result)
    {
        const bool refused =
            !result && (result.error().kind == FailureKind::Decode || result.error().kind == FailureKind::NotAGateway);
        if (!result && !refused)
            QFAIL(qPrintable(result.error().detail));
    }
};

QTEST_GUILESS_MAIN(LitellmOddTest)
#include "tst_litellm_odd_slow.moc"
