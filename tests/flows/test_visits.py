# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of one visit reaches the next: visits that are made up by a seed, one after the other on one kiosk.

A visit that leaves something behind says its seed and its steps; `build/release/bin/screen_visits` makes it again.
PORCHLIGHT_VISITS (how many) and PORCHLIGHT_VISITS_SEED (the first) choose others."""

import os

import pytest
from support import screen

SIZES = ("1080x1920", "800x480")
FIRST = int(os.environ.get("PORCHLIGHT_VISITS_SEED", "1"))


def visits(home, folder, count, seconds):
    """So many visits, half of them on a tall screen and half on a small panel, at the same time."""
    count = int(os.environ.get("PORCHLIGHT_VISITS", count))
    half = count // 2
    running = [screen.start(home, folder, "screen_visits", screen.CONTENT, size, FIRST + at * half, half)
               for at, size in enumerate(SIZES)]
    try:
        said = [screen.finish(process, seconds) for process in running]
    finally:
        for process in running:
            process.kill()
    assert all(f"{half} visits;" in one for one in said)
    return {line.split("\t")[0].removeprefix("seen ") for one in said for line in one.splitlines() if "\t" in line}


def test_nothing_of_a_visit_reaches_the_next(home, tmp_path):
    seen = visits(home, tmp_path, 60, seconds=240)
    assert seen >= {"languages", "home", "topics", "topic", "numbers", "slip", "display", "about", "cover", "idle"}


@pytest.mark.slow
def test_nothing_of_a_thousand_visits_reaches_the_next(home, tmp_path):
    seen = visits(home, tmp_path, 1000, seconds=1200)
    assert seen >= {"contact", "large", "show-card", "print", "print: GettingReady", "print: Printing", "print: Printed",
                    "print: OutOfPaper"}
