# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips through the real porchlight-thermal to an emulated receipt printer: what comes out, what is told, what is left."""

import re
import signal
import stat
import subprocess
from pathlib import Path

import pytest
from support import repo
from support.pwg import dots
from support.receipt_printer import ReceiptPrinter, rows_of
from support.thermal import PAGE_DOTS, PRINTED_DOTS, PROGRAM, Thermal, thermal, thermal_lab  # noqa: F401 (fixtures)
from support.trace import FILE_CALLS, SOCKET_CALLS, calls, sockets, strace, written
from support.waiting import wait_until

ROWS = 719  # 90 mm
STRIPS = 6  # in which they come


def middle(row, page, printed):
    """The dots of a page's row that a printer of so many dots prints, as its bytes."""
    bits = int.from_bytes(row, "big") >> (len(row) * 8 - page)
    left = (page - printed) // 2
    right = page - printed - left
    return ((bits >> right) & ((1 << printed) - 1)).to_bytes(printed // 8, "big")


@pytest.mark.parametrize("kind, width", [("tcp", 80), ("pty", 58)])
def test_what_is_sent_comes_out(thermal_lab, kind, width):  # noqa: F811
    lab = thermal_lab(kind, "--width", str(width))
    page, printed = PAGE_DOTS[width], PRINTED_DOTS[width]
    lab.printer.forget()
    assert lab.thermal.print() == "completed"
    assert len(lab.printer.slips) == 1 and not lab.printer.torn and not lab.printer.unknown
    row_bytes, rows = rows_of(lab.printer.slips[0])
    assert row_bytes == printed // 8
    wanted = [middle(row, page, printed) for row in dots(page, ROWS)]
    assert len(rows) == len(wanted)
    different = [n for n, (got, want) in enumerate(zip(rows, wanted)) if got != want]
    assert not different, different[:5]


def whole(printer):
    """How many slips came out, and each is one slip from its first row to its last."""
    for slip in printer.slips:
        assert len(rows_of(slip)[1]) == ROWS
    return len(printer.slips)


def torn_rows(printer):
    return [len(rows_of(piece)[1]) for piece in printer.torn]


MISSING = [({"paper": "out"}, "media-empty", {"paper": "ok"}), ({"cover": True}, "cover-open", {"cover": False})]


@pytest.mark.parametrize("fault, reason, mended", MISSING, ids=["paper", "cover"])
def test_it_waits_before_the_first_strip(thermal, fault, reason, mended):  # noqa: F811
    printer, program = thermal.printer, thermal.thermal
    printer.set(**fault)
    job = program.begin()
    program.wait_for_reasons(reason)
    assert job.runs() and not printer.hanging
    printer.set(**mended)
    assert job.end() == "completed"
    assert whole(printer) == 1 and not printer.torn
    program.ready()


@pytest.mark.parametrize("fault, reason, mended", MISSING, ids=["paper", "cover"])
def test_it_begins_again_on_fresh_paper(thermal, fault, reason, mended):  # noqa: F811
    printer, program = thermal.printer, thermal.thermal
    printer.at_strip(3, **fault)
    job = program.begin()
    program.wait_for_reasons(reason)
    assert job.runs() and whole(printer) == 0
    printer.set(**mended)
    assert job.end() == "completed"
    assert whole(printer) == 1
    assert all(0 < rows < ROWS for rows in torn_rows(printer)) and len(printer.torn) == 1


def test_a_cover_that_was_open_for_a_moment_tears_too(thermal):  # noqa: F811
    """It says so by itself, and is in order again before anybody asks."""
    printer, program = thermal.printer, thermal.thermal
    printer.rows_per_second = 500
    job = program.begin()
    wait_until(lambda: printer.strips == 2, every=0.002, what="the second strip")
    printer.set(cover=True)
    printer.set(cover=False)
    assert job.end() == "completed"
    assert whole(printer) == 1 and len(printer.torn) == 1


def test_it_goes_on_when_it_has_cooled(thermal):  # noqa: F811
    """Heat tears no paper: nothing is printed twice."""
    printer, program = thermal.printer, thermal.thermal
    printer.at_strip(2, hot=True)
    job = program.begin()
    program.wait_for_reasons("other")
    assert job.runs()
    printer.set(hot=False)
    assert job.end() == "completed"
    assert whole(printer) == 1 and not printer.torn


def test_paper_that_ends_with_the_slip_makes_no_second_one(thermal):  # noqa: F811
    """All of it is in the printer, and nobody knows how much is on paper."""
    printer, program = thermal.printer, thermal.thermal
    printer.at_strip(STRIPS, paper="out")
    job = program.begin()
    assert job.end() == "aborted" and job.word == "unknown-whether-printed"
    assert whole(printer) == 0
    printer.set(paper="ok")
    program.ready()
    wait_until(lambda: not printer.hanging, what="what hangs in the printer to be cut off")
    assert program.print() == "completed" and whole(printer) == 1


@pytest.mark.parametrize("kind, strip", [
    *(("tcp", strip) for strip in range(1, STRIPS + 1)),
    ("pty", 2), ("pty", STRIPS),
    *(pytest.param("pty", strip, marks=pytest.mark.slow) for strip in (1, 3, 4, 5)),
])
def test_the_line_drops_at_a_strip(thermal_lab, kind, strip):  # noqa: F811
    lab = thermal_lab(kind)
    printer, program = lab.printer, lab.thermal
    printer.drop_at_strip(strip)
    job = program.begin()
    state = job.end()
    if strip < STRIPS:
        assert state == "completed" and whole(printer) == 1
        assert len(printer.torn) == 1 and 0 < torn_rows(printer)[0] < ROWS
    else:
        assert state == "aborted" and job.word == "unknown-whether-printed" and whole(printer) == 0
    wait_until(lambda: not printer.hanging, what="what hangs in the printer to be cut off")
    assert program.print() == "completed" and whole(printer) == 1 + (strip < STRIPS)


def test_the_line_drops_at_each_strip(thermal):  # noqa: F811
    printer, program = thermal.printer, thermal.thermal
    printer.drop_at_strip("each")
    job = program.begin()
    assert job.end() == "aborted" and job.word == "too-often"
    assert whole(printer) == 0 and all(0 < rows < ROWS for rows in torn_rows(printer))
    printer.mend()
    program.ready()
    assert program.print() == "completed" and whole(printer) == 1


def test_a_printer_answers_late(thermal):  # noqa: F811
    thermal.printer.late(0.15)
    assert thermal.thermal.print() == "completed"
    assert whole(thermal.printer) == 1 and not thermal.printer.torn


@pytest.mark.slow  # test_printer_faults.py has it too
def test_a_printer_talks_nonsense(thermal):  # noqa: F811
    printer, program = thermal.printer, thermal.thermal
    printer.garbage()
    job = program.begin()
    assert job.end() == "aborted" and job.word in ("nonsense", "not-reachable")
    assert whole(printer) == 0
    printer.mend()
    program.ready()
    assert program.print() == "completed" and whole(printer) == 1


@pytest.mark.slow  # test_printer_faults.py has it too
def test_a_printer_that_says_nothing_is_refused(thermal):  # noqa: F811
    printer, program = thermal.printer, thermal.thermal
    printer.silent()
    job = program.begin()
    assert job.end() == "aborted" and job.word == "not-reachable"
    assert "printer-stopped" in job.answer, "by which the kiosk knows it"
    assert whole(printer) == 0 and not printer.torn
    program.wait_for_reasons("offline")


@pytest.mark.parametrize("kind", [pytest.param("tcp", marks=pytest.mark.slow), "pty"])
def test_a_printer_comes_back_by_itself(thermal_lab, kind):  # noqa: F811
    lab = thermal_lab(kind)
    printer, program = lab.printer, lab.thermal
    printer.unplug()
    program.wait_for_reasons("offline")
    job = program.begin()
    wait_until(program.active, what="the job")
    printer.plug()
    assert job.end() == "completed" and whole(printer) == 1
    program.ready()


def test_a_stuck_cutter_is_told(thermal):  # noqa: F811
    thermal.printer.set(cutter=True)
    thermal.thermal.wait_for_reasons("media-jam")
    thermal.printer.set(cutter=False, paper="near")  # somebody mends it
    thermal.thermal.wait_for_reasons("media-low")


@pytest.mark.parametrize("fault", [None, {"paper": "out"}], ids=["printing", "waiting"])
def test_cancel_is_heard_at_once(thermal_lab, fault):  # noqa: F811
    """The job ends long before the printer is through, or while somebody would have to bring paper."""
    lab = thermal_lab(rows_per_second=200)
    printer, program = lab.printer, lab.thermal
    if fault:
        printer.set(**fault)
    job = program.begin()
    if not fault:
        wait_until(lambda: printer.strips >= 1, what="the first strip")
    program.cancel()
    assert job.end(5) == "canceled"
    printer.mend()
    wait_until(lambda: not printer.hanging and not printer.waiting, seconds=30, what="what hangs in the printer to be cut off")
    assert all(len(rows_of(piece)[1]) < ROWS for piece in printer.slips)
    assert program.active() == []


@pytest.mark.parametrize("fault, clears, gone", [
    pytest.param("hot", True, False, id="hot"),
    pytest.param("cutter", True, False, id="stuck", marks=pytest.mark.slow),
    pytest.param("cutter", False, False, id="stuck, and it knows only DLE ENQ", marks=pytest.mark.slow),
    pytest.param("hot", True, True, id="hot, and the program is killed"),
])
def test_rows_in_the_printers_own_buffer_never_come_out_later(thermal_lab, fault, clears, gone):  # noqa: F811
    """It has a strip that it has not printed when the slip is given up; then it is mended."""
    lab = thermal_lab(rows_per_second=300, clears=clears)
    printer, program = lab.printer, lab.thermal
    job = program.begin()
    wait_until(lambda: printer.strips == 1 and printer.waiting > 5000, every=0.005, what="rows in its buffer")
    printer.set(**{fault: True})
    if gone:
        program.stop(signal.SIGKILL)
        program.start()
    else:
        program.cancel()
        assert job.end(5) == "canceled"
    wait_until(lambda: any(b"\x1dv0" in thrown for thrown in printer.cleared), what="a printer that throws the strip away")
    printer.rows_per_second = None
    printer.mend()
    program.ready()
    wait_until(lambda: not printer.hanging, what="what hangs in the printer to be cut off")
    assert printer.strips == 1 and not printer.slips
    assert program.print() == "completed" and whole(printer) == 1


def test_a_job_ends_when_nobody_waits_any_more(thermal):  # noqa: F811
    thermal.printer.set(paper="out")
    job = thermal.thermal.begin(cancel_after=1)
    assert job.end(10) == "aborted" and job.word == "not-in-time"
    thermal.printer.set(paper="ok")
    thermal.thermal.ready()
    assert not thermal.printer.slips and not thermal.printer.torn


@pytest.mark.parametrize("how", [pytest.param(signal.SIGTERM, id="stopped", marks=pytest.mark.slow), pytest.param(signal.SIGKILL, id="killed")])
def test_no_job_survives_a_restart(thermal_lab, how):  # noqa: F811
    """What had come out hangs in the printer, and is cut off before anything else."""
    lab = thermal_lab(rows_per_second=500)
    printer, program = lab.printer, lab.thermal
    program.begin()
    wait_until(lambda: printer.strips >= 2, what="the second strip")
    program.stop(how)
    wait_until(lambda: not printer.waiting, what="the printer's buffer")
    assert printer.hanging or how == signal.SIGTERM
    program.start()
    program.ready()
    wait_until(lambda: not printer.hanging, what="what hangs in the printer to be cut off")
    assert program.active() == []
    assert all(len(rows_of(piece)[1]) < ROWS for piece in (*printer.slips, *printer.torn))
    printer.forget()
    assert program.print() == "completed" and whole(printer) == 1


def test_a_document_that_is_not_one_slip_never_starts(thermal):  # noqa: F811
    program, printer = thermal.thermal, thermal.printer
    for document in (program.document(pages=2), b"RaS2 but nothing of it", b"%PDF-1.4"):
        program.begin(document).end()
    program.break_off()
    wait_until(lambda: not program.active(), what="the end of a job whose sender has gone")
    assert not printer.slips and not printer.torn and printer.strips == 0
    assert program.print() == "completed" and whole(printer) == 1


@pytest.mark.slow
def test_a_job_without_a_document_goes_by_itself(thermal):  # noqa: F811
    """Whoever made it has gone; nobody else could print."""
    program = thermal.thermal
    assert "job-id" in program.ask("Create-Job")
    assert "server-error-busy" in program.begin().end()
    wait_until(lambda: not program.active(), seconds=30, what="the end of that job")
    assert program.print() == "completed" and whole(thermal.printer) == 1


def test_it_talks_to_its_printer_and_nobody_else(tmp_path):
    """Sockets, files and what is said on stderr, while slips are printed, cancelled and refused."""
    trace = tmp_path / "trace"
    with ReceiptPrinter() as printer:
        program = Thermal(printer.device, before=strace(f"{FILE_CALLS},{SOCKET_CALLS}", trace))
        try:
            program.ready()
            assert program.print() == "completed"
            printer.at_strip(2, paper="out")
            program.begin()
            program.wait_for_reasons("media-empty")
            program.cancel()
            program.stop()
            said = program.said
        finally:
            program.close()
    families, addresses = sockets(trace)
    assert families == {"AF_UNIX", "AF_INET"}
    assert addresses - {"/var/run/nscd/socket"} == {str(program.socket)}
    ports = {port for name, arguments, _ in calls(trace) if name in ("connect", "bind")
             for port in re.findall(r"sin_port=htons\((\d+)\), sin_addr=inet_addr\(\"127.0.0.1\"\)", arguments)}
    assert ports == {printer.device.rsplit(":", 1)[1]}
    assert sum(name == "listen" for name, _, _ in calls(trace)) == 1
    places = {place for name, place in written(trace) if not place.startswith("TCP:")}
    assert places <= {str(program.folder / "spool"), str(program.socket), "/dev/pts", "pipe"}, places
    assert said == ""


def test_only_its_own_may_enter(thermal):  # noqa: F811
    assert stat.S_IMODE(thermal.socket.stat().st_mode) == 0o660


RELIANCE = {"present": b"\x1de\x03\x0c", "retract": b"\x1de\x02", "status": b"\x1de\x06"}


def test_what_nobody_takes_is_taken_back(thermal_lab, tmp_path):  # noqa: F811
    model = (repo.TOP / "deploy/printers/thermal/models/pyramid-reliance.yaml").read_text()
    (tmp_path / "model.yaml").write_text(model.replace("retract_after: 30", "retract_after: 1"))
    lab = thermal_lab("tcp", "--model", str(tmp_path / "model.yaml"), presenter=RELIANCE)
    printer, program = lab.printer, lab.thermal
    assert program.print() == "completed" and printer.take()
    assert program.print() == "completed"
    wait_until(lambda: printer.retracted, what="the slip to be taken back")
    assert printer.mouth is None and len(printer.retracted) == 1 and whole(printer) == 2
    # Nor does anybody get it who is there next.
    assert program.print() == "completed" and program.print() == "completed"
    assert len(printer.retracted) == 2 and printer.mouth == printer.slips[-1] and whole(printer) == 4


@pytest.mark.parametrize("arguments", [
    ["--device", "parallel:/dev/lp0"], ["--device", "tcp:printer.local:9100"], ["--width", "70"], ["--colour"], ["--device"],
    ["--model", "/nonexistent.yaml"], ["--socket", "here"],
])
def test_a_wrong_command_line_is_told(arguments):
    run = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=10)
    assert run.returncode == 2 and run.stderr.startswith("porchlight-thermal: ") and run.stderr.count("\n") == 1


def test_a_usb_printer_is_found_when_it_comes(tmp_path):
    """By its identity, in a /sys and /dev of the test's own; a terminal stands in for the USB line."""
    sys, dev = tmp_path / "sys/class/usbmisc", tmp_path / "dev/usb"
    dev.mkdir(parents=True)
    program = Thermal("auto", "--sys", str(tmp_path / "sys"), "--dev", str(tmp_path / "dev"))
    try:
        program.wait_for_reasons("offline")
        with ReceiptPrinter("pty") as printer:
            (sys / "lp0/device").mkdir(parents=True)
            (sys / "lp0/device/ieee1284_id").write_text("MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;CLS:PRINTER;\n")
            (dev / "lp0").symlink_to(printer.path)
            program.ready()
            assert program.print() == "completed" and whole(printer) == 1
            printer.unplug()
            program.wait_for_reasons("offline")
    finally:
        program.close()


def resident(process):
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))


def test_slips_leave_no_memory_and_no_file(thermal):  # noqa: F811
    program = thermal.thermal
    for _ in range(10):
        assert program.print() == "completed"
    before = resident(program.process)
    for _ in range(20):
        assert program.print() == "completed"
    assert resident(program.process) - before < 500, "KiB"
    assert whole(thermal.printer) == 30
    assert [path.name for path in (program.folder / "spool").iterdir()] == []


@pytest.mark.slow
def test_many_slips_leave_nothing(thermal):  # noqa: F811
    """What is known of a job goes after a minute, but for the number and times of the last one."""
    program, printer = thermal.thermal, thermal.printer
    sizes = []
    for _ in range(3):
        for _ in range(170):
            assert program.print() == "completed"
        sizes.append(resident(program.process))
    wait_until(lambda: program.ask("Get-Jobs", "    ATTR keyword which-jobs completed\n").count("job-id (integer)") <= 1,
               seconds=90, every=2, what="jobs to be forgotten")
    sizes.append(resident(program.process))
    print(sizes)
    # Less than a page for each slip: what is known of the jobs of the last minute takes between one and two KiB each.
    assert max(sizes) - sizes[0] < 340 * 3, f"KiB: {sizes}"
    assert whole(printer) == 510 and not printer.torn
