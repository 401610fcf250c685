-- SPDX-License-Identifier: GPL-3.0-or-later
-- Times are microseconds UTC. Money is nanos. A NULL in a money, token or time column means: not told.
CREATE TABLE profile(
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    data_url TEXT NOT NULL,
    admin_url TEXT NOT NULL,
    user_id TEXT NOT NULL,
    admin_key_ref TEXT NOT NULL,
    data_key_ref TEXT NOT NULL,
    environment INTEGER NOT NULL,
    read_only INTEGER NOT NULL,
    is_default INTEGER NOT NULL,
    time_zone TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX profile_default ON profile(is_default) WHERE is_default = 1;

CREATE TABLE journal(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_user TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    closed INTEGER NOT NULL DEFAULT 0,
    failure_kind TEXT,
    failure_detail TEXT,
    failure_status INTEGER
) STRICT;
CREATE INDEX journal_profile ON journal(profile, id);

CREATE TABLE key_cache(
    profile TEXT NOT NULL,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY(profile, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE key_cache_state(
    profile TEXT PRIMARY KEY,
    as_of INTEGER NOT NULL
) STRICT;

CREATE TABLE run(
    id TEXT PRIMARY KEY,
    suite TEXT NOT NULL,
    profile TEXT NOT NULL,
    started INTEGER NOT NULL,
    ended INTEGER,
    outcome INTEGER NOT NULL,
    json TEXT NOT NULL
) STRICT;
CREATE INDEX run_started ON run(started);
CREATE TABLE run_check(
    run TEXT NOT NULL REFERENCES run(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    check_id TEXT NOT NULL,
    variant TEXT NOT NULL,
    alias TEXT NOT NULL,
    outcome INTEGER NOT NULL,
    first_token_ms INTEGER,
    cost_nanos INTEGER,
    PRIMARY KEY(run, place)
) STRICT, WITHOUT ROWID;

-- id: (milliseconds since 2020) << 22 | 22 bits of a hash of profile and source_id.
CREATE TABLE usage(
    id INTEGER PRIMARY KEY,
    profile TEXT NOT NULL,
    source_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    ts INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    key TEXT NOT NULL,
    alias TEXT NOT NULL,
    upstream TEXT NOT NULL,
    model TEXT NOT NULL,
    family TEXT NOT NULL,
    status INTEGER,
    error_class TEXT NOT NULL,
    ended TEXT NOT NULL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cached_tokens INTEGER,
    reasoning_tokens INTEGER,
    cost_nanos INTEGER,
    currency TEXT NOT NULL,
    first_token_ms INTEGER,
    total_ms INTEGER,
    origin INTEGER NOT NULL,
    import_id INTEGER,
    first_seen INTEGER NOT NULL,
    lag_ms INTEGER,
    gone_at INTEGER
) STRICT;
CREATE INDEX usage_import_row ON usage(import_id) WHERE import_id IS NOT NULL;

-- Sums of quarter hours UTC (microseconds / 900,000,000), once per dimension: 0 all, 1 alias, 2 key, 3 model,
-- 4 upstream, 5 status. *_rows count the rows that tell the value.
CREATE TABLE usage_rollup(
    dimension INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    profile TEXT NOT NULL,
    name TEXT NOT NULL,
    sample INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    input INTEGER NOT NULL,
    input_rows INTEGER NOT NULL,
    output INTEGER NOT NULL,
    output_rows INTEGER NOT NULL,
    cached INTEGER NOT NULL,
    cached_rows INTEGER NOT NULL,
    cost INTEGER NOT NULL,
    cost_rows INTEGER NOT NULL,
    PRIMARY KEY(dimension, bucket, profile, name, sample)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_import(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    profile TEXT NOT NULL,
    file TEXT NOT NULL,
    at INTEGER NOT NULL,
    added INTEGER NOT NULL
) STRICT;

CREATE TABLE usage_gap(
    profile TEXT NOT NULL,
    from_ts INTEGER NOT NULL,
    to_ts INTEGER NOT NULL,
    why TEXT NOT NULL,
    open INTEGER NOT NULL,
    PRIMARY KEY(profile, from_ts, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_state(
    profile TEXT PRIMARY KEY,
    cursor TEXT NOT NULL,
    newest INTEGER,
    synced_at INTEGER,
    failure_kind TEXT,
    failure_detail TEXT,
    failure_status INTEGER
) STRICT;
CREATE TABLE sync_lease(
    profile TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    pid INTEGER NOT NULL,
    expires INTEGER NOT NULL
) STRICT;

CREATE TABLE setting(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
