# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names at the top, sizes, and that scripts can be run."""

import ast
import subprocess

from support import repo

TOP_LEVEL = {
    "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "LICENSES", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md",
    "app", "qml", "media", "content", "deploy", "tests",
}
LARGEST = 200_000  # bytes
LARGE_FOR_A_REASON = set()  # paths, each with its reason beside it
LONGEST = {".qml": 250, ".cpp": 400, ".h": 400}  # lines


def test_only_known_names_at_the_top():
    strangers = {path.parts[0] for path in repo.files()} - TOP_LEVEL
    assert not {name for name in strangers if not name.startswith(".")}


def test_no_large_file():
    large = [f"{path}: {size} bytes" for path in repo.files() if str(path) not in LARGE_FOR_A_REASON
             and (size := (repo.TOP / path).stat().st_size) > LARGEST]
    assert not large, "\n".join(large)


def test_no_room_has_grown_too_large():
    long = [f"{path}: {lines} lines" for path in repo.files_under("app") + repo.files_under("qml")
            if path.suffix in LONGEST and (lines := repo.text(path).count("\n")) > LONGEST[path.suffix]]
    assert not long, "\n".join(long)


def test_scripts_are_sound():
    faults = []
    for path in repo.files():
        if path.suffix == ".py":
            ast.parse(repo.text(path), str(path))
            continue
        with open(repo.TOP / path, "rb") as file:
            if not file.readline().startswith(b"#!"):
                continue
        if not (repo.TOP / path).stat().st_mode & 0o111:
            faults.append(f"{path}: begins with #! but is not executable")
        check = subprocess.run(["bash", "-n", repo.TOP / path], capture_output=True, text=True)
        if "bash" in repo.text(path).splitlines()[0] and check.returncode:
            faults.append(check.stderr)
    assert not faults, "\n".join(faults)


def test_names_are_ascii_and_without_spaces():
    odd = [str(path) for path in repo.files() if not str(path).isascii() or " " in str(path)]
    assert not odd, "\n".join(odd)
