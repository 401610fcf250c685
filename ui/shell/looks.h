// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/style.h"
#include <functional>
#include <QObject>
#include <QPalette>

class QSettings;

namespace shell {

// Dresses the program: in the look a person chose, which is kept in settings.ini, else in that of the desktop, also when
// the desktop changes it while the program runs. Main thread.
class Looks final : public QObject
{
    Q_OBJECT

public:
    using Desktop = std::function<QPalette()>; // the desktop's colours as they are now
    Looks(QApplication &app, QSettings &settings, Desktop desktop = desktopPalette);

    // "light", "dark", "contrast", or empty: as the desktop. Unknown words count as empty.
    void choose(const QString &name);
    void hold(kit::Scheme scheme); // for this run only, whatever was chosen
    QString chosen() const;
    kit::Scheme scheme() const { return m_scheme; }
    bool eventFilter(QObject *watched, QEvent *event) override;

    // Without the colours that this program has set itself.
    static QPalette desktopPalette();

private:
    void dress(bool always);

    QApplication &m_app;
    QSettings &m_settings;
    Desktop m_desktop;
    std::optional<kit::Scheme> m_held;
    kit::Scheme m_scheme = kit::Scheme::Light;
    bool m_dressing = false;
};

} // namespace shell
