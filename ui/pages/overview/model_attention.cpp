// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/model_attention.h"
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr qsizetype mostLines = 3; // the page lists the others

static QString say(const char *text)
{
    return QCoreApplication::translate("pages::overview", text);
}

QList<Attention> ofModels(const QList<aliases::Finding> &findings)
{
    using aliases::Severity;
    QList<Attention> lines;
    for (const aliases::Finding &finding : findings) {
        if (finding.rule != "C06"_L1 || finding.severity == Severity::Note || lines.size() == mostLines)
            continue;
        Attention line;
        const bool ended = finding.severity == Severity::Error;
        line.status = ended ? kit::Status::Bad : kit::Status::Warn;
        line.title = (ended ? say(QT_TRANSLATE_NOOP("pages::overview", "“%1” leads to a model that has ended"))
                            : say(QT_TRANSLATE_NOOP("pages::overview", "“%1” leads to a model that ends soon")))
                         .arg(finding.alias);
        line.detail = finding.what + u' ' + finding.next;
        line.verb = say(QT_TRANSLATE_NOOP("pages::overview", "See the alias"));
        line.page = u"aliases"_s;
        line.filter = finding.alias;
        lines << line;
    }
    return lines;
}

} // namespace pages
