// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/owner_revocation.h"
#include <algorithm>

namespace workspace {

QList<Key> keysOfOwner(const QList<Key> &keys, const QString &owner)
{
    QList<Key> own = keys;
    own.removeIf([&owner](const Key &key) { return key.passport.owner.compare(owner, Qt::CaseInsensitive) != 0; });
    return own;
}

static bool wasDisabledBy(const QList<RevokedLine> &before, const RevokedLine &line)
{
    return std::ranges::any_of(before, [&line](const RevokedLine &each) {
        return each.profileId == line.profileId && each.key.id == line.key.id
            && each.result == RevokedLine::Result::Disabled;
    });
}

QList<RevokedLine> merged(const QList<RevokedLine> &before, const QList<RevokedLine> &again, const QStringList &asked)
{
    QList<RevokedLine> lines = before;
    lines.removeIf([&asked](const RevokedLine &line) { return asked.contains(line.profileId); });
    for (RevokedLine line : again) {
        if (line.result == RevokedLine::Result::WasDisabled && wasDisabledBy(before, line))
            line.result = RevokedLine::Result::Disabled;
        lines << line;
    }
    return lines;
}

OwnerRevocation::OwnerRevocation(std::unique_ptr<RevokeWork> work) : m_work(std::move(work)) {}

OwnerRevocation::~OwnerRevocation() = default;

void OwnerRevocation::revoke(const RevokeWish &wish)
{
    if (m_state.running)
        return;
    m_wish = wish;
    m_state = {};
    m_state.owner = wish.owner;
    m_tasks.run(ask(m_work->profiles()));
}

void OwnerRevocation::retry()
{
    if (m_state.running)
        return;
    QList<Profile> failed = m_work->profiles();
    failed.removeIf([this](const Profile &profile) {
        return std::ranges::none_of(m_state.lines, [&profile](const RevokedLine &line) {
            return line.profileId == profile.id && line.result == RevokedLine::Result::Failed;
        });
    });
    if (!failed.isEmpty())
        m_tasks.run(ask(failed));
}

Task<QList<RevokedLine>> OwnerRevocation::everywhere(RevokeWish wish)
{
    m_wish = wish;
    m_state = {};
    m_state.owner = wish.owner;
    const QList<Profile> all = m_work->profiles();
    co_await ask(all);
    co_return m_state.lines;
}

Task<> OwnerRevocation::ask(QList<Profile> profiles)
{
    m_state.running = true;
    m_state.asked = 0;
    m_state.wanted = int(profiles.size());
    for (const Profile &profile : profiles) {
        if (m_wish.stops())
            break;
        m_state.asking = profile.name;
        announce();
        const QList<RevokedLine> here = co_await m_work->revokeOn(profile, m_wish);
        const QStringList which(profile.id);
        m_state.lines = merged(m_state.lines, here, which);
        ++m_state.asked;
    }
    m_state.running = false;
    m_state.asking.clear();
    announce();
}

} // namespace workspace
