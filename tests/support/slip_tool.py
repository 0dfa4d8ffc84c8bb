# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""slip_tool at work: prints one slip as the kiosk would, and its states are lines of its output."""

import os
import subprocess
import threading
import time
from pathlib import Path

from support import repo
from support.cups import ENVIRONMENT

PROGRAM = Path(os.environ.get("PORCHLIGHT_BIN", repo.PROGRAMS)) / "slip_tool"
RELEASE = repo.RELEASE / "share/porchlight/content"


def of_release(language="en", design="card", code=False):
    """Arguments for a slip of the built-in release."""
    return ["--release", RELEASE, "--language", language, "--design", design, *(["--code"] if code else [])]


class SlipTool:
    """Use it as a context manager: it does not outlive the block."""

    def __init__(self, *arguments):
        self.states, self._more = [], threading.Condition()
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=ENVIRONMENT, text=True, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self._reader.join(5)
        self.process.stdout.close()

    def _read(self):
        for line in self.process.stdout:
            with self._more:
                self.states.append(line.strip())
                self._more.notify_all()
        with self._more:
            self._more.notify_all()

    def until(self, *states, seconds=60):
        """The first of these states that comes."""
        end = time.monotonic() + seconds
        with self._more:
            while not (found := [state for state in self.states if state in states]):
                assert self._more.wait(end - time.monotonic()) and self._reader.is_alive() or any(
                    state in states for state in self.states), f"none of {states} came: {self.states}"
            return found[0]

    def cancel(self):
        self.process.terminate()

    def end(self, seconds=120):
        """All states, of which the last is final. A tool that does not end is a screen that waits for ever."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"no end after {seconds} s: {self.states}") from None
        self._reader.join(5)
        return self.states
