// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/words.h"
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void eachKindHasThreeSentencesOfItsOwn()
    {
        QSet<QString> whys;
        for (int i = 0; i < failureKinds; ++i) {
            const text::Words words = text::wordsOf({FailureKind(i), {}, 0}, somewhere());
            for (const QString &sentence : {words.what, words.why, words.next}) {
                QVERIFY2(sentence.size() > 6, qPrintable(QString::number(i)));
                QVERIFY(sentence.front().isUpper() || sentence.startsWith(u'“'));
                QVERIFY2(!sentence.contains(u'{') && !sentence.contains(u'%'), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u"!"_s) && !sentence.contains(u"Oops"_s), qPrintable(sentence));
                QVERIFY2(!sentence.contains(u"  "_s), qPrintable(sentence));
            }
            QVERIFY(!words.what.endsWith(u'.'));
            QVERIFY(words.why.endsWith(u'.') && words.next.endsWith(u'.'));
            QVERIFY2(words.why.count(u' ') >= 4 && words.next.count(u' ') >= 4, qPrintable(words.why));
            whys << words.why;
        }
        QCOMPARE(whys.size(), failureKinds);
    }

    void theCauseIsToldInBrackets_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("next");
        using enum FailureKind;
        const auto row = [](const char *name, const Failure &failure, const QString &why, const QString &next) {
            QTest::newRow(name) << failure << why << next;
        };
        row("refused", {Network, u"connection refused"_s, 0},
            u"“prod” at http://gw.test/v1 does not accept connections (connection refused)."_s, u"gateway runs"_s);
        row("host", {Network, u"host not found"_s, 0}, u"leads nowhere (host not found)."_s, u"spelling"_s);
        row("cut", {Network, u"cut: closed by the server"_s, 200}, u"before the answer was complete"_s, u"Try again"_s);
        row("silence", {Timeout, u"idle: limit of 30000 ms"_s, 200},
            u"nothing came for 30 s (idle: limit of 30000 ms)."_s, u"provider"_s);
        row("first header", {Timeout, u"first header: limit of 60 ms"_s, 0}, u"begin to answer within 60 ms"_s,
            u"load"_s);
        row("upstream", {Timeout, u"HTTP 504: x"_s, 504}, u"provider behind it (HTTP 504: x)."_s, u"route"_s);
        row("keyring", {Timeout, u"keychain: limit of 5000 ms"_s, 0}, u"keyring of the desktop"_s, u"vault file"_s);
        row("proxy", {Network, u"proxy: connection refused"_s, 0}, u"The proxy before “prod”"_s, u"without it"_s);
        row("authorities", {Tls, u"CA file /x.pem: gone"_s, 0}, u"The CA file of “prod”"_s, u"PEM"_s);
        row("variable", {Secret, u"the variable A is not set"_s, 0}, u"The key for “prod”"_s, u"Set the variable"_s);
        row("no keyring", {Secret, u"keychain: Could not connect"_s, 0}, u"locked, or there is none"_s,
            u"vault file"_s);
        row("status alone", {Unauthorized, {}, 401}, u"does not accept the key (HTTP 401)."_s, u"store it again"_s);
        row("web page", {NotAGateway, u"a web page answered"_s, 200}, u"web page instead of data"_s, u"/v1"_s);
        row("input", {Input, u"a.csv is empty"_s, 0},
            u"given to this program cannot be used as it is (a.csv is empty)."_s, u"reason in brackets"_s);
        row("passphrase file", {Input, u"the passphrase file /x: No such file"_s, 0},
            u"GATEWRIGHT_VAULT_PASSPHRASE_FILE names gives no passphrase (the passphrase file /x"_s, u"another file"_s);
        row("overloaded", {Server, u"HTTP 503: system cpu overloaded (current: 93.5%, threshold: 90%)"_s, 503},
            u"before it looks at its key"_s, u"Nothing is wrong with the key"_s);
        row("ignored", {Rejected, u"the server ignored this"_s, 0}, u"said yes and changed nothing"_s,
            u"older version"_s);
        row("untold", {Cancelled, u"interrupted: its secret was told to nobody"_s, 0}, u"program ended"_s, u"Rotate"_s);
        row("name of a key", {Conflict, u"there is a key named \"a\" already"_s, 0},
            u"A key of this name exists already (there is"_s, u"Choose another name"_s);
        row("name of a connection", {Conflict, u"there is a profile named a already"_s, 0},
            u"A connection of this name exists already"_s, u"Choose another name"_s);
        row("conflict", {Conflict, u"somebody else"_s, 0}, u"not in the state this change was made for ("_s,
            u"Refresh"_s);
        row("owner", {Timeout, u"the owner of the embedded gateway, pid 1, does not answer"_s, 0},
            u"runs “prod” at http://gw.test/v1 does not answer: it is stopping, or it hangs"_s, u"pid"_s);
        row("new file", {TooNew, u"version 99"_s, 0}, u"nothing was changed (version 99)."_s, u"Update"_s);
    }

    void theCauseIsToldInBrackets()
    {
        QFETCH(Failure, failure);
        QFETCH(QString, why);
        QFETCH(QString, next);
        const text::Words words = text::wordsOf(failure, somewhere());
        QVERIFY2(words.why.contains(why), qPrintable(words.why));
        QVERIFY2(words.next.contains(next), qPrintable(words.next));
    }

    void theHeadingSaysWhatWasTried()
    {
        const Failure failure{FailureKind::Forbidden, {}, 403};
        QCOMPARE(text::wordsOf(failure, {u"list keys"_s, u"prod"_s, {}}).what, u"Could not list keys on “prod”"_s);
        QCOMPARE(text::wordsOf(failure, {u"list keys"_s, {}, {}}).what, u"Could not list keys"_s);
        QCOMPARE(text::wordsOf(failure).what, u"The key may not do this"_s);
    }

    void noSecretOfAUrlIsShown()
    {
        const QUrl url(u"https://user:hush@gw.test/v1?key=sk-example#x"_s);
        for (int i = 0; i < failureKinds; ++i) {
            const text::Words words = text::wordsOf({FailureKind(i), {}, 0}, {{}, {}, url});
            const QString all = words.what + words.why + words.next;
            QVERIFY(!all.contains(u"hush"_s) && !all.contains(u"sk-example"_s));
        }
    }

    void oddDetailsDoNoHarm()
    {
        const QString detail = u"%1 {place} "_s + QString(1000, u'x') + u"..."_s;
        const text::Words words = text::wordsOf({FailureKind::Rejected, detail, 400}, {u"%2"_s, u"%1 {limit}"_s, {}});
        QVERIFY(words.why.size() < 300);
        QVERIFY(words.why.endsWith(u")."_s));
        QCOMPARE(words.what, u"Could not %2 on “%1 {limit}”"_s);
    }

private:
    static text::Attempt somewhere() { return {{}, u"prod"_s, QUrl(u"http://gw.test/v1"_s)}; }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
