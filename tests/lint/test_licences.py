# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is and under which licence: code GPL, content and media CC BY-SA."""

import re
import shutil
import subprocess

from support import repo

TAG = re.compile("SPDX-License" r"-Identifier: ([\w.-]+)")


def test_reuse(tmp_path):
    # A copy of what is in git: build folders and caches are not ours to license.
    for path in repo.files():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(repo.TOP / path, tmp_path / path)
    lint = subprocess.run(["/usr/bin/reuse", "--root", tmp_path, "lint"], capture_output=True, text=True)
    assert lint.returncode == 0, lint.stdout[-6000:] + lint.stderr


def test_each_folder_has_its_licence():
    wrong = []
    for path in repo.files():
        try:
            head = "\n".join(repo.text(path).splitlines()[:12])
        except UnicodeDecodeError:
            continue
        found = TAG.search(head)
        if not found or path.suffix == ".md" and path.parts[0] != "content":
            continue  # prose about the code may go under either
        shared = path.parts[0] in ("content", "media") and path.name != "CMakeLists.txt" and path.suffix != ".py"
        expected = "CC-BY-SA-4.0" if shared else "GPL-3.0-or-later"
        if found.group(1) != expected:
            wrong.append(f"{path}: {found.group(1)}, expected {expected}")
    assert not wrong, "\n".join(wrong)
