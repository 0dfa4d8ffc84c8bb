# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for something to become true, with an end."""

import time


def wait_until(condition, seconds=15.0, every=0.05, what="it"):
    """Returns the first true value of condition(); fails the test when none comes."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}")
        time.sleep(every)


def settled(look, quiet=0.7, seconds=15.0):
    """Looks again and again until nothing has changed for a while; returns what was seen last."""
    end = time.monotonic() + seconds
    seen, since = look(), time.monotonic()
    while time.monotonic() - since < quiet and time.monotonic() < end:
        time.sleep(0.05)
        now = look()
        if now != seen:
            seen, since = now, time.monotonic()
    return seen
