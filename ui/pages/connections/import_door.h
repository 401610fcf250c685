// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "workspace/connection_import.h"
#include <QObject>

namespace kit {
class Sheet;
}

namespace pages {

// How a text or a file gets into the form: shown first at the top of the sheet, taken over when a person says so.
class ImportDoor final : public QObject
{
    Q_OBJECT

public:
    explicit ImportDoor(kit::Sheet *sheet);
    void chooseFile();
    void preview(const QByteArray &text);
    void take(
        const QByteArray &text); // of one connection, without asking: it is told what was taken. Of several: preview
    // At the top of the sheet there is one thing at a time: a preview, why there is none, or this. Null: nothing.
    void putOnTop(QWidget *widget);

signals:
    void taken(const workspace::ImportedConnection &connection);

private:
    void refuse(const QString &why);

    kit::Sheet *m_sheet;
    QWidget *m_top = nullptr;
};

} // namespace pages
