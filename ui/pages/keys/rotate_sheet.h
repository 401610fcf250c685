// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/key.h"
#include "pages/key_place.h"
#include <chrono>
#include <QObject>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kit {
class Sheet;
}

namespace pages {

// Asks before a key gets a new secret: for how long the one before works on, and what that means. Lives as long as its
// sheet.
class RotateSheet final : public QObject
{
    Q_OBJECT

public:
    RotateSheet(const Key &key, const KeyPlace &place, const QDateTime &now, QWidget *window);

    QPushButton *offerSuccessor(); // adds the way to a rotation by another key

signals:
    void wanted(std::chrono::seconds overlap);

private:
    void build();
    void buildFoot();
    void showMeaning();
    std::chrono::seconds overlap() const;
    void close();

    const Key m_key;
    const KeyPlace &m_place;
    const QDateTime m_now;
    kit::Sheet *m_sheet;
    QComboBox *m_overlap;
    QLabel *m_meaning;
};

// What becomes of the secret before: "The old secret works until 19 Jun, 14:32."
QString oldSecretInWords(const Key &key, const KeyPlace &place, const QDateTime &now);

} // namespace pages
