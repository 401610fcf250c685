-- SPDX-License-Identifier: GPL-3.0-or-later
-- What becomes of prompts and answers on the way through a connection, as people found out. facts: JSON.
CREATE TABLE data_facts(
    profile TEXT PRIMARY KEY,
    facts TEXT NOT NULL
) STRICT;
