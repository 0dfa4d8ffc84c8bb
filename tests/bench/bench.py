# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""First figures of the real kiosk, as a visitor feels them: medians, on a screen of 1080x1920 that nobody sees; and of a
large release beside the real one (scale.py), of a film (film.py), of a slip (slip.py), of sound that must end (sound.py), of a
release that comes to the screen (switch.py), and of releases on their way to a kiosk (releases.py). What comes after a touch is
also counted in frames, from the inside (tests/screen).

usage: tests/run bench        (or: bench.py [--quick] [--junit FILE])

Times are wall time, from the outside, by watching the display's memory; on a busy machine compare ratios, and the
instruction count, which repeats to a tenth of a percent.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import film, releases, scale, slip, sound, switch  # noqa: E402
from support import screen  # noqa: E402
from support.display import Display  # noqa: E402
from support.kiosk import Home, Kiosk, as_nobody  # noqa: E402
from support.tour import Tour  # noqa: E402
from support.waiting import settled, wait_until  # noqa: E402

EVERY = 24       # rows between those that are compared
POLL = 0.0003    # seconds
QUIET = 0.4      # a page stands when nothing has changed for so long
SIZE = "1080x1920"
FRAME_SIZES = ("800x480", SIZE)


def rows(display):
    return display.screen.rows(EVERY)


def watch(display, since, wanted=None, seconds=20.0):
    """Milliseconds from `since` to the first change, and to the last (or to when the screen is `wanted`)."""
    before = seen = rows(display)
    first = last = None
    quiet = time.monotonic()
    while (now := time.monotonic()) - since < seconds:
        current = rows(display)
        if current != seen:
            seen, quiet, last = current, now, now
            if first is None and current != before:
                first = now
        if wanted is not None and alike(current, wanted):
            return milliseconds(since, first or now), milliseconds(since, now)
        if wanted is None and first is not None and now - quiet > QUIET:
            return milliseconds(since, first), milliseconds(since, last)
        time.sleep(POLL)
    raise AssertionError("the screen did not become what was waited for")


def alike(some, others):
    """All but the one line of the first page that changes by itself."""
    return sum(a != b for a, b in zip(some, others)) <= len(some) // 20


def milliseconds(begin, end):
    return (end - begin) * 1000


def first_page(home, display):
    """What the first page looks like on this display, once all is drawn."""
    with Kiosk(home, display):
        wait_until(lambda: not display.screen.picture().is_blank(), what="the first page")
        page = settled(lambda: rows(display), quiet=1.0)
    wait_until(lambda: not alike(rows(display), page), what="an empty screen")
    return page


def start_times(home, display, page, times):
    figures = []
    for _ in range(times):
        kiosk = Kiosk(home, display)
        begin = time.monotonic()
        with kiosk:
            figures.append(watch(display, begin, page)[1])
        wait_until(lambda: not alike(rows(display), page), what="an empty screen")
    return figures


def tap_round(tour):
    """(page, control, language, counted as): a round that ends where it began, at the tiles in English."""
    return [
        ("home", tour.tile("work"), "en", "page open"),
        ("topics-work", tour.word("bar.back"), "en", None),
        ("home", tour.word("bar.language"), "en", None),
        ("languages", "العربية", "en", "language switch"),
        ("home", tour.translated("bar.language", "ar"), "ar", None),
        ("languages", "English", "ar", "language switch"),
    ]


def tap_times(display, tour, times):
    figures = {}
    display.finger.tap(*tour.control("welcome", "English"))
    settled(lambda: rows(display), quiet=QUIET)
    for _ in range(times):
        for page, name, language, counted in tap_round(tour):
            since = display.finger.tap(*tour.control(page, name, language))
            first, last = watch(display, since)
            if counted:
                figures.setdefault(counted + ", first change", []).append(first)
                figures.setdefault(counted + ", settled", []).append(last)
    return figures


def frame_times(home, folder, size):
    """How many frames and how long from a touch or key to all that it asks for, over every page."""
    kinds = {}
    for what in ("cover", "open"):
        for line in screen.frames_of(screen.start_frames(home, folder, what, size)):
            kinds.setdefault(line.what, []).append(line)
    figures = []
    for what, lines in kinds.items():
        times = [line.milliseconds for line in lines]
        figures.append((f"{what}, {size}, median of {len(lines)}", median(times), "ms"))
        figures.append((f"{what}, {size}, worst", max(times), "ms"))
        figures.append((f"{what}, {size}, worst", max(line.number for line in lines), "frame"))
    return figures


def pss_megabytes(pid):
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE).group(1)) / 1024


def cpu_milliseconds(pid):
    return sum(int(Path(task, "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir()) / 1e6


def at_rest(home, display, page, seconds):
    with Kiosk(home, display) as kiosk:
        watch(display, time.monotonic(), page)
        kiosk.run_for(10)
        pid = kiosk.own_pid()
        memory, before = pss_megabytes(pid), cpu_milliseconds(pid)
        kiosk.run_for(seconds)
        return memory, cpu_milliseconds(pid) - before


def instructions(home, display, page):
    """Instructions of the kiosk's own process from exec to the first page at rest, in millions."""
    output = home.runtime / "callgrind.out"
    callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}"]
    with Kiosk(home, display, around=callgrind) as kiosk:
        watch(display, time.monotonic(), page, seconds=180)
        kiosk.run_for(2)
        os.kill(kiosk.process.pid, 15)
        kiosk.process.wait(120)
        return int(re.search(r"Collected : (\d+)", kiosk.log).group(1)) / 1e6


def measure(quick):
    times, idle = (3, 5) if quick else (9, 30)
    figures = []
    home = Home()
    try:
        with Display(1080, 1920) as display, tempfile.TemporaryDirectory() as folder:
            tour = Tour(home, SIZE, ["en", "ar"], Path(folder), flags=["--pages", "welcome,home,topics-work,languages"])
            page = first_page(home, display)
            figures.append(("process start to first page", median(start_times(home, display, page, times)), "ms"))
            with Kiosk(home, display) as kiosk:
                watch(display, time.monotonic(), page)
                kiosk.run_for(1)
                for name, values in tap_times(display, tour, times).items():
                    figures.append((name, median(values), "ms"))
            memory, cpu = at_rest(home, display, page, idle)
            figures.append(("memory after 10 s at rest (PSS)", memory, "MB"))
            figures.append((f"CPU in {idle} s at rest", cpu, "ms"))
            for size in FRAME_SIZES[:1] if quick else FRAME_SIZES:
                figures += frame_times(home, Path(folder), size)
            if not quick:
                figures.append(("instructions from start to first page", instructions(home, display, page), "million"))
                figures += scale.measure()
            figures += film.measure(home, Path(folder))
            figures += switch.measure(home, 6 if quick else 30)
    finally:
        home.remove()
    figures += slip.measure(5 if quick else 30)
    figures += releases.measure(quick)
    figures += sound.measure(10 if quick else 100)
    figures += sound.measure_kiosk(10 if quick else 30)
    return figures


def write_junit(file, figures, error=None):
    cases = "".join(f'<testcase classname="bench" name="{escape(name)}"/>' for name, _, _ in figures)
    if error:
        cases += f'<testcase classname="bench" name="all"><failure>{escape(str(error))}</failure></testcase>'
    Path(file).write_text(f"<testsuite>{cases}</testsuite>\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="few rounds, no instruction count, no large release")
    parser.add_argument("--junit", help="also write which figures were had, for tests/run")
    arguments = parser.parse_args()
    figures, error = [], None
    try:
        figures = measure(arguments.quick)
    except (AssertionError, OSError, subprocess.SubprocessError) as problem:
        error = problem
        print(f"bench: {problem}", file=sys.stderr)
    load = os.getloadavg()[0]
    for name, value, unit in figures:
        print(f"{name:45} {value:10.1f} {unit}")
    print(f"(load of this machine: {load:.1f} on {os.cpu_count()} cores)")
    if arguments.junit:
        write_junit(arguments.junit, figures, error)
    return 1 if error else 0


if __name__ == "__main__":
    sys.exit(main())
