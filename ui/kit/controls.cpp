// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/controls.h"
#include "kit/icons.h"
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

namespace kit {

static QPalette::ColorRole paletteRole(Ink color)
{
    switch (color) {
    case Ink::Muted:
        return QPalette::PlaceholderText;
    case Ink::Accent:
        return QPalette::Link;
    case Ink::Bad:
        return QPalette::BrightText;
    default:
        return QPalette::WindowText;
    }
}

namespace {

class ElidedLabel final : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        setToolTip(shown == text() ? QString() : text());
        painter.drawText(rect(), int(QStyle::visualAlignment(layoutDirection(), alignment())), shown);
    }
};

// As tall as its text at its width, and no taller: splitters and scroll areas do not ask for height by width.
class WrapLabel final : public QLabel
{
public:
    using QLabel::QLabel;
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override
    {
        return {qMin(QLabel::sizeHint().width(), 320), qMax(0, heightForWidth(width()))};
    }
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        if (event->oldSize().width() != width())
            updateGeometry();
    }
};

} // namespace

static QLabel *dressed(QLabel *made, Type type, Ink color)
{
    made->setFont(font(type));
    made->setForegroundRole(paletteRole(color));
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel *label(const QString &text, Type type, Ink color)
{
    return dressed(new QLabel(text), type, color);
}

QLabel *elided(const QString &text, Type type, Ink color)
{
    QLabel *made = dressed(new ElidedLabel(text), type, color);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return made;
}

QLabel *paragraph(const QString &text, Ink color)
{
    return wrapped(text, Type::Body, color);
}

QLabel *wrapped(const QString &text, Type type, Ink color)
{
    QLabel *made = dressed(new WrapLabel(text), type, color);
    made->setWordWrap(true);
    made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return made;
}

static Ink iconInk(Role role)
{
    switch (role) {
    case Role::Primary:
        return Ink::OnAccent;
    case Role::Danger:
        return Ink::Bad;
    case Role::OnEnvironment:
        return Ink::OnEnvironment;
    default:
        return Ink::Muted;
    }
}

QPushButton *button(const QString &text, Role role)
{
    auto *made = new QPushButton(text);
    made->setAutoDefault(false);
    setRole(made, role);
    return made;
}

QPushButton *button(Glyph glyph, const QString &text, Role role)
{
    QPushButton *made = button(text, role);
    made->setIcon(icon(glyph, iconInk(role)));
    return made;
}

QTabBar *tabBar(const QString &name, const QStringList &titles)
{
    auto *made = new QTabBar;
    for (const QString &title : titles)
        made->addTab(title);
    made->setAccessibleName(name);
    made->setExpanding(false);
    made->setUsesScrollButtons(false);
    made->setElideMode(Qt::ElideRight);
    return made;
}

QToolButton *iconButton(Glyph glyph, const QString &verb)
{
    auto *made = new QToolButton;
    made->setIcon(icon(glyph, Ink::Muted));
    made->setAutoRaise(true);
    made->setToolTip(verb);
    made->setAccessibleName(verb);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace kit
