-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the calls of a connection leave the machine.
ALTER TABLE profile ADD COLUMN ca_file TEXT NOT NULL DEFAULT '';
ALTER TABLE profile ADD COLUMN proxy TEXT NOT NULL DEFAULT '';
