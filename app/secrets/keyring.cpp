// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keyring.h"
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace secrets {

static const QString service = u"org.freedesktop.secrets"_s;
static const QString root = u"/org/freedesktop/secrets"_s;

namespace {

// A connection of its own: the thread is not the main one.
class Bus final
{
public:
    explicit Bus(std::chrono::milliseconds limit)
        : m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name))
        , m_limit(limit)
    {}
    ~Bus() { QDBusConnection::disconnectFromBus(m_name); }

    bool there() const { return m_bus.isConnected(); }
    // The first value of the answer; empty: there was none.
    QVariant ask(const QDBusMessage &question) const
    {
        const QDBusMessage answer = m_bus.call(question, QDBus::Block, int(m_limit.count()));
        return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0) : QVariant();
    }
    QVariant askBus(const QString &method, const QString &name) const
    {
        QDBusMessage question = QDBusMessage::createMethodCall(
            u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
        question << name;
        return ask(question);
    }

private:
    QString m_name;
    QDBusConnection m_bus;
    std::chrono::milliseconds m_limit;
};

// KWallet has no such question; that it runs and was of no use means that it waits for its password.
bool walletRuns(const Bus &bus)
{
    for (const QString &name : {u"org.kde.kwalletd6"_s, u"org.kde.kwalletd5"_s})
        if (bus.askBus(u"NameHasOwner"_s, name).toBool())
            return true;
    return false;
}

QDBusMessage defaultKeyring()
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, root, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
    question << u"default"_s;
    return question;
}

QDBusMessage whetherLocked(const QString &path)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    return question;
}

} // namespace

Keyring keyringNow(std::chrono::milliseconds limit)
{
    const Bus bus(limit);
    if (!bus.there())
        return Keyring::Absent;
    if (!bus.askBus(u"NameHasOwner"_s, service).toBool())
        return walletRuns(bus) ? Keyring::Locked : Keyring::Absent;
    const QVariant path = bus.ask(defaultKeyring());
    if (!path.isValid())
        return Keyring::Silent;
    const QString where = qvariant_cast<QDBusObjectPath>(path).path();
    if (where == "/"_L1)
        return Keyring::Absent;
    const QVariant locked = bus.ask(whetherLocked(where));
    if (!locked.isValid())
        return Keyring::Silent;
    return qvariant_cast<QDBusVariant>(locked).variant().toBool() ? Keyring::Locked : Keyring::Works;
}

} // namespace secrets
