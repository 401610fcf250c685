# SPDX-License-Identifier: GPL-3.0-or-later
# Makes calls of several kinds, then holds the metrics against the usage rows. data_url, admin_url, admin_key in the environment.
import http.client
import json
import math
import os
import urllib.error
import urllib.request

from prometheus_client.parser import text_string_to_metric_families

data, admin, admin_key = os.environ["data_url"], os.environ["admin_url"], os.environ["admin_key"]


def ask(url, key, body=None):
    head = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(url, None if body is None else json.dumps(body).encode(), head)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except http.client.IncompleteRead as cut:
        return 200, {}, cut.partial.decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def made(name, **settings):
    return json.loads(ask(f"{admin}/keys", admin_key, {"name": name, **settings})[2])["secret"]


def chat(key, model, **more):
    return ask(f"{data}/chat/completions", key, {"model": model, "messages": [{"role": "user", "content": "Count from 1 to 30"}], **more})


key, poor = made('with "quotes" and \\'), made("poor", budgets=[{"nanos": 1, "window": "day"}])
for model in ("test-echo", "test-tools", "test-500", "test-cut", "test-echo", "not there"):
    chat(key, model)
    if model == "test-echo":
        chat(key, model, stream=True)
for _ in range(3):
    chat(poor, "test-echo")
ask(f"{data}/embeddings", key, {"model": "test-echo", "input": "some words"})
ask(f"{data}/models", "sk-not-a-key-at-all")

rows = json.loads(ask(f"{admin}/usage?limit=1000", admin_key)[2])["items"]
status, headers, text = ask(f"{admin.removesuffix('/admin/v1')}/metrics", admin_key)
assert status == 200 and headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8", headers
families = {family.name: family for family in text_string_to_metric_families(text)}
assert all(family.documentation and family.type != "unknown" for family in families.values())


def total(name, suffix="", **labels):
    return sum(s.value for s in families[name].samples if s.name == name + suffix and labels.items() <= s.labels.items())


def equal(what, one, other):
    assert math.isclose(one, other, abs_tol=1e-9), f"{what}: metrics {one}, rows {other}"


routed = [row for row in rows if row["attempts"]]
equal("calls", total("gatewright_calls", "_total"), len(rows))
equal("refusals", total("gatewright_refusals", "_total"), sum(row["ended"] == "refused" for row in rows))
equal("quota", total("gatewright_refusals", "_total", reason="quota"), sum(row["error_class"] == "quota" for row in rows))
equal("spend", total("gatewright_spend_nanos", "_total"), sum(row["cost_nanos"] or 0 for row in rows))
for type in ("input", "output"):
    told = [row[f"{type}_tokens"] for row in routed if row[f"{type}_tokens"] is not None]
    equal(type, total("gen_ai_client_token_usage", "_sum", gen_ai_token_type=type), sum(told))
    equal(type, total("gen_ai_client_token_usage", "_count", gen_ai_token_type=type), len(told))
duration = "gen_ai_client_operation_duration_seconds"
equal("durations", total(duration, "_sum"), sum(row["total_ms"] for row in routed) / 1000)
for bound in ("0.01", "0.08", "1.28", "81.92"):
    below = sum(row["total_ms"] <= float(bound) * 1000 for row in routed)
    equal(f"durations up to {bound}", total(duration, "_bucket", le=bound), below)
equal("durations", total(duration, "_bucket", le="+Inf"), len(routed))
equal("errors", total(duration, "_count", error_type="upstream"), sum(row["error_class"] == "upstream" for row in routed))
equal("embeddings", total(duration, "_count", gen_ai_operation_name="embeddings"), 1)
first = [row["first_token_ms"] for row in routed if row["first_token_ms"] is not None]
equal("first tokens", total("gen_ai_server_time_to_first_token_seconds", "_sum"), sum(first) / 1000)
equal("first tokens", total("gen_ai_server_time_to_first_token_seconds", "_count"), len(first))
equal("written", total("gatewright_usage_rows_written", "_total"), len(rows))
assert len(rows) > 10 and first and total("gatewright_breaker_state") >= 0
print(f"metrics equal {len(rows)} rows")
