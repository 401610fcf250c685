// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/help_view.h"
#include "kit/controls.h"
#include "kit/sheet.h"
#include <QCoreApplication>
#include <QFile>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace shell {

static QString say(const char *text)
{
    return QCoreApplication::translate("shell::help", text);
}

static QString helpFor(const QString &page)
{
    for (const QString &name : {page, u"gatewright"_s}) {
        QFile file(u":/help/%1.md"_s.arg(name));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    return {};
}

void showHelp(const QString &page, QWidget *window)
{
    auto *sheet = new kit::Sheet(say(QT_TRANSLATE_NOOP("shell::help", "Help")), {}, window);
    auto *text = new QTextBrowser;
    text->setAccessibleName(say(QT_TRANSLATE_NOOP("shell::help", "Help text")));
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenExternalLinks(false);
    text->setMinimumHeight(kit::scaled(420));
    text->document()->setMarkdown(helpFor(page),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    QPushButton *close = kit::button(say(QT_TRANSLATE_NOOP("shell::help", "Close")));
    QObject::connect(close, &QPushButton::clicked, sheet, &QObject::deleteLater);
    QObject::connect(sheet, &kit::Sheet::closeWanted, sheet, &QObject::deleteLater);
    sheet->body()->addWidget(text, 1);
    sheet->foot()->addStretch(1);
    sheet->foot()->addWidget(close);
    sheet->setWidth(720);
    sheet->open();
}

} // namespace shell
