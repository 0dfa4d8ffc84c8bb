# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private X display that nobody sees, and a finger for it."""

import ctypes
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from support.picture import Framebuffer
from support.waiting import wait_until


class Display:
    """Xvfb of one size. Ends with the `with` block."""

    def __init__(self, width=1080, height=1920):
        self.width, self.height = width, height
        # Xvfb would say 96 dots an inch; a kiosk's screen is larger. The tour takes the same for these sizes.
        self.millimetres = {(1080, 1920): "268x476", (1920, 1080): "476x268", (800, 480): "152x91"}[width, height]

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="porchlight-display-"))
        reader, writer = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self.width}x{self.height}x24",
             "-nolisten", "tcp", "-noreset", "-ac", "-fbdir", self.folder],
            pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.name = f":{number}"
        self.screen = Framebuffer(self.folder / "Xvfb_screen0")
        self.finger = Finger(self.name)
        return self

    def fill_with_only_window(self):
        """Gives the only window (cage's output, on X) the whole screen; cage turns that into a new output size."""
        def window():
            tree = self._ask("xwininfo", "-root", "-tree", "-display", self.name)
            found = re.findall(r"^ +(0x[0-9a-f]+) .*\d+x\d+\+", tree, re.MULTILINE)
            return found[0] if found else None

        self._ask("xdotool", "windowsize", "--sync", wait_until(window, what="the compositor's window"),
                  str(self.width), str(self.height))

    def _ask(self, *command):
        return subprocess.run(command, env={"DISPLAY": self.name, "PATH": "/usr/bin:/bin"}, stdin=subprocess.DEVNULL,
                              check=True, capture_output=True, text=True, timeout=30).stdout

    def __exit__(self, *_):
        self.finger.close()
        self.screen.close()
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)


class Finger:
    """Taps through the XTest extension: to X a pointer, to a compositor on it an input device."""

    def __init__(self, display):
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XOpenDisplay.argtypes = [ctypes.c_char_p]
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        if not self._display:
            raise RuntimeError(f"no display {display}")

    def move(self, x, y):
        self._test.XTestFakeMotionEvent(self._display, -1, int(x), int(y), ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def press(self, down):
        self._test.XTestFakeButtonEvent(self._display, 1, int(down), ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def tap(self, x, y):
        """Returns the moment of letting go (time.monotonic)."""
        self.move(x, y)
        time.sleep(0.05)
        self.press(True)
        time.sleep(0.06)
        now = time.monotonic()
        self.press(False)
        return now

    def close(self):
        self._x.XCloseDisplay(self._display)
