# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of CUPS x what the visitor is told x what came out on paper.

Whatever happens: one tap brings one slip at most, "Printed" is never said without one, an end is always said, and
nothing comes out after it. The scheduler runs on the files of deploy/printers/office."""

import contextlib
import os
import signal
import time

import pytest
from support import ipp
from support.cups import wait_for
from support.office import IDLE
from support.slip_run import SlipRun, office_printing

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="mounts, users")


@pytest.fixture(scope="module")
def made():
    with office_printing(retry=2, spool_size="4m") as all_of_it:
        yield all_of_it


class Fault:
    """A slip under way, and what can happen to it. `mend()` undoes everything, whatever it was."""

    def __init__(self, made, folder):
        self.cups, self.printer, self._folder, self._made = made.cups, made.printer, folder, made
        self.run = None

    def begin(self, patience=2000):
        self.run = SlipRun(self._folder, self.cups, patience=patience)
        return self.run

    def at_the_printer(self, patience=2000):
        """A slip that the printer holds but does not print yet."""
        self.printer.set_fault("slow")
        self.begin(patience).until("Printing")
        self.printer.wait_until_busy()

    def fill_spool(self):
        if not self._made.mounted:
            pytest.skip("no mounts here")
        with open(self.cups.spool / "ballast", "wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def signal(self, sign):
        os.kill(self.cups.process.pid, sign)

    def mend(self):
        (self.cups.spool / "ballast").unlink(missing_ok=True)
        if self.cups.process is not None:
            self.signal(signal.SIGCONT)
            time.sleep(0.5)  # a backend that was told to stop calls its job back from the printer
        self.printer.clear_fault()
        if self.printer.process is None:
            self.printer.start()
        if self.cups.process is None:
            self.cups.start()
        if not self.cups.queue():
            self.cups.add_queue("slip", self.printer)
        self.cups.run("cupsenable", "slip")
        self.cups.run("cupsaccept", "slip")


def no_paper(fault):
    fault.printer.set_fault("media-empty-error")
    fault.begin()


def paper_comes(fault):
    fault.printer.set_fault("media-empty-error")
    fault.begin(20000).until("OutOfPaper")
    fault.printer.clear_fault()


def paused_before(fault):
    fault.cups.run("cupsdisable", "slip")
    fault.begin()


def paused_while_printing(fault):
    fault.at_the_printer()
    fault.cups.run("cupsdisable", "slip")


def deleted_before(fault):
    fault.cups.remove_queue("slip")
    fault.begin()


def deleted_while_printing(fault):
    fault.at_the_printer()
    fault.cups.remove_queue("slip")


def killed(fault):
    fault.at_the_printer()
    fault.cups.kill()


def killed_and_back_empty(fault):
    """As on a kiosk: the spool goes with the service."""
    fault.at_the_printer()
    fault.cups.kill()
    fault.cups.forget_files()
    fault.cups.start()


def killed_and_back_with_its_spool(fault):
    """As where the spool was left on a disk, against our set-up."""
    fault.at_the_printer()
    fault.cups.kill()
    fault.cups.start()


def stands_still_and_goes_on(fault):
    fault.at_the_printer(20000)
    fault.signal(signal.SIGSTOP)
    time.sleep(4)  # longer than one answer may take
    fault.printer.clear_fault()
    fault.signal(signal.SIGCONT)


def stands_still(fault):
    fault.at_the_printer()
    fault.signal(signal.SIGSTOP)


def spool_full(fault):
    fault.fill_spool()
    fault.begin()


def spool_full_while_printing(fault):
    fault.at_the_printer(20000)
    fault.fill_spool()
    fault.printer.clear_fault()


def printer_off(fault):
    fault.printer.kill()
    fault.begin()


def printer_gone_while_printing(fault):
    fault.at_the_printer()
    fault.printer.kill()


def printer_refuses(fault):
    fault.cups.run("cupsreject", "slip")
    fault.begin()


slow = pytest.mark.slow
# What happens, what is said at the end, how many slips lie there then, and how many may still come.
TABLE = [
    (no_paper, {"Failed"}, 0, 0),
    (paper_comes, {"Printed"}, 1, 0),
    pytest.param(paused_before, {"NotReachable"}, 0, 0, marks=slow),
    (paused_while_printing, {"NotReachable"}, 0, 0),
    pytest.param(deleted_before, {"NotReachable"}, 0, 0, marks=slow),
    # A limit of CUPS: it ends the backend of a deleted queue before that could call the slip back from the printer.
    (deleted_while_printing, {"Failed", "NotReachable"}, 0, 1),
    pytest.param(killed, {"NotReachable"}, 0, 0, marks=slow),
    (killed_and_back_empty, {"Failed", "NotReachable"}, 0, 0),
    (killed_and_back_with_its_spool, {"Failed", "NotReachable"}, 0, 0),
    pytest.param(stands_still_and_goes_on, {"Printed"}, 1, 0, marks=slow),
    pytest.param(stands_still, {"NotReachable"}, 0, 0, marks=[slow, pytest.mark.xfail(
        reason="what could not be cancelled is not cancelled later, when the scheduler answers again")]),
    (spool_full, {"Failed", "NotReachable"}, 0, 0),
    pytest.param(spool_full_while_printing, {"Printed"}, 1, 0, marks=slow),
    pytest.param(printer_off, {"NotReachable"}, 0, 0, marks=slow),
    pytest.param(printer_gone_while_printing, {"NotReachable"}, 0, 0, marks=slow),
    pytest.param(printer_refuses, {"NotReachable"}, 0, 0, marks=slow),
]


@pytest.mark.parametrize("happens, said, on_paper, later", TABLE)
def test_fault(made, tmp_path, happens, said, on_paper, later, record_property):
    fault = Fault(made, tmp_path)
    before = len(made.printer.arrived())
    try:
        happens(fault)
        last = fault.run.end()
        there = len(made.printer.arrived()) - before
        record_property("table", f"{happens.__name__}: {' '.join(fault.run.states)}: {there}")
        print(happens.__name__, fault.run.states, there)
        assert last in said and there == on_paper
        fault.mend()
        # A queue without a job and a printer at rest: nothing can come any more.
        wait_for(lambda: not ipp.jobs(made.cups.socket, "not-completed"), seconds=15, what="an empty queue")
        made.printer.wait_until_free()
        time.sleep(0.5)
        there = len(made.printer.arrived()) - before
        assert on_paper <= there <= on_paper + later, "something came out after the end was told"
        assert made.cups.queue()["printer-state"] == [IDLE]
        assert SlipRun(tmp_path, made.cups, patience=20000).end() == "Printed", "and the next one works"
        assert len(made.printer.arrived()) - before == there + 1
    finally:
        if fault.run:
            fault.run.close()
        fault.mend()
        made.cups.run("cancel", "-a")
        wait_for(lambda: not ipp.jobs(made.cups.socket, "not-completed"), seconds=15, what="an empty queue")
        made.printer.wait_until_free()
