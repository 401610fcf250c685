-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the gateway told the user id, or a person gave it.
ALTER TABLE profile ADD COLUMN user_id_told INTEGER NOT NULL DEFAULT 0;
