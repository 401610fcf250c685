// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/task_scope.h"
#include "kit/style.h"
#include <memory>
#include <QTcpServer>
#include <QTemporaryDir>

namespace workspace {
class LiveWorkspace;
}

namespace shell {

class MainWindow;

// Walks every page and state of the real program over the embedded gateway's demo data, in a folder that is thrown away,
// and writes pictures named <theme>-<page>[-<state>].png. Ends the program when done.
class Photographer final : public QObject
{
    Q_OBJECT

public:
    explicit Photographer(QString folder);
    ~Photographer() override;
    void start();

private:
    struct Scene
    {
        QString theme; // of the file name
        QString state; // empty: the usual one
        QSize size{1440, 900};
        QStringList pages; // empty: all
    };
    Task<> everything();
    Task<> worked(QString theme);
    Task<> troubled(QString theme);
    Task<> openDemo();
    Task<> openEmpty();
    Task<> openSilent();
    Task<> settle(int milliseconds);
    Task<bool> until(bool (*reached)(workspace::LiveWorkspace &));
    Task<> eachPage(Scene scene);
    Task<> extras(Scene scene);
    Task<> failing(Scene scene); // the store cannot be read; the last figures stay
    Task<> refused(Scene scene); // a write that does not arrive, a port that is taken; on a stopped gateway
    Task<> otherWays(); // right to left, large text
    Task<> keyViews(Scene scene); // these are in photographer_keys.cpp
    Task<> keyForms(Scene scene);
    Task<> keyLimits(Scene scene);
    Task<> keySecret(Scene scene, QString name);
    Task<> keyReview(Scene scene);
    Task<> keyGuard(Scene scene);
    Task<> keyRotation(Scene scene);
    void putSecretAway();
    Task<> keyProof(Scene scene); // those from here on in photographer_rights.cpp
    Task<> keyRevocation(Scene scene);
    Task<> keyPassport(Scene scene);
    Task<> dataFacts(Scene scene);
    Task<> ownKey(Scene scene);
    Task<> changeSets(Scene scene); // those from here on in photographer_scenes.cpp
    Task<> aliasForms(Scene scene); // new, refused, an edit with a route down, asked before leaving, a removal, staged
    Task<> smokeRuns(Scene scene);
    Task<> views(Scene scene, QString page, QString control, QStringList names); // behind the first one
    Task<> connectSheet(Scene scene); // empty, recognised, a step that fails, an import
    Task<> many(Scene scene); // 5,000 keys, a full log
    void renew(); // a window on a new workspace
    void dress(const QString &theme);
    void take(const Scene &scene, const QString &page);

    QString m_folder;
    QTemporaryDir m_data;
    int m_dirs = 0;
    QTcpServer m_silent; // accepts and never answers: what waiting looks like
    std::unique_ptr<workspace::LiveWorkspace> m_live;
    std::unique_ptr<MainWindow> m_window;
    TaskScope m_task; // last
};

} // namespace shell
