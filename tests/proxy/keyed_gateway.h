// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway_fixture.h"
#include "tongues.h"

// What a test with one gateway and one key of it derives from.
class KeyedGateway
{
protected:
    bool startWith(const proxy::Options &options = {})
    {
        m_f = std::make_unique<Fixture>(options);
        if (!m_f->start())
            return false;
        m_key = m_f->newKey();
        return !m_key.empty();
    }

    client::Answer say(const Tongue &own, const char *model, const QString &wish) const
    {
        return sayTo(m_f->dataPort(), m_key, own, model, wish);
    }
    QJsonObject ask(const Tongue &own, const char *model, const QString &wish) const
    {
        return jsonOf(say(own, model, wish));
    }

    std::unique_ptr<Fixture> m_f;
    std::string m_key;
};
