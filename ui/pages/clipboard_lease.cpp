// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clipboard_lease.h"
#include "secrets/handover.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace pages {

ClipboardLease::ClipboardLease(std::chrono::milliseconds time, QObject *parent) : QObject(parent)
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer);
    m_end.setInterval(time);
    m_tick.setInterval(qMin<int>(1000, int(time.count()) / 4 + 1));
    connect(&m_end, &QTimer::timeout, this, &ClipboardLease::emptyNow);
    connect(&m_tick, &QTimer::timeout, this, &ClipboardLease::ticked);
}

ClipboardLease::~ClipboardLease()
{
    emptyNow();
}

void ClipboardLease::copy(const Secret &secret)
{
    auto *data = new QMimeData;
    data->setText(secrets::forScreenOnce(secret));
    data->setData(u"x-kde-passwordManagerHint"_s, "secret"); // histories of the clipboard leave it out
    QGuiApplication::clipboard()->setMimeData(data);
    m_secret = secret;
    m_end.start();
    m_tick.start();
    emit ticked();
}

void ClipboardLease::emptyNow()
{
    m_end.stop();
    m_tick.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    for (const auto where : {QClipboard::Clipboard, QClipboard::Selection}) // the second is X11's
        if (!m_secret.isEmpty() && clipboard && clipboard->text(where) == secrets::forScreenOnce(m_secret))
            clipboard->clear(where);
    m_secret = Secret();
    emit ticked();
}

} // namespace pages
