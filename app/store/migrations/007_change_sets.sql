-- SPDX-License-Identifier: GPL-3.0-or-later
-- Staged changes: a set and its steps. pid and touched tell who works on a set; a process that is gone works on none.
CREATE TABLE change_set(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    title TEXT NOT NULL,
    reason TEXT NOT NULL,
    by_user TEXT NOT NULL,
    created INTEGER NOT NULL,
    state TEXT NOT NULL,
    pid INTEGER NOT NULL DEFAULT 0,
    touched INTEGER NOT NULL
) STRICT;
-- before and after: as staged; found_*: as the gateway itself had it right before and after the write.
CREATE TABLE change_step(
    change_set INTEGER NOT NULL REFERENCES change_set(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    object TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    found_before_json TEXT,
    found_after_json TEXT,
    rotation_s INTEGER,
    state TEXT NOT NULL,
    remark TEXT NOT NULL,
    failure_kind TEXT,
    failure_detail TEXT,
    failure_status INTEGER,
    PRIMARY KEY(change_set, place)
) STRICT, WITHOUT ROWID;
-- Why a line was written, and in which set (0: in none).
ALTER TABLE journal ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN change_set INTEGER NOT NULL DEFAULT 0;
-- The declared state last applied to a profile: the third side of a difference.
CREATE TABLE plan_applied(
    profile TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
