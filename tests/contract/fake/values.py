# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of the data files: templates ("$row.name", "${row.name} is taken", "$mask4:row._secret") and conditions.

A template is JSON. A string that begins with $ is replaced by what it names, with its type; ${...} inside a string by its
text. {"$each": "$groups", "as": template} makes a list, {"$map": ..., "key": ..., "as": ...} an object;
{"$recording": file, "at": "data", "set": {path: template}, "drop": [...]} takes the shape of a recorded answer."""
import copy
import datetime
import hashlib
import json
import re

UTC = datetime.timezone.utc
SECOND = 1_000_000
NAME = re.compile(r"\$(?:([a-z0-9_]+):)?([A-Za-z_][\w.\-]*)$")
INSIDE = re.compile(r"\$\{([^}]+)\}")
DURATION = re.compile(r"(\d+)(mo|[smhdwMQY])$")
SPANS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "mo": 2592000, "M": 2592000, "Q": 7776000, "Y": 31536000}


def moment(micros):
    return datetime.datetime.fromtimestamp(micros // SECOND, UTC) + datetime.timedelta(microseconds=micros % SECOND)


def micros_of(text):
    """Of ISO 8601, with or without a zone (then UTC), with a blank or a T; of unix seconds too."""
    if isinstance(text, (int, float)):
        return int(text * SECOND)
    if re.fullmatch(r"-?\d+", text):
        return int(text) * SECOND
    text = text.strip()
    day, rest = text[:10], text[11:].replace("Z", "+00:00").replace(" ", "+")
    when = datetime.datetime.fromisoformat(day + ("T" + rest if rest else ""))
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return int((when - datetime.datetime(1970, 1, 1, tzinfo=UTC)) / datetime.timedelta(microseconds=1))


def iso(micros, zone="Z", digits=6):
    text = moment(micros).strftime("%Y-%m-%dT%H:%M:%S")
    return text + (f".{micros % SECOND:06d}"[:digits + 1] if digits else "") + zone


def mask4(secret):
    return secret[:4] + "*" * 10 + secret[-4:]


def floor(micros, seconds):
    return micros // SECOND // seconds * seconds


FUNCTIONS = {
    "mask4": mask4,
    "tail": lambda s: "sk-..." + s[-4:],
    "dots": lambda s: s[:12] + "..." + s[-3:],
    "redacted": lambda s: s[:8] + "*" * 12 + s[-4:],
    "sha256": lambda s: hashlib.sha256(s.encode()).hexdigest(),
    "unix": lambda t: t // SECOND,
    "hour": lambda t: floor(t, 3600),
    "iso": iso,
    "iso0": lambda t: iso(t, "Z", 0),
    "iso3": lambda t: iso(t, "+00:00", 3),
    "isoplus": lambda t: iso(t, "+00:00"),
    "day": lambda t: iso(t)[:10],
    "hour_iso": lambda t: iso(floor(t, 3600) * SECOND, "Z", 0),
    "minute_iso": lambda t: iso(floor(t, 60) * SECOND, "Z", 0),
    "seconds": lambda ms: ms // 1000,
    "text": lambda v: "" if v is None else str(v),
    "json": lambda v: json.dumps(v, separators=(",", ":"), ensure_ascii=False),
    "number": float,
    "whole": int,
    "quota": lambda usd: max(1, round(usd * 500000)),
    "plus": lambda text: text.replace("Z", "+00:00"),
    "cents": lambda usd: usd * 100,
    "count": len,
    "empty": lambda v: v in (None, "", [], {}),
    "csv": lambda v: ",".join(v or []),
    "list": lambda v: [p for p in (v or "").split(",") if p],
    "true": lambda v: {name: True for name in (v or "").split(",") if name},
    "seconds_of": lambda text: duration(text),
}


def duration(text):
    found = DURATION.match(text or "")
    return int(found[1]) * SPANS[found[2]] if found else None


def look(ctx, path):
    value = ctx
    for part in path.split("."):
        if isinstance(value, list):
            value = value[int(part)] if part.isdigit() and int(part) < len(value) else None
        elif hasattr(value, "get"):
            value = value.get(part)
        else:
            return None
    return value


def put(target, path, value):
    parts = path.split(".")
    for part in parts[:-1]:
        target = target[int(part)] if isinstance(target, list) else target.setdefault(part, {})
    if isinstance(target, list):
        target[int(parts[-1])] = value
    else:
        target[parts[-1]] = value


def named(text, ctx):
    found = NAME.match(text)
    value = look(ctx, found[2])
    if not found[1]:
        return copy.deepcopy(value) if isinstance(value, (dict, list)) else value
    return None if value is None else FUNCTIONS[found[1]](value)


def shaped(template, ctx):
    body = copy.deepcopy(ctx["recorded"](template["$recording"])["body"])
    shape = look(body, template["at"]) if "at" in template else body
    for path, value in template.get("set", {}).items():
        put(shape, path, fill(value, ctx))
    for path in template.get("drop", []):
        shape.pop(path, None)
    return shape


def fill(template, ctx):
    if isinstance(template, dict):
        if "$each" in template:
            return [fill(template["as"], {**ctx, "each": one}) for one in fill(template["$each"], ctx)]
        if "$map" in template:
            each = [{**ctx, "each": one} for one in fill(template["$map"], ctx)]
            return {str(fill(template["key"], one)): fill(template["as"], one) for one in each}
        if "$json" in template:
            return FUNCTIONS["json"](fill(template["$json"], ctx))
        if "$recording" in template:
            return shaped(template, ctx)
        if "$if" in template:
            return fill(template["then" if holds(template["$if"], ctx) else "else"], ctx)
        return {key: fill(value, ctx) for key, value in template.items()}
    if isinstance(template, list):
        return [fill(value, ctx) for value in template]
    if isinstance(template, str):
        if NAME.match(template):
            return named(template, ctx)
        return INSIDE.sub(lambda m: str(named("$" + m[1], ctx)), template)
    return template


def members(value):
    return list(value) if isinstance(value, (list, dict)) else [p for p in str(value or "").split(",") if p]


def holds(condition, ctx):
    kind, *args = condition
    if kind in ("and", "or"):
        return (all if kind == "and" else any)(holds(one, ctx) for one in args)
    if kind == "not":
        return not holds(args[0], ctx)
    if kind in ("given", "missing"):
        parts = args[0].split(".")
        place = look(ctx, ".".join(parts[:-1]))
        return (isinstance(place, dict) and parts[-1] in place) == (kind == "given")
    return COMPARE[kind](ctx, *[fill(one, ctx) for one in args])


COMPARE = {
    "eq": lambda ctx, a, b: a == b,
    "truth": lambda ctx, a: bool(a),
    "less": lambda ctx, a, b: a is not None and a < b,
    "more": lambda ctx, a, b: a is not None and a > b,
    "in": lambda ctx, a, b: a in members(b),
    "over_bytes": lambda ctx, a, most: isinstance(a, str) and len(a.encode()) > most,
    "past": lambda ctx, a: a not in (None, -1, "") and micros_of(a) < ctx["now"],
    "matches": lambda ctx, a, pattern: isinstance(a, str) and re.search(pattern, a) is not None,
    "number": lambda ctx, a: isinstance(a, (int, float)) and not isinstance(a, bool),
    "taken": lambda ctx, of, field, value: any(r.get(field) == value for r in ctx["world"].rows(of)),
    "holds_row": lambda ctx, of, field, value: any(str(r.get(field)) == str(value) for r in ctx["world"].rows(of)),
}
