// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/separated_file.h"
#include "kit/separated.h"
#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace pages {

Separated separatedBy(const QString &path)
{
    return path.endsWith(u".tsv"_s, Qt::CaseInsensitive) ? Separated::Tsv : Separated::Csv;
}

QString separatedLine(Separated kind, const QStringList &cells)
{
    return kind == Separated::Csv ? kit::csvLine(cells) : kit::tsvLine(cells);
}

Result<> writeText(const QString &path, const QString &text)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return tl::unexpected(Failure{FailureKind::Storage, u"%1: %2"_s.arg(path, file.errorString())});
}

void askForFile(QWidget *parent, const QString &title, const QString &name, std::function<void(QString)> chosen)
{
    const QString kinds = QCoreApplication::translate("pages", "Comma separated (*.csv);;Tab separated (*.tsv)");
    auto *dialog = new QFileDialog(parent, title, name, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace pages
