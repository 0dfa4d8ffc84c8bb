# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips as the kiosk prints them through porchlight-thermal: what the visitor is told, and how many come out."""

import re
import time

import pytest
from support.slip_tool import SlipTool, of_lines, status
from support.thermal import thermal, thermal_lab  # noqa: F401 (fixtures)
from support.waiting import wait_until

# What is wrong with the printer, and what its status and the visitor's screen say meanwhile.
FAULTS = {
    "paper": ({"paper": "out"}, {"paper": "ok"}, "OutOfPaper", "OutOfPaper"),
    "cover": ({"cover": True}, {"cover": False}, "CoverOpen", "CoverOpen"),
    "heat": ({"hot": True}, {"hot": False}, "NeedsHelp", "Printing"),
    "off": ({"offline": True}, {"offline": False}, "NotReachable", "GettingReady"),
}
# Every fault, of which two speak for the others where time is short.
EACH = [pytest.param(fault, marks=() if fault in ("paper", "off") else pytest.mark.slow) for fault in FAULTS]


@pytest.fixture
def tap(thermal, tmp_path):  # noqa: F811
    """A tap on "Print"."""
    taps = []

    def begin(*arguments, before=()):
        taps.append(SlipTool(*of_lines(tmp_path), "--thermal", thermal.socket, *arguments, before=before))
        return taps[-1]

    yield begin
    for one in taps:
        one.close()


def test_prints_and_tells(thermal, tap):  # noqa: F811
    assert status("--thermal", thermal.socket) == "Ready paper=80x0 margin=4"
    assert [state for state in tap().end() if state != "Printing"] == ["GettingReady", "Printed"]
    assert len(thermal.printer.slips) == 1 and not thermal.printer.torn
    thermal.printer.set(paper="near")
    wait_until(lambda: status("--thermal", thermal.socket) == "Ready paper-low paper=80x0 margin=4", what="paper low")


@pytest.mark.parametrize("fault", FAULTS)
def test_waits_until_it_is_mended(thermal, tap, fault):  # noqa: F811
    wrong, right, readiness, told = FAULTS[fault]
    thermal.printer.set(**wrong)
    wait_until(lambda: status("--thermal", thermal.socket).split()[0] == readiness, what=readiness)
    begun = tap().until(told)
    assert not thermal.printer.slips
    thermal.printer.set(**right)
    assert begun.end()[-1] == "Printed"
    assert len(thermal.printer.slips) == 1 and not thermal.printer.torn
    wait_until(lambda: status("--thermal", thermal.socket).split()[0] == "Ready", what="a printer in order")


@pytest.mark.parametrize("fault", EACH)
def test_gives_up_and_nothing_comes_later(thermal, tap, fault):  # noqa: F811
    wrong, right, _, told = FAULTS[fault]
    thermal.printer.set(**wrong)
    states = tap("--patience", 1500).end()
    assert told in states and states[-1] == ("NotReachable" if fault == "off" else "Failed")
    thermal.printer.set(**right)
    thermal.thermal.wait_for_reasons("none")
    assert not thermal.printer.slips and not thermal.printer.torn
    assert tap().end()[-1] == "Printed"
    assert len(thermal.printer.slips) == 1, "only the second slip"


@pytest.mark.parametrize("fault", EACH)
def test_cancel_leaves_nothing(thermal, tap, fault):  # noqa: F811
    wrong, right, _, told = FAULTS[fault]
    thermal.printer.set(**wrong)
    begun = tap().until(told)
    asked = time.monotonic()
    begun.cancel()
    assert begun.end()[-1] == "Cancelled"
    assert time.monotonic() - asked < 3
    thermal.printer.set(**right)
    thermal.thermal.wait_for_reasons("none")
    assert not thermal.thermal.active() and not thermal.printer.slips


def test_service_that_ends_in_the_middle(thermal, tap):  # noqa: F811
    thermal.printer.set(paper="out")
    begun = tap("--patience", 1500).until("OutOfPaper")
    thermal.thermal.stop()
    assert begun.end()[-1] in ("Failed", "NotReachable")
    assert status("--thermal", thermal.socket) == "NotReachable"
    thermal.printer.set(paper="ok")
    thermal.thermal.start()
    thermal.thermal.ready()
    assert not thermal.printer.slips, "no job survives a restart"
    assert tap().end()[-1] == "Printed"


def test_found_before_any_queue(thermal, tap, tmp_path):  # noqa: F811
    pdf = tmp_path / "slip.pdf"
    assert tap("--auto", "--socket", tmp_path / "none", "--file", pdf).end()[-1] == "Printed"
    assert len(thermal.printer.slips) == 1 and not pdf.exists()


def test_many_slips_one_after_another(thermal, tap):  # noqa: F811
    assert tap("--repeat", 5).end().count("Printed") == 5
    assert len(thermal.printer.slips) == 5 and not thermal.printer.torn
    assert len(set(thermal.printer.slips)) == 1, "all alike"


def test_only_unix_sockets_are_opened(tap, tmp_path):
    trace = tmp_path / "trace"
    assert tap(before=("strace", "-f", "-qq", "-e", "trace=socket", "-o", trace)).end()[-1] == "Printed"
    sockets = re.findall(r"socket\((\w+)", trace.read_text())
    assert sockets and set(sockets) <= {"AF_UNIX", "AF_LOCAL"}
