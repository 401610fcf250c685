# SPDX-License-Identifier: GPL-3.0-or-later
"""One request of a gateway's API: route, credentials, limits, what it does, and its answer."""
import json
import re

from fake import sums
from fake.listing import Refused, listed, viewed
from fake.values import fill, holds


def pattern_of(path):
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path)) + "$")


def answer_of(world, answer, ctx):
    """(status, headers, body) of an answer of the data file: a recording's name, or a template."""
    if isinstance(answer, str):
        answer = world.data["answers"].get(answer, {"recording": answer})
    if "recording" in answer:
        recorded = world.recorded(answer["recording"])
        body = recorded["body"]
        if "set" in answer:
            body = fill({"$recording": answer["recording"], "set": answer["set"]}, ctx)
        return answer.get("status", recorded["status"]), {**recorded["headers"], **fill(answer.get("headers", {}), ctx)}, body
    headers = {"Content-Type": world.data.get("content_type", "application/json"), **answer.get("headers", {})}
    return answer.get("status", 200), fill(headers, ctx), fill(answer.get("body"), ctx)


# Credentials

def sent(ctx, rule):
    for name in rule["headers"]:
        value = ctx["headers"].get(name.lower())
        if value:
            bare = re.sub(r"^Bearer\s+", "", value)
            return bare if bare != value or rule.get("bare", True) else ""
    return ""


def refusal(world, name, ctx):
    """The answer that refuses the caller, or nothing; ctx learns who calls."""
    rule = world.data["auth"][name]
    secret = sent(ctx, rule)
    ctx["sent"] = secret
    if not secret:
        return rule["none"]
    if secret in rule.get("secrets", {}):
        ctx["caller"] = rule["secrets"][secret]
        return other_user(rule, ctx)
    row = key_of(world, rule, secret)
    if row is None:
        return rule["wrong"]
    ctx["caller"], ctx["key"] = "key", row
    for one in rule.get("refuse", []):
        if holds(one["if"], {**ctx, "row": row}):
            row.update(one.get("then", {}))
            return one["answer"]
    return None


def other_user(rule, ctx):
    user = rule.get("user")
    if not user:
        return None
    named = ctx["headers"].get(user["header"].lower())
    if not named:
        return user["missing"]
    return None if named == user["id"] else user["other"]


def key_of(world, rule, secret):
    if "of" not in rule:
        return None
    bare = secret.removeprefix(rule.get("strip", ""))
    return next((row for row in world.rows(rule["of"]) if row.get("_secret") in (secret, bare)), None)


def refused(world, names, ctx):
    answers = [refusal(world, name, ctx) for name in (names if isinstance(names, list) else [names])]
    return None if None in answers else answers[0]


# What a request does

def rows_named(world, route, ctx):
    values = fill(route["by"], ctx)
    values = values if isinstance(values, list) else [values]
    fields = route.get("field") or world.data["collections"][route["of"]]["id"]
    fields = fields if isinstance(fields, list) else [fields]
    found = [next((row for row in (world.find(route["of"], value, field) for field in fields) if row), None)
             for value in values]
    return [row for row in found if row is not None]


def written(route, body, row, whole):
    """Takes the fields of the body into the row. whole: what is not sent becomes zero."""
    for name, field in route["fields"].items():
        if name in body:
            if name not in route.get("ignore_empty", []) or body[name]:
                row[field] = body[name]
        elif whole:
            row[field] = route.get("zero", {}).get(name)


def create(world, route, ctx):
    row = world.create(route["of"], ctx)
    written(route, ctx["body"], row, False)
    row.update(fill(route.get("then", {}), {**ctx, "row": row}))
    world.after_write(route["of"], row, ctx["body"])
    ctx["row"] = row


def change(world, route, ctx, whole):
    for row in ctx["found"]:
        written(route, ctx["body"], row, whole)
        row.update(fill(route.get("then", {}), {**ctx, "row": row}))
        world.after_write(route["of"], row, ctx["body"])


def delete(world, route, ctx):
    for row in ctx["found"]:
        world.collections[route["of"]].remove(row)


def rotate(world, route, ctx):
    ctx["found"][0].update(fill(route["then"], {**ctx, "row": ctx["found"][0]}))


def many(world, route, ctx):
    rows, ctx["page"] = listed(world, route, ctx)
    view = route.get("view", "list")
    ctx["shown"] = rows
    ctx["items"] = [viewed(world, route["of"], row, view, {**ctx, "index": ctx["page"]["at"] + i + 1})
                    for i, row in enumerate(rows)]
    if route.get("usage"):
        world.serve_paging()


def put(world, route, ctx):
    """Merges the body (or a part of it) into an object of the gateway, or replaces parts of it whole."""
    part = fill(route["part"], ctx) if "part" in route else ctx["body"]
    target = world.objects[route["object"]]
    for key, value in (part or {}).items():
        if value is not None or route.get("nulls"):
            target[key] = value


def drop(world, route, ctx):
    target = world.objects[route["object"]]
    target[route["list"]] = [one for one in target[route["list"]] if fill(route["name"], ctx) not in one]


def join(world, route, ctx):
    drop(world, route, ctx)
    world.objects[route["object"]][route["list"]].append(fill(route["entry"], ctx))


def pick(world, route, ctx):
    """The entry of an object's list that has a key of that name."""
    name = fill(route["name"], ctx)
    ctx["entry"] = next((one[name] for one in world.objects[route["object"]][route["list"]] if name in one), None)
    if ctx["entry"] is None:
        raise Refused(route["missing"])


def assign(world, route, ctx):
    """A guardrail to keys: a key has at most one."""
    for value in fill(route["keys"], ctx):
        world.collections["assigned"] = [row for row in world.collections["assigned"] if row["key_hash"] != value]
        key = world.find("keys", value) or {}
        world.create("assigned", ctx).update(key_hash=value, key_name=key.get("name"), key_label=key.get("label"))
        ctx["new"].made.clear()


def account(world, route, ctx):
    """A service account, and the key it is made with."""
    create(world, route, ctx)
    ctx["made"] = world.create("keys", ctx)


def delete_account(world, route, ctx):
    names = [row["id"] for row in ctx["found"]]
    delete(world, route, ctx)
    world.collections["keys"] = [row for row in world.collections["keys"] if row.get("_account") not in names]


def chat(world, route, ctx):
    asked = {"stream": bool(ctx["body"].get("stream")), "request_id": ctx["new"].get("request_id")}
    ctx["call"] = call = world.call(ctx, ctx.get("key"), ctx["body"].get("model", ""), asked)
    world.book(call, ctx)
    world.log(call, ctx)


OPS = {"create": create, "delete": delete, "rotate": rotate, "list": many, "put": put, "join": join, "drop": drop, "pick": pick,
       "assign": assign, "account": account,
       "delete_account": delete_account, "chat": chat, "sums": sums.sums, "buckets": sums.buckets, "daily": sums.daily, "analytics": sums.analytics,
       "replace": lambda world, route, ctx: change(world, route, ctx, True),
       "merge": lambda world, route, ctx: change(world, route, ctx, False)}


def perform(world, route, ctx):
    """The answer of one matched route."""
    if "auth" in route and (no := refused(world, route["auth"], ctx)) is not None:
        return answer_of(world, no, ctx)
    if route.get("bucket") and world.spent(route["bucket"]):
        return answer_of(world, world.data["buckets"][route["bucket"]]["answer"], ctx)
    if "by" in route:
        ctx["found"] = rows_named(world, route, ctx)
        if not ctx["found"] and "missing" in route:
            return answer_of(world, route["missing"], ctx)
        ctx["row"] = ctx["found"][0] if ctx["found"] else None
    for check in route.get("checks", []):
        if holds(check["if"], ctx):
            return answer_of(world, check["answer"], ctx)
    return done(world, route, ctx)


def done(world, route, ctx):
    try:
        if "do" in route:
            OPS[route["do"]](world, route, ctx)
    except Refused as no:
        return answer_of(world, no.answer, ctx)
    if "of" in route:
        ctx["view"] = [viewed(world, route["of"], row, route.get("view", "one"), ctx) for row in ctx.get("found", [])]
        if ctx.get("row") is not None:
            ctx["shown_row"] = viewed(world, route["of"], ctx["row"], route.get("view", "one"), ctx)
    if route.get("stream") and ctx["call"]["stream"]:
        return answer_of(world, route["stream"], ctx)
    return answer_of(world, route["answer"], ctx)


def matching(world, method, path, ctx):
    for route in world.routes:
        verb, _, pattern = route["on"].partition(" ")
        found = pattern_of(pattern).match(path) if verb == method else None
        if found and ("if" not in route or holds(route["if"], ctx)):
            ctx["path"] = found.groupdict()
            return route
    return None


def answered(world, request):
    """(status, headers, body) for {"method", "path", "pairs", "headers", "body"}."""
    ctx = world.context(pairs=request["pairs"], query=dict(request["pairs"]), headers=request["headers"],
                        body=request["body"], url=request["url"], method=request["method"], where=request["path"])
    route = matching(world, request["method"], request["path"], ctx)
    if route is None:
        route = next(one for one in world.data["otherwise"] if request["path"].startswith(one["under"]))
    status, headers, body = perform(world, route, ctx)
    own = {} if route.get("bare") else fill(world.data.get("headers", {}), ctx)
    skip = {name.lower() for name in own} | {"content-length", "transfer-encoding", "date", "connection"}
    headers = {name: value for name, value in headers.items() if name.lower() not in skip}
    return status, {**headers, **own}, encoded(body)


def encoded(body):
    if body is None:
        return b""
    return body.encode() if isinstance(body, str) else json.dumps(body, ensure_ascii=False).encode()
