# SPDX-License-Identifier: GPL-3.0-or-later
"""What one gateway remembers: its collections, its clock, its rate buckets, and the usage that calls leave behind."""
import copy
import json
import pathlib
import random
import string
import time
import uuid

from fake import hooks
from fake.values import SECOND, fill, look, micros_of

DATA = pathlib.Path(__file__).resolve().parents[2] / "data"
ALPHABETS = {"alnum": string.ascii_letters + string.digits, "hex": "0123456789abcdef",
             "digits": string.digits, "url": string.ascii_letters + string.digits + "-_"}


class New:
    """What is made up while one request is answered; the same name gives the same value."""

    def __init__(self, world):
        self.world, self.made = world, {}

    def get(self, name):
        if name not in self.made:
            self.made[name] = self.world.invent(name)
        return self.made[name]


class World:
    def __init__(self, name, data, now=None):
        self.name, self.data = name, data
        self.routes = sorted(data["routes"], key=lambda one: ("{" in one["on"], "if" not in one))
        self.frozen = now is not None
        self.start = micros_of(now or data["now"]) if self.frozen else int(time.time() * SECOND)
        self.passed, self.began = 0, time.monotonic()
        self.random = random.Random(7)
        self.counters, self.issued, self.requests, self.script = {}, [], [], []
        self.while_paging = {"rows": 0, "times": 0}
        self.calls, self.buckets, self.cache = [], {}, {}
        self.collections = {of: [] for of in data.get("collections", {})}
        self.objects = {key: fill(value, self.context()) for key, value in data.get("objects", {}).items()}
        for of in self.collections:
            self.seed(of)

    def now(self):
        running = 0 if self.frozen else int((time.monotonic() - self.began) * SECOND)
        return self.start + self.passed + running

    def recorded(self, name):
        """A recorded response, by its file or by the name that the generation's answers give it."""
        name = self.data.get("answers", {}).get(name, {}).get("recording", name)
        if name not in self.cache:
            file = DATA / self.data["recordings"] / name
            recording = json.loads(file.read_text(encoding="utf-8"))
            answer = recording["response"]
            if isinstance(answer.get("body"), str) and answer["body"]:
                answer["body"] = json.dumps(answer["body"])
            answer.setdefault("body", answer.get("body_text"))
            answer["request"] = recording["request"]
            self.cache[name] = answer
        return self.cache[name]

    def context(self, **more):
        return {"now": self.now(), "new": New(self), "recorded": self.recorded, "world": self, "data": self.data,
                "object": getattr(self, "objects", {}), **more}

    def rows(self, of):
        now = self.now()
        return [row for row in self.collections[of] if row.get("_visible", 0) <= now]

    def find(self, of, value, field=None):
        field = field or self.data["collections"][of]["id"]
        return next((row for row in self.rows(of) if str(row.get(field)) == str(value)), None)

    # Made-up values

    def invent(self, name):
        if name in self.data.get("invent", {}):
            return self.written(self.data["invent"][name], name)
        if name == "uuid":
            return str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        return self.counted(name)

    def counted(self, name):
        self.counters[name] = self.counters.get(name, 0) + 1
        return self.counters[name]

    def written(self, shape, name):
        """{"prefix", "alphabet", "length", "stamp"}: a text; with "secret" it is noted as issued."""
        letters = ALPHABETS[shape.get("alphabet", "alnum")]
        text = "".join(self.random.choice(letters) for _ in range(shape["length"]))
        if shape.get("secret") and shape["length"] > 20 and letters != ALPHABETS["hex"]:
            text = text[:8] + "EXAMPLE" + text[15:]
        if shape.get("stamp"):
            text = time.strftime("%Y%m%d%H%M%S", time.gmtime(self.now() // SECOND)) + f"{self.counted(name):09d}" + text
        text = shape.get("prefix", "") + text
        if shape.get("secret"):
            self.issued.append(text)
        return text

    # Rows

    def seed(self, of):
        shape = self.data["collections"][of]
        for one in shape.get("seed", []):
            rows = look(self.recorded(one["recording"])["body"], one["at"]) if "recording" in one else one["rows"]
            for row in rows if isinstance(rows, list) else [rows]:
                self.keep(of, {**copy.deepcopy(row), **fill(one.get("set", {}), self.context(row=row))})
        top = [row[shape["id"]] for row in self.collections[of] if isinstance(row.get(shape["id"]), int)]
        self.counters[shape.get("counter", of + "_id")] = max(top, default=0)

    def keep(self, of, row):
        shape = self.data["collections"][of]
        if self.find(of, row.get(shape["id"])):
            return
        if "at" in shape and "_at" not in row:
            row["_at"] = micros_of(row[shape["at"]])
        for field, value in shape.get("private", {}).items():
            row.setdefault(field, fill(value, self.context(row=row)))
        self.collections[of].append(row)

    def create(self, of, ctx):
        shape = self.data["collections"][of]
        row = fill(shape["row"], ctx)
        for field, value in shape.get("private", {}).items():
            row[field] = fill(value, {**ctx, "row": row})
        self.collections[of].append(row)
        return row

    def after_write(self, of, row, body):
        hook = self.data["collections"][of].get("after_write")
        if hook:
            hooks.HOOKS[hook](self, row, body)

    # Usage

    def call(self, ctx, key, model, more, at=None):
        """One call of the data plane, with what the data file adds to it."""
        chat = self.data["chat"]
        price = chat["models"].get(model, chat["models"]["*"])
        at = self.now() if at is None else at
        call = {"n": len(self.calls) + 1, "at": at, "model": model, "prompt": 25, "completion": 9, "status": 200,
                "stream": False, "ms": 412, "key": key or {}, **price, **more}
        call["end"] = at + call["ms"] * 1000
        call["total"] = call["prompt"] + call["completion"]
        call["cost"] = round(call["prompt"] * price["input"] + call["completion"] * price["output"], 12)
        call.update(fill(chat.get("call", {}), {**ctx, "call": call}))
        self.calls.append(call)
        return call

    def book(self, call, ctx):
        ctx = {**ctx, "call": call, "row": call["key"]}
        for target, how, value in self.data["chat"].get("book", []):
            place, field = target.rsplit(".", 1)
            place = look(ctx, place)
            if isinstance(place, dict) and place.get(field) is not None:
                place[field] = place[field] + (1 if how == "add" else -1) * fill(value, ctx)

    def log(self, call, ctx, late=None):
        usage = self.data["chat"].get("usage")
        if not usage:
            return
        row = fill(self.data["collections"][usage["of"]]["row"], {**ctx, "call": call})
        row["_at"], row["_call"] = call["at"], call
        row["_visible"] = self.now() + int((usage.get("delay", 0) if late is None else late) * SECOND)
        self.collections[usage["of"]].append(row)

    def add_usage(self, count=1, seconds=0, late=0, back=0, **more):
        """count calls, the newest `back` seconds ago, spread over the `seconds` before; their rows appear after `late`."""
        keys = self.collections.get(self.data["chat"].get("keys", "keys"), [])
        models = [name for name in self.data["chat"]["models"] if name != "*"]
        for i in range(count):
            at = self.now() - int(back * SECOND) - (int(seconds * SECOND) * (count - 1 - i) // max(count - 1, 1))
            key = keys[i % len(keys)] if keys else None
            ctx = self.context(headers={})
            asked = {"stream": i % 2 == 1, "request_id": ctx["new"].get("request_id"), **more}
            self.log(self.call(ctx, key, models[i % len(models)], asked, at), ctx, late)

    def serve_paging(self):
        if self.while_paging["times"] > 0:
            self.while_paging["times"] -= 1
            self.add_usage(self.while_paging["rows"])

    # Limits

    def spent(self, bucket):
        limit = self.data["buckets"][bucket]
        taken = [t for t in self.buckets.get(bucket, []) if t > self.now() - limit["seconds"] * SECOND]
        if len(taken) >= limit["calls"]:
            return True
        self.buckets[bucket] = taken + [self.now()]
        return False
