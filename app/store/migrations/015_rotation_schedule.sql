-- SPDX-License-Identifier: GPL-3.0-or-later
-- When keys are to be rotated. next is a day, "2027-01-31".
CREATE TABLE rotation_schedule(
    profile TEXT NOT NULL,
    key_id TEXT NOT NULL,
    key TEXT NOT NULL,
    every_days INTEGER NOT NULL,
    next TEXT NOT NULL,
    PRIMARY KEY(profile, key_id)
) STRICT;
