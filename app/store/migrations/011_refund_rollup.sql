-- SPDX-License-Identifier: GPL-3.0-or-later
-- A refund is spend and no call, but was counted as one: quarters that hold refunds are added up anew from their rows.
DELETE FROM usage_rollup
WHERE (profile, bucket) IN (SELECT profile, ts / 900000000 FROM usage WHERE ended = 'refund');

INSERT INTO usage_rollup
SELECT dimension.column1, ts / 900000000, profile,
    CASE dimension.column1
        WHEN 0 THEN ''
        WHEN 1 THEN alias
        WHEN 2 THEN iif(key = '', key_id, key)
        WHEN 3 THEN model
        WHEN 4 THEN upstream
        ELSE ifnull(CAST(status AS TEXT), '')
    END,
    origin = 2, sum(call),
    sum(call AND (ifnull(status, 0) >= 400 OR ended IN ('upstream_cut', 'error', 'limit', 'refused'))),
    ifnull(sum(iif(call, input_tokens, 0)), 0), count(iif(call, input_tokens, NULL)),
    ifnull(sum(iif(call, output_tokens, 0)), 0), count(iif(call, output_tokens, NULL)),
    ifnull(sum(iif(call, cached_tokens, 0)), 0), count(iif(call, cached_tokens, NULL)),
    ifnull(sum(cost), 0), count(iif(call, cost, NULL))
FROM (SELECT *, ended <> 'refund' AS call, iif(currency IN ('', 'USD'), cost_nanos, NULL) AS cost FROM usage),
    (VALUES (0), (1), (2), (3), (4), (5)) AS dimension
WHERE (profile, ts / 900000000) IN (SELECT profile, ts / 900000000 FROM usage WHERE ended = 'refund')
GROUP BY 1, 2, 3, 4, 5;
