# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""After many slips through CUPS as we set it up: no file, no job, no time of the last one, no growth."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import ipp
from support.cups import IppPrinter, wait_for
from support.slip_run import SlipRun, office_printing

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="users")
PRINTERS = 4  # beside one another, to be done sooner


def memory_kb(process):
    """Its own, without what it shares."""
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as table:
        return sum(int(line.split()[1]) for line in table if line.startswith(("Private_Clean", "Private_Dirty")))


def files(cups):
    """Every file below CUPS's folders with what is in it; but for stdout, which belongs to the test."""
    return {str(path.relative_to(cups.base)): path.read_bytes() for path in cups.base.rglob("*")
            if path.is_file() and path.name != "stdout"}


@pytest.mark.parametrize("slips", [20, pytest.param(500, marks=pytest.mark.slow)])
def test_nothing_stays(slips, tmp_path):
    with office_printing(history=3, more="DirtyCleanInterval 1\n") as office:
        printers = {"slip": office.printer}
        try:
            for number in range(1, PRINTERS):
                name = f"slip{number}"
                printers[name] = IppPrinter(office.base / name, office.bus, "application/pdf,image/pwg-raster,image/urf")
                printers[name].start()
                office.cups.add_queue(name, printers[name])

            def send(name, count):
                folder = tmp_path / name
                folder.mkdir(exist_ok=True)
                for _ in range(count):
                    run = SlipRun(folder, office.cups, queue=name, patience=20000)
                    try:
                        assert run.end() == "Printed"
                    finally:
                        run.close()
                    printers[name].wait_until_free()
                    printers[name].forget()

            def send_all(count):
                with ThreadPoolExecutor(PRINTERS) as pool:
                    list(pool.map(lambda name: send(name, count // PRINTERS), printers))
                wait_for(lambda: not ipp.jobs(office.cups.socket), seconds=20, what="the end of each job forgotten")

            send_all(max(PRINTERS * 2, slips // 10))  # what is made once for all is there now
            wait_for(lambda: "slip3" in files(office.cups).get("etc/printers.conf", b"").decode(), 
                     what="the queues on disk")
            before, memory = files(office.cups), memory_kb(office.cups.process)
            send_all(slips)
            after = files(office.cups)
            assert after.keys() == before.keys()
            changed = {name for name in after if after[name] != before[name]}
            # In memory only, with the set-up of systemd; and it holds nothing but the number of the next job.
            assert changed <= {"cache/job.cache"}
            assert b"<Job" not in after["cache/job.cache"]
            assert not [name for name in after if name.startswith(("spool", "log"))]
            assert memory_kb(office.cups.process) < memory * 1.1 + 200
        finally:
            for name, printer in printers.items():
                if name != "slip":
                    printer.kill()
