# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PO files are what gettext's own tools take."""

import subprocess

from support import repo


def test_msgfmt():
    faults = []
    for path in repo.files_under("content/translations", ".po"):
        check = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], cwd=repo.TOP, capture_output=True, text=True)
        if check.returncode:
            faults.append(check.stderr)
    assert not faults, "\n".join(faults)


def test_there_are_some():
    assert repo.files_under("content/translations", ".po")
