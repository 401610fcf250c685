// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/live_pane.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/segmented.h"
#include "kit/stream_view.h"
#include "kit/table.h"
#include "net/redact.h"
#include "net/redactor.h"
#include "pages/smoke/frame_model.h"
#include "pages/smoke/proof_pane.h"
#include "pages/smoke/smoke_words.h"
#include "smoke/chat.h"
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using smoke::Item;
using smoke::Live;

static constexpr int piecesAsked = 200; // of a streaming check, about

LivePane::LivePane(QWidget *parent)
    : QWidget(parent)
    , m_views(new QWidget)
    , m_wide(new Segmented(tr("View"), {tr("Text"), tr("Frames"), tr("Headers")}))
    , m_narrow(new Segmented(tr("View"), {tr("Text"), tr("Frames"), tr("Verdict")}))
    , m_stack(new QStackedWidget)
    , m_text(new StreamView(tr("Answer as it arrives")))
    , m_frames(new Table(tr("Frames")))
    , m_frameModel(new FrameModel(this))
    , m_headers(new StreamView(tr("Headers of the calls")))
    , m_proof(new ProofPane)
    , m_count(elided({}, Type::Caption, Ink::Muted))
    , m_bar(new QProgressBar)
    , m_cancel(button(tr("Cancel this check")))
{
    m_text->setObjectName(u"text"_s);
    m_frames->setObjectName(u"frames"_s);
    m_headers->setObjectName(u"headers"_s);
    m_cancel->setObjectName(u"cancelCheck"_s);
    auto *choice = plainColumn(m_views, 0);
    choice->addWidget(m_wide);
    choice->addWidget(m_narrow);
    m_narrow->hide();
    m_frames->setModel(m_frameModel);
    m_frames->setWidths({86, 78, 60, 0});
    m_frames->setCompact();
    auto *holder = new QWidget;
    auto *inset = new QVBoxLayout(holder);
    inset->setContentsMargins(space::l, 0, space::l, space::m);
    inset->addWidget(m_proof);
    QScrollArea *verdict = scrolled(holder);
    verdict->viewport()->setAutoFillBackground(false); // the card's ground shows
    holder->setAutoFillBackground(false);
    for (QWidget *view : std::initializer_list<QWidget *>{m_text, m_frames, m_headers, verdict})
        m_stack->addWidget(view);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(10);
    m_bar->setAccessibleName(tr("Progress of the answer"));
    m_foot = row({m_count, m_bar, m_cancel}, space::m);
    auto *foot = qobject_cast<QHBoxLayout *>(m_foot->layout());
    foot->setStretch(0, 2);
    foot->setStretch(1, 1);
    foot->setContentsMargins(space::l, 0, space::m, space::s);
    QVBoxLayout *column = plainColumn(this);
    column->addWidget(m_stack, 1);
    column->addWidget(m_foot);
    connect(m_wide, &Segmented::chosen, this, &LivePane::showView);
    connect(m_narrow, &Segmented::chosen, this, &LivePane::showView);
    connect(m_cancel, &QPushButton::clicked, this, &LivePane::cancelWanted);
}

void LivePane::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    m_wide->setVisible(!narrow);
    m_narrow->setVisible(narrow);
    showView();
}

void LivePane::showView()
{
    const int view = (m_isNarrow ? m_narrow : m_wide)->current();
    m_stack->setCurrentIndex(m_isNarrow && view == Headers ? int(Proof) : view);
}

void LivePane::begin(const Item &item, const QList<net::Recorded> &calls)
{
    m_text->clearAll();
    m_headersShown.clear();
    m_frameModel->show({});
    if (item.progress == Item::Progress::Done)
        for (const net::Recorded &call : calls)
            replay(call);
    m_text->finish();
}

static QString headLine(const net::Exchange &exchange)
{
    if (exchange.status == 0)
        return LivePane::tr("no answer");
    const QString type = QString::fromLatin1(exchange.header("content-type")).section(u';', 0, 0);
    return u"%1  %2"_s.arg(exchange.status).arg(type);
}

static QString textOf(const net::Recorded &call)
{
    QString text;
    for (const net::Frame &frame : call.frames)
        text += smoke::readChunk(frame.data).text;
    return call.frames.isEmpty() ? smoke::readReply(call.exchange.body).content : text;
}

// The same lines that take() wrote while it ran.
void LivePane::replay(const net::Recorded &call)
{
    const QString sent = u"%1 %2  → "_s.arg(QString::fromLatin1(call.method), call.url.path());
    if (call.open && call.exchange.status == 0)
        return m_text->append(sent); // take() goes on with its head
    m_text->append(sent + headLine(call.exchange) + u'\n');
    const QString text = net::withoutKeyLike(textOf(call));
    if (!text.isEmpty())
        m_text->append(u'\n' + text + (text.endsWith(u'\n') ? u""_s : u"\n"_s));
    if (call.exchange.failure)
        m_text->append(u"[%1]\n"_s.arg(call.exchange.failure->detail));
    m_text->append(u"\n"_s);
}

void LivePane::take(const Live &said)
{
    switch (said.what) {
    case Live::What::Sent:
        return m_text->append((m_text->toPlainText().isEmpty() ? QString() : u"\n\n"_s) + said.text + u"  → "_s);
    case Live::What::Headers:
        return m_text->append(said.text + u"\n\n"_s);
    case Live::What::Text:
        return m_text->append(said.text);
    case Live::What::Note:
    case Live::What::Frame:
        return m_text->append(u"\n[%1]\n"_s.arg(said.text));
    }
}

static void addHeaders(QString &out, const QList<net::Header> &headers)
{
    for (const net::Header &header : headers) {
        const bool secret = net::carriesSecret(header.name) && !header.value.contains("[secret");
        const QString value = secret ? u"[secret]"_s : net::withoutKeyLike(QString::fromUtf8(header.value));
        out += QString::fromLatin1(header.name) + u": "_s + value + u'\n';
    }
}

static QString headersOf(const QList<net::Recorded> &calls)
{
    QString out;
    for (const net::Recorded &call : calls) {
        out += u"%1  %2 %3\n"_s.arg(call.label, QString::fromLatin1(call.method), call.url.path());
        addHeaders(out, call.headers);
        out += u"\n→ %1\n"_s.arg(headLine(call.exchange));
        addHeaders(out, call.exchange.headers);
        out += u"\n"_s;
    }
    return out;
}

void LivePane::renew(const Item &item, const QList<net::Recorded> &calls, const net::Limits &limits)
{
    m_frameModel->show(calls.isEmpty() ? QList<net::Frame>() : calls.last().frames);
    const QString headers = headersOf(calls);
    if (headers != m_headersShown) {
        m_headersShown = headers;
        m_headers->clearAll();
        m_headers->append(headers);
        m_headers->finish();
    }
    if (m_isNarrow)
        m_proof->show(item, calls);
    showFoot(item, calls, limits);
}

void LivePane::showFoot(const Item &item, const QList<net::Recorded> &calls, const net::Limits &limits)
{
    const bool runs = item.progress == Item::Progress::Running;
    m_cancel->setVisible(runs);
    m_bar->setVisible(runs && item.report.check == u"T03");
    m_bar->setRange(0, piecesAsked);
    m_bar->setValue(std::min(item.report.chunks, piecesAsked));
    QStringList words;
    if (item.report.check == u"T03")
        words << (runs ? tr("%n of about %1 piece(s)", nullptr, item.report.chunks).arg(piecesAsked)
                       : tr("%n piece(s)", nullptr, item.report.chunks));
    if (item.report.firstTokenMs)
        words << tr("first token after %1").arg(format::duration(*item.report.firstTokenMs));
    if (item.report.longestGapMs)
        words << tr("longest gap %1").arg(format::duration(*item.report.longestGapMs));
    if (runs)
        words << tr("idle limit %1").arg(format::duration(limits.idle.count()));
    else if (item.report.totalMs)
        words << tr("total %1").arg(format::duration(*item.report.totalMs));
    if (calls.isEmpty() && !runs && !item.report.evidenceFile.isEmpty())
        words << tr("the calls lie in %1").arg(item.report.evidenceFile);
    m_count->setText(words.join(u", "_s));
    m_count->setToolTip(m_count->text());
}

void LivePane::end()
{
    m_text->finish();
}

} // namespace pages
