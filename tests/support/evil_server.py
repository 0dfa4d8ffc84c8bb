# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server on loopback that serves a repository's folder, and misbehaves on demand.

    with EvilServer(folder) as server:
        server.on(r"/objects/.*\\.filez$", stall(after=100))
        ... pull from server.url ...
        server.asked  # the paths, in order
"""

import hashlib
import re
import socket
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PIECE = b"\0" * 65536
ENDLESS = 8 << 30  # enough for any reader to be sure; nobody waits for it to end


# --- How it may misbehave: each takes the handler and the right content (None where there is no such file) -----------------


def endless(declared):
    """Data that does not end: with a length that is declared, or until the line is closed."""
    def behave(handler, content):
        handler.head(200, ENDLESS if declared else None)
        sent = 0
        while sent < ENDLESS and handler.send(PIECE):
            sent += len(PIECE)
    return behave


def stall(after):
    """So many bytes, and then nothing, with the line left open."""
    def behave(handler, content):
        handler.head(200, len(content))
        handler.send(content[:after])
        handler.server.over.wait(120)
        handler.close_connection = True
    return behave


def drip(size, every):
    """`size` bytes every so many seconds: never silent for long, never done."""
    def behave(handler, content):
        handler.head(200, ENDLESS)
        while handler.send(b"\0" * size) and not handler.server.over.wait(every):
            pass
    return behave


def cut(after):
    """The line is cut in the middle."""
    def behave(handler, content):
        handler.head(200, len(content))
        handler.send(content[:after])
        handler.close_connection = True
    return behave


def short(by=1):
    """The end is missing, and the declared length agrees with that."""
    return lambda handler, content: handler.answer(200, content[:-by])


def long(by=4096):
    """More than there is, and the declared length agrees with that."""
    return lambda handler, content: handler.answer(200, content + b"x" * by)


def says_less(by=1):
    """A length that is smaller than what is sent."""
    def behave(handler, content):
        handler.head(200, len(content) - by)
        handler.send(content)
        handler.close_connection = True
    return behave


def status(code):
    return lambda handler, content: handler.answer(code, b"no")


def redirect(to):
    """To the same path elsewhere; `to` is a server's url."""
    return lambda handler, content: handler.answer(302, b"", Location=to + handler.path)


def gives(other):
    """Something else under this name: bytes, or a function of the right content."""
    return lambda handler, content: handler.answer(200, other(content) if callable(other) else other)


# --------------------------------------------------------------------------------------------------------------------------


@dataclass
class Request:
    path: str
    host: str
    conditional: bool
    status: int = 0
    sent: int = 0  # bytes of content


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        self.request_seen = Request(path, self.headers.get("Host", ""), "If-None-Match" in self.headers
                                    or "If-Modified-Since" in self.headers)
        self.server.seen(self.request_seen)
        file = self.server.folder / path.lstrip("/")
        content = file.read_bytes() if file.is_file() and ".." not in path else None
        behaviour = self.server.behaviour(path)
        try:
            if behaviour:
                behaviour(self, content if content is not None else b"")
            elif content is None:
                self.answer(404, b"")
            else:
                self.give(content)
        except OSError:
            self.close_connection = True

    def give(self, content):
        tag = f'"{hashlib.md5(content).hexdigest()}"'
        if self.headers.get("If-None-Match") == tag:
            self.answer(304, b"", ETag=tag)
        else:
            self.answer(200, content, ETag=tag)

    def answer(self, code, content, **headers):
        self.head(code, len(content), **headers)
        self.send(content)

    def head(self, code, length, **headers):
        self.request_seen.status = code
        self.send_response(code)
        if length is None:
            self.send_header("Connection", "close")
            self.close_connection = True
        elif code != 304:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def send(self, data):
        if self.server.over.is_set():
            return False
        try:
            self.wfile.write(data)
        except OSError:
            self.close_connection = True
            return False
        self.request_seen.sent += len(data)
        return True

    def log_message(self, *arguments):
        pass


class Listener(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request, client_address):
        pass  # somebody who leaves in the middle is what these tests are about


class EvilServer:
    def __init__(self, folder, host="127.0.0.1"):
        self._listener = Listener((host, 0), Handler)
        self._listener.folder = Path(folder)
        self._listener.over = threading.Event()
        self._listener.seen = self._see
        self._listener.behaviour = self._behaviour
        self._rules = []
        self._lock = threading.Lock()
        self._requests = []
        self.url = f"http://{host}:{self._listener.server_address[1]}"
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self):
        self._listener.over.set()
        self._listener.shutdown()
        self._listener.server_close()

    def serve(self, folder):
        """Another folder from now on."""
        self._listener.folder = Path(folder)

    def on(self, pattern, behaviour, first=None):
        """For paths in which `pattern` is found; with `first`, only so many times."""
        self._rules.append([re.compile(pattern), behaviour, first])

    def behave(self):
        """As a good server from now on; what was asked is forgotten."""
        self._rules.clear()
        with self._lock:
            self._requests.clear()

    @property
    def requests(self):
        with self._lock:
            return list(self._requests)

    @property
    def asked(self):
        return [request.path for request in self.requests]

    @property
    def sent(self):
        return sum(request.sent for request in self.requests)

    def _see(self, request):
        with self._lock:
            self._requests.append(request)

    def _behaviour(self, path):
        with self._lock:
            for rule in self._rules:
                if rule[0].search(path) and rule[2] != 0:
                    if rule[2]:
                        rule[2] -= 1
                    return rule[1]
        return None


def closed_port():
    """A port of loopback where nobody listens."""
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return line.getsockname()[1]


def waits_for(server, pattern, seconds=15):
    """Until somebody has asked for such a path."""
    end = time.monotonic() + seconds
    while not any(re.search(pattern, path) for path in server.asked):
        assert time.monotonic() < end, f"nobody asked for {pattern}"
        time.sleep(0.005)
