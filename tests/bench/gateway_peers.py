# SPDX-License-Identifier: GPL-3.0-or-later
"""What takes part in the gateway's benchmark: an nginx that answers, an nginx that passes on, and the gateway."""
import json
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.request

PROXY_CORE, LOAD_CORE = "0", "1"
KEY = "sk-bench-0123456789abcdef0123456789abcdef"
ADMIN_KEY = "admin-key-of-the-bench-1234"

# 1 KB, as a chat answer looks.
CONTENT = "An answer of the usual length. " * 18
ANSWER = json.dumps({
    "id": "chatcmpl-bench", "object": "chat.completion", "created": 1787390000, "model": "gpt-4o-mini-2024-07-18",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": CONTENT, "refusal": None}, "logprobs": None,
                 "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 250, "completion_tokens": 90, "total_tokens": 340,
              "prompt_tokens_details": {"cached_tokens": 0}, "completion_tokens_details": {"reasoning_tokens": 0}}},
    separators=(",", ":"))

UPSTREAM_CONF = """
worker_processes 1; daemon off; pid {dir}/upstream.pid; error_log {dir}/upstream.log;
events {{ worker_connections 8192; }}
http {{
    access_log off; keepalive_requests 1000000000; keepalive_timeout 600s; tcp_nodelay on;
    client_body_temp_path {dir}/ub; proxy_temp_path {dir}/up; fastcgi_temp_path {dir}/uf; uwsgi_temp_path {dir}/uu; scgi_temp_path {dir}/us;
    server {{
        listen 127.0.0.1:{plain} backlog=4096; listen 127.0.0.1:{tls} ssl backlog=4096;
        ssl_certificate {dir}/server.pem; ssl_certificate_key {dir}/server.key; ssl_session_cache shared:S:1m;
        location / {{ default_type application/json; return 200 '{answer}'; }}
    }}
}}
"""

PROXY_CONF = """
worker_processes 1; daemon off; pid {dir}/proxy.pid; error_log {dir}/proxy.log;
events {{ worker_connections 8192; }}
http {{
    access_log off; keepalive_requests 1000000000; keepalive_timeout 600s; tcp_nodelay on;
    client_body_temp_path {dir}/pb; proxy_temp_path {dir}/pp; fastcgi_temp_path {dir}/pf; uwsgi_temp_path {dir}/pu; scgi_temp_path {dir}/ps;
    upstream plain {{ server 127.0.0.1:{plain}; keepalive 1024; keepalive_requests 1000000000; keepalive_timeout 600s; }}
    upstream tls {{ server 127.0.0.1:{tls}; keepalive 1024; keepalive_requests 1000000000; keepalive_timeout 600s; }}
    upstream streams {{ server 127.0.0.1:{streams}; keepalive 1024; keepalive_requests 1000000000; keepalive_timeout 600s; }}
    proxy_http_version 1.1; proxy_set_header Connection "";
    server {{ listen 127.0.0.1:{to_plain} backlog=4096; location / {{ proxy_pass http://plain; }} }}
    server {{ listen 127.0.0.1:{to_tls} backlog=4096; location / {{
        proxy_pass https://tls; proxy_ssl_verify on; proxy_ssl_trusted_certificate {dir}/ca.pem;
        proxy_ssl_name localhost; proxy_ssl_server_name on; proxy_ssl_session_reuse on; }} }}
    server {{ listen 127.0.0.1:{to_streams} backlog=4096; location / {{ proxy_buffering off; proxy_pass http://streams; }} }}
}}
"""

# Every feature on: a key with caps, routes with a fallback, prices; the rates are set over the admin API.
GATEWAY_YAML = """
upstreams:
  - {{name: plain, kind: openai, base_url: "http://127.0.0.1:{plain}/v1", key_ref: "env:BENCH_UPSTREAM_KEY"}}
  - {{name: tls, kind: openai, base_url: "https://localhost:{tls}/v1", key_ref: "env:BENCH_UPSTREAM_KEY", ca_file: "{dir}/ca.pem"}}
  - {{name: streams, kind: openai, base_url: "http://127.0.0.1:{streams}/v1", key_ref: "env:BENCH_UPSTREAM_KEY"}}
aliases:
  - {{name: plain, routes: [{{upstream: plain, model: gpt-4o-mini-2024-07-18, weight: 1000000}}, {{upstream: scripted, model: test-echo}}], price: {{input: 0.15, output: 0.60, cached: 0.075}}}}
  - {{name: tls, routes: [{{upstream: tls, model: gpt-4o-mini-2024-07-18, weight: 1000000}}, {{upstream: scripted, model: test-echo}}], price: {{input: 0.15, output: 0.60, cached: 0.075}}}}
  - {{name: streams, routes: [{{upstream: streams, model: gpt-4o-mini-2024-07-18, weight: 1000000}}, {{upstream: scripted, model: test-echo}}], price: {{input: 0.15, output: 0.60, cached: 0.075}}}}
keys:
  - name: bench
    secret_ref: "env:BENCH_KEY"
    aliases: [plain, tls, streams]
    budgets: [{{usd: 100000, window: day}}, {{usd: 1000000, window: month}}]
"""
LIMITS = {"rpm": 1_000_000_000, "tpm": 10_000_000_000, "parallel": 100_000, "soft_percents": [80, 95]}


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def pinned(core, *command):
    return ["taskset", "-c", core, *command]


def cpu_ns(pid):
    """Time all threads of a process have run."""
    total = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        total += int((task / "schedstat").read_text().split()[0])
    return total


def memory_mb(pid, what):
    return int(re.search(what + r":\s+(\d+) kB", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1)) / 1024


def until_listening(port, began, process):
    while process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return (time.monotonic() - began) * 1000
        time.sleep(0.0005)
    raise SystemExit(f"gateway bench: {process.args} ended at its start")


class Peers:
    """All of them; begin() starts them, close() ends them."""

    def __init__(self, build, folder, traffic):
        root = pathlib.Path(__file__).resolve().parents[2]
        subprocess.run([root / "tests/servers/make-certificates.sh", folder], check=True)
        names = ("plain", "tls", "streams", "to_plain", "to_tls", "to_streams", "ours", "admin")
        self.ports = dict(zip(names, free_ports(len(names))))
        self.folder, self.build, self.traffic, self.processes = folder, build, traffic, []
        self.most = {"ours": 0.0, "nginx": 0.0}
        self.environment = {**os.environ, "BENCH_KEY": KEY, "BENCH_UPSTREAM_KEY": "sk-bench-upstream",
                            "GATEWRIGHT_HOME": f"{folder}/home"}
        values = {**self.ports, "dir": folder, "answer": ANSWER}
        for name, text in (("upstream.conf", UPSTREAM_CONF), ("proxy.conf", PROXY_CONF), ("gateway.yaml", GATEWAY_YAML)):
            pathlib.Path(folder, name).write_text(text.format(**values))
        pathlib.Path(folder, "admin.key").write_text(ADMIN_KEY)
        os.chmod(f"{folder}/admin.key", 0o600)

    def begin(self):
        folder = self.folder
        self.start(LOAD_CORE, self.ports["plain"], "nginx", "-p", folder, "-c", f"{folder}/upstream.conf")
        self.start(LOAD_CORE, self.ports["streams"], self.traffic, "upstream", str(self.ports["streams"]))
        self.gateway = [f"{self.build}/bin/gwctl", "gateway", "serve", "--listen", f"127.0.0.1:{self.ports['ours']}",
                        "--admin-listen", f"127.0.0.1:{self.ports['admin']}", "--config", f"{folder}/gateway.yaml",
                        "--admin-key-file", f"{folder}/admin.key"]
        self.begin_proxies()  # makes the database; then a start as it usually is
        key = next(k for k in self.admin("GET", "/keys")["items"] if k["name"] == "bench")
        self.admin("PATCH", f"/keys/{key['id']}", LIMITS)
        self.renew()

    def begin_proxies(self):
        nginx, self.nginx_ms = self.start(PROXY_CORE, self.ports["to_plain"], "nginx", "-p", self.folder, "-c",
                                          f"{self.folder}/proxy.conf")
        self.nginx = self.worker_of(nginx)
        gateway, self.ours_ms = self.start(PROXY_CORE, self.ports["ours"], *self.gateway)
        self.ours = gateway.pid

    def renew(self):
        """Both proxies anew: which pages of memory a process was given makes a tenth of its speed, or more."""
        self.look()
        for _ in range(2):
            self.stop(self.processes.pop())
        self.begin_proxies()

    def look(self):
        """Keeps the most memory either has had."""
        self.most = {"ours": max(self.most["ours"], memory_mb(self.ours, "VmHWM")),
                     "nginx": max(self.most["nginx"], memory_mb(self.nginx, "VmHWM"))}

    def start(self, core, port, *command):
        began = time.monotonic()
        with open(f"{self.folder}/{pathlib.Path(command[0]).name}-{port}.out", "w") as out:
            process = subprocess.Popen(pinned(core, *command), env=self.environment, stdout=out, stderr=out)
        self.processes.append(process)
        return process, until_listening(port, began, process)

    @staticmethod
    def stop(process):
        process.terminate()
        process.wait(20)

    @staticmethod
    def worker_of(process):
        end = time.monotonic() + 5
        while time.monotonic() < end:
            children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            if children:
                return int(children[0])
        raise SystemExit("gateway bench: nginx has no worker")

    def admin(self, method, path, body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{self.ports['admin']}/admin/v1{path}", method=method,
                                         data=json.dumps(body).encode() if body else None)
        request.add_header("Authorization", f"Bearer {ADMIN_KEY}")
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def rows(self):
        """Usage rows written, once none is waiting, to be written or to be filed: a row is queued a moment after its
        answer was sent, and what is put off must not run beside the next one's turn."""
        end, before = time.monotonic() + 30, None
        while time.monotonic() < end:
            status = self.admin("GET", "/status")
            if status["rows_queued"] + status["rows_unfiled"] == 0 and status["rows_written"] == before:
                return before
            before = status["rows_written"]
            time.sleep(0.15)
        raise SystemExit("gateway bench: usage rows stay in the queue")

    def close(self):
        for process in reversed(self.processes):
            self.stop(process)
