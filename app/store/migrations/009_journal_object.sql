-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a line of the journal is about: a key, as all of them were, or an alias.
ALTER TABLE journal ADD COLUMN object TEXT NOT NULL DEFAULT 'key';
