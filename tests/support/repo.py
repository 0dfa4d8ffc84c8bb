# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are, and which files are ours."""

import os
import subprocess
from functools import lru_cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
# Another build folder may be tried: PORCHLIGHT_BUILD=build/asan.
RELEASE = Path(os.environ.get("PORCHLIGHT_BUILD", TOP / "build/release")).resolve()
PROGRAMS = RELEASE / "bin"


@lru_cache(maxsize=None)
def files():
    """Every file that is, or would be, in git; relative to the top."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=TOP, check=True, capture_output=True).stdout.decode()
    return [path for path in map(Path, sorted(set(listing.split("\0")) - {""})) if (TOP / path).is_file()]


def files_under(folder, *suffixes):
    return [path for path in files()
            if path.is_relative_to(folder) and (not suffixes or path.suffix in suffixes)]


def text(path):
    return (TOP / path).read_text(encoding="utf-8")
