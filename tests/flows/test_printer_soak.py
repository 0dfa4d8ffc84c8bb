# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many slips one after the other: every one comes out, and nothing of them stays. No file, no job, no memory, no open file."""

import os
import re
from pathlib import Path

import pytest
from support.memory import written_kb
from support.receipt_printer import ReceiptPrinter
from support.receipt_reader import read_receipt
from support.slip_tool import SlipTool, of_release
from support.thermal import Thermal
from support.waiting import wait_until

SLIPS = 400  # in a batch: the second needs no more than the first
LIMIT = 300  # bytes that may stay of a slip, in all that allocators do: 0 to 50 were seen


def used(pid):
    """(kB of memory; open files)"""
    return written_kb(pid), len(os.listdir(f"/proc/{pid}/fd"))


@pytest.fixture
def printer():
    with ReceiptPrinter("tcp") as made:
        yield made


@pytest.fixture
def thermal(printer):
    made = Thermal(printer.device)
    yield made.ready()
    made.close()


def prints(count, printer, thermal, look_at=()):
    """Lets one program print so many slips; returns what it used when the slips in look_at had come out."""
    looks, before = [], len(printer.slips)
    with SlipTool(*of_release(), "--thermal", thermal.socket, "--repeat", count) as tool:
        for at in look_at:
            wait_until(lambda: tool.states.count("Printed") >= at or tool.process.poll() is not None, 600, what=f"slip {at}")
            looks.append(used(tool.process.pid))
        states = [state for state in tool.end(600) if not state.startswith("tap")]
    assert states.count("Printed") == count and set(states) <= {"GettingReady", "Printing", "Printed"}, states[-9:]
    assert len(printer.slips) == before + count and not printer.torn
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
    prints(25, printer, thermal)
    first = read_receipt(printer.slips[0]).page
    assert all(slip == printer.slips[0] for slip in printer.slips[1:]), "equal slips are equal on paper"
    assert first.height > 300
    assert set(files_of(thermal)) == before


def at_rest(thermal):
    """What the program uses after its sweep. PAPPL sweeps once a minute; till then it holds every job it has done."""
    wait_until(lambda: len(jobs(thermal)) <= 1, 100, every=2, what="no history of jobs")  # it keeps the number of the last one
    return used(thermal.process.pid)


@pytest.mark.slow
def test_hundreds_of_slips_leave_nothing(printer, thermal):
    before = set(files_of(thermal))
    prints(SLIPS, printer, thermal)
    thermal_looks = [at_rest(thermal)]
    tool_looks = prints(SLIPS, printer, thermal, (SLIPS // 5, SLIPS * 4 // 5))
    thermal_looks.append(at_rest(thermal))
    assert set(files_of(thermal)) == before
    print(tool_looks, thermal_looks)
    for name, looks, slips in (("the kiosk's side", tool_looks, SLIPS * 3 // 5), ("porchlight-thermal", thermal_looks, SLIPS)):
        (warm, open_files), (last, open_at_last) = looks
        assert open_at_last <= open_files, f"{name}: open files"
        assert (last - warm) * 1024 < LIMIT * slips, f"{name}: {warm} kB, {slips} slips later {last} kB"
