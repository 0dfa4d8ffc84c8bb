# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a release stands on the screen: from the rename of the link `current` to the frame that the kiosk reports, with
the real content, beside the least it must do: read that store and its fonts once. Part of tests/run bench; alone: switch.py [ROUNDS]
"""

import os
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support import releases  # noqa: E402
from support.kiosk import Home, Kiosk, link_sound  # noqa: E402
from support.reports import Reports  # noqa: E402

import shutil  # noqa: E402

POLL = 0.0003  # seconds


def read_once(release):
    begin = time.monotonic()
    for file in [release / "content.sqlite", *(release / "fonts").iterdir()]:
        file.read_bytes()
    return time.monotonic() - begin


def measure(home, rounds=30):
    root = releases.make_root(home, f"switch-{os.getpid()}")
    reports = Reports(home.folder / f"switch-run-{os.getpid()}")
    for name in ("1", "2"):
        shutil.copytree(home.content, root.folder / name, copy_function=link_sound)
    root.point_to("1")
    times, limits = [], []
    with Kiosk(home, root=root, flags=reports.flags):
        reports.waits_for("drawn", "1")
        for i in range(rounds):
            time.sleep(0.7)  # the rest of the last one has been read
            name = "21"[i % 2]
            root.point_to(name)
            times.append(reports.waits_for("drawn", name, every=POLL) * 1000)
            limits.append(read_once(root.folder / name) * 1000)
    return [(f"switch: new release on the screen, median of {rounds}", median(times), "ms"),
            ("switch: the same, worst", max(times), "ms"),
            ("switch: reading its store and fonts once", median(limits), "ms")]


if __name__ == "__main__":
    own = Home()
    try:
        for line in measure(own, int(sys.argv[1]) if len(sys.argv) > 1 else 30):
            print("{:60} {:8.1f} {}".format(*line))
    finally:
        own.remove()
