# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many slips one after the other: every one comes out, and nothing of them stays. No file, no job, no memory, no open file."""

import os
import re
from pathlib import Path

import pytest
from support.receipt_printer import ReceiptPrinter
from support.receipt_reader import read_receipt
from support.slip_tool import SlipTool, of_release
from support.thermal import Thermal
from support.waiting import wait_until


def used(pid):
    """(kB of memory that are its own, as far as they are; open files)"""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")), len(os.listdir(f"/proc/{pid}/fd"))


@pytest.fixture
def printer():
    with ReceiptPrinter("tcp") as made:
        yield made


@pytest.fixture
def thermal(printer):
    made = Thermal(printer.device)
    yield made.ready()
    made.close()


def prints(count, printer, thermal, look_at):
    """Lets one program print so many slips; returns what both programs used when the slips in look_at had come out."""
    looks = {}
    with SlipTool(*of_release(), "--thermal", thermal.socket, "--repeat", count) as tool:
        for at in look_at:
            wait_until(lambda: tool.states.count("Printed") >= at or tool.process.poll() is not None, 600, what=f"slip {at}")
            if at < count:
                looks[at] = used(tool.process.pid), used(thermal.process.pid)
        states = [state for state in tool.end(600) if not state.startswith("tap")]
    assert states.count("Printed") == count and set(states) <= {"GettingReady", "Printing", "Printed"}, states[-9:]
    assert len(printer.slips) == count and not printer.torn
    return looks


def jobs(thermal):
    """Ids that it still knows of."""
    return [found for which in ("completed", "not-completed")
            for found in re.findall(r"job-id \(integer\) = (\d+)", thermal.ask("Get-Jobs", f"    ATTR keyword which-jobs {which}\n"))]


def files_of(thermal):
    """What lies in its folder, and what it holds open in the file system beside its libraries."""
    pid = thermal.process.pid
    held = {os.readlink(entry) for entry in Path(f"/proc/{pid}/fd").iterdir() if entry.is_symlink()}
    lying = {str(path) for path in thermal.folder.rglob("*")}
    return sorted(lying | {path for path in held if path.startswith("/") and not path.startswith(("/dev/", "/proc/"))})


def test_slip_after_slip_is_the_same_and_stays_nowhere(printer, thermal):
    before = set(files_of(thermal))
    prints(25, printer, thermal, (25,))
    first = read_receipt(printer.slips[0]).page
    assert all(slip == printer.slips[0] for slip in printer.slips[1:]), "equal slips are equal on paper"
    assert first.height > 300
    assert set(files_of(thermal)) == before


@pytest.mark.slow
def test_five_hundred_slips_leave_nothing(printer, thermal):
    before = set(files_of(thermal))
    looks = prints(501, printer, thermal, (100, 300, 500))
    assert set(files_of(thermal)) == before
    # PAPPL sweeps once a minute, and keeps the number of the last one.
    wait_until(lambda: len(jobs(thermal)) <= 1, 100, every=2, what="no history of jobs")
    print(looks)
    for which, name in enumerate(("the kiosk's side", "porchlight-thermal")):
        (warm, open_files), (then, _), (last, open_at_last) = (looks[at][which] for at in (100, 300, 500))
        assert open_at_last <= open_files, f"{name}: open files"
        # What grows with each slip grows on: by a page for each would be 1600 kB here.
        assert last - warm < 400 and last - then < 400, f"{name}: {warm} kB, {then} kB, {last} kB"
