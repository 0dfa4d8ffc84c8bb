# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A release of 1,000 pages in 50 languages beside the real one: how long and how large its build is, and what of it a
visitor waits for. Part of tests/run bench; alone: scale.py [--topics N] [--languages N]
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import large_content  # noqa: E402
from support import repo  # noqa: E402

PROGRAM = repo.PROGRAMS / "porchlight-content"
OPENING = repo.PROGRAMS / "bench_opening"
REAL = repo.RELEASE / "share/porchlight/content/content.sqlite"
ROUNDS = 41
SLOWER = 1.2  # so much longer may the large store take to the first page
NAMES = {"first_page": "open to first edition", "lists": "a language's lists", "whole": "a language's whole",
         "lists_with_topic": "a language's lists and the open page"}


def build(folder, output):
    """(seconds, peak megabytes, lines of progress) of a build without an error."""
    command = [PROGRAM, "build", folder, "-o", output, "--today", "2026-11-22", "--progress"]
    begin = time.monotonic()
    with subprocess.Popen(["/usr/bin/env", "python3", "-c", MEASURED, *map(str, command)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as made:
        told, log = made.communicate(timeout=1200)
    assert made.returncode == 0, told + log
    peak = int(log.splitlines()[-1]) / 1024
    return time.monotonic() - begin, peak, [line for line in log.splitlines() if line.endswith("...")]


# A process of its own, so that the peak is that of this one child.
MEASURED = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


def opening(*stores, rounds=ROUNDS):
    """[{figure: median in microseconds}] of each store, by turns."""
    told = subprocess.run([OPENING, str(rounds), *stores], check=True, capture_output=True, text=True, timeout=600)
    figures = [{} for _ in stores]
    for line in told.stdout.splitlines():
        index, name, value = line.split()
        figures[int(index)][name] = float(value)
    return figures


def instructions(store):
    """Of one opening and nothing else, in thousands: the difference between two openings and one."""
    def collected(rounds):
        with tempfile.NamedTemporaryFile() as output:
            told = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={output.name}", OPENING,
                                   str(rounds), store], check=True, capture_output=True, text=True, timeout=600)
        return int(re.search(r"Collected : (\d+)", told.stderr).group(1))
    return (collected(2) - collected(1)) / 1000


def measure(topics=1000, languages=50):
    figures = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        large_content.make(folder / "content", PROGRAM, topics, languages)
        size = f"{topics} pages x {languages} languages"
        seconds, peak, steps = build(folder / "content", folder / "release")
        assert "sources..." in steps and steps[-1] == "release...", steps
        store = folder / "release/content.sqlite"
        figures += [(f"build of {size}", seconds, "s"), ("its peak memory", peak, "MB"),
                    ("its steps told as progress", len(steps), ""), ("its store", store.stat().st_size / 1e6, "MB")]
        real, large = opening(REAL, store)
        for name, words in NAMES.items():
            figures += [(f"{words}, real", real[name] / 1000, "ms"), (f"{words}, large", large[name] / 1000, "ms")]
        ratio = large["first_page"] / real["first_page"]
        figures += [("open to first edition, large : real", ratio, ""),
                    ("instructions of it, real", instructions(REAL), "thousand"),
                    ("instructions of it, large", instructions(store), "thousand")]
        assert ratio < SLOWER, f"a large release takes {ratio:.2f} times as long to open as the real one"
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--topics", type=int, default=1000)
    parser.add_argument("--languages", type=int, default=50)
    arguments = parser.parse_args()
    for name, value, unit in measure(arguments.topics, arguments.languages):
        print(f"{name:45} {value:10.2f} {unit}")


if __name__ == "__main__":
    main()
