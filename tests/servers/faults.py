#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gateway that misbehaves: http://127.0.0.1:PORT/MODE/v1. Prints its port. faults.py [CERTIFICATE KEY] speaks TLS.
With chat-MODE only chat goes wrong; the list of models is fine.

Modes: ok, html, page-NNN, status-NNN, silence, cut, stall, big, utf8, notjson, headers, redirect, error200."""
import http.server
import json
import socketserver
import ssl
import sys
import time

PAGE = b"<!DOCTYPE html><html><title>Sign in</title><body>Please sign in</body></html>"


def chunk_of(text, finish=None):
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m",
            "choices": [{"index": 0, "delta": {"content": text} if text else {}, "finish_reason": finish}]}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def whole(self, body, kind="application/json", status=200, more=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def piece(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def event(self, value):
        self.piece(b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n")

    def begin_stream(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def answer(self, asked):
        if self.path.endswith("/models"):
            return self.whole(json.dumps({"object": "list", "data": [{"id": "m", "object": "model"}]}).encode())
        if not asked.get("stream"):
            last = asked["messages"][-1]["content"]
            return self.whole(json.dumps({"id": "chatcmpl-%d" % time.monotonic_ns(), "object": "chat.completion", "created": 1, "model": "m",
                "choices": [{"index": 0, "message": {"role": "assistant", "content": last}, "finish_reason": "stop"}],
                "usage": {"prompt_tokens": 3, "completion_tokens": 3, "total_tokens": 6}}).encode())
        self.begin_stream()
        for n in range(1, 201):
            self.event(chunk_of("%d. item\n" % n))
        self.event(chunk_of("", "stop"))
        self.piece(b"data: [DONE]\n\n")
        self.piece(b"")

    def misbehave(self, mode):
        if mode == "html":
            self.whole(PAGE, "text/html; charset=utf-8")
        elif mode.startswith("page-"):
            self.whole(PAGE, "text/html", status=int(mode[5:]))
        elif mode.startswith("status-"):
            status = int(mode[7:])
            error = {"error": {"message": "refused for the test", "type": "test", "code": "test_%d" % status}}
            self.whole(json.dumps(error).encode(), status=status, more=[("Retry-After", "1")] if status == 429 else [])
        elif mode == "silence":
            time.sleep(600)
        elif mode in ("cut", "stall", "utf8"):
            self.begin_stream()
            for n in range(1, 15):
                self.event(chunk_of("%d. item\n" % n))
                time.sleep(0.01)
            if mode == "stall":
                time.sleep(600)
            if mode == "utf8":
                for piece in (b'data: {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"\xe2', b"\x9c", b'\xff\xc3("}}]}\n\n'):
                    self.piece(piece)
                self.event(chunk_of("", "stop"))
                self.piece(b"data: [DONE]\n\n")
                self.piece(b"")
            self.close_connection = True
        elif mode == "big":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(50 << 20))
            self.end_headers()
            for _ in range(50):
                self.wfile.write(b" " * (1 << 20))
        elif mode == "notjson":
            self.whole(b"{\"data\": [")
        elif mode == "headers":
            self.whole(b"{}", more=[("x-field-%d" % n, "1") for n in range(150)])
        elif mode == "redirect":
            self.whole(b"", status=307, more=[("Location", "http://elsewhere.invalid/v1/models?token=abc")])
        elif mode == "error200":
            self.whole(b'{"error":{"message":"no such thing","type":"test","code":"gone"}}')
        else:
            return False
        return True

    def handle_any(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        mode = self.path.split("/")[1]
        if mode.startswith("chat-"):
            mode = mode[5:] if "/chat/" in self.path else "ok"
        try:
            if not self.misbehave(mode):
                self.answer(json.loads(body or b"{}"))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    do_GET = do_POST = do_DELETE = do_PATCH = handle_any


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) == 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
