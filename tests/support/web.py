# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server (nginx) for one folder on loopback, and what it was asked for."""

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from support.waiting import wait_until

NGINX = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
# What has left counts as served: little waits in the kernel, so that a cut connection is counted for what got through.
CONFIG = """daemon off;
master_process off;
pid {folder}/pid;
error_log {folder}/errors warn;
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
    log_format lines '$status $request_length $bytes_sent $body_bytes_sent $request_time $request_method $request_uri '
                     '"$http_range" "$http_if_none_match$http_if_modified_since"';
    access_log {folder}/requests lines;
    client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
    uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t;
    default_type application/octet-stream;
    sendfile on;
    keepalive_requests 100000;
    {options}
    server {{
        listen {address}:{port} {listen};
        {tls}
        root {root};
    }}
}}
"""
LINE = re.compile(r'(\d+) (\d+) (\d+) (\d+) ([\d.]+) (\S*) (.*) "(.*?)" "(.*?)"$')


@dataclass(frozen=True)
class Request:
    status: int
    received: int  # bytes of the request, headers and all
    sent: int      # bytes of the answer, headers and all, as far as it went out
    body: int
    seconds: float
    method: str
    path: str
    range: str
    condition: str  # what made it conditional


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Web:
    """`around`: a command put before nginx's own, such as one that enters a network. With `tls` = (certificate, key)."""

    def __init__(self, root, around=(), port=None, tls=None, options="", listen=""):
        assert NGINX, "nginx is missing: deploy/dependencies test"
        self.folder = Path(tempfile.mkdtemp(prefix=f"porchlight-web-{os.getpid()}-"))
        self.port = port or free_port()
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        self._around, self._seen = list(around), 0
        (self.folder / "nginx.conf").write_text(CONFIG.format(
            folder=self.folder, address="127.0.0.1", port=self.port, root=root, options=options,
            listen=listen + (" ssl" if tls else ""),
            tls=f"ssl_certificate {tls[0]}; ssl_certificate_key {tls[1]};" if tls else ""))
        self.process = None
        self.start()

    def start(self):
        # As root nginx gives its one process no other user without a master: what root made, it must read.
        self.process = subprocess.Popen(
            [*self._around, NGINX, "-c", self.folder / "nginx.conf", "-p", self.folder, "-e", self.folder / "errors"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(lambda: (self.folder / "pid").exists() or self.process.poll() is not None, what="nginx")
        assert self.process.poll() is None, (self.folder / "errors").read_text()

    def stop(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        (self.folder / "pid").unlink(missing_ok=True)

    def requests(self, new=False):
        """All so far, or those since the last call with `new`. A request counts when it has ended, one way or another."""
        text = (self.folder / "requests").read_text() if (self.folder / "requests").exists() else ""
        lines = text.splitlines()
        since = self._seen if new else 0
        if new:
            self._seen = len(lines)
        found = []
        for line in lines[since:]:
            parts = LINE.match(line)
            assert parts, line
            words = [word.strip("-") if word.strip("-") == "" else word for word in parts.groups()[5:]]  # nginx's word for nothing
            found.append(Request(*map(int, parts.groups()[:4]), float(parts[5]), *words))
        return found

    def close(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
