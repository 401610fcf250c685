-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was read and how: the same contents read with another map take the place of the first reading.
ALTER TABLE usage_import ADD COLUMN content TEXT NOT NULL DEFAULT ''; -- SHA-256 of the file, hex
ALTER TABLE usage_import ADD COLUMN map TEXT NOT NULL DEFAULT ''; -- as one line of JSON
