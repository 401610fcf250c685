#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway of a given kind and generation, fed by tests/contract/generations/NAME.json. Standard library only.

    fake_gateway.py NAME|FILE [--now ISO]       fake_gateway.py --list: name, kind and title of all generations

Listens on a free port of 127.0.0.1, prints {"url", "pid", ...} as its first line (with what a client needs to connect),
and ends when its stdin closes. With --now its clock stands still until a test moves it; "--now recorded" is its data's. What the data file says is shape; what is done with it is in fake/.

For tests, away from every real path:
    GET  /__fake/state                  what it holds: counts, issued secrets, requests seen
    POST /__fake/usage   {"count", "seconds", "late", "back"}      calls were made; their rows appear `late` s later
    POST /__fake/paging  {"rows", "times"}                         so many rows join after each page of usage
    POST /__fake/clock   {"pass": seconds}
    POST /__fake/next    {"match": "POST /path", "times", ...}     for the next request that begins so:
         "lose": true     it is done, but the answer is lost      "answer": recording, or {"status", "headers", "body"}
         "slow": ms       one byte each ms                        "skip": so many such requests pass first
    POST /__fake/reset"""
import http.server
import json
import os
import pathlib
import socket
import sys
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from fake.calls import answer_of, answered, encoded  # noqa: E402
from fake.world import World  # noqa: E402


def read_data(name):
    file = pathlib.Path(name)
    if not file.is_file():
        file = HERE / "generations" / (name + ".json")
    data = json.loads(file.read_text(encoding="utf-8"))
    base = data.pop("like", None)
    if base:
        data = merged(read_data(str(file.parent / (base + ".json"))), data)
    return data


def merged(base, more):
    """Objects are merged, a route replaces the one on the same path, anything else replaces."""
    out = dict(base)
    for key, value in more.items():
        if key == "routes":
            taken = {(one["on"], json.dumps(one.get("if"))) for one in value}
            out[key] = value + [one for one in base.get(key, []) if (one["on"], json.dumps(one.get("if"))) not in taken]
            out[key] = [one for one in out[key] if "gone" not in one]
        elif isinstance(value, dict) and isinstance(base.get(key), dict) and "$replace" not in value:
            out[key] = merged(base[key], value)
        else:
            out[key] = {k: v for k, v in value.items() if k != "$replace"} if isinstance(value, dict) else value
    return out


class Fake:
    """The world, its lock, and what tests ask of it."""

    def __init__(self, name, now):
        self.name, self.now, self.data = name, now, read_data(name)
        self.lock = threading.Lock()
        self.world = World(name, self.data, now)

    def control(self, path, body):
        world = self.world
        if path == "usage":
            world.add_usage(**body)
        elif path == "paging":
            world.while_paging = body
        elif path == "clock":
            world.passed += int(body["pass"] * 1_000_000)
        elif path == "next":
            world.script.append({"times": 1, "skip": 0, **body})
        elif path == "reset":
            self.world = World(self.name, self.data, self.now)
        elif path != "state":
            return {"error": "no such control: " + path}
        return self.state()

    def state(self):
        world = self.world
        usage = world.data["chat"].get("usage") if "chat" in world.data else None
        held = {of: len(world.rows(of)) for of in world.collections}
        made = [row for row in (world.rows(usage["of"]) if usage else []) if "_call" in row]
        return {"now": world.now() // 1_000_000, "rows": held, "made": len(made), "issued": world.issued, "requests": world.requests[-200:],
                "usage": held[usage["of"]] if usage else 0, "calls": len(world.calls)}

    def scripted(self, line):
        for one in self.world.script:
            if line.startswith(one["match"]):
                if one["skip"] > 0:
                    one["skip"] -= 1
                    return {}
                one["times"] -= 1
                if one["times"] <= 0:
                    self.world.script.remove(one)
                return one
        return {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    fake = None

    def log_message(self, *_):
        pass

    def version_string(self):
        return "fake"

    def date_time_string(self, timestamp=None):
        return super().date_time_string(self.fake.world.now() // 1_000_000)

    def handle_one_request(self):
        try:
            super().handle_one_request()
        except (ConnectionError, socket.timeout):
            self.close_connection = True

    def do(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = urllib.parse.urlsplit(self.path)
        if url.path.startswith("/__fake/"):
            with self.fake.lock:
                told = self.fake.control(url.path.removeprefix("/__fake/"), json.loads(raw or b"{}"))
            return self.give(200, {"Content-Type": "application/json"}, encoded(told), {})
        with self.fake.lock:
            trick, (status, headers, body) = self.take(url, raw)
        if trick.get("lose"):
            self.close_connection = True
            return self.connection.shutdown(socket.SHUT_RDWR)
        return self.give(status, headers, body, trick)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do

    def take(self, url, raw):
        world = self.fake.world
        line = f"{self.command} {url.path}"
        world.requests.append(f"{self.command} {self.path}")
        trick = self.fake.scripted(line)
        if "answer" in trick:
            status, headers, body = answer_of(world, trick["answer"], world.context())
            drop = ("content-length", "transfer-encoding", "date", "connection")
            return trick, (status, {k: v for k, v in headers.items() if k.lower() not in drop}, encoded(body))
        try:
            body = json.loads(raw) if raw else {}
        except ValueError:
            body = {}
        request = {"method": self.command, "path": url.path, "url": "http://" + self.headers.get("Host", ""),
                   "pairs": urllib.parse.parse_qsl(url.query, keep_blank_values=True), "body": body,
                   "headers": {name.lower(): value for name, value in self.headers.items()}}
        return trick, answered(world, request)

    def give(self, status, headers, body, trick):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value.encode("utf-8").decode("latin-1") if isinstance(value, str) else str(value))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if "slow" in trick:
            for i in range(len(body)):
                self.wfile.write(body[i:i + 1])
                self.wfile.flush()
                time.sleep(trick["slow"] / 1000)
        elif self.command != "HEAD":
            self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], (ConnectionError, socket.timeout)):
            super().handle_error(request, client_address)


def listed():
    files = sorted((HERE / "generations").glob("*.json"))
    return [{"name": file.stem, **{word: read_data(str(file))[word] for word in ("kind", "title")}} for file in files]


def greeting(server, data):
    url = f"http://127.0.0.1:{server.server_port}"
    return {"url": url, "pid": os.getpid(), "kind": data["kind"], "now": data["now"], "connect": data["connect"],
            "admin_url": url + data["paths"]["admin"], "data_url": url + data["paths"]["data"],
            "secrets": data["secrets"], "suite": data["suite"]}


def main():
    name = sys.argv[1]
    if name == "--list":
        return print(json.dumps(listed()))
    now = sys.argv[sys.argv.index("--now") + 1] if "--now" in sys.argv else None
    Handler.fake = Fake(name, read_data(name)["now"] if now == "recorded" else now)
    server = Server(("127.0.0.1", 0), Handler)
    print(json.dumps(greeting(server, Handler.fake.data)), flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
