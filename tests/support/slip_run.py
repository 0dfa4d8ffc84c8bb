# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A slip through an office queue; and a whole office kiosk's printing to send it through."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from support.cups import ENVIRONMENT, IppPrinter, _end, wait_for
from support.office import OfficeScheduler
from support.slip_tool import SlipTool, of_lines


class SlipRun(SlipTool):
    """A slip for a queue of this scheduler."""

    def __init__(self, folder, scheduler, queue="slip", patience=2000):
        super().__init__(*of_lines(folder), "--socket", scheduler.socket, "--queue", queue, "--patience", patience)

    def end(self, seconds=40):
        """The last state."""
        return super().end(seconds)[-1]


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
