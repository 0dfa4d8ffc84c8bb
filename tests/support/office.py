# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scheduler that runs on the files we ship in deploy/printers/office, and porchlight-printer-watch beside it."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from support import ipp, repo
from support.cups import ENVIRONMENT, Scheduler, _end, _is_socket, wait_for

SHIPPED = repo.TOP / "deploy/printers/office"
WATCH = Path(os.environ.get("PORCHLIGHT_BIN", repo.PROGRAMS)) / "porchlight-printer-watch"
IDLE, PROCESSING, STOPPED = 3, 4, 5
MARK = "porchlight-asked"
WATCHER = "nobody"  # stands for porchlight-print, the user of the watch
STRANGER = "mail"


def substituted(name, changes):
    """A file we ship with the places of a test; every place must really be in it."""
    text = (SHIPPED / name).read_text()
    for old, new in changes.items():
        assert old in text, f"{name} has no {old}"
        text = text.replace(old, str(new))
    return text


class OfficeScheduler(Scheduler):
    """cupsd as an office kiosk has it. `spool` may be a mount of its own."""

    def __init__(self, base, retry=None, history=None):
        super().__init__(base)
        self.spool = base / "spool"
        (self.spool / "tmp").rmdir()  # memory that is laid over it is empty
        changes = {"/run/cups/cups.sock": self.socket, "porchlight-print\n": WATCHER + "\n"}
        if retry:
            changes["JobRetryInterval 5"] = f"JobRetryInterval {retry}"
        if history:
            changes["PreserveJobHistory 15"] = f"PreserveJobHistory {history}"
        (base / "etc/cupsd.conf").write_text(substituted("cupsd.conf", changes))
        files = {"/run/cups/etc\n": f"{base}/etc\n", "/run/cups\n": f"{base}/run\n", "/var/spool/cups": self.spool,
                 "/var/cache/cups": base / "cache"}
        # A scheduler under /tmp: its children may not be kept from there.
        (base / "etc/cups-files.conf").write_text(substituted("cups-files.conf", files) + "Sandboxing relaxed\n")

    def start(self):
        with open(self.base / "log/stdout", "ab") as log:
            self.process = subprocess.Popen(
                ["cupsd", "-f", "-c", self.base / "etc/cupsd.conf", "-s", self.base / "etc/cups-files.conf"],
                env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        wait_for(lambda: _is_socket(self.socket) and self._answers(), what="cupsd")

    def _answers(self):
        try:
            return ipp.ask(self.socket, "/", "Get-Jobs", seconds=1)[2] == 200
        except OSError:
            return False

    def kill(self):
        """As the kernel would when memory is out; then systemd ends the rest of the service."""
        session = self.process.pid  # its children lead groups of their own, in the same session
        self.process.kill()
        self.process.wait(5)
        self.process = None
        for child in self._in_session(session):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGTERM)
        # A backend calls its job back from the printer before it goes.
        wait_for(lambda: not self._in_session(session), what="the end of all that the scheduler had begun")

    @staticmethod
    def _in_session(session):
        found = []
        for name in os.listdir("/proc"):
            with contextlib.suppress(ValueError, OSError, IndexError):
                # After the name in brackets: state, parent, group, session. One that has ended but that nobody has asked for is gone.
                state, _, _, of = Path(f"/proc/{int(name)}/stat").read_text().rpartition(")")[2].split()[:4]
                if int(of) == session and state != "Z":
                    found.append(int(name))
        return found

    def forget_files(self):
        """What cups.service.d/porchlight.conf sees to whenever the service ends."""
        for folder in (self.spool, self.base / "cache"):
            for path in folder.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def queue(self, name="slip"):
        return ipp.printer(self.socket, name)

    def reasons(self, name="slip"):
        """Of the queue, without the word that says they are fresh; nothing at all when they are not."""
        found = self.queue(name).get("printer-state-reasons", [])
        return set(found) - {MARK} if MARK in found else None

    def as_user(self, user, resource, operation, *words):
        """IPP status as a word ("0x0000" is granted), or that of HTTP."""
        return subprocess.run(
            ["setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups", sys.executable, ipp.__file__,
             self.socket, resource, operation, *words], capture_output=True, text=True, timeout=20, cwd="/").stdout.strip()


class Watch:
    """porchlight-printer-watch at work, as a user who is neither root nor in any group."""

    def __init__(self, scheduler, *arguments, user=WATCHER):
        self.log = scheduler.base / "log" / "watch"
        as_user = ["setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups"] if os.geteuid() == 0 else []
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [*as_user, WATCH, "--socket", scheduler.socket, "--tick", "1", *arguments],
                env={**ENVIRONMENT, "HOME": "/nonexistent"}, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True)

    def said(self):
        return self.log.read_text().splitlines()

    def end(self):
        self.process.terminate()
        return self.process.wait(15)

    def close(self):
        if self.process.poll() is None:
            _end(self.process)
