# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""qmllint is clean, and ever more bindings are compiled ahead of time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from support import repo  # noqa: E402

QMLLINT = "/usr/lib/qt6/bin/qmllint"
KNOWN = repo.Path(__file__).with_name("qml_uncompiled.txt")


def test_qmllint_is_clean():
    check = subprocess.run(["cmake", "--build", repo.RELEASE, "--target", "all_qmllint"], capture_output=True, text=True)
    warnings = [line for line in check.stdout.splitlines() if "Warning" in line or "Error" in line]
    assert check.returncode == 0 and not warnings, check.stdout[-6000:] + check.stderr


def uncompiled():
    """Bindings and functions left to the interpreter, per file: what qmllint says when also asked for the compiler's view."""
    commands = subprocess.run(["ninja", "-C", repo.RELEASE, "-t", "commands", "all_qmllint"], check=True, capture_output=True,
                              text=True).stdout.splitlines()
    count = {}
    for command in commands:
        if "/qmllint " not in command:
            continue
        check = subprocess.run(command.replace("/qmllint ", "/qmllint --compiler warning ", 1), shell=True,
                               capture_output=True, text=True)
        for path in re.findall(r"^Warning: (\S+?\.qml):\d+:\d+:", check.stdout + check.stderr, re.MULTILINE):
            name = repo.Path(path).relative_to(repo.TOP).as_posix()
            count[name] = count.get(name, 0) + 1
    return count


def known():
    lines = [line.split() for line in KNOWN.read_text().splitlines() if line and not line.startswith("#")]
    return {name: int(number) for number, name in lines}


def test_uncompiled_bindings_only_fall():
    """A number that has fallen is written down, so that it never rises again: run this file as a program."""
    if "6.4." not in subprocess.run([QMLLINT, "--version"], capture_output=True, text=True).stdout:
        pytest.skip("the numbers are those of Qt 6.4; later compilers do more")
    before = known()
    now = uncompiled()
    wrong = [f"{now.get(name, 0)} {name}   (was {before.get(name, 0)})"
             for name in sorted(now.keys() | before.keys()) if now.get(name, 0) != before.get(name, 0)]
    assert not wrong, "\n".join(wrong)


if __name__ == "__main__":
    head = "".join(line + "\n" for line in KNOWN.read_text().splitlines() if line.startswith("#"))
    KNOWN.write_text(head + "".join(f"{number} {name}\n" for name, number in sorted(uncompiled().items())))
