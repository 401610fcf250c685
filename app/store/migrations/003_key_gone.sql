-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a key was first missing from the gateway's list. NULL: it is there.
ALTER TABLE key_cache ADD COLUMN gone_at INTEGER;
