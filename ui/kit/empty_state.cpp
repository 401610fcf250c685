// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/empty_state.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kit {

namespace {

class Emblem final : public QWidget
{
public:
    explicit Emblem(Glyph glyph) : m_glyph(glyph) { setFixedSize(56, 56); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokensOf(this);
        box(painter, rect(), {t.sunken, t.line, 28});
        paintGlyph(painter, m_glyph, centred(rect(), 28), t.muted);
    }

private:
    Glyph m_glyph;
};

} // namespace

EmptyState::EmptyState(Glyph glyph, const QString &title, const QString &why, QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setSpacing(space::s);
    m_column->setAlignment(Qt::AlignCenter);
    m_column->addWidget(new Emblem(glyph), 0, Qt::AlignHCenter);
    m_column->addSpacing(space::xs);
    m_column->addWidget(label(title, Type::Title), 0, Qt::AlignHCenter);
    QLabel *reason = paragraph(why);
    reason->setAlignment(Qt::AlignCenter);
    reason->setFixedWidth(fontMetrics().averageCharWidth() * 46);
    m_column->addWidget(reason, 0, Qt::AlignHCenter);
    m_column->addSpacing(space::s);
    setAccessibleName(title);
    setAccessibleDescription(why);
}

QPushButton *EmptyState::setPrimary(const QString &verb)
{
    QPushButton *made = button(verb, Role::Primary);
    m_column->addWidget(made, 0, Qt::AlignHCenter);
    return made;
}

QPushButton *EmptyState::addLink(const QString &verb)
{
    QPushButton *made = button(verb, Role::Quiet);
    m_column->addWidget(made, 0, Qt::AlignHCenter);
    return made;
}

} // namespace kit
