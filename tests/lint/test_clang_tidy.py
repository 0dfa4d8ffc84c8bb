# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The short list of .clang-tidy, on all of app/. Takes minutes: tests/run slow."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import repo


@pytest.mark.slow
def test_clang_tidy():
    def check(path):
        made = subprocess.run(["clang-tidy", "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", repo.RELEASE,
                               repo.TOP / path], capture_output=True, text=True)
        return made.stdout if made.returncode else ""

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        found = {line for text in workers.map(check, repo.files_under("app", ".cpp"))
                 for line in text.splitlines() if ": error:" in line or ": warning:" in line}
    assert not found, "\n".join(sorted(found))
