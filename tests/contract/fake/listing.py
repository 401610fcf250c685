# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists: filters, order and the styles of paging."""
import zlib

from fake.values import FUNCTIONS, fill, holds, look, micros_of


class Refused(Exception):
    def __init__(self, answer):
        super().__init__()
        self.answer = answer


def plain(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def instant(row, field):
    return row["_at"] if field == "_at" else micros_of(row.get(field))



FILTERS = {
    "eq": lambda row, field, wanted: plain(look(row, field)) == wanted,
    "any": lambda row, field, wanted: wanted in [plain(look(row, one)) for one in field],
    "eq_unless_zero": lambda row, field, wanted: wanted == "0" or plain(look(row, field)) == wanted,
    "in": lambda row, field, wanted: plain(look(row, field)) in wanted.split(","),
    "contains": lambda row, field, wanted: wanted in plain(look(row, field)),
    "starts": lambda row, field, wanted: plain(look(row, field)).startswith(wanted),
    "like": lambda row, field, wanted: like(plain(look(row, field)), wanted),
    "day": lambda row, field, wanted: FUNCTIONS["day"](row[field]) == wanted,
    "from": lambda row, field, wanted: instant(row, field) >= micros_of(wanted),
    "to": lambda row, field, wanted: instant(row, field) <= micros_of(wanted),
    "before": lambda row, field, wanted: instant(row, field) < micros_of(wanted),
}


def like(text, pattern):
    if "%" not in pattern:
        return text == pattern
    return all(part in text for part in pattern.split("%"))


def values_of(query, name):
    return [value for key, value in query if key in (name, name + "[]")]


def filtered(rows, route, query):
    for name, (kind, field) in route.get("filters", {}).items():
        wanted = [one for one in values_of(query, name) if one != ""]
        if wanted:
            rows = [row for row in rows if any(FILTERS[kind](row, field, one) for one in wanted)]
    return rows


def unsteady(rows, route, query):
    """As a database does that was told no order within one time: another one for each page."""
    if "unsteady" not in route:
        return rows
    page = str([one for one in query if one[0] in ("page", "page_size", "sort_order")])
    return sorted(rows, key=lambda row: zlib.crc32((str(row[route["unsteady"]]) + page).encode()))


def ordered(rows, route, query):
    by = route.get("sort", "")
    asked = route.get("sort_by")
    names = dict(query)
    if asked and names.get(asked["by"]):
        by = names[asked["by"]]
        if by not in asked["fields"]:
            raise Refused(asked["bad"])
        by = ("" if names.get(asked["order"], "desc") == "asc" else "-") + by
    for one in reversed([part for part in by.split(",") if part]):
        rows = sorted(rows, key=lambda row, field=one.lstrip("-"): rank(row.get(field)), reverse=one.startswith("-"))
    return rows


def rank(value):
    return (value is not None, value if isinstance(value, (int, float)) else 0, str(value))


def whole(names, of, default):
    for name in of if isinstance(of, list) else [of]:
        text = names.get(name, "")
        if text.lstrip("-").isdigit() and int(text) != 0:
            return int(text)
    return default


def by_page(rows, style, names):
    first = style.get("first", 1)
    text = names.get(style["page"], "")
    number = int(text) if text.lstrip("-").isdigit() else first
    number = max(number, first)
    size = style["default"] if style.get("fixed") else whole(names, style["sizes"], style["default"])
    if size > style["most"] and "too_big" in style:
        raise Refused(style["too_big"])
    size = min(size, style["most"])
    at = (number - first) * size
    page = {"number": number, "size": size, "total": len(rows), "pages": -(-len(rows) // size) if size else 0, "at": at}
    return rows[at:at + size], page


def by_offset(rows, style, names):
    at = max(whole(names, style["offset"], 0), 0)
    paged = not style.get("all_unless_asked") or style["size"] in names or style["offset"] in names
    size = whole(names, style["size"], style["default"]) if paged else max(len(rows), 1)
    if paged and size > style["most"] and "too_big" in style:
        raise Refused(style["too_big"])
    size = min(size, style["most"]) if paged else size
    return rows[at:at + size], {"at": at, "size": size, "total": len(rows)}


def behind(rows, style, names):
    after = names.get(style["cursor"])
    at = next((i + 1 for i, row in enumerate(rows) if str(row[style["id"]]) == after), 0)
    size = min(whole(names, style["size"], style["default"]), style["most"])
    shown = rows[at:at + size]
    return shown, {"at": at, "size": size, "total": len(rows), "more": at + size < len(rows),
                   "first": shown[0][style["id"]] if shown else None, "last": shown[-1][style["id"]] if shown else None}


STYLES = {"page": by_page, "offset": by_offset, "after": behind,
          "all": lambda rows, style, names: (rows, {"at": 0, "size": len(rows), "total": len(rows)})}


def listed(world, route, ctx):
    """The rows a list shows, and its page."""
    query = ctx["pairs"]
    rows = [row for row in world.rows(route["of"]) if "only" not in route or holds(route["only"], {**ctx, "row": row})]
    rows = ordered(unsteady(filtered(rows, route, query), route, query), route, query)
    style = world.data["paging"][route["paging"]] if "paging" in route else {"style": "all"}
    return STYLES[style["style"]](rows, style, dict(query))


def viewed(world, of, row, view, ctx):
    shape = world.data["collections"][of].get("views", {}).get(view, {})
    if "as" in shape:
        return fill(shape["as"], {**ctx, "row": row})
    shown = {key: value for key, value in row.items() if not key.startswith("_") and key not in shape.get("drop", [])}
    shown.update(fill(shape.get("set", {}), {**ctx, "row": row}))
    return shown
