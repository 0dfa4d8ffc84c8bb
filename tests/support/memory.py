# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program uses."""

from pathlib import Path


def written_kb(pid):
    """Memory that holds what the program wrote. What it only reads of its files counts as its own or as shared depending
    on who else runs just then: hundreds of kB up or down when another one like it ends."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in rollup if line.startswith("Anonymous:"))
