#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gateway.py BUILD_DIR [--runs N] [--seconds S] [--only WORD...]: the embedded gateway beside nginx's proxy_pass.

Both on one core, load and upstream on the other; runs of the two alternate; a figure is the median of its runs."""
import argparse
import json
import os
import re
import statistics
import subprocess
import tempfile

from gateway_peers import KEY, LOAD_CORE, Peers, cpu_ns, pinned

WRK = """wrk.method = "POST"
wrk.headers["Authorization"] = "Bearer {key}"
wrk.headers["Content-Type"] = "application/json"
local text = '{{"model":"plain","max_tokens":64,"messages":[{{"role":"user","content":"'
wrk.body = text .. string.rep("x", 1000 - #text) .. '"}}]}}'
"""

LASTING_S = 20  # beyond what usage rows may wait to be filed


class Bench:
    def __init__(self, peers, traffic, given):
        self.peers, self.traffic, self.given = peers, traffic, given
        self.wrong, self.rows = [], 0
        self.script = f"{peers.folder}/call.lua"
        with open(self.script, "w") as out:
            out.write(WRK.format(key=KEY))

    def ports(self, who, kind):
        return str(self.peers.ports["ours" if who == "ours" else f"to_{kind}"])

    def run(self, *command):
        done = subprocess.run(pinned(LOAD_CORE, *command), env=self.peers.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"gateway bench: {' '.join(command)}: {done.stderr or done.stdout}")
        return done.stdout

    def closed(self, who, clients, seconds=None):
        """Calls a second and CPU µs a call, with so many clients that call again as soon as they are answered. The CPU
        counts until every row is in its table, though that is put off."""
        pid = self.peers.ours if who == "ours" else self.peers.nginx
        before, rows = cpu_ns(pid), self.peers.rows() if who == "ours" else 0
        text = self.run("wrk", "-t1", f"-c{clients}", f"-d{seconds or self.given.seconds}s", "-s", self.script,
                        f"http://127.0.0.1:{self.ports(who, 'plain')}/v1/chat/completions")
        calls = int(re.search(r"(\d+) requests in", text).group(1))
        if "Non-2xx" in text:
            self.wrong.append(f"{who}, {clients} clients: {text}")
        if who == "ours":
            written = self.peers.rows() - rows
            self.rows += written
            if not calls <= written <= calls + clients:  # those that ran when wrk left
                self.wrong.append(f"{clients} clients made {calls} calls, {written} rows were written")
        return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1)),
                "cpu": (cpu_ns(pid) - before) / 1000 / calls}

    def exact(self, who, expected, *args):
        """A run of our own load; every call it made must be a row."""
        rows = self.peers.rows() if who == "ours" else 0
        told = json.loads(self.run(self.traffic, *args))
        if who == "ours":
            written = self.peers.rows() - rows
            self.rows += written
            if written != expected(told):
                self.wrong.append(f"{' '.join(args)}: {expected(told)} calls, {written} rows")
        if told.get("failed") or told.get("lost") or told.get("disordered"):
            self.wrong.append(f"{who}: {' '.join(args)}: {told}")
        return told

    def open(self, who, kind, rate):
        port = self.ports(who, kind) if who != "direct" else str(self.peers.ports["plain"])
        return self.exact(who, lambda told: told["calls"], "open", port, kind, str(rate), str(self.given.seconds), "64")

    def streams(self, who, count):
        port = self.ports(who, "streams") if who != "direct" else str(self.peers.ports["streams"])
        return self.exact(who, lambda told: count, "streams", port, "streams", str(count))

    def turns(self, measure, *args, direct=False, times=1, warm=False):
        """Medians by who, the runs taken in turns; each turn, of so many runs, with new processes. warm: a run before it
        does not count, in which connections are made."""
        whole = {}
        for turn in range(self.given.runs):
            self.peers.renew()
            names = ["ours", "nginx"] if turn % 2 == 0 else ["nginx", "ours"]
            for who in names if warm else []:
                measure(who, *args)
            for who in (names + (["direct"] if direct else [])) * times:
                for what, value in measure(who, *args).items():
                    whole.setdefault(what, {}).setdefault(who, []).append(value)
        return {what: {who: statistics.median(values) for who, values in each.items()} for what, each in whole.items()}


def row(what, unit, ours, other, aim, digits=1):
    ratio = f"{ours / other:6.2f}" if other and other > 0 else "     -"
    beside = f"{other:12.{digits}f}" if other is not None else " " * 12
    print(f"{what:48} {unit:8} {ours:12.{digits}f} {beside} {ratio}   {aim}", flush=True)


def added(figures, what, who):
    return figures[what][who] - figures[what]["direct"]


def measure(bench):
    wanted = lambda word: not bench.given.only or word in bench.given.only
    if wanted("start"):
        row("start to listening", "ms", bench.peers.ours_ms, bench.peers.nginx_ms, "below 50 ms")
    for clients in (1, 32, 256):
        if wanted("closed"):
            told = bench.turns(bench.closed, clients)
            row(f"1 KB chat, {clients} clients", "calls/s", told["rate"]["ours"], told["rate"]["nginx"], "1.00 (noise 0.97)", 0)
            row(f"  CPU of a call, {clients} clients", "µs", told["cpu"]["ours"], told["cpu"]["nginx"], "")
    if wanted("lasting"):
        told = bench.turns(bench.closed, 32, LASTING_S)
        row(f"1 KB chat, 32 clients for {LASTING_S} s", "calls/s", told["rate"]["ours"], told["rate"]["nginx"], "", 0)
    for kind in ("plain", "tls"):
        if not wanted(kind):
            continue
        name = "over TLS to the upstream" if kind == "tls" else "plain"
        slow = bench.turns(bench.open, kind, 1000, direct=True, warm=True)
        row(f"added median at 1,000 calls/s, {name}", "µs", added(slow, "p50", "ours"), added(slow, "p50", "nginx"), "at most 1.00")
        fast = bench.turns(bench.open, kind, 5000, direct=True, warm=True)
        row(f"added p99 at 5,000 calls/s, {name}", "µs", added(fast, "p99", "ours"), added(fast, "p99", "nginx"), "at most 1.10")
    for count in (200, 500):
        if wanted("streams"):
            # A run of streams takes a second, and at nine tenths of a core each disturbance shows: more of them.
            told = bench.turns(bench.streams, count, direct=True, times=3, warm=True)
            row(f"added per chunk, {count} streams, mean", "µs", added(told, "mean", "ours"), added(told, "mean", "nginx"), "at most 1.00")
            row(f"added per chunk, {count} streams, median", "µs", added(told, "p50", "ours"), added(told, "p50", "nginx"), "at most 1.00")
            row(f"added per chunk, {count} streams, p99", "µs", added(told, "p99", "ours"), added(told, "p99", "nginx"), "")
            row(f"chunks lost or out of order, {count} streams", "", told["lost"]["ours"] + told["disordered"]["ours"], None, "0", 0)
    if wanted("memory"):
        bench.peers.look()
        row("most memory resident", "MB", bench.peers.most["ours"], bench.peers.most["nginx"], "at most 40 MB")
    if wanted("start") and bench.rows:
        bench.peers.renew()
        row(f"start to listening, {bench.rows:,} rows kept", "ms", bench.peers.ours_ms, bench.peers.nginx_ms, "below 50 ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--only", nargs="*", choices=["start", "closed", "lasting", "plain", "tls", "streams", "memory"])
    given = parser.parse_args()
    if (os.cpu_count() or 1) < 2:
        raise SystemExit("gateway bench: needs two cores, one for the proxy and one for its load")
    traffic = f"{os.path.abspath(given.build)}/bin/bench_traffic"
    with tempfile.TemporaryDirectory() as folder:
        peers = Peers(os.path.abspath(given.build), folder, traffic)
        try:
            peers.begin()
            print(f"load of the machine before: {os.getloadavg()[0]:.2f}; {given.runs} runs of {given.seconds} s each, in turns")
            print(f"{'':48} {'':8} {'gateway':>12} {'nginx':>12}  ratio   aim")
            bench = Bench(peers, traffic, given)
            measure(bench)
            print(f"usage rows written: {bench.rows}; each run's rows were compared with its calls: "
                  + ("all equal" if not bench.wrong else "NOT EQUAL"))
            print(f"load of the machine after: {os.getloadavg()[0]:.2f}")
        finally:
            peers.close()
    for problem in bench.wrong:
        print(f"wrong: {problem}")
    raise SystemExit(1 if bench.wrong else 0)


main()
