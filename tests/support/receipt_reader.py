# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads ESC/POS by software that is not ours: npos, an npm package, which knows nothing of how the bytes were made.

It is fetched once, from whatever registry npm is set up with, in the versions and with the sums of escpos/package-lock.json.
"""

import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from support import repo
from support.slip_reader import Page

SOURCE = repo.TOP / "tests/support/escpos"
FOLDER = repo.TOP / "build/npm/escpos"


@lru_cache(maxsize=None)
def parser():
    """The folder with the packages. Fails where they can't be had: what they prove is not proved then."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two test files may come at the same time
        done = FOLDER / "installed.json"
        wanted = (SOURCE / "package-lock.json").read_text()
        if not done.exists() or done.read_text() != wanted:
            done.unlink(missing_ok=True)
            for name in ("package.json", "package-lock.json"):
                shutil.copy(SOURCE / name, FOLDER)
            made = subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--omit=optional", "--ignore-scripts"], cwd=FOLDER,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
            assert made.returncode == 0, "npm could not fetch the ESC/POS parser:\n" + made.stdout + made.stderr
            done.write_text(wanted)
    return FOLDER


@dataclass
class Receipt:
    """What one slip's bytes mean. `rows` of each strip, in order; `page` is all of them joined."""
    commands: list
    rows: list
    page: Page

    def is_cut(self):
        return self.commands[-1] == "GS V"


def read_receipt(data, dpi=203):
    """Fails for what the parser does not know, what is cut short, and what is no picture."""
    folder = parser()
    with tempfile.TemporaryDirectory() as scratch:
        png = Path(scratch) / "slip.png"
        read = subprocess.run(["node", SOURCE / "read.cjs", png], cwd=folder, input=data, capture_output=True, timeout=60,
                              env={**os.environ, "NODE_NO_WARNINGS": "1"})
        assert read.returncode == 0, read.stderr.decode()
        told = json.loads(read.stdout)
        assert told["rows"], f"no picture, but {told['commands']}"
        return Receipt(told["commands"], told["rows"], Page.from_file(png, dpi))
