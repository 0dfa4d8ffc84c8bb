# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole kiosk on a screen in memory, touched by programs of tests/screen."""

import subprocess
from collections import namedtuple

from support import repo

CONTENT = repo.RELEASE / "share/porchlight/content"

Frames = namedtuple("Frames", "what where number milliseconds")


def start(home, folder, program, *arguments):
    """`folder`: for run time, private to whoever runs the tests."""
    return subprocess.Popen(
        [repo.PROGRAMS / program, *map(str, arguments)],
        env=home.environment(XDG_RUNTIME_DIR=str(folder)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(process, seconds):
    """What it said; an assertion fails when it says that something is wrong."""
    try:
        said, _ = process.communicate(timeout=seconds)
    finally:
        process.kill()
    assert process.returncode == 0, said[-6000:]
    return said


def start_frames(home, folder, what, size, rounds=1):
    return start(home, folder, "screen_frames", what, CONTENT, size, rounds)


def frames_of(process, seconds=240):
    """Each line of screen_frames: the number of the first frame that shows what was asked for, and when it came."""
    lines = [line.split("\t") for line in finish(process, seconds).splitlines() if line.count("\t") == 3]
    return [Frames(what, where, int(number), float(time)) for what, where, number, time in lines]
