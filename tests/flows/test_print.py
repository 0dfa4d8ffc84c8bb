# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips through a real scheduler to real IPP printers: what arrives, what the visitor is told, what is left behind."""

import os
import re
import signal
import subprocess
import time

import pytest
from support.cups import ENVIRONMENT, lab, print_lab, wait_for  # noqa: F401 (fixtures)
from support.slip_reader import lines_of, pages_of, read_line
from support.slip_tool import PROGRAM, SlipTool, of_lines, status

NUMBERS = ["2-1-1", "1-888-373-7888", "988"]
MM_PER_POINT = 25.4 / 72

LANGUAGES = {
    "en": ("Noto Sans", False, "Local services", "Food, housing and bills"),
    "es": ("Noto Sans", False, "Servicios locales", "Comida, vivienda y facturas"),
    "ar": ("Noto Sans Arabic", True, "خدمات محلية", "معلومات عن الطعام والسكن"),
    "zh-Hans": ("Noto Sans CJK SC", False, "本地服务", "食物和住房"),
}


def slip(tag, width=60, height=90, names=True):
    font, right_to_left, heading, name = LANGUAGES[tag]
    lines = [{"role": "heading", "text": heading, "rtl": right_to_left}]
    for number in NUMBERS:
        if names:
            lines.append({"role": "name", "text": name, "rtl": right_to_left})
        lines.append({"role": "number", "text": number})
    return {"widthMm": width, "heightMm": height, "bodyPt": 12, "numberPt": 18, "fontFamily": font,
            "rightToLeft": right_to_left, "lines": lines}


@pytest.fixture
def start(tmp_path):
    running = []

    def begin(document, *arguments, **options):
        running.append(SlipTool(*of_lines(tmp_path, document), *arguments, **options))
        return running[-1]

    yield begin
    for tool in running:
        tool.close()


@pytest.fixture
def to_queue(lab, start):  # noqa: F811
    def begin(queue="slip", document=None, *arguments, **options):
        return start(document or slip("en"), "--socket", lab.scheduler.socket, "--queue", queue, *arguments, **options)
    return begin


def prints_without_a_word(tool):
    """A quick printer may be done between two looks."""
    return [state for state in tool.end() if state != "Printing"] == ["GettingReady", "Printed"]


def only_document(printer):
    arrived = wait_for(printer.arrived, what="the slip")
    assert len(arrived) == 1
    return arrived[0]


def only_page(document):
    pages = pages_of(document)
    assert len(pages) == 1
    return pages[0]


def page_mm(pdf):
    listing = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return [float(number) * MM_PER_POINT for number in re.search(r"Page size: +([\d.]+) x ([\d.]+)", listing).groups()]


def numbers_on(page):
    """Every line read as digits, of which the numbers stand out."""
    read = [read_line(page, line, only="0123456789-") for line in lines_of(page)]
    return [text for text in read if text in NUMBERS]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("width, height", [(60, 90), (80, 0), (60, 140)])
def test_file_has_the_paper_of_its_design(start, tmp_path, tag, width, height):
    pdf = tmp_path / "slip.pdf"
    assert start(slip(tag, width, height), "--file", pdf).end() == ["GettingReady", "Printing", "Printed"]
    found = page_mm(pdf)
    assert found[0] == pytest.approx(width, abs=0.3)
    assert found[1] >= height - 0.3
    page = only_page(pdf)
    left, top, right, bottom = (page.mm(dots) for dots in (
        min(line[0] for line in lines_of(page)), lines_of(page)[0][1],
        max(line[2] for line in lines_of(page)), lines_of(page)[-1][3]))
    assert left > 3.5 and top > 3.5 and right < found[0] - 3.5 and bottom < found[1] - 3.5


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("queue", ["slip", "receipt"])
def test_numbers_are_read_back(lab, to_queue, queue, tag):  # noqa: F811
    assert prints_without_a_word(to_queue(queue, slip(tag)))
    document = only_document(getattr(lab, queue))
    assert document.read_bytes()[:4] == {"slip": b"%PDF", "receipt": b"RaS2"}[queue]
    page = only_page(document)
    assert numbers_on(page) == NUMBERS
    # A roll as it is; a sheet as it lies in the printer, with the slip in its corner.
    assert page.mm(page.width) == pytest.approx({"slip": 210, "receipt": 80}[queue], abs=0.5)
    if queue == "slip":
        assert page.mm(page.height) == pytest.approx(297, abs=0.5)


def test_prints_in_its_own_size_on_larger_paper(lab, to_queue, start, tmp_path):  # noqa: F811
    pdf = tmp_path / "slip.pdf"
    start(slip("en"), "--file", pdf).end()
    to_queue().end()
    widths = [[page.mm(line[2] - line[0]) for line in lines_of(page)]
              for page in (only_page(pdf), only_page(only_document(lab.slip)))]
    assert widths[0] == pytest.approx(widths[1], abs=0.3)


@pytest.mark.parametrize("queue", ["slip", "receipt"])
def test_arabic_is_mirrored_and_its_numbers_are_not(lab, to_queue, queue):  # noqa: F811
    to_queue(queue, slip("ar")).end()
    page = only_page(only_document(getattr(lab, queue)))
    lines = lines_of(page)
    right = max(line[2] for line in lines)
    assert all(page.mm(right - line[2]) < 1.5 for line in lines), "every line begins at the right"
    assert page.mm(max(line[0] for line in lines) - min(line[0] for line in lines)) > 10, "and ends where it ends"
    texts = [read_line(page, line, only="0123456789-") for line in lines]
    assert "1-888-373-7888" in texts and "8887-373-888-1" not in texts


@pytest.mark.parametrize("tag, reader", [("ar", "ara"), ("zh-Hans", "chi_sim"), ("es", "spa")])
def test_words_are_read_back_in_their_order(lab, to_queue, tag, reader):  # noqa: F811
    to_queue("slip", slip(tag, width=90)).end()
    page = only_page(only_document(lab.slip))
    name = LANGUAGES[tag][3]
    read = [read_line(page, line, reader).replace("\u200f", "") for line in lines_of(page)]
    if tag == "zh-Hans":
        read = [text.replace(" ", "") for text in read]
    assert read.count(name) == len(NUMBERS), read


def test_numbers_only(lab, to_queue):  # noqa: F811
    to_queue("slip", slip("en", names=False)).end()
    assert numbers_on(only_page(only_document(lab.slip))) == NUMBERS


@pytest.mark.parametrize("fault, state", [
    ("media-empty-error", "OutOfPaper"), ("media-needed", "OutOfPaper"), ("cover-open", "CoverOpen")])
def test_waits_for_help_and_then_prints(lab, to_queue, fault, state):  # noqa: F811
    lab.slip.set_fault(fault)
    tool = to_queue().until(state)
    assert lab.scheduler.unfinished() and not lab.slip.arrived(), "the job waits"
    lab.slip.clear_fault()
    assert tool.end()[-1] == "Printed"
    assert len(lab.slip.arrived()) == 1


def test_yesterdays_trouble_is_not_told_today(lab, to_queue):  # noqa: F811
    lab.slip.set_fault("cover-open")
    tool = to_queue().until("CoverOpen")
    tool.process.terminate()
    tool.end()
    lab.slip.clear_fault()
    lab.slip.wait_until_free()
    assert prints_without_a_word(to_queue())


@pytest.mark.parametrize("fault, state", [("slow", "Printing"), ("media-empty-error", "OutOfPaper")])
def test_cancel_leaves_no_job_anywhere(lab, to_queue, fault, state):  # noqa: F811
    lab.slip.set_fault(fault)
    before = lab.slip.cancelled_jobs()
    tool = to_queue().until(state)
    lab.slip.wait_until_busy()
    asked = time.monotonic()
    tool.process.terminate()
    assert tool.end()[-1] == "Cancelled"
    assert time.monotonic() - asked < 2
    assert not lab.scheduler.unfinished()
    wait_for(lambda: lab.slip.cancelled_jobs() == before + 1, what="the cancel at the printer")
    lab.slip.clear_fault()
    lab.slip.wait_until_free()
    assert to_queue().end()[-1] == "Printed"
    assert len(lab.slip.arrived()) == 1, "only the second slip"


def test_gives_up_when_nobody_brings_paper(lab, to_queue):  # noqa: F811
    lab.slip.set_fault("media-empty-error")
    assert to_queue("slip", None, "--patience", 2000).end()[-2:] == ["OutOfPaper", "Failed"]
    assert not lab.scheduler.unfinished()


def nothing_comes_when_it_is_back(lab):  # noqa: F811
    assert not lab.scheduler.unfinished()
    lab.slip.clear_fault()
    lab.slip.start()
    time.sleep(5)  # longer than the scheduler's JobRetryInterval
    assert not lab.slip.arrived()


def test_printer_that_vanishes_in_the_middle(lab, to_queue):  # noqa: F811
    lab.slip.set_fault("slow")
    tool = to_queue("slip", None, "--patience", 3000).until("Printing")
    lab.slip.wait_until_busy()
    lab.slip.kill()
    assert tool.end()[-1] == "NotReachable"
    nothing_comes_when_it_is_back(lab)


def test_printer_that_is_off(lab, to_queue):  # noqa: F811
    lab.slip.kill()
    assert to_queue("slip", None, "--patience", 2000).end()[-1] == "NotReachable"
    nothing_comes_when_it_is_back(lab)


def test_stopped_queue(lab, to_queue):  # noqa: F811
    lab.scheduler.run("cupsdisable", "slip")
    try:
        assert to_queue().end()[-1] == "NotReachable"
        assert not lab.scheduler.unfinished()
    finally:
        lab.scheduler.run("cupsenable", "slip")
    assert not lab.slip.arrived()


def test_queue_that_takes_no_jobs(lab, to_queue):  # noqa: F811
    lab.scheduler.run("cupsreject", "slip")
    try:
        assert to_queue().end() == ["GettingReady", "NotReachable"]
    finally:
        lab.scheduler.run("cupsaccept", "slip")


def test_no_such_queue(lab, to_queue):  # noqa: F811
    began = time.monotonic()
    assert to_queue("nosuch").end() == ["GettingReady", "NotReachable"]
    assert time.monotonic() - began < 2
    assert not lab.scheduler.unfinished()


def test_no_scheduler(start, tmp_path):
    began = time.monotonic()
    assert start(slip("en"), "--socket", tmp_path / "none", "--queue", "slip").end() == ["GettingReady", "NotReachable"]
    assert time.monotonic() - began < 2


def test_scheduler_that_hangs(lab, to_queue):  # noqa: F811
    os.kill(lab.scheduler.process.pid, signal.SIGSTOP)
    try:
        began = time.monotonic()
        assert to_queue().end() == ["GettingReady", "NotReachable"]
        assert time.monotonic() - began < 5
        tool = to_queue().until("GettingReady")
        asked = time.monotonic()
        tool.process.terminate()
        assert tool.end()[-1] == "Cancelled"
        assert time.monotonic() - asked < 2
    finally:
        os.kill(lab.scheduler.process.pid, signal.SIGCONT)
    assert not lab.scheduler.unfinished()


def test_leftovers_of_a_crash_do_not_reach_the_next_visitor(lab, to_queue):  # noqa: F811
    lab.scheduler.run("cupsdisable", "slip")
    tool = to_queue().until("GettingReady")
    wait_for(lab.scheduler.unfinished, what="the job in the queue")
    tool.process.kill()
    tool.end()
    lab.scheduler.run("cupsreject", "slip")  # what comes next can only clear away
    to_queue().end()
    lab.scheduler.run("cupsaccept", "slip")
    assert not lab.scheduler.unfinished()
    lab.scheduler.run("cupsenable", "slip")
    assert to_queue().end()[-1] == "Printed"
    assert len(lab.slip.arrived()) == 1


def test_job_says_nothing_about_the_visitor(lab, to_queue):  # noqa: F811
    to_queue("slip", slip("ar")).end()
    attributes = lab.slip.attributes(only_document(lab.slip))
    assert "IPP_JOB_NAME=slip\n" in attributes
    assert "IPP_JOB_ORIGINATING_USER_NAME=porchlight\n" in attributes
    for said in (attributes, lab.scheduler.log()):
        for word in ("373-7888", LANGUAGES["ar"][2], LANGUAGES["ar"][3], "Noto", "Arabic"):
            assert word not in said
    listing = subprocess.run(["pdfinfo", lab.slip.arrived()[0]], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Title: +slip\n", listing)


def test_a_printed_slip_is_forgotten(lab, to_queue):  # noqa: F811
    """Even by a scheduler that keeps its list of jobs."""
    def listed():
        return {int(number) for number in re.findall(r"^\w+-(\d+)", lab.scheduler.run("lpstat", "-W", "all", "-o"), re.M)}

    before = listed()  # those that were cancelled in other tests: CUPS writes files of them, some time
    assert to_queue().end()[-1] == "Printed"
    assert listed() <= before
    kept = {int(file.name[1:6]) for file in (lab.scheduler.base / "spool").glob("[cd]*")}
    assert kept <= before


def test_status_of_a_queue(lab, tmp_path):  # noqa: F811
    """Nobody asks the printer here (that is porchlight-printer-watch's part), so how it is stays unknown."""
    of = {queue: ("--socket", lab.scheduler.socket, "--queue", queue) for queue in ("slip", "receipt", "nosuch")}
    assert re.fullmatch(r"Unknown paper=210x297 margin=[\d.]+", status(*of["slip"]))
    assert re.fullmatch(r"Unknown paper=80x0 margin=[\d.]+", status(*of["receipt"])), "a roll"
    assert status(*of["nosuch"]) == "NotReachable"
    assert status("--socket", tmp_path / "none", "--queue", "slip") == "NotReachable"
    for stop, go in (("cupsdisable", "cupsenable"), ("cupsreject", "cupsaccept")):
        lab.scheduler.run(stop, "slip")
        try:
            assert status(*of["slip"]).split()[0] == "NotReachable"
        finally:
            lab.scheduler.run(go, "slip")


def test_status_of_a_scheduler_that_hangs(lab):  # noqa: F811
    os.kill(lab.scheduler.process.pid, signal.SIGSTOP)
    try:
        assert status("--socket", lab.scheduler.socket, "--queue", "slip") == "NotReachable"
    finally:
        os.kill(lab.scheduler.process.pid, signal.SIGCONT)


def test_the_printer_is_found(lab, start, tmp_path):  # noqa: F811
    """The default queue, or the only one; else none, and then only a demonstration has its file."""
    pdf = tmp_path / "slip.pdf"
    found = ("--auto", "--socket", lab.scheduler.socket, "--thermal", tmp_path / "none", "--file", pdf)
    assert start(slip("en"), *found).end()[-1] == "NoPrinter", "there are two queues"
    assert status(*found) == "NoPrinter"
    demonstration = slip("en")
    demonstration["lines"].insert(0, {"role": "mark", "text": "Demonstration"})
    assert not pdf.exists()
    assert start(demonstration, *found).end()[-1] == "Printed"
    assert pdf.exists()
    pdf.unlink()
    lab.scheduler.run("lpadmin", "-d", "receipt")
    try:
        assert start(demonstration, *found).end()[-1] == "Printed"
        only_document(lab.receipt)
        assert "paper=80x0" in status(*found)
    finally:
        lab.scheduler.run("lpadmin", "-x", "receipt")
    try:
        assert start(demonstration, *found).end()[-1] == "Printed", "the only queue"
        only_document(lab.slip)
    finally:
        lab.scheduler.add_queue("receipt", lab.receipt)
    assert not pdf.exists(), "a slip for paper is not written to a file"


@pytest.mark.parametrize("where", ["thermal:", "cups:/run/cups/cups.sock", "usb", ""])
def test_the_kiosk_says_which_printers_there_are(tmp_path, where):
    kiosk = PROGRAM.with_name("porchlight")
    told = subprocess.run([kiosk, "--printer", where, "--self-test"], capture_output=True, text=True, timeout=20,
                          env={**ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert told.returncode == 2
    for form in ("auto", "none", "file:FILE", "cups:SOCKET#QUEUE", "thermal:SOCKET"):
        assert form in told.stderr


def test_only_unix_sockets_are_opened(lab, to_queue, tmp_path):  # noqa: F811
    trace = tmp_path / "trace"
    tool = to_queue("slip", None, before=("strace", "-f", "-qq", "-e", "trace=socket", "-o", trace))
    assert tool.end()[-1] == "Printed"
    sockets = re.findall(r"socket\((\w+)", trace.read_text())
    assert sockets and set(sockets) <= {"AF_UNIX", "AF_LOCAL"}
