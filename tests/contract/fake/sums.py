# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums of usage: grouped, in buckets of time, in pages."""
from fake.listing import Refused, filtered, values_of
from fake.values import FUNCTIONS, SECOND, fill, look, micros_of


def figure(row, what, ctx):
    if isinstance(what, (int, float)):
        return what
    if isinstance(what, list):
        return sum(figure(row, one, ctx) for one in what)
    if isinstance(what, str) and not what.startswith("$"):
        return look(row, what) or 0
    return fill(what, {**ctx, "row": row, "call": row.get("_call") or {}})


def added(rows, route, ctx):
    return {name: sum(figure(row, what, ctx) for row in rows) for name, what in route["sum"].items()}


def label(row, what):
    kind, _, field = what.rpartition(":")
    value = look(row, field)
    return FUNCTIONS[kind](value) if kind else value


def groups_of(rows, names, route, ctx):
    """One entry for each combination of the named fields: their labels, the sums, and one row of it."""
    groups = {}
    for row in rows:
        groups.setdefault(tuple(str(label(row, what)) for what in names.values()), []).append(row)
    return [{**{name: label(part[0], what) for name, what in names.items()}, **added(part, route, ctx), "row": part[0],
             "number": n + 1} for n, part in enumerate(groups.values())]


def sums(world, route, ctx):
    """$groups, $total; with "asked" the caller names the fields to group by."""
    rows = [row for row in filtered(world.rows(route["of"]), route, ctx["pairs"])
            if "ended" not in route or FUNCTIONS["day"](row["_at"]) < FUNCTIONS["day"](ctx["now"])]
    ctx["total"] = added(rows, route, ctx)
    ctx["groups"] = groups_of(rows, route.get("group", {}), route, ctx) if rows or route.get("group") else []


def buckets(world, route, ctx):
    """OpenAI's pages of buckets: aligned, empty ones too, `limit` counts buckets (openai-org contract section 3)."""
    names = dict(ctx["pairs"])
    width_name = names.get("bucket_width", "1d")
    if width_name not in route["widths"]:
        raise Refused(route["bad"])
    width, usual, most = route["widths"][width_name]
    limit = int(names.get("limit", usual))
    asked = values_of(ctx["pairs"], "group_by")
    if limit > most or "start_time" not in names or any(one not in route["may_group"] for one in asked):
        raise Refused(route["bad"])
    ctx["buckets"], ctx["page"] = paged_buckets(world, route, ctx, names, width, limit)


def paged_buckets(world, route, ctx, names, width, limit):
    start = int(names["start_time"]) // width * width
    end = int(names.get("end_time", ctx["now"] // SECOND + 1))
    start += int(names["page"].removeprefix("page_")) if names.get("page") else 0
    rows = filtered(world.rows(route["of"]), route, ctx["pairs"])
    asked = {one: route["may_group"][one] for one in values_of(ctx["pairs"], "group_by")}
    out = []
    while start < end and len(out) < limit:
        part = [row for row in rows if start * SECOND <= row["_at"] < min(start + width, end) * SECOND]
        shown = groups_of(part, asked, route, ctx) if part else []
        empty = {name: None for name in route["may_group"]}
        out.append({"start": start, "end": start + width,
                    "results": [fill(route["each"], {**ctx, "each": {**empty, **one}}) for one in shown]})
        start += width
    more = start < end
    first = int(names["start_time"]) // width * width
    return out, {"more": more, "next": f"page_{start - first}" if more else None}


def daily(world, route, ctx):
    """LiteLLM's day sums: pages cut the rows of its table (day, key, model), and totals are of one page only (6.6)."""
    names = dict(ctx["pairs"])
    rows = [row for row in world.rows(route["of"])
            if names.get("start_date", "") <= FUNCTIONS["day"](row["_at"]) <= names.get("end_date", "9")]
    rows = filtered(rows, route, ctx["pairs"])
    table = groups_of(rows, route["group"], route, ctx)
    size = len(table) or 1
    if route.get("paged"):
        size = min(int(names.get("page_size", 50)), 1000)
    number = int(names.get("page", 1))
    part = table[(number - 1) * size:number * size]
    days = {}
    for one in part:
        days.setdefault(one["date"], []).append(one)
    ctx["days"] = [{"date": date, "metrics": metrics_of(ones, route), "by": parts_of(ones, route)}
                   for date, ones in days.items()]
    ctx["total"] = metrics_of(part, route)
    ctx["page"] = {"number": number, "pages": -(-len(table) // size) or 1, "more": number * size < len(table)}


def parts_of(groups, route):
    """By each label of the grouping: its values with their sums."""
    out = {}
    for label_name in route["group"]:
        names = dict.fromkeys(str(one[label_name]) for one in groups)
        out[label_name] = [{"name": name, "row": next(one["row"] for one in groups if str(one[label_name]) == name),
                            "metrics": metrics_of([one for one in groups if str(one[label_name]) == name], route)}
                           for name in names]
    return out


def metrics_of(groups, route):
    return {name: sum(one[name] for one in groups) for name in route["sum"]}


# OpenRouter's analytics (contract 3.3): counts come as text, times in a column named after the granularity.

def asked_rows(world, route, body):
    span = body.get("time_range", {})
    rows = [row for row in world.rows(route["of"]) if micros_of(span.get("start", 0)) <= row["_at"]
            and row["_at"] < micros_of(span.get("end", "9999-01-01"))]
    for one in body.get("filters", []):
        wanted = one["value"] if isinstance(one["value"], list) else [one["value"]]
        field = route["filter_by"].get(one["field"], one["field"])
        rows = [row for row in rows if (look(row, field) in wanted) != (one["operator"] in ("neq", "not_in"))]
    return rows


def analytics(world, route, ctx):
    body = ctx["body"]
    dimensions, grain = body.get("dimensions", []), body.get("granularity")
    known = set(route["metrics"]) | set(route["texts"])
    if len(dimensions) > 2 or not set(body.get("metrics", [])) <= known or not set(dimensions) <= set(route["by"]):
        raise Refused(route["bad"])
    names = {one: route["by"][one] for one in dimensions}
    if grain:
        names["created_at__" + grain] = route["grains"][grain] + ":_at"
    sums_of = {**route, "sum": {**route["metrics"], **route["texts"]}}
    groups = groups_of(asked_rows(world, route, body), names, sums_of, ctx)
    groups.sort(key=lambda one: str(one.get("created_at__" + str(grain))))
    limit = min(body.get("limit", 1000), 10000)
    shown = [{**{name: one[name] for name in names}, **{name: str(one[name]) if name in route["texts"] else one[name]
              for name in body["metrics"]}} for one in groups]
    ctx["result"] = {"data": shown[:limit], "metadata": {"query_time_ms": 3, "row_count": len(shown[:limit]),
                                                         "truncated": len(shown) > limit}}
