-- SPDX-License-Identifier: GPL-3.0-or-later
-- Access reviews of a profile's keys. The content, a row for each key with what was decided, is app/keys' JSON.
CREATE TABLE review(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    closed_at INTEGER,
    keys INTEGER NOT NULL,
    decided INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX review_profile ON review(profile, id);
