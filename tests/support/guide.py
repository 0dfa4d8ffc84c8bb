# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a guide (a README) tells people to type, and what a unit would run."""

import re

from support import repo


class Guide:
    def __init__(self, path):
        self.text = repo.text(path)

    def commands(self, heading, block=0, **changes):
        """The indented block under "## HEADING". Each of `changes` must really be in it."""
        part = self.text.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        blocks = re.findall(r"(?:^    .*\n)+", part, flags=re.M)
        return replaced(re.sub(r"^    ", "", blocks[block], flags=re.M), changes.items())

    def said(self, start):
        """A command in a sentence, by its beginning."""
        return re.search(rf"`({re.escape(start)}[^`]*)`", self.text)[1]


def replaced(text, changes):
    for old, new in changes:
        assert old in text, f"no {old!r} in:\n{text}"
        text = text.replace(old, new)
    return text


def unit_command(unit, key, environment_file=""):
    """The command of a unit as systemd would run it: an unquoted $NAME stands for all its words."""
    known = dict(line.split("=", 1) for line in environment_file.splitlines() if "=" in line and not line.startswith("#"))
    line = re.search(rf"^{key}=[-+@:!]*(.*)$", unit.read_text(), flags=re.M)[1]
    return re.sub(r"\$(\w+)", lambda name: known.get(name[1], ""), line)
