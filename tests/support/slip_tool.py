# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""slip_tool at work: prints one slip as the kiosk would, and its states are lines of its output."""

import json
import os
import subprocess
import tempfile
import threading
from pathlib import Path

from support import repo
from support.cups import ENVIRONMENT

PROGRAM = Path(os.environ.get("PORCHLIGHT_BIN", repo.PROGRAMS)) / "slip_tool"
RELEASE = repo.RELEASE / "share/porchlight/content"
_RUNTIME = tempfile.TemporaryDirectory(prefix="porchlight-runtime-")  # without one, Qt says so once a slip
_ENVIRONMENT = {**ENVIRONMENT, "XDG_RUNTIME_DIR": _RUNTIME.name}
SLIP = {"widthMm": 60, "heightMm": 90, "bodyPt": 10, "numberPt": 14, "fontFamily": "Noto Sans", "lines": [
    {"role": "heading", "text": "Local services"}, {"role": "name", "text": "Food"}, {"role": "number", "text": "2-1-1"}]}


def of_release(language="en", design="card", code=False):
    """Arguments for a slip of the built-in release."""
    return ["--release", RELEASE, "--language", language, "--design", design, *(["--code"] if code else [])]


def of_lines(folder, document=None):
    """Arguments for a slip of these lines, or of a few that do."""
    file = folder / "slip.json"
    file.write_text(json.dumps(document or SLIP))
    return [file]


def status(*arguments):
    """How a printer says it is, in one line."""
    return subprocess.run([PROGRAM, "--status", *map(str, arguments)], env=_ENVIRONMENT, capture_output=True, text=True,
                          timeout=10).stdout.strip()


class SlipTool:
    """Use it as a context manager, or close() it: it does not outlive the block."""

    def __init__(self, *arguments, before=()):
        self.states, self._over, self._more = [], False, threading.Condition()
        self.process = subprocess.Popen([*before, PROGRAM, *map(str, arguments)], env=_ENVIRONMENT, text=True,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
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
            self._over = True
            self._more.notify_all()

    def until(self, *states, seconds=60):
        """Waits for one of these states, which must come."""
        with self._more:
            self._more.wait_for(lambda: self._over or set(states) & set(self.states), seconds)
            assert set(states) & set(self.states), f"none of {states} came: {self.states}"
        return self

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
