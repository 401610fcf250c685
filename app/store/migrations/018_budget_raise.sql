-- SPDX-License-Identifier: GPL-3.0-or-later
-- Budgets that this program has raised for some time. One for each key and window.
CREATE TABLE budget_raise(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    key_id TEXT NOT NULL,
    key TEXT NOT NULL,
    window TEXT NOT NULL,
    before_nanos INTEGER NOT NULL,
    raised_nanos INTEGER NOT NULL,
    until INTEGER NOT NULL,
    by TEXT NOT NULL,
    failure TEXT NOT NULL DEFAULT '',
    UNIQUE(profile, key_id, window)
) STRICT;
