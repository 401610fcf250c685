-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rotations of a key by a successor. The content, what was done when, is app/keys' JSON.
CREATE TABLE rotation(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    old_id TEXT NOT NULL,
    new_id TEXT NOT NULL,
    ended INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX rotation_profile ON rotation(profile, id);
