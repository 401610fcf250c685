// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/proof_pane.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/pill.h"
#include "kit/waterfall.h"
#include "pages/smoke/smoke_words.h"
#include "smoke/chat.h"
#include "smoke/next_step.h"
#include "smoke/stream_facts.h"
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace smoke_words;
using smoke::Item;

static constexpr int mostTicks = 300;
static constexpr int factRows = 4;

QList<double> thinned(const QList<qint64> &arrivalsNs, int most)
{
    qsizetype longest = 1;
    for (qsizetype i = 1; i < arrivalsNs.size(); ++i)
        if (arrivalsNs.at(i) - arrivalsNs.at(i - 1) > arrivalsNs.at(longest) - arrivalsNs.at(longest - 1))
            longest = i;
    const qsizetype step = arrivalsNs.size() / most + 1;
    QList<double> times;
    for (qsizetype i = 0; i < arrivalsNs.size(); ++i)
        if (i % step == 0 || i == longest || i == longest - 1 || i + 1 == arrivalsNs.size())
            times << double(arrivalsNs.at(i)) / 1e6;
    return times;
}

static void empty(QLayout *layout)
{
    while (QLayoutItem *old = layout->takeAt(0)) {
        delete old->widget();
        delete old;
    }
}

ProofPane::ProofPane(QWidget *parent)
    : QWidget(parent)
    , m_nothing(kit::paragraph(tr("The time line of the call, its figures and every assertion appear here.")))
    , m_all(new QWidget)
    , m_head(new QVBoxLayout)
    , m_fall(new kit::Waterfall(tr("Time line of the call")))
    , m_facts(new QGridLayout)
    , m_reasons(new QVBoxLayout)
{
    QVBoxLayout *outer = kit::plainColumn(this);
    outer->addWidget(m_nothing);
    outer->addWidget(m_all);
    outer->addStretch(1);
    QVBoxLayout *column = kit::plainColumn(m_all, kit::space::m);
    column->addLayout(m_head);
    column->addWidget(m_fall);
    column->addLayout(m_facts);
    column->addLayout(m_reasons);
    m_all->hide();
    m_facts->setHorizontalSpacing(kit::space::l);
    m_facts->setVerticalSpacing(kit::space::xs);
    m_facts->setColumnStretch(0, 1);
    m_facts->setColumnStretch(2, 1);
    m_reasons->setSpacing(kit::space::s);
    const QStringList names{tr("First header"), tr("First event"), tr("First token"), tr("Gap, median"),
        tr("Gap, 95 %"), tr("Gap, longest"), tr("Pieces"), tr("Closing marker")};
    for (int i = 0; i < names.size(); ++i) {
        m_facts->addWidget(kit::elided(names.at(i), kit::Type::Body, kit::Ink::Muted), i % factRows, i / factRows * 2);
        m_values << kit::label(kit::format::none());
        m_facts->addWidget(m_values.last(), i % factRows, i / factRows * 2 + 1, Qt::AlignRight);
        m_values.last()->setAccessibleName(names.at(i));
    }
}

// The call whose times are the check's: the last one under its own label, of T00 the model list.
static const net::Recorded *mainCall(const CheckReport &report, const QList<net::Recorded> &calls)
{
    const QString label = report.check == u"T00" ? u"T00c"_s : report.check + report.variant;
    const net::Recorded *found = nullptr;
    for (const net::Recorded &call : calls)
        if (call.label == label)
            found = &call;
    return found;
}

void ProofPane::show(const Item &item, const QList<net::Recorded> &calls)
{
    m_nothing->hide();
    m_all->show();
    const net::Recorded *call = mainCall(item.report, calls);
    showHead(item);
    showFall(item, call);
    showFacts(item, call);
    showReasons(item.report);
}

void ProofPane::clear()
{
    m_all->hide();
    m_nothing->show();
}

static kit::Notice *noticeOf(const CheckReport &report)
{
    const Reason *reason = smoke::decidingReason(report);
    const QString step = smoke::nextStep(report);
    const QString why = !reason ? QString() : step.isEmpty() ? reason->text : reason->text + u'\n' + step + u'.';
    const QString title = ProofPane::tr("%1: %2").arg(reason ? reason->id : QString(), wordOf(report.outcome));
    return new kit::Notice(statusOf(report.outcome), title, why);
}

void ProofPane::showHead(const Item &item)
{
    const bool decided = item.progress == Item::Progress::Done && item.report.outcome != Outcome::Passed;
    const QString what = decided ? nameOf(item.report) + wordOf(item.report.outcome) : QString();
    if (what == std::exchange(m_saidHead, what))
        return;
    empty(m_head);
    if (decided)
        m_head->addWidget(noticeOf(item.report));
}

static QList<kit::Span> phasesOf(const net::Timings &timings, double lastMs)
{
    const auto ms = [](const std::optional<qint64> &ns) { return double(ns.value_or(0)) / 1e6; };
    QList<kit::Span> phases;
    double at = 0;
    const auto add = [&](const QString &name, const std::optional<qint64> &until) {
        if (!until)
            return;
        phases << kit::Span{name, at, std::max(at, ms(until))};
        at = phases.last().to;
    };
    if (timings.connect || timings.tls)
        add(ProofPane::tr("Connect"), timings.tls ? timings.connect : timings.sent);
    add(QStringLiteral("TLS"), timings.tls);
    add(ProofPane::tr("Send"), timings.sent);
    add(ProofPane::tr("Wait"), timings.firstHeader);
    if (timings.firstHeader)
        phases << kit::Span{ProofPane::tr("Answer"), at, std::max({at, ms(timings.end), lastMs})};
    return phases;
}

void ProofPane::showFall(const Item &, const net::Recorded *call)
{
    m_fall->setVisible(call && call->exchange.timings.firstHeader);
    if (!call)
        return;
    QList<qint64> arrivals;
    for (const net::Frame &frame : call->frames)
        arrivals << frame.atNs;
    const double last = arrivals.isEmpty() ? 0 : double(arrivals.last()) / 1e6;
    m_fall->setData(phasesOf(call->exchange.timings, last), thinned(arrivals, mostTicks));
}

static QString inMs(const std::optional<qint64> &ns)
{
    return time(ns ? std::optional((*ns + 500'000) / 1'000'000) : std::nullopt);
}

static QString closingMark(const Item &item, const net::Recorded *call)
{
    if (!call || call->frames.isEmpty())
        return kit::format::none();
    if (call->frames.last().data == "[DONE]")
        return ProofPane::tr("came");
    return item.progress == Item::Progress::Running ? ProofPane::tr("not yet") : ProofPane::tr("none");
}

void ProofPane::showFacts(const Item &item, const net::Recorded *call)
{
    const CheckReport &report = item.report;
    QList<qint64> arrivals;
    for (const net::Frame &frame : call ? call->frames : QList<net::Frame>())
        arrivals << frame.atNs;
    const smoke::Gaps gaps = smoke::gapsOf(arrivals);
    const net::Timings timings = call ? call->exchange.timings : net::Timings();
    const auto or_ = [](const std::optional<qint64> &kept, const QString &live) { return kept ? time(kept) : live; };
    const std::optional<qint64> event = arrivals.isEmpty() ? std::nullopt : std::optional(arrivals.first());
    const QStringList values{or_(report.ttfbMs, inMs(timings.firstHeader)), inMs(event), time(report.firstTokenMs),
        or_(report.gapP50Ms, inMs(gaps.p50)), or_(report.gapP95Ms, inMs(gaps.p95)),
        or_(report.longestGapMs, inMs(gaps.longest)),
        report.chunks > 0 ? kit::format::count(report.chunks) : kit::format::none(), closingMark(item, call)};
    for (int i = 0; i < values.size(); ++i)
        m_values.at(i)->setText(values.at(i));
}

static QWidget *lineOf(const Reason &reason)
{
    QLabel *id = kit::label(reason.id, kit::Type::MonoSmall, kit::Ink::Muted);
    auto *pill = new kit::Pill(statusOf(reason.outcome), wordOf(reason.outcome));
    QLabel *text = kit::wrapped(reason.text, kit::Type::Body);
    text->setTextFormat(Qt::PlainText);
    return kit::stacked({kit::row({id, pill}, kit::space::s, 0), text}, kit::space::hair);
}

void ProofPane::showReasons(const CheckReport &report)
{
    if (m_saidAny && report.reasons == m_said)
        return;
    m_saidAny = true;
    m_said = report.reasons;
    empty(m_reasons);
    if (!report.reasons.isEmpty())
        m_reasons->addWidget(kit::label(tr("Every assertion"), kit::Type::Strong));
    for (const Reason &reason : report.reasons)
        m_reasons->addWidget(lineOf(reason));
}

} // namespace pages
