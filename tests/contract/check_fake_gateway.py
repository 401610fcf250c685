#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends what was recorded to the fake of each generation: status, headers and the shape of the body must be as recorded."""
import http.client
import json
import pathlib
import subprocess
import sys
import urllib.parse

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from fake_gateway import read_data  # noqa: E402
from fake.world import DATA  # noqa: E402

# Headers of the moment, of the machine, or of the server's frame; everything else must be there.
UNIMPORTANT = {"content-length", "transfer-encoding", "date", "server", "connection", "vary", "auth-version", "cache-version",
               "x-frame-options", "content-security-policy", "x-content-type-options", "openai-processing-ms"}


class Fake:
    def __init__(self, generation):
        command = [sys.executable, str(HERE / "fake_gateway.py"), generation, "--now", read_data(generation)["now"]]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.port = urllib.parse.urlsplit(json.loads(self.process.stdout.readline())["url"]).port
        self.link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def ask(self, method, path, body=None, headers=None):
        data = None if body is None else body if isinstance(body, str) else json.dumps(body)
        self.link.request(method, path, data.encode() if data else None, headers or {})
        answer = self.link.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()

    def control(self, what, **body):
        return json.loads(self.ask("POST", "/__fake/" + what, body)[2])

    def stop(self):
        self.process.stdin.close()
        return self.process.wait(5)


def kind_of(value):
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, (int, float)):
        return "number"
    return {dict: "object", list: "array", str: "string"}[type(value)]


def differences(recorded, given, path="", maps=()):
    """Where the shapes differ. null stands for any type, an empty map or list for any content; the keys of maps vary."""
    if recorded is None or given is None:
        return []
    if kind_of(recorded) != kind_of(given):
        return [f"{path or 'body'}: {kind_of(given)}, recorded {kind_of(recorded)}"]
    if isinstance(recorded, dict):
        if not recorded or not given:
            return []
        if path in maps:
            return differences(next(iter(recorded.values())), next(iter(given.values())), path + ".*", maps)
        missing = [f"{path}.{key}: missing" for key in recorded if key not in given]
        more = [f"{path}.{key}: not recorded" for key in given if key not in recorded]
        return missing + more + [one for key in recorded if key in given
                                 for one in differences(recorded[key], given[key], f"{path}.{key}", maps)]
    if isinstance(recorded, list) and recorded and given:
        return differences(recorded[0], given[0], path + "[0]", maps)
    return []


def shape(raw, kind):
    try:
        return json.loads(raw) if "json" in kind and raw else raw.decode("utf-8", "replace")
    except ValueError:
        return raw.decode("utf-8", "replace")


def check(fake, folder, one):
    one = one if isinstance(one, dict) else {"recording": one}
    recorded = json.loads((folder / one["recording"]).read_text(encoding="utf-8"))
    asked, expected = {**recorded["request"], **one.get("request", {})}, recorded["response"]
    status, headers, raw = fake.ask(asked["method"], asked["path"].replace(" ", "%20"), asked["body"], asked["headers"])
    out = [] if status == expected["status"] else [f"status {status}, recorded {expected['status']}"]
    names = {name.lower() for name in headers}
    matter = {name.lower() for name in expected["headers"]} - UNIMPORTANT - set(one.get("without", []))
    out += [f"header {name}: missing" for name in sorted(matter - names)]
    kind = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    body = expected.get("body", expected.get("body_text"))
    found = [] if body in ("", None) and not raw else differences(body, shape(raw, kind), maps=one.get("maps", ()))
    return [f"{one['recording']}: {text}" for text in out + found]


def check_generation(name):
    data = read_data(name)
    fake = Fake(name)
    try:
        wrong = [text for one in data.get("checked", []) for text in check(fake, DATA / data["recordings"], one)]
    finally:
        code = fake.stop()
    if code != 0:
        wrong.append(f"ended with {code} when its stdin closed")
    return wrong


def check_state():
    """What the fakes must remember, asked of the current New API."""
    fake = Fake("newapi-n4")
    told = {"Authorization": "Bearer " + read_data("newapi-n4")["connect"]["admin_secret"]}
    body = {"name": "demo", "remain_quota": 7, "expired_time": -1, "model_limits_enabled": True, "model_limits": "gpt-4o"}
    fake.ask("POST", "/api/token/", body, told)
    row = json.loads(fake.ask("GET", "/api/token/?p=1", None, told)[2])["data"]["items"][0]
    assert row["name"] == "demo" and "*" in row["key"], row
    fake.ask("PUT", "/api/token/", {"id": row["id"], "name": "demo"}, told)
    bare = json.loads(fake.ask("GET", f"/api/token/{row['id']}", None, told)[2])["data"]
    assert (bare["expired_time"], bare["remain_quota"], bare["model_limits"]) == (0, 0, ""), bare
    fates = [fake.ask("POST", f"/api/token/{row['id']}/key", None, told)[0] for _ in range(21)]
    assert fates == [200] * 20 + [429], fates
    before = fake.control("state")["usage"]
    secret = json.loads(fake.ask("POST", "/api/token/batch/keys", {"ids": [1]}, told)[2] or "{}")
    assert not secret, "the reveal bucket is shared"
    key = {"Authorization": "Bearer " + read_data("newapi-n4")["connect"]["data_secret"]}
    assert fake.ask("POST", "/v1/chat/completions", {"model": "gpt-4o-mini", "messages": []}, key)[0] == 200
    assert fake.control("state")["usage"] == before, "the row is late"
    assert fake.control("clock", **{"pass": 5})["usage"] == before + 1
    fake.ask("DELETE", f"/api/token/{row['id']}", None, told)
    assert json.loads(fake.ask("GET", f"/api/token/{row['id']}", None, told)[2])["success"] is False
    assert fake.stop() == 0


def main():
    names = sys.argv[1:] or sorted(file.stem for file in (HERE / "generations").glob("*.json"))
    wrong = [f"{name}: {text}" for name in names for text in check_generation(name)]
    print("\n".join(wrong))
    if not sys.argv[1:]:
        check_state()
    print(f"{len(names)} generations, {sum(len(read_data(name).get('checked', [])) for name in names)} recordings,"
          f" {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
