// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/stream_view.h"
#include "kit/type.h"
#include <QScrollBar>
#include <QTimer>

namespace kit {

static constexpr int flushEvery = 40;
static constexpr int linesKept = 5000;

StreamView::StreamView(const QString &name, QWidget *parent) : QPlainTextEdit(parent), m_timer(new QTimer(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(linesKept);
    setFont(kit::font(Type::Mono));
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(name);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(12);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &StreamView::flush);
}

void StreamView::append(const QString &piece)
{
    m_waiting += piece;
    if (!m_timer->isActive())
        m_timer->start(flushEvery);
}

void StreamView::finish()
{
    m_timer->stop();
    flush();
}

void StreamView::clearAll()
{
    m_waiting.clear();
    clear();
}

void StreamView::flush()
{
    QScrollBar *bar = verticalScrollBar();
    const bool following = bar->value() >= bar->maximum() - 4;
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(m_waiting);
    m_waiting.clear();
    if (following)
        bar->setValue(bar->maximum());
}

} // namespace kit
