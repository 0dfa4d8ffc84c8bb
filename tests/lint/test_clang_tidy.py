# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The short list of .clang-tidy, on app/. Takes minutes: tests/run slow.

A file takes four seconds, so that each run looks at a third of them, which third being told by the commit, or by
PORCHLIGHT_SEED. PORCHLIGHT_TIDY=all looks at all of them."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from zlib import crc32

import pytest
from support import repo


SHARES = 1 if os.environ.get("PORCHLIGHT_TIDY") == "all" else 3


def seed():
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=repo.TOP, capture_output=True, text=True).stdout.strip()
    return int(os.environ.get("PORCHLIGHT_SEED") or int(commit or "0", 16))


@pytest.mark.slow
def test_clang_tidy():
    share = [path for path in repo.files_under("app", ".cpp") if crc32(str(path).encode()) % SHARES == seed() % SHARES]
    assert share

    def check(path):
        made = subprocess.run(["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", repo.RELEASE,
                               repo.TOP / path], capture_output=True, text=True)
        return made.stdout if made.returncode else ""

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        found = {line for text in workers.map(check, share)
                 for line in text.splitlines() if ": error:" in line or ": warning:" in line}
    assert not found, "\n".join(sorted(found))
