// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gateway/reach_card.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

QString envLines(const QUrl &dataUrl)
{
    return u"OPENAI_BASE_URL=%1\nOPENAI_API_KEY=\n"_s.arg(dataUrl.toString());
}

QString curlLine(const QUrl &dataUrl)
{
    const QString body = u"{\"model\":\"test-echo\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"_s;
    return u"curl %1/chat/completions -H \"Authorization: Bearer $OPENAI_API_KEY\""
           " -H 'Content-Type: application/json' -d '%2'"_s.arg(dataUrl.toString(), body);
}

ReachCard::ReachCard()
    : m_data(new QLineEdit)
    , m_admin(new QLineEdit)
    , m_port(new QSpinBox)
    , m_portRow(new kit::FormRow(tr("Port"), m_port))
    , m_env(kit::button(kit::Glyph::Copy, tr("Copy .env")))
    , m_curl(kit::button(kit::Glyph::Terminal, tr("Copy curl")))
{
    auto *card = new kit::Card(tr("How to reach it"));
    kit::plainColumn(this, 0)->addWidget(card);
    card->body()->setSpacing(kit::space::m);
    m_port->setRange(1024, 65534);
    m_port->setObjectName(u"port"_s);
    m_portRow->withHint(tr("Callers use it; the admin interface takes the next one."));
    card->body()->addWidget((new kit::FormRow(tr("Base URL"), addressLine(m_data, tr("Base URL"))))
                                ->withHint(tr("Answers on this machine only.")));
    card->body()->addWidget(new kit::FormRow(tr("Admin interface"), addressLine(m_admin, tr("Admin interface"))));
    card->body()->addWidget(m_portRow);
    card->body()->addWidget(kit::flow({m_env, m_curl}));
    m_data->setObjectName(u"dataUrl"_s);
    m_admin->setObjectName(u"adminUrl"_s);
    connect(m_env, &QPushButton::clicked, this,
        [this] { copy(envLines(QUrl(m_data->text())), tr("Lines for .env copied")); });
    connect(m_curl, &QPushButton::clicked, this,
        [this] { copy(curlLine(QUrl(m_data->text())), tr("Call with curl copied")); });
}

QWidget *ReachCard::addressLine(QLineEdit *field, const QString &name)
{
    field->setReadOnly(true);
    field->setAccessibleName(name);
    field->setPlaceholderText(tr("not running"));
    QToolButton *verb = kit::iconButton(kit::Glyph::Copy, tr("Copy: %1").arg(name));
    connect(verb, &QToolButton::clicked, this, [this, field] { copy(field->text(), tr("Address copied")); });
    return kit::row({field, verb}, kit::space::xs, 0);
}

void ReachCard::copy(const QString &text, const QString &what)
{
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}

void ReachCard::show(const workspace::TestGateway::State &state)
{
    using Mode = workspace::TestGateway::Mode;
    const bool on = state.mode == Mode::Here || state.mode == Mode::Elsewhere;
    m_data->setText(on ? state.dataUrl.toString() : QString());
    m_admin->setText(on ? state.adminUrl.toString() : QString());
    m_env->setEnabled(on);
    m_curl->setEnabled(on);
    m_portRow->setVisible(state.mode == Mode::Stopped);
    const quint16 usual = workspace::TestGateway::State().port;
    if (!m_port->hasFocus())
        m_port->setValue(state.port > 0 ? state.port : usual); // 0 was "any free one"
}

quint16 ReachCard::port() const
{
    return quint16(m_port->value());
}

} // namespace pages
