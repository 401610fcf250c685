// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/welcome.h"
#include "kit/card.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/pill.h"
#include "pages/connections/draft.h"
#include "pages/navigation.h"
#include "pages/words.h"
#include "workspace/test_gateway.h"
#include "workspace/workspace.h"
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

namespace {

struct Choice
{
    QString title;
    Pill *mark;
    QString what;
    QStringList points;
};

QGridLayout *pointsOf(const QStringList &points)
{
    auto *list = new QGridLayout;
    list->setVerticalSpacing(space::xs);
    list->setColumnStretch(1, 1);
    for (const QString &point : points) {
        auto *tick = new QLabel;
        tick->setPixmap(
            icon(Glyph::Check, Ink::Accent).pixmap(QSize(iconSide(), iconSide()), tick->devicePixelRatioF()));
        const int at = list->rowCount();
        list->addWidget(tick, at, 0, Qt::AlignTop);
        list->addWidget(wrapped(point, Type::Body, Ink::Muted), at, 1);
    }
    return list;
}

QWidget *cardOf(const Choice &choice, QWidget *verb)
{
    auto *card = new Card;
    card->setAccessibleName(choice.title);
    card->body()->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    card->body()->setSpacing(space::m);
    card->body()->addWidget(row({label(choice.title, Type::Title), spacer(), choice.mark}));
    card->body()->addWidget(paragraph(choice.what, Ink::Text));
    card->body()->addLayout(pointsOf(choice.points));
    card->body()->addSpacing(space::s);
    card->body()->addStretch(1);
    card->body()->addWidget(verb);
    return card;
}

} // namespace

Welcome::Welcome(workspace::Workspace &workspace, Navigation &navigation)
    : m_workspace(workspace), m_navigation(navigation), m_address(new QLineEdit)
{
    auto *inner = new QWidget;
    inner->setMaximumWidth(scaled(920));
    QVBoxLayout *column = plainColumn(inner);
    column->addWidget(label(tr("Welcome to Gatewright"), Type::Page));
    column->addWidget(
        paragraph(tr("It shows what your AI gateways spend, proves what they can do, and changes them with care.")));
    column->addSpacing(space::l);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(space::m);
    cards->addWidget(real(), 1);
    cards->addWidget(demo(), 1);
    column->addLayout(cards);

    auto *page = new QWidget;
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(inner, 20);
    middle->addStretch(1);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);
    plainColumn(this, 0)->addWidget(scrolled(page));
}

QWidget *Welcome::real()
{
    m_address->setPlaceholderText(exampleAddress());
    m_address->setAccessibleName(tr("Address of a gateway"));
    m_address->setObjectName(u"welcomeAddress"_s);
    QPushButton *connectIt = button(tr("Connect…"), Role::Primary);
    connectIt->setObjectName(u"welcomeConnect"_s);
    const auto go = [this] { m_navigation.addConnection(m_address->text()); };
    connect(connectIt, &QPushButton::clicked, this, go);
    connect(m_address, &QLineEdit::returnPressed, this, go);
    return cardOf({tr("Connect a gateway"), new Pill(Status::Locked, tr("nothing is sent yet")),
                      tr("Paste its address. Gatewright asks for a key and a name, then reads what it offers."),
                      {tr("Any gateway that speaks the OpenAI interface"), tr("Keys stay in the vault of this machine"),
                          tr("No change without showing it before")}},
        row({m_address, connectIt}));
}

QWidget *Welcome::demo()
{
    QPushButton *start = button(Glyph::Play, tr("Start the test gateway"));
    start->setObjectName(u"welcomeDemo"_s);
    connect(start, &QPushButton::clicked, this, &Welcome::lookAround);
    return cardOf({tr("Look around first"), new Pill(Status::Demo, tr("invented data")),
                      tr("A small gateway runs inside this program, with invented usage marked as such."),
                      {tr("Keys, usage and smoke tests: all of it works"), tr("Its answers are scripted"),
                          tr("Reaches nothing outside this machine, costs nothing")}},
        row({start, spacer()}));
}

void Welcome::lookAround()
{
    m_workspace.testGateway().start(m_workspace.testGateway().state().port);
    for (const Profile &profile : m_workspace.state().profiles)
        if (profile.kind == u"embedded"_s)
            return m_navigation.switchTo(profile.id);
    Profile own;
    own.name = kindName(u"embedded"_s);
    own.kind = u"embedded"_s;
    m_workspace.addProfile(own, {}, {});
}

} // namespace pages
