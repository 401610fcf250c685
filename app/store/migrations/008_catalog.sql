-- SPDX-License-Identifier: GPL-3.0-or-later
-- The aliases of a profile as they were: a row for each state they were in, from its first to its last sight.
CREATE TABLE catalog(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    hash TEXT NOT NULL,
    aliases INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX catalog_profile ON catalog(profile, id);
