# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""After many slips through CUPS as we set it up: no file, no job, no time of the last one, no growth."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import ipp
from support.cups import IppPrinter, wait_for
from support.memory import written_kb
from support.office import SHIPPED
from support.slip_run import SlipRun, office_printing

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="users")
PRINTERS = 4  # beside one another, to be done sooner
# Bytes of a slip that may stay in cupsd. 2.4.2 itself loses about 730: it reads the queue's driver for each job and does
# not free all of it (OpenPrinting/cups#1629). Without our LogDebugHistory it would be 1070 (OpenPrinting/cups#813).
LIMIT = 900


def files(cups):
    """Every file below CUPS's folders with what is in it; but for stdout, which belongs to the test."""
    return {str(path.relative_to(cups.base)): path.read_bytes() for path in cups.base.rglob("*")
            if path.is_file() and path.name != "stdout"}


@pytest.mark.parametrize("slips", [20, pytest.param(300, marks=pytest.mark.slow)])
def test_nothing_stays(slips, tmp_path):
    with office_printing(history=3) as office:
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

            send_all(max(PRINTERS * 2, slips // 3))  # what is made once for all is there now
            wait_for(lambda: "slip3" in files(office.cups).get("etc/printers.conf", b"").decode(),
                     what="the queues on disk")
            before, memory = files(office.cups), written_kb(office.cups.process.pid)
            send_all(slips)
            after = files(office.cups)
            assert after.keys() == before.keys()
            changed = {name for name in after if after[name] != before[name]}
            # CUPS does write when a queue printed last and the number of its next job: all of it into memory, see
            # test_everything_that_is_written_is_in_memory.
            assert changed <= {name + end for name in ("cache/job.cache", "etc/printers.conf") for end in ("", ".O")}
            # It does not write there that it has forgotten a job until it is told of the next: some may stand in it.
            assert after["cache/job.cache"].count(b"<Job ") <= PRINTERS * 2
            # The drivers that CUPS made of its queues' printers, once each.
            assert all(after[name].startswith(b"*PPD-Adobe") for name in after if name.startswith("spool/tmp/"))
            assert not [name for name in after if name.startswith(("spool", "log")) and "spool/tmp/" not in name]
            grown = (written_kb(office.cups.process.pid) - memory) * 1024 // slips
            print(f"cupsd: {memory} kB, and {grown} bytes for each slip")
            if slips >= 100:  # fewer tell nothing
                assert grown < LIMIT, f"cupsd grows by {grown} bytes for each slip"
        finally:
            for name, printer in printers.items():
                if name != "slip":
                    printer.kill()


def test_everything_that_is_written_is_in_memory():
    """The folders that CUPS is given, against those that the service lays memory over."""
    files = dict(line.split(None, 1) for line in (SHIPPED / "cups-files.conf").read_text().splitlines()
                 if len(line.split()) == 2)
    unit = (SHIPPED / "cups.service.d/porchlight.conf").read_text()
    over = next(line for line in unit.splitlines() if line.startswith("TemporaryFileSystem=")).partition("=")[2]
    memory = ["/run"] + [entry.split(":")[0] for entry in over.split()]
    for name in ("RequestRoot", "CacheDir", "StateDir", "ServerRoot"):
        assert any(files[name].startswith(folder) for folder in memory), name
    assert "TempDir" not in files, "it would have to be there before cupsd is"
    assert not {"AccessLog", "ErrorLog", "PageLog"} & files.keys()
    assert "MemorySwapMax=0" in unit and "ReadOnlyPaths=/etc/cups" in unit
