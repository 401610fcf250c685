// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/money.h"
#include "evidence/writer.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

// One page without a script or a further file; light or dark as the reader's system is; fit to print.
namespace evidence {
namespace {

constexpr auto look =
    R"(:root{color-scheme:light dark;--text:#1b1e26;--muted:#5a616e;--ground:#f8f9fa;--card:#fff;--line:#e2e5ea;
--ok:#17703c;--warn:#885800;--bad:#bc2230;--info:#0a65a0}
@media(prefers-color-scheme:dark){:root{--text:#e7e9ee;--muted:#a1a8b5;--ground:#16181e;--card:#1d2027;--line:#2d313b;
--ok:#5bcb8e;--warn:#ebb04a;--bad:#ff8a8a;--info:#6cb8f0}}
body{font:15px/1.5 "Noto Sans",system-ui,sans-serif;color:var(--text);background:var(--ground);margin:2rem auto;max-width:62rem;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:0 0 .5rem}p{margin:.25rem 0 1rem;color:var(--muted)}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem;margin:0 0 .75rem;break-inside:avoid}
table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);vertical-align:top}
th{color:var(--muted);font-weight:400}td:first-child,td:nth-child(2){white-space:nowrap}code{font-size:.9em;overflow-wrap:anywhere}
.passed{color:var(--ok)}.warned{color:var(--warn)}.failed{color:var(--bad)}.inconclusive,.unsupported{color:var(--info)}.skipped{color:var(--muted)}
.next{color:var(--text);font-weight:600}
@media print{:root{color-scheme:light;--text:#000;--muted:#444;--ground:#fff;--card:#fff}body{margin:0;max-width:none}section{border-radius:0}})";

QString esc(const QString &text)
{
    return printable(text).toHtmlEscaped();
}

QString mark(Outcome outcome)
{
    static const char *const signs[] = {"✓", "–", "⊘", "!", "?", "✗"};
    return u"<span class=\"%1\">%2 %3</span>"_s.arg(
        outcomeName(outcome), QString::fromUtf8(signs[int(outcome)]), esc(outcomeWord(outcome)));
}

QString row(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString() : u"<tr><th>%1</th><td>%2</td></tr>\n"_s.arg(esc(name), value);
}

QString time(const std::optional<QDateTime> &at)
{
    return at ? esc(at->toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)) : QString();
}

QString facts(const RunReport &run)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("evidence", text); };
    QString out = row(say(QT_TRANSLATE_NOOP("evidence", "Verdict")), mark(run.outcome()));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Run")), u"<code>%1</code>"_s.arg(esc(run.id)));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Connection")), esc(run.profile));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Gateway")), esc(u"%1 %2"_s.arg(run.gatewayKind, run.gatewayVersion)));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Key")), u"<code>%1</code>"_s.arg(esc(run.keyFingerprint)));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Started")), time(run.started));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Ended")), time(run.ended));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Stopped by")), esc(run.endedBy));
    out += row(say(QT_TRANSLATE_NOOP("evidence", "Cost cap")), esc(money::decimal(run.costCapNanos) + u" USD"_s));
    for (auto it = run.context.cbegin(); it != run.context.cend(); ++it)
        out += row(it.key(), esc(it.value()));
    return u"<section><table>\n"_s + out + u"</table></section>\n"_s;
}

QString ms(const std::optional<qint64> &value)
{
    return value ? u"%1 ms"_s.arg(*value) : u"—"_s;
}

QString times(const CheckReport &check)
{
    const QString text = QCoreApplication::translate(
        "evidence", "First header %1, first token %2, longest gap %3, total %4, %5 pieces, served by %6, cost %7.");
    const QString model = check.servedModel.isEmpty() ? u"—"_s : check.servedModel;
    const QString cost = check.costNanos ? money::decimal(*check.costNanos) + u" USD"_s
                                         : QCoreApplication::translate("evidence", "unknown");
    return esc(text.arg(ms(check.ttfbMs), ms(check.firstTokenMs), ms(check.longestGapMs), ms(check.totalMs),
        QString::number(check.chunks), model, cost));
}

QString next(const CheckReport &check)
{
    const QString text = QCoreApplication::translate("evidence", "Next step: %1.");
    return check.next.isEmpty() ? QString() : u"<p class=\"next\">%1</p>"_s.arg(esc(text.arg(check.next)));
}

QString section(const CheckReport &check)
{
    QString rows;
    for (const Reason &reason : check.reasons)
        rows += u"<tr><td><code>%1</code></td><td>%2</td><td>%3</td></tr>\n"_s.arg(
            esc(reason.id), mark(reason.outcome), esc(reason.text));
    const QString file =
        check.evidenceFile.isEmpty() ? QString() : u" <a href=\"%1\">%1</a>"_s.arg(esc(check.evidenceFile));
    QString ids;
    for (const QString &id : check.requestIds)
        ids += u" <code>%1</code>"_s.arg(esc(id));
    return u"<section><h2>%1 %2 — %3</h2>%8<p>%4%5</p><p>%6</p><table>\n%7</table></section>\n"_s.arg(
        esc(nameOf(check)), esc(check.title), mark(check.outcome), times(check), file, ids, rows, next(check));
}

QByteArray write(const RunReport &report)
{
    const QString title = esc(QCoreApplication::translate("evidence", "Smoke run of %1").arg(report.profile));
    QString body;
    for (const CheckReport &check : report.checks)
        body += section(check);
    const QString page = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"_s + title
        + u"</title><style>"_s + QString::fromUtf8(look) + u"</style></head>\n<body><h1>"_s + title
        + u"</h1><p></p>\n"_s + facts(report) + body + u"</body></html>\n"_s;
    return page.toUtf8();
}

} // namespace

extern const Writer htmlWriter;
const Writer htmlWriter{"html", "report.html", write};

} // namespace evidence
