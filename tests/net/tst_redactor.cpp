// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redact.h"
#include "net/redactor.h"
#include <QTest>

using namespace Qt::StringLiterals;

class RedactorTest : public QObject
{
    Q_OBJECT

private slots:
    void knownSecretsAreFoundInEachForm()
    {
        net::Redactor redactor;
        redactor.know(Secret("a b\"c/EXAMPLE9988"));
        for (const char *form : {"a b\"c/EXAMPLE9988", "a%20b%22c%2FEXAMPLE9988", "a b\\\"c/EXAMPLE9988"}) {
            const QByteArray cleaned = redactor.clean(QByteArray("x=") + form + ";");
            QCOMPARE(cleaned, QByteArray("x=[secret ...9988];"));
        }
    }

    void shortTextsAreNoSecrets()
    {
        net::Redactor redactor;
        redactor.know(Secret("test"));
        redactor.know(Secret());
        QCOMPARE(redactor.clean(u"a test"_s), u"a test"_s);
    }

    void whatLooksLikeAKeyGoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cleaned");
        const auto row = [](const QString &text, const QString &cleaned) {
            QTest::newRow(qPrintable(text)) << text << cleaned;
        };
        row(u"key sk-test1234 refused"_s, u"key [secret] refused"_s);
        row(u"Authorization: Bearer abc.def"_s, u"Authorization: Bearer [secret]"_s);
        row(u"authorization: basic dXNlcg=="_s, u"authorization: basic [secret]"_s);
        row(u"/v1beta/x?key=AbC123&alt=sse"_s, u"/v1beta/x?key=[secret]&alt=sse"_s);
        row(u"{\"api_key\": \"hush\\\"hush\", \"a\": 1}"_s, u"{\"api_key\": \"[secret]\", \"a\": 1}"_s);
        row(u"{\"email\":\"some.one+x@mail.example\"}"_s, u"{\"email\":\"[e-mail]\"}"_s);
        row(u"task-1234 and risk-free key-value"_s, u"task-1234 and risk-free key-value"_s);
        row(u"{\"token\":\"Hello\",\"logprob\":-1}"_s, u"{\"token\":\"Hello\",\"logprob\":-1}"_s);
        row(u"gpt-4o-mini, user@host"_s, u"gpt-4o-mini, user@host"_s);
    }

    void whatLooksLikeAKeyGoes()
    {
        QFETCH(QString, text);
        QTEST(net::Redactor().clean(text), "cleaned");
        QTEST(net::withoutKeyLike(net::withoutKeyLike(text)), "cleaned");
    }

    void headersThatCarrySecretsAreMasked_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"Authorization", "x-api-key", "X-Goog-Api-Key", "api-key", "x-bf-vk",
                 "x-portkey-api-key", "Cookie", "Set-Cookie"})
            QTest::newRow(name) << QByteArray(name);
    }

    void headersThatCarrySecretsAreMasked()
    {
        QFETCH(QByteArray, name);
        const QList<net::Header> headers{{name, "some-long-secret-value"}, {"Content-Type", "text/plain"}};
        const auto cleaned = net::Redactor().clean(headers);
        QVERIFY(!cleaned.first().value.contains("secret-v"));
        QCOMPARE(cleaned.last().value, QByteArray("text/plain"));
    }

    void urlsLoseTheirSecrets()
    {
        net::Redactor redactor;
        const QUrl cleaned = redactor.clean(QUrl(u"https://u:hush@h.test/v1?key=abcdef&page=2"_s));
        QVERIFY(!cleaned.toString().contains(u"hush"_s) && !cleaned.toString().contains(u"abcdef"_s));
        QVERIFY(cleaned.toString().contains(u"page=2"_s));
    }

    void aSecretCutByFramesIsFound_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("a known one") << true;
        QTest::newRow("one that looks so") << false;
    }

    void aSecretCutByFramesIsFound()
    {
        QFETCH(bool, known);
        const QByteArray secret = known ? "Zw9-EXAMPLE-8842" : "sk-EXAMPLE0000test1234";
        net::Redactor redactor;
        if (known)
            redactor.know(Secret(secret));
        for (qsizetype at = 1; at < secret.size(); ++at) {
            const QList<net::Frame> frames =
                redactor.clean({frame("The key is " + secret.first(at)), frame(secret.sliced(at) + " ok")});
            const QByteArray all = frames.at(0).raw + frames.at(1).raw + frames.at(0).data + frames.at(1).data;
            QVERIFY2(frames.at(0).data.contains("The key is ") && frames.at(1).data.contains(" ok"), all.constData());
            QVERIFY2(!all.contains(secret.first(at) + "\"") || at < 3, all.constData());
            QVERIFY2(!all.contains("\"" + secret.sliced(at)), all.constData());
        }
    }

    void ordinaryStreamsStayAsTheyAre()
    {
        const QByteArray odd("\xE2\x9C\xFF");
        const auto frames = net::Redactor().clean({frame("1. one"), frame(odd)});
        QCOMPARE(frames.at(0).raw, frame("1. one").raw);
        QCOMPARE(frames.at(1).raw, frame(odd).raw);
    }

private:
    static net::Frame frame(const QByteArray &content)
    {
        net::Frame out;
        out.data = "{\"choices\":[{\"delta\":{\"content\":\"" + content + "\"}}]}";
        out.raw = "data: " + out.data + "\n\n";
        return out;
    }
};

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
