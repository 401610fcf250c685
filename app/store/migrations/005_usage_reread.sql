-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the newest days were last read once more, for rows that came late or were corrected. NULL: never.
ALTER TABLE sync_state ADD COLUMN reread_at INTEGER;
