-- SPDX-License-Identifier: GPL-3.0-or-later
-- Period quotas that this program keeps for gateways that have none. One for each key and window.
CREATE TABLE guard(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    key_id TEXT NOT NULL,
    key TEXT NOT NULL,
    nanos INTEGER NOT NULL,
    window TEXT NOT NULL,
    zone TEXT NOT NULL,
    act INTEGER NOT NULL,
    warn_percent INTEGER NOT NULL,
    by TEXT NOT NULL,
    created INTEGER NOT NULL,
    warned_for INTEGER,
    acted_for INTEGER,
    phase INTEGER NOT NULL DEFAULT 0,
    phase_at INTEGER,
    before TEXT,
    failure TEXT NOT NULL DEFAULT '',
    failure_at INTEGER,
    UNIQUE(profile, key_id, window)
) STRICT;
