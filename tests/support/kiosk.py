# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real kiosk program as an ordinary user runs it, alone or inside cage."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from support import repo

# cage refuses root, and a kiosk is no root's business: tests run as root use a user that owns nothing.
NOBODY = 61184


def as_nobody():
    if os.getuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs"]


def give_to_nobody(*paths):
    if os.getuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)


class Home:
    """A copy of the built programs and content where any user can read it, and a folder for run time."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="porchlight-home-"))
        self.folder.chmod(0o755)
        self.bin = self.folder / "bin"
        self.content = self.folder / "share/porchlight/content"
        self.bin.mkdir()
        for program in ("porchlight", "porchlight-content", "porchlight-tour"):
            shutil.copy2(repo.PROGRAMS / program, self.bin)
        shutil.copytree(repo.RELEASE / "share", self.folder / "share")
        shutil.copytree(repo.RELEASE / "lib/porchlight", self.folder / "lib/porchlight")
        self.runtime = self.folder / "run"
        self.runtime.mkdir(mode=0o700)
        self.empty = self.folder / "no-release"
        self.empty.mkdir()
        give_to_nobody(self.runtime)

    def environment(self, **more):
        """Nothing of the caller's session: no display, no session bus, no language."""
        return {
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8", "HOME": str(self.runtime), "TMPDIR": str(self.runtime),
            "XDG_RUNTIME_DIR": str(self.runtime), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "QT_WAYLAND_CLIENT_BUFFER_INTEGRATION": "none", **more,
        }

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Kiosk:
    """A process that is asked to end, and made to, with the `with` block. Its output is kept in `log`."""

    def __init__(self, home, display=None, flags=(), around=(), cage=False, root=None, environment=None):
        """around: a command put before the kiosk's own (strace); cage: inside cage, on the display or else headless."""
        self.home, self.display, self.cage = home, display, cage
        own = [*around, str(home.bin / "porchlight"), "--root", str(root or home.empty), *flags]
        more = dict(environment or {})
        self._go = home.runtime / "output-has-its-size"
        self._go.unlink(missing_ok=True)
        if display:
            more["DISPLAY"] = display.name
            own += ["--screen-mm", display.millimetres]
        if cage and display:
            own = ["sh", "-c", f'until [ -e {self._go} ]; do sleep 0.05; done; exec "$@"', "sh", *own]
        if cage:
            own = ["cage", "-d", "--", *own]
            more |= {"WLR_BACKENDS": "x11" if display else "headless", "WLR_RENDERER": "pixman",
                     "WLR_LIBINPUT_NO_DEVICES": "1", "QT_QPA_PLATFORM": "wayland"}
        elif display:
            more["QT_QPA_PLATFORM"] = "xcb"
        else:
            more["QT_QPA_PLATFORM"] = "offscreen"
        self.command = [*as_nobody(), *own]
        self._environment = home.environment(**more)
        self._log = os.fdopen(os.memfd_create("log"), "r+b")  # no file: some tests watch for them

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self._environment, cwd="/", stdin=subprocess.DEVNULL,
                                        stdout=self._log, stderr=self._log, start_new_session=True)
        if self.cage and self.display:
            self.display.fill_with_only_window()
            time.sleep(0.3)
            self._go.touch()
        return self

    def __exit__(self, *_):
        self.end()
        self._log.close()

    @property
    def log(self):
        self._log.seek(0)
        return self._log.read().decode(errors="replace")

    def is_alive(self):
        return self.process.poll() is None

    def own_pid(self):
        """The kiosk's own process, whatever stands around it."""
        for pid in descendants(self.process.pid):
            if name_of(pid) == "porchlight":
                return pid
        raise AssertionError("the kiosk is not running:\n" + self.log)

    def end(self):
        """Asks the kiosk itself to end; returns the exit status of the whole."""
        if self.is_alive():
            try:
                os.kill(self.own_pid(), signal.SIGTERM)
            except (AssertionError, ProcessLookupError):
                self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
                raise AssertionError("the kiosk did not end when asked:\n" + self.log) from None
        return self.process.returncode

    def run_for(self, seconds):
        time.sleep(seconds)
        assert self.is_alive(), "the kiosk ended by itself:\n" + self.log


def name_of(pid):
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def descendants(pid):
    """pid and all that descend from it, nearest first."""
    found, queue = [], [pid]
    while queue:
        pid = queue.pop(0)
        found.append(pid)
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                queue += map(int, children.read_text().split())
            except OSError:
                pass
    return found
