// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "contract/live_gateway.h"

using namespace Qt::StringLiterals;

// What the suites over every generation share: the generations as rows of a test, and the gateway of the row.
class GenerationSuite : public QObject
{
protected:
    static const QJsonArray &all()
    {
        static const QJsonArray generations = contract::FakeProcess::generations();
        return generations;
    }
    static QJsonArray known()
    {
        QJsonArray out;
        for (const QJsonValue &one : all())
            if (gateway::adapterOf(one["kind"_L1].toString()))
                out << one;
        return out;
    }
    static void everyGeneration()
    {
        QTest::addColumn<QString>("generation");
        for (const QJsonValue &one : known())
            QTest::newRow(qPrintable(one["name"_L1].toString())) << one["name"_L1].toString();
    }
    contract::LiveGateway live()
    {
        m_shared.reset();
        m_sharedName.clear();
        QFETCH(QString, generation);
        return contract::LiveGateway(generation);
    }
    // One process for all features of a generation.
    contract::LiveGateway &shared()
    {
        QFETCH(QString, generation);
        if (m_sharedName != generation) {
            m_shared.reset();
            m_shared = std::make_unique<contract::LiveGateway>(generation);
        }
        m_sharedName = generation;
        return *m_shared;
    }

private:
    QString m_sharedName;
    std::unique_ptr<contract::LiveGateway> m_shared;
};
