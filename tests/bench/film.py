# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a film costs at 1080x1920: pictures that reach the screen, CPU of the kiosk, memory before, during and after."""

import os
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from flows.test_film import PICTURE, before_the_film, open_film, part  # noqa: E402
from support.display import Display  # noqa: E402
from support.kiosk import Home  # noqa: E402
from support.tour import Tour  # noqa: E402
from support.visitor import Visitor  # noqa: E402

SECONDS = 4.0  # of a part in which every picture differs from the one before
A_SECOND = 25  # pictures


def pss(pid):
    """MB."""
    return int(re.search(r"^Pss: +(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M).group(1)) / 1024


def cpu(pid):
    """Seconds so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(home, folder):
    names = "welcome,home,topics-help-someone,about-before,topic-signs,film-signs,cover"
    pages = Tour(home, "1080x1920", ["en"], folder / "film", flags=("--pages", names))
    with Display(1080, 1920) as display:
        visitor = Visitor(display, pages)
        with before_the_film(home, visitor, pages) as kiosk:
            pid = kiosk.own_pid()
            before = pss(pid)
            open_film(visitor, pages)
            seen, longest, busy = look(display, pid)
            during = pss(pid)
            visitor.display.finger.tap(*pages.control("film-signs", pages.word("bar.clear")))
            visitor.waits_for("cover")
            after = pss(pid)
    return [
        ("film: pictures dropped", 100 * max(0, 1 - seen / (SECONDS * A_SECOND)), "%"),
        ("film: longest wait for a picture", 1000 * longest, "ms"),
        ("film: CPU of one core", busy, "%"),
        ("film: memory before (PSS)", before, "MB"),
        ("film: memory while it plays (PSS)", during, "MB"),
        ("film: memory after Clear screen (PSS)", after, "MB"),
    ]


def look(display, pid):
    """Pictures seen, seconds between those furthest apart, CPU in percent of a core."""
    begin, spent = time.monotonic(), cpu(pid)
    seen, last, longest, since = 0, part(display, PICTURE), 0.0, begin
    while (now := time.monotonic()) - begin < SECONDS:
        current = part(display, PICTURE)
        if current != last:
            seen, last, longest, since = seen + 1, current, max(longest, now - since), now
        time.sleep(0.002)
    return seen, longest, 100 * (cpu(pid) - spent) / SECONDS


if __name__ == "__main__":
    made = Home()
    try:
        for name, value, unit in measure(made, made.folder):
            print(f"{name:45} {value:10.1f} {unit}")
    finally:
        made.remove()
