// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/clock.h"
#include "base/task_scope.h"
#include "pages/keys/key_sources.h"
#include "pages/keys/proof_sheet.h"

class QVBoxLayout;
namespace keys {
class KeyService;
}

namespace pages {

class Navigation;

// The proofs of the keys page: asked for on a row, offered after an act that takes a right away, and begun by itself where
// the secret of a disabled key can be had. The page owns it; a sheet may outlive both.
class KeyProofs final : public QObject
{
    Q_OBJECT

public:
    KeyProofs(keys::KeyService &service, const Clock &clock, const KeyPlace &place, Navigation &navigation,
        KeySources &sources);

    QWidget *notice() const { return m_notice; } // stands above the table; empty: hidden
    void open(const std::optional<Key> &key); // without one: of a key that is gone
    void openRevocation(const QString &owner); // empty: it is asked for
    void disabled(const Key &key); // just now, by a person
    void removing(const QList<Key> &keys); // they may still be held back
    void saved(const Key &before);

private:
    Task<> openTask(Key key);
    Task<> afterTask(Key key, QString alias);
    Task<> lineTask(workspace::RevokedLine line);
    Task<> elsewhereTask(workspace::RevokedLine line);
    ProofSheet::Subject subjectOf(const std::optional<Key> &key, const workspace::ProofKnown &known) const;
    ProofSheet::Subject subjectOf(const workspace::RevokedLine &line, const workspace::ProofKnown &known) const;
    void openSheet(const ProofSheet::Subject &subject);
    void openLine(const workspace::RevokedLine &line);
    void offer(const ProofSheet::Subject &subject);
    void begin(const ProofSheet::Subject &subject);
    void followService();
    void followProof();
    void showEnd();
    void withdraw();
    void say(QWidget *notice);

    keys::KeyService &m_service;
    const Clock &m_clock;
    const KeyPlace &m_place;
    Navigation &m_navigation;
    KeySources &m_sources;
    QWidget *m_notice;
    QVBoxLayout *m_column;
    QList<Key> m_removing;
    std::optional<ProofSheet::Subject> m_offered;
    bool m_begun = false; // the proof under way was begun by itself
    bool m_withdrawn = false; // it was, and is stopped
    std::shared_ptr<workspace::ProofElsewhere> m_elsewhere; // of the sheet that is open
    TaskScope m_tasks; // last
};

} // namespace pages
