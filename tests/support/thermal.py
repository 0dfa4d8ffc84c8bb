# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""porchlight-thermal with an emulated receipt printer behind it, and jobs for it by CUPS's own ipptool."""

import os
import re
import shutil
import signal
import socket
import stat
import struct
import subprocess
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import repo
from support.pwg import dots, pwg
from support.receipt_printer import ReceiptPrinter
from support.waiting import wait_until

PROGRAM = Path(os.environ.get("PORCHLIGHT_BIN", repo.PROGRAMS)) / "porchlight-thermal"
PAGE_DOTS = {80: 639, 58: 463}  # of a page as wide as the roll, at 203 dpi
PRINTED_DOTS = {80: 576, 58: 384}

HEAD = """
    NAME "{operation}"
    OPERATION {operation}
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR language attributes-natural-language en
    ATTR uri printer-uri "ipp://localhost/ipp/print"
    ATTR name requesting-user-name porchlight
"""
PRINT = """    ATTR name job-name slip
    ATTR mimeMediaType document-format image/pwg-raster
    GROUP job-attributes-tag
    ATTR integer job-cancel-after {cancel_after}
    ATTR collection media-col {{
        MEMBER collection media-size {{ MEMBER integer x-dimension {width} MEMBER integer y-dimension {height} }}
        MEMBER integer media-left-margin {margin} MEMBER integer media-right-margin {margin}
        MEMBER integer media-top-margin 0 MEMBER integer media-bottom-margin 0
    }}
    FILE {file}
"""


class Thermal:
    """The program at work. `socket` is where it listens; `folder` is all it may know of."""

    def __init__(self, device, *options, before=(), folder=None):
        self.own = folder is None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="porchlight-thermal-", dir="/tmp"))
        self.socket = self.folder / "ipp.sock"
        self.device, self.options, self.before = device, options, before
        self.width = 58 if "58" in options else 80
        self.process, self.jobs, self._asked = None, [], 0
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [*self.before, PROGRAM, "--socket", self.socket, "--device", self.device, *self.options],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        wait_until(lambda: self._listens() or self.process.poll() is not None, what="porchlight-thermal")

    def _listens(self):
        return self.socket.exists() and stat.S_ISSOCK(self.socket.stat().st_mode) and "printer-state" in self.ask("Get-Printer-Attributes")

    def stop(self, how=signal.SIGTERM):
        """Returns its exit status."""
        if self.process is None:
            return None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split() if self.before else []
        for pid in map(int, children or [self.process.pid]):
            os.kill(pid, how)
        status = self.process.wait(15)
        self.said = self.process.stderr.read()
        self.process.stderr.close()
        self.process = None
        return status

    def close(self):
        for job in self.jobs:
            job.process.kill()
            job.process.wait()
        if self.process and self.process.poll() is None:
            self.stop(signal.SIGTERM)
        if self.own:
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def uri(self):
        return "ipp://" + str(self.socket).replace("/", "%2F") + "/ipp/print"

    def _test(self, operation, more=""):
        self._asked += 1
        path = self.folder / f"{self._asked}.test"
        path.write_text("{" + HEAD.format(operation=operation) + more + "}\n")
        return path

    def _tool(self, path):
        return ["ipptool", "-tv", "-T", "100", self.uri, path]

    def ask(self, operation, more=""):
        """The whole answer to one IPP request, as ipptool shows it."""
        path = self._test(operation, more)
        answer = subprocess.run(self._tool(path), capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=30).stdout
        path.unlink()
        return answer

    def reasons(self):
        """What the printer is said to be in need of, without severities."""
        found = re.search(r"printer-state-reasons \([^)]*\) = (\S+)", self.ask("Get-Printer-Attributes"))
        return {re.sub("-(error|warning|report)$", "", reason) for reason in found.group(1).split(",")} if found else set()

    def wait_for_reasons(self, *wanted):
        wait_until(lambda: self.reasons() == set(wanted), what=f"reasons {wanted}, not {self.reasons()}")

    def ready(self):
        """Until the printer was found and is in order."""
        self.wait_for_reasons("none")
        return self

    def document(self, rows=719, seed=1, pages=1):
        return pwg([dots(PAGE_DOTS[self.width], rows, seed)] * pages, PAGE_DOTS[self.width])

    def begin(self, document=None, rows=719, cancel_after=60):
        """Sends a slip and returns at once; `.end()` waits for the answer that PAPPL gives when it has come out."""
        file = self.folder / f"{len(self.jobs)}.pwg"
        file.write_bytes(document or self.document(rows))
        height = -(-rows * 2540 // 203)  # rounded up: a page has as many whole rows as fit
        path = self._test("Print-Job", PRINT.format(width=self.width * 100, height=height, margin=400 if self.width == 80 else 500,
                                                    cancel_after=cancel_after, file=file.name))
        job = Job(subprocess.Popen(self._tool(path), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
        self.jobs.append(job)
        return job

    def print(self, **options):
        """The state in which a slip ended."""
        return self.begin(**options).end()

    def break_off(self):
        """Begins to send a slip, and goes away in the middle of it."""
        def text(tag, name, value):
            return bytes([tag]) + struct.pack(">H", len(name)) + name + struct.pack(">H", len(value)) + value

        request = b"\2\0\0\2\0\0\0\1\1" + text(0x47, b"attributes-charset", b"utf-8") + \
            text(0x48, b"attributes-natural-language", b"en") + text(0x45, b"printer-uri", b"ipp://localhost/ipp/print") + \
            text(0x49, b"document-format", b"image/pwg-raster") + b"\3"
        document = self.document()
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(self.socket))
            line.sendall(b"POST /ipp/print HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\n"
                         b"Content-Length: %d\r\n\r\n" % (len(request) + len(document)) + request + document[:len(document) // 2])
            wait_until(self.active, what="the job")

    def active(self):
        """Ids of jobs that have not ended."""
        return [int(found) for found in re.findall(r"job-id \(integer\) = (\d+)", self.ask("Get-Jobs", "    ATTR keyword which-jobs not-completed\n"))]

    def cancel(self):
        """Cancels the job that is at work."""
        ids = wait_until(self.active, what="a job at work")
        return self.ask("Cancel-Job", f"    ATTR integer job-id {ids[0]}\n")


class Job:
    def __init__(self, process):
        self.process, self.answer = process, None

    def end(self, seconds=60):
        if self.answer is None:
            self.answer, _ = self.process.communicate(timeout=seconds)
        found = re.findall(r"job-state \(enum\) = (\S+)", self.answer)
        return found[-1] if found else self.answer

    @property
    def word(self):
        """Why it was aborted."""
        found = re.search(r"job-state-message \([^)]*\) = (.*)", self.answer)
        return found.group(1) if found else ""

    def runs(self):
        return self.process.poll() is None


@pytest.fixture
def thermal_lab():
    """thermal_lab(kind="tcp", *options, **printer options) -> .printer, .thermal; all ends with the test."""
    made = []

    def make(kind="tcp", *options, **printer_options):
        printer = ReceiptPrinter(kind, **printer_options)
        made.append(printer)
        thermal = Thermal(printer.device, *options)
        made.append(thermal)
        thermal.ready()
        return SimpleNamespace(printer=printer, thermal=thermal, socket=thermal.socket)

    yield make
    for part in reversed(made):
        part.close()


@pytest.fixture
def thermal(thermal_lab):
    """A printer on TCP that is in order, and the program that serves it: `.socket`, `.printer`, `.thermal`."""
    return thermal_lab()
