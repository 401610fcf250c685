// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/import_door.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "pages/connections/import_card.h"
#include "workspace/connection_import_words.h"
#include <QFile>
#include <QFileDialog>
#include <QVBoxLayout>

namespace pages {

ImportDoor::ImportDoor(kit::Sheet *sheet) : QObject(sheet), m_sheet(sheet) {}

void ImportDoor::chooseFile()
{
    auto *dialog = new QFileDialog(m_sheet->window(), tr("Import a connection from a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            preview(file.read(workspace::largestImport + 1));
        else
            refuse(file.errorString());
    });
    dialog->open();
}

void ImportDoor::preview(const QByteArray &text)
{
    auto read = workspace::readConnections(text);
    if (!read)
        return refuse(read.error());
    auto *card = new ImportCard(std::move(*read));
    connect(card, &ImportCard::taken, this, [this](const workspace::ImportedConnection &connection) {
        emit taken(connection);
        putOnTop(nullptr);
    });
    connect(card, &ImportCard::discarded, this, [this] { putOnTop(nullptr); });
    putOnTop(card);
}

void ImportDoor::take(const QByteArray &text)
{
    const auto read = workspace::readConnections(text);
    if (!read || read->connections.size() != 1)
        return preview(text);
    const workspace::ImportedConnection &connection = read->connections.first();
    emit taken(connection);
    QStringList said{tr("Nothing is kept before you save the connection.")};
    said << connection.notes << read->unused;
    auto *notice = new kit::Notice(kit::Status::Neutral, workspace::sentenceOf(*read), said.join(u' '));
    notice->addCloseButton();
    putOnTop(notice);
}

void ImportDoor::refuse(const QString &why)
{
    auto *notice = new kit::Notice(kit::Status::Warn, tr("Nothing was imported"), why);
    notice->addCloseButton();
    putOnTop(notice);
}

void ImportDoor::putOnTop(QWidget *widget)
{
    if (m_top) {
        m_top->hide();
        m_top->deleteLater(); // it may be the one that speaks
    }
    m_top = widget;
    if (widget)
        m_sheet->body()->insertWidget(0, widget);
}

} // namespace pages
