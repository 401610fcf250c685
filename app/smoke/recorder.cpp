// SPDX-License-Identifier: GPL-3.0-or-later
#include "smoke/recorder.h"
#include "net/fingerprint.h"
#include "smoke/chat.h"

using namespace Qt::StringLiterals;

namespace smoke {

Recorder::Recorder(net::Http &door, const Clock &clock, Purse &purse, QString subject, Say say)
    : m_door(door), m_clock(clock), m_purse(purse), m_subject(std::move(subject)), m_say(std::move(say))
{}

void Recorder::next(const QString &label, Call call)
{
    m_label = label;
    m_call = call;
}

void Recorder::note(const QString &text)
{
    m_notes << text;
    tell(Live::What::Note, text, 0);
}

void Recorder::tell(Live::What what, const QString &text, qint64 atNs)
{
    m_say({what, text, atNs, -1});
}

Task<net::Exchange> Recorder::send(net::Request request)
{
    return run(std::move(request), {});
}

Task<net::Exchange> Recorder::stream(net::Request request, net::OnFrame onFrame)
{
    return run(std::move(request), std::move(onFrame));
}

static net::Exchange unpaid()
{
    net::Exchange none;
    none.failure = Failure{FailureKind::Budget, u"not sent: it could pass the cost cap"_s, 0};
    return none;
}

Task<net::Exchange> Recorder::run(net::Request request, net::OnFrame onFrame)
{
    if (!m_purse.affords(request))
        co_return unpaid();
    const qsizetype at = open(request);
    request.onHead = [this, at](const net::Exchange &head) { take(at, head); };
    const auto keep = [this, at, onFrame](const net::Frame &frame) {
        take(at, frame);
        onFrame(frame);
    };
    Task<net::Exchange> call = onFrame ? m_door.stream(std::move(request), keep) : m_door.send(std::move(request));
    net::Exchange exchange = co_await std::move(call);
    close(at, exchange);
    co_return exchange;
}

qsizetype Recorder::open(const net::Request &request)
{
    net::Recorded call;
    call.label = m_label;
    call.subject = m_subject;
    call.method = request.method;
    call.url = request.url;
    call.body = request.body;
    call.headers = net::withoutSecrets(request.headers);
    call.started = m_clock.now();
    call.open = true;
    m_calls << call;
    if (m_call == Call::Measured) {
        m_measured = m_calls.size() - 1;
        m_pieces.clear();
    }
    tell(Live::What::Sent, QString::fromLatin1(call.method) + u' ' + call.url.path(), 0);
    return m_calls.size() - 1;
}

static QString inOneLine(const net::Exchange &head)
{
    return u"%1  %2"_s.arg(head.status).arg(QString::fromLatin1(head.header("content-type")).section(u';', 0, 0));
}

void Recorder::take(qsizetype at, const net::Exchange &head)
{
    m_calls[at].exchange = head;
    tell(Live::What::Headers, inOneLine(head), head.timings.firstHeader.value_or(0));
}

void Recorder::take(qsizetype at, const net::Frame &frame)
{
    m_calls[at].frames << frame;
    const QString text = readChunk(frame.data).text;
    if (text.isEmpty())
        return;
    if (at == m_measured)
        m_pieces << frame.atNs;
    tell(Live::What::Text, text, frame.atNs);
}

void Recorder::close(qsizetype at, const net::Exchange &exchange)
{
    net::Recorded &call = m_calls[at];
    const bool told = call.exchange.status > 0;
    call.exchange = exchange;
    call.open = false;
    const std::optional<qint64> cost = m_purse.book(call);
    m_cost = m_cost && cost ? std::optional(*m_cost + *cost) : std::nullopt;
    const bool refused = exchange.status == 401 || exchange.status == 403;
    if (m_call != Call::Provoked)
        m_refusals << refused;
    const qint64 end = exchange.timings.end.value_or(0);
    if (!told && exchange.status > 0)
        tell(Live::What::Headers, inOneLine(exchange), end);
    if (exchange.failure)
        tell(Live::What::Note, exchange.failure->detail, end);
    const QString text = call.frames.isEmpty() ? readReply(exchange.body).content : QString();
    if (!text.isEmpty())
        tell(Live::What::Text, text, end);
}

void Recorder::closeOpen()
{
    for (net::Recorded &call : m_calls) {
        if (!call.open || call.exchange.timings.end)
            continue;
        const qint64 last = call.frames.isEmpty() ? 0 : call.frames.last().atNs;
        call.exchange.timings.end = std::max(last, call.exchange.timings.firstHeader.value_or(0));
        const std::optional<qint64> cost = m_purse.book(call);
        m_cost = m_cost && cost ? std::optional(*m_cost + *cost) : std::nullopt;
    }
}

int Recorder::refusalsInARow(int before) const
{
    int row = before;
    for (const bool refused : m_refusals)
        row = refused ? row + 1 : 0;
    return row;
}

const net::Recorded *Recorder::measured() const
{
    return m_measured < 0 ? nullptr : &m_calls.at(m_measured);
}

std::optional<std::chrono::milliseconds> Recorder::retryAfter() const
{
    if (m_calls.isEmpty() || m_calls.last().exchange.status != 429)
        return {};
    bool isNumber = false;
    const double seconds = m_calls.last().exchange.header("retry-after").toDouble(&isNumber);
    if (!isNumber || seconds < 0)
        return {};
    return std::chrono::milliseconds(qint64(std::min(seconds, 1e6) * 1000));
}

} // namespace smoke
