# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A private CUPS scheduler and IPP Everywhere printers, on loopback and UNIX sockets, for flow tests.

Nothing here meets the machine's own CUPS or D-Bus; everything started ends by its process id.
"""

import getpass
import os
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from support import ipp
from support.waiting import wait_until

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "") + ":/usr/sbin:/sbin"}

# The policy of Debian's own cupsd.conf, as far as jobs go: owners and administrators only.
CUPSD_CONF = """
LogLevel debug
MaxLogSize 0
Listen {socket}
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
IdleExitTimeout 0
PreserveJobHistory Yes
PreserveJobFiles No
ErrorPolicy retry-current-job
JobRetryInterval 2
DefaultAuthType Basic
<Location />
  Order allow,deny
  Allow 127.0.0.1
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Cancel-Job Cancel-My-Jobs Close-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

CUPS_FILES_CONF = """
SystemGroup root
User {user}
Group {group}
ServerRoot {base}/etc
RequestRoot {base}/spool
TempDir {base}/spool/tmp
CacheDir {base}/cache
StateDir {base}/run
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog {base}/log/access_log
ErrorLog {base}/log/error_log
PageLog {base}/log/page_log
Sandboxing relaxed
"""

# What ippeveprinter runs for each job. The printer stands still while the fault file names a reason, or "slow", then
# prints unless the job was cancelled: ippeveprinter itself only marks a cancelled job and lets its command finish.
COMMAND = """#!/bin/sh
raised=
while [ -s "{base}/fault" ]; do
    reason=$(cat "{base}/fault")
    if [ "$reason" != slow ]; then raised=$reason; echo "STATE: +$reason" >&2; fi
    : > "{base}/waiting"
    sleep 0.1
done
[ -z "$raised" ] || echo "STATE: -$raised" >&2
held=; [ ! -e "{base}/waiting" ] || held=yes
rm -f "{base}/waiting"
if [ "$held" ] && ipptool -tv "$IPP_JOB_URI" get-job-attributes.test | grep -q 'processing-to-stop-point'; then
    exit 0
fi
name="{base}/out/$(date +%s%N)"
env | grep -E '^(IPP|CONTENT)_' > "$name.env"
cp "$1" "$name.part"
mv "$name.part" "$name.doc"
echo "ATTR: job-impressions-completed=1" >&2
"""

# An 80 mm receipt printer of 203 dpi that takes nothing but raster.
RECEIPT_CONF = """
ATTR keyword media-supported custom_min_58x40mm,custom_max_80x1000mm,om_receipt_80x200mm,om_receipt_80x297mm
ATTR keyword media-default om_receipt_80x200mm
ATTR keyword media-ready om_receipt_80x200mm
ATTR keyword media-type-supported auto,continuous,stationery
ATTR collection media-size-supported {
  MEMBER integer x-dimension 8000
  MEMBER integer y-dimension 20000
},{
  MEMBER rangeOfInteger x-dimension 5800-8000
  MEMBER rangeOfInteger y-dimension 4000-100000
}
ATTR collection media-col-default {
  MEMBER collection media-size {
    MEMBER integer x-dimension 8000
    MEMBER integer y-dimension 20000
  }
  MEMBER keyword media-size-name om_receipt_80x200mm
  MEMBER integer media-bottom-margin 0
  MEMBER integer media-left-margin 400
  MEMBER integer media-right-margin 400
  MEMBER integer media-top-margin 0
  MEMBER keyword media-type continuous
}
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 400
ATTR integer media-right-margin-supported 400
ATTR integer media-top-margin-supported 0
ATTR resolution printer-resolution-supported 203dpi
ATTR resolution printer-resolution-default 203dpi
ATTR resolution pwg-raster-document-resolution-supported 203dpi
ATTR keyword pwg-raster-document-type-supported black_1,sgray_8
ATTR mimeMediaType document-format-supported application/octet-stream,image/pwg-raster
ATTR mimeMediaType document-format-default application/octet-stream
ATTR keyword print-color-mode-supported monochrome
ATTR keyword print-color-mode-default monochrome
ATTR boolean color-supported false
ATTR keyword sides-supported one-sided
ATTR keyword sides-default one-sided
ATTR enum print-quality-supported 4
ATTR enum print-quality-default 4
ATTR text printer-make-and-model "Receipt 80"
"""


wait_for = partial(wait_until, seconds=10)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _listens(port):
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _is_socket(path):
    return path.exists() and stat.S_ISSOCK(path.stat().st_mode)


def _end(process, how=signal.SIGTERM):
    """Ends a process that leads a session of its own, with its children."""
    for sign in (how, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            continue
    process.wait(5)


class Scheduler:
    """A cupsd of our own; `socket` is what a client needs."""

    def __init__(self, base):
        self.base, self.port, self.process = base, free_port(), None
        self.socket = base / "run" / "cups.sock"
        root = os.geteuid() == 0
        for folder in ("etc", "spool/tmp", "cache", "run/certs", "log"):
            (base / folder).mkdir(parents=True)
        names = {"base": base, "socket": self.socket, "port": self.port,
                 "user": "lp" if root else getpass.getuser(), "group": "lp"}
        (base / "etc/cupsd.conf").write_text(CUPSD_CONF.format(**names))
        (base / "etc/cups-files.conf").write_text(CUPS_FILES_CONF.format(**names))
        for folder, mode in (("etc", 0o755), ("spool", 0o710), ("spool/tmp", 0o1770), ("cache", 0o770), ("run", 0o755)):
            if root:
                shutil.chown(base / folder, group="lp")
            (base / folder).chmod(mode)

    def start(self):
        with open(self.base / "log/stdout", "ab") as log:
            self.process = subprocess.Popen(
                ["cupsd", "-f", "-c", self.base / "etc/cupsd.conf", "-s", self.base / "etc/cups-files.conf"],
                env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        wait_for(lambda: _is_socket(self.socket) and _listens(self.port), what="cupsd")

    def stop(self):
        if self.process:
            _end(self.process)
            self.process = None

    def run(self, *command):
        return subprocess.run(command, env={**ENVIRONMENT, "CUPS_SERVER": str(self.socket)}, check=True,
                              capture_output=True, text=True, timeout=30).stdout

    def add_queue(self, name, printer):
        self.run("lpadmin", "-p", name, "-E", "-v", printer.uri, "-m", "everywhere")
        # cupsd asks the printer only now, then makes the queue idle and lets it take jobs: even one that was paused or
        # closed meanwhile. The driver's name is the last thing that it sets.
        wait_for(lambda: "IPP Everywhere" in ipp.printer(self.socket, name).get("printer-make-and-model", [""])[0],
                 seconds=30, what=f"the driver of queue {name}")

    def remove_queue(self, name):
        self.run("lpadmin", "-x", name)

    def unfinished(self):
        """Ids of jobs that may still print."""
        return self.run("lpstat", "-W", "not-completed", "-o").split("\n")[:-1]

    def log(self):
        return (self.base / "log/error_log").read_text(errors="replace")


class IppPrinter:
    """An ippeveprinter whose jobs are kept for the test to read."""

    def __init__(self, base, bus, formats="", model=""):
        self.base, self.bus = base, bus
        self.port, self.process = free_port(), None
        self.uri = f"ipp://localhost:{self.port}/ipp/print"
        for folder in ("spool", "out"):
            (base / folder).mkdir(parents=True)
        self._command = base / "print.sh"
        self._command.write_text(COMMAND.format(base=base))
        self._command.chmod(0o755)
        (base / "printer.conf").write_text(model)
        self._model = ["-a", base / "printer.conf"] if model else ["-f", formats]

    def start(self):
        with open(self.base / "log", "ab") as log:
            self.process = subprocess.Popen(
                ["ippeveprinter", "-vv", "-p", str(self.port), "-n", "localhost", "-d", self.base / "spool", "-k",
                 *self._model, "-c", self._command, "-r", "off", "Slip"],
                env={**ENVIRONMENT, "DBUS_SYSTEM_BUS_ADDRESS": self.bus}, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, start_new_session=True)
        wait_for(lambda: _listens(self.port) or self._ended(), what="ippeveprinter")

    def _ended(self):
        if self.process.poll() is not None:
            raise AssertionError("ippeveprinter ended: " + (self.base / "log").read_text(errors="replace")[-500:])

    def kill(self):
        """Pulls the plug, in the middle of whatever it does."""
        if self.process:
            _end(self.process, signal.SIGKILL)
            self.process = None
            (self.base / "waiting").unlink(missing_ok=True)

    def set_fault(self, reason):
        """`media-empty-error`, `cover-open`, or `slow`: from the next job on, until clear_fault()."""
        (self.base / "waiting").unlink(missing_ok=True)
        (self.base / "fault").write_text(reason)

    def clear_fault(self):
        (self.base / "fault").write_text("")

    def cancelled_jobs(self):
        """How often someone asked the printer itself to cancel."""
        return (self.base / "log").read_text(errors="replace").count("Cancel-Job successful-ok")

    def wait_until_busy(self):
        wait_for((self.base / "waiting").exists, what="a job at the printer")

    def wait_until_free(self):
        """A real printer queues the next job; ippeveprinter refuses it while it is at one."""
        wait_for(lambda: not (self.base / "waiting").exists(), what="the job's end")
        question = ["ipptool", "-tv", self.uri, "get-printer-attributes.test"]
        wait_for(lambda: "printer-state (enum) = idle" in subprocess.run(
            question, env=ENVIRONMENT, capture_output=True, text=True, timeout=10).stdout, what="an idle printer")

    def arrived(self):
        """Documents that came out, oldest first."""
        return sorted((self.base / "out").glob("*.doc"))

    def attributes(self, document):
        return document.with_suffix(".env").read_text(errors="replace")

    def forget(self):
        for path in (self.base / "out").iterdir():
            path.unlink()


@pytest.fixture(scope="session")
def print_lab():
    """Scheduler, queues `slip` (takes PDF) and `receipt` (takes raster only), and their printers."""
    base = Path(tempfile.mkdtemp(prefix="porchlight-cups-", dir="/tmp"))  # short, and open to CUPS's own user
    base.chmod(0o755)
    bus = f"unix:path={base}/bus"
    # ippeveprinter looks for DNS-SD over D-Bus even when told not to register.
    daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + bus],
                              env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, start_new_session=True)
    scheduler = Scheduler(base / "cups")
    printers = {"slip": IppPrinter(base / "slip", bus, "application/pdf,image/pwg-raster,image/urf"),
                "receipt": IppPrinter(base / "receipt", bus, model=RECEIPT_CONF)}
    try:
        wait_for((base / "bus").exists, what="D-Bus")
        scheduler.start()
        for name, printer in printers.items():
            printer.start()
            scheduler.add_queue(name, printer)
        yield SimpleNamespace(scheduler=scheduler, bus=bus, base=base, **printers)
    finally:
        for printer in printers.values():
            printer.kill()
        scheduler.stop()
        _end(daemon)
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture
def lab(print_lab):
    """The print lab with everything in order and nothing waiting."""
    for printer in (print_lab.slip, print_lab.receipt):
        printer.clear_fault()
        if printer.process is None:
            printer.start()
        printer.wait_until_free()
        printer.forget()
    yield print_lab
    for printer in (print_lab.slip, print_lab.receipt):
        printer.clear_fault()
    if print_lab.scheduler.process:
        print_lab.scheduler.run("cancel", "-a")
