// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/facets.h"
#include <QLoggingCategory>
#include <QMutex>

namespace contract {

// Everything a person or a file could get to see while this object lives: the log, and what is noted here. One at a time.
class Seen
{
public:
    Seen()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("gw.*=true"));
        texts() = {};
        before() = qInstallMessageHandler(&Seen::hear);
    }
    Seen(Seen &&) = delete;
    ~Seen() { qInstallMessageHandler(before()); }

    void note(const Failure &failure) { add(failure.detail); }
    void note(const gateway::Identity &identity) { add(identity.kind + identity.version + identity.evidence); }
    void note(const Key &key)
    {
        add(key.id + u'|' + key.name + u'|' + key.prefix + u'|' + key.lastFour + u'|' + key.group + u'|' + key.holder);
        for (const QStringList &list : {key.aliases, key.families, key.upstreams, key.networks})
            add(list.join(u'|'));
        for (const QString &fact : {key.passport.application, key.passport.owner, key.passport.purpose})
            add(fact);
    }
    void note(const Alias &alias)
    {
        add(alias.name + u'|' + alias.fallbacks.join(u'|'));
        for (const Route &route : alias.routes)
            add(route.upstream + u'|' + route.model);
    }
    void note(const UsageRecord &row)
    {
        add(row.sourceId + u'|' + row.requestId + u'|' + row.keyId + u'|' + row.key + u'|' + row.alias + u'|'
            + row.model);
        add(row.upstream + u'|' + row.errorClass + u'|' + row.ended);
    }
    void note(const Allowance &allowance) { add(allowance.scope + allowance.id + u'|' + allowance.name); }

    // The first of these that is somewhere in it; empty: none.
    static QString firstOf(const QStringList &secrets)
    {
        const QMutexLocker locked(&lock());
        for (const QString &secret : secrets)
            for (const QString &text : texts())
                if (!secret.isEmpty() && text.contains(secret))
                    return u"“%1” in “%2”"_qs.arg(secret, text.left(300));
        return {};
    }

private:
    static QMutex &lock()
    {
        static QMutex mutex;
        return mutex;
    }
    static QStringList &texts()
    {
        static QStringList all;
        return all;
    }
    static QtMessageHandler &before()
    {
        static QtMessageHandler handler = nullptr;
        return handler;
    }
    static void add(const QString &text)
    {
        const QMutexLocker locked(&lock());
        texts() << text;
    }
    static void hear(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        add(message);
        if (type != QtDebugMsg)
            before()(type, context, message);
    }
};

} // namespace contract
