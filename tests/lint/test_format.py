# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ stands as clang-format 14 writes it (Debian 12's; other versions differ in small things)."""

import re
import subprocess

import pytest
from support import repo


def test_clang_format():
    version = re.search(r"version (\d+)", subprocess.run(["clang-format", "--version"], capture_output=True, text=True).stdout)
    if not version or version.group(1) != "14":
        pytest.skip("needs clang-format 14")
    paths = [path for top in ("app", "tests") for path in repo.files_under(top, ".h", ".cpp")]
    check = subprocess.run(["clang-format", "--dry-run", "-Werror", *paths], cwd=repo.TOP, capture_output=True, text=True)
    places = sorted({line.split(": error:")[0] for line in check.stderr.splitlines() if ": error:" in line})
    assert check.returncode == 0, "run clang-format -i on:\n" + "\n".join(places[:40])
