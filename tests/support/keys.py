# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who has a keypad and no touch: real key events on a display, and where the ring of the keys stands."""

import ctypes
import time

from support.waiting import settled

# What the display server calls the keys of deploy/keypads/default.keys.
UP, DOWN, LEFT, RIGHT, RETURN, ESCAPE = 111, 116, 113, 114, 36, 9
PREVIOUS, NEXT, SELECT, HELP, HIDE = 0xc9, 0xca, 0xc1, 0xc2, 0xc5
BAR = 7  # controls at the end of a page's list, on a tall screen
RING = (0x23, 0x21, 0x1c)


class Keypad:
    """Keys through the XTest extension, by their codes: as a keypad on a USB plug sends them."""

    def __init__(self, display, patience=0.15):
        """patience: seconds between two presses; longer than the guard time of the key map."""
        self.display, self.patience, self.pressed = display, patience, 0
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(display.name.encode()))

    def press(self, code, times=1):
        """Returns the moment of the last press (time.monotonic)."""
        for _ in range(times):
            now = time.monotonic()
            for down in (1, 0):
                self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(0))
                self._x.XSync(self._display, 0)
                time.sleep(0.02)
            self.pressed += 1
            time.sleep(self.patience)
        return now

    def close(self):
        self._x.XCloseDisplay(self._display)

    def stands_on(self, control):
        """The ring is drawn around this control of the tour: seen above its edge, at three places."""
        screen = self.display.screen
        for part in (0.25, 0.5, 0.75):
            x = int(control["x"] + control["w"] * part)
            above = [self._colour(screen, x, int(control["y"]) - up) for up in range(1, 9)]
            if RING not in above:
                return False
        return True

    @staticmethod
    def _colour(screen, x, y):
        at = screen.start + y * screen.stride + 4 * x
        blue, green, red = screen.pixels[at:at + 3]
        return red, green, blue

    def goes_to(self, control, key=NEXT, most=60):
        """Presses a key until the ring stands on the control; says how often."""
        for times in range(most + 1):
            if self.stands_on(control):
                return times
            self.press(key)
            settled(lambda: self.display.screen.rows(40), quiet=0.12)
        raise AssertionError(f"the ring never came to {control['name']!r}")


def controls(tour, page, language):
    return [c for c in tour.controls if c["page"] == page and c["language"] == language]
