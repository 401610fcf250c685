// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/drop_target.h"
#include "kit/controls.h"
#include "kit/icons.h"
#include "kit/paint.h"
#include "kit/space.h"
#include "kit/type.h"
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

namespace kit {

DropTarget::DropTarget(const QString &title, const QString &hint, QWidget *parent)
    : QWidget(parent), m_choose(button(tr("Choose file…")))
{
    m_choose->setParent(this);
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_choose, &QPushButton::clicked, this, &DropTarget::chooseWanted);
    become(Status::Neutral, title, hint);
}

void DropTarget::become(Status state, const QString &title, const QString &note)
{
    m_state = state;
    m_title = title;
    m_note = note;
    m_choose->setText(state == Status::Ok ? tr("Choose another…") : tr("Choose file…"));
    m_choose->resize(m_choose->sizeHint());
    setAccessibleName(title);
    setAccessibleDescription(note);
    m_choose->setAccessibleDescription(title + QStringLiteral(". ") + note);
    resizeEvent(nullptr);
    update();
}

void DropTarget::setSuffixes(const QStringList &suffixes)
{
    m_suffixes = suffixes;
}

void DropTarget::showFile(const QString &name, const QString &note)
{
    become(Status::Ok, name, note);
}

void DropTarget::refuse(const QString &reason)
{
    become(Status::Bad, tr("This file cannot be used"), reason);
}

QSize DropTarget::sizeHint() const
{
    return {scaled(320), scaled(64)};
}

void DropTarget::resizeEvent(QResizeEvent *)
{
    const QRect place = atEnd(rect().adjusted(space::m, 0, -space::m, 0), m_choose->width());
    m_choose->move(place.left(), (height() - m_choose->height()) / 2);
}

void DropTarget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokensOf(this);
    const QColor ink = m_over ? t.accent : m_state == Status::Neutral ? t.muted : inkOf(t, m_state);
    const bool filled = m_state == Status::Ok && !m_over;
    QPen edge(m_over || m_state == Status::Bad ? ink
            : filled                           ? t.line
                                               : t.edge,
        m_over ? 2 : 1, filled ? Qt::SolidLine : Qt::DashLine);
    painter.setPen(edge);
    painter.setBrush(m_over ? t.accentSoft : m_state == Status::Bad ? t.badSoft : filled ? t.raised : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::radius, space::radius);
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const QRect inner = rect().adjusted(space::l, 0, -space::l, 0);
    paintGlyph(painter, m_state == Status::Neutral ? Glyph::Upload : glyphOf(m_state),
        centred(atStart(inner, iconSide() + 4), iconSide() + 4), ink);
    const int used = iconSide() + 4 + space::m;
    const int button = m_choose->width() + space::m;
    QRect words = inner.adjusted(rtl ? button : used, 0, rtl ? -used : -button, 0);
    const int side = int(Qt::AlignAbsolute | (rtl ? Qt::AlignRight : Qt::AlignLeft));
    const int half = height() / 2;
    painter.setPen(t.text);
    painter.setFont(kit::font(Type::Strong));
    painter.drawText(words.adjusted(0, 0, 0, -half), side | int(Qt::AlignBottom),
        painter.fontMetrics().elidedText(m_title, Qt::ElideMiddle, words.width()));
    painter.setFont(kit::font(Type::Caption));
    painter.setPen(m_state == Status::Bad ? t.bad : t.muted);
    painter.drawText(words.adjusted(0, half + 2, 0, 0), side | int(Qt::AlignTop),
        painter.fontMetrics().elidedText(m_note, Qt::ElideRight, words.width()));
}

// Exactly one local file of a known kind; everything else is not taken.
QString DropTarget::fileIn(const QMimeData *mime) const
{
    if (!mime->hasUrls() || mime->urls().size() != 1 || !mime->urls().constFirst().isLocalFile())
        return {};
    const QString path = mime->urls().constFirst().toLocalFile();
    const bool known = m_suffixes.isEmpty() || m_suffixes.contains(QFileInfo(path).suffix().toLower());
    return known ? path : QString();
}

void DropTarget::dragEnterEvent(QDragEnterEvent *event)
{
    m_over = !fileIn(event->mimeData()).isEmpty();
    event->setAccepted(m_over);
    update();
}

void DropTarget::dragLeaveEvent(QDragLeaveEvent *event)
{
    QWidget::dragLeaveEvent(event);
    m_over = false;
    update();
}

void DropTarget::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    if (const QString path = fileIn(event->mimeData()); !path.isEmpty())
        emit dropped(path);
}

} // namespace kit
