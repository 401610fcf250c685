# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server does to a row of its own accord after a write."""
from fake.values import SECOND, duration, iso


def litellm_key(world, row, body):
    """Lifetimes become times, soft budgets a budget row, limits per model part of the metadata (contract 4.2, 4.5)."""
    now = world.now()
    if "duration" in body:
        span = duration(body["duration"])
        if body["duration"] != "":
            row["expires"] = iso(now + span * SECOND) if span else None
    if "budget_duration" in body:
        span = duration(body["budget_duration"])
        row["budget_reset_at"] = iso(now + span * SECOND) if span else None
    if body.get("soft_budget") is not None:
        row["_budget"] = {**row.get("_budget", {}), "soft_budget": body["soft_budget"]}
        row["budget_id"] = row.get("budget_id") or world.invent("uuid")
    if body.get("budget_limits"):
        row["budget_limits"] = [{"reset_at": iso(now + (duration(one["budget_duration"]) or 0) * SECOND), **one}
                                for one in body["budget_limits"]]
    routes = {"llm_api": ["llm_api_routes"], "management": ["management_routes"], "read_only": ["info_routes"]}
    if body.get("key_type") in routes:
        row["allowed_routes"] = routes[body["key_type"]]
    inside = ("model_rpm_limit", "model_tpm_limit", "rpm_limit_type", "tpm_limit_type", "tags", "guardrails",
              "temp_budget_increase", "temp_budget_expiry")
    for field in inside:
        if body.get(field) is not None:
            row["metadata"] = {**(row.get("metadata") or {}), field: body[field]}
    row["updated_at"] = row["settings_updated_at"] = iso(now)


def litellm_model(world, row, body):
    """Merges; what is secret in litellm_params is not shown; prices given there are told in model_info."""
    params = {name: value for name, value in (body.get("litellm_params") or {}).items() if name != "api_key"}
    row["model_name"] = body.get("model_name") or row["model_name"]
    row["litellm_params"] = {**row["litellm_params"], **params}
    prices = {name: value for name, value in params.items() if "cost_per_token" in name}
    row["model_info"] = {**row["model_info"], **prices, **(body.get("model_info") or {})}
    row["_id"] = row["model_info"]["id"]


def openrouter_key(world, row, body):
    row["limit_remaining"] = None if row.get("limit") is None else row["limit"] - row.get("usage", 0)
    if row["_created"] != world.now() or row.get("_written"):
        row["updated_at"] = iso(world.now(), "Z", 0)
    row["_written"] = True


def bifrost_key(world, row, body):
    """Budgets and limits get ids and counters; an element sent with its id keeps its counter (contract 3.1)."""
    old = {one.get("id"): one for one in row.get("_budgets", [])}
    stamp = iso(world.now(), "Z", 0)
    fresh = {"calendar_aligned": False, "current_usage": 0, "last_reset": stamp}
    budgets = body.get("budgets")
    if budgets is None and body.get("budget") is not None:
        budgets = [body["budget"]]
    if budgets is not None:
        row["_budgets"] = [{"id": one.get("id") or world.invent("uuid"), **fresh, **old.get(one.get("id"), {}), **one}
                           for one in budgets]
    single = "budget" in row
    if single:
        row["budget"] = (row.get("_budgets") or [None])[0]
        row["budget_id"] = row["budget"]["id"] if row["budget"] else None
    else:
        row["budgets"] = row.get("_budgets", [])
    if body.get("rate_limit"):
        kept = row.get("rate_limit") if isinstance(row.get("rate_limit"), dict) else {}
        zero = {"token_max_limit": None, "token_reset_duration": None, "token_current_usage": 0,
                "token_last_reset": stamp, "request_max_limit": None, "request_reset_duration": None,
                "request_current_usage": 0, "request_last_reset": stamp}
        row["rate_limit"] = {"id": kept.get("id") or world.invent("uuid"), **zero, **kept, **body["rate_limit"]}
        row["rate_limit_id"] = row["rate_limit"]["id"]
    for n, one in enumerate(row.get("provider_configs") or []):
        for field, value in {"id": n + 1, "virtual_key_id": row["id"], "weight": None, "allowed_models": [],
                             "blacklisted_models": [], "allow_all_keys": True, "keys": [], "budgets": []}.items():
            one.setdefault(field, value)
    if body.get("expires_at") == "":
        row["expires_at"] = None
    row["updated_at"] = stamp


HOOKS = {"litellm_key": litellm_key, "litellm_model": litellm_model, "openrouter_key": openrouter_key,
         "bifrost_key": bifrost_key}
