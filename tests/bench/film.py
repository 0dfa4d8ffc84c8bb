# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a film costs at 1080x1920: pictures that reach the screen, CPU of the kiosk, memory before, during and after."""

import os
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from flows.test_film import PICTURE, part, watching  # noqa: E402
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
    pages = Tour(home, "1080x1920", ["en"], folder, flags=("--pages", names))
    with Display(1080, 1920) as display:
        visitor = Visitor(display, pages)
        with watching(home, visitor, pages) as kiosk:
            pid = kiosk.own_pid()
            begin, spent = time.monotonic(), cpu(pid)
            seen, last, longest, since = 0, part(display, PICTURE), 0.0, begin
            while (now := time.monotonic()) - begin < SECONDS:
                current = part(display, PICTURE)
                if current != last:
                    seen, last, longest, since = seen + 1, current, max(longest, now - since), now
                time.sleep(0.002)
            busy = 100 * (cpu(pid) - spent) / SECONDS
            during = pss(pid)
            visitor.display.finger.tap(*pages.control("film-signs", pages.word("bar.clear")))
            visitor.waits_for("cover")
            after = pss(pid)
    print(f"film: {seen} of {SECONDS * A_SECOND:.0f} pictures seen, longest wait {1000 * longest:.0f} ms, "
          f"CPU {busy:.0f} % of one core, PSS {during:.0f} MB while it plays, {after:.0f} MB after")


if __name__ == "__main__":
    made = Home()
    try:
        measure(made, made.folder / "tour")
    finally:
        made.remove()
