# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""One slip through slip_tool, read state by state; and a whole office kiosk's printing to send it through."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from support import repo
from support.cups import ENVIRONMENT, IppPrinter, _end, wait_for
from support.office import OfficeScheduler

SLIP_TOOL = Path(os.environ.get("PORCHLIGHT_BIN", repo.PROGRAMS)) / "slip_tool"
SLIP = {"widthMm": 60, "heightMm": 90, "bodyPt": 10, "numberPt": 14, "fontFamily": "Noto Sans", "lines": [
    {"role": "heading", "text": "Local services"}, {"role": "name", "text": "Food"}, {"role": "number", "text": "2-1-1"}]}
FINAL = {"Printed", "NotReachable", "Failed", "Cancelled"}


class SlipRun:
    """States come in as they are told."""

    def __init__(self, folder, scheduler, queue="slip", patience=2000):
        document = folder / "slip.json"
        document.write_text(json.dumps(SLIP))
        self.states = []
        self.process = subprocess.Popen(
            [SLIP_TOOL, document, "--socket", scheduler.socket, "--queue", queue, "--patience", str(patience)],
            env=ENVIRONMENT, text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.states.append(line.strip())

    def until(self, state):
        wait_for(lambda: state in self.states or set(self.states) & FINAL, seconds=20, what=state)
        assert state in self.states, self.states

    def end(self):
        """The last state; a slip that waits for ever fails the test."""
        wait_for(lambda: set(self.states) & FINAL, seconds=30, what=f"an end after {self.states}")
        self.process.wait(10)
        self._reader.join(5)
        return self.states[-1]

    def close(self):
        self.process.kill()
        self.process.wait()


@contextmanager
def office_printing(**options):
    """`cups` with a queue `slip` for `printer`, below `base`. `spool_size`: its spool is a tmpfs of so many bytes."""
    spool_size = options.pop("spool_size", None)
    base = Path(tempfile.mkdtemp(prefix="porchlight-office-", dir="/tmp"))
    base.chmod(0o755)
    bus = f"unix:path={base}/bus"
    daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + bus],
                              env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True)
    cups = OfficeScheduler(base / "cups", **options)
    printer = IppPrinter(base / "slip", bus, "application/pdf,image/pwg-raster,image/urf")
    mounted = False
    try:
        wait_for((base / "bus").exists, what="D-Bus")
        if spool_size:
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={spool_size},mode=0710", "tmpfs", cups.spool],
                                     capture_output=True).returncode == 0
        cups.start()
        printer.start()
        cups.add_queue("slip", printer)
        yield SimpleNamespace(base=base, cups=cups, printer=printer, bus=bus, mounted=mounted)
    finally:
        printer.kill()
        cups.stop()
        _end(daemon)
        if mounted:
            subprocess.run(["umount", cups.spool], check=True)
        shutil.rmtree(base, ignore_errors=True)
