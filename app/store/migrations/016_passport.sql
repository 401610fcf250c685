-- SPDX-License-Identifier: GPL-3.0-or-later
-- Passports of keys on gateways that have no room for them. facts: JSON.
CREATE TABLE passport(
    profile TEXT NOT NULL,
    key_id TEXT NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY(profile, key_id)
) STRICT;
