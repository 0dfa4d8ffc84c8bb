# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that staff print: it takes the same way as a slip, tells what happens, and shows what the printer can do."""

import subprocess

import pytest
from support import repo
from support.cups import lab, print_lab, wait_for  # noqa: F401 (fixtures)
from support.receipt_reader import read_receipt
from support.slip_reader import codes_on, pages_of
from support.thermal import thermal, thermal_lab  # noqa: F401 (fixtures)

PRINTED, NOT_PRINTED = 0, 5
TICKS = 30  # of the ruler, looked at from the second centimetre on


def print_page(home, printer, **options):
    return subprocess.run([home.bin / "porchlight", "--test-page", "--printer", printer, "--root", home.empty],
                          env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=120, **options)


def ticks_across(page, margin_mm):
    """Middles of the short lines of the upper ruler, in mm, in a row of dots that only they reach."""
    row = page.row(round((margin_mm + 1) / 25.4 * page.dpi))
    dark = [x for x, value in enumerate(row) if value < 128]
    groups = []
    for x in dark:
        if groups and x - groups[-1][-1] == 1:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [page.mm(sum(group) / len(group) + 0.5) for group in groups]


def shows_all(page, margin_mm, offset_mm=0):
    assert codes_on(page) == ["test"]
    ticks = [tick + offset_mm for tick in ticks_across(page, margin_mm)]
    for mm in range(20, 20 + TICKS):
        assert min(abs(tick - mm) for tick in ticks) < 0.25, f"no tick at {mm} mm"


def test_on_a_receipt_printer(home, thermal):  # noqa: F811
    told = print_page(home, f"thermal:{thermal.socket}")
    assert told.returncode == PRINTED, told.stdout + told.stderr
    assert told.stdout.splitlines()[-1] == "printed"
    receipt = read_receipt(thermal.printer.slips[0])
    assert receipt.is_cut() and len(thermal.printer.slips) == 1
    # The head begins where the margin ends.
    shows_all(receipt.page, 4, offset_mm=4)


def test_on_an_office_printer(home, lab):  # noqa: F811
    told = print_page(home, f"cups:{lab.scheduler.socket}#slip")
    assert told.returncode == PRINTED, told.stdout + told.stderr
    document = wait_for(lab.slip.arrived, what="the page")[0]
    pages = pages_of(document, dpi=300)
    assert len(pages) == 1 and pages[0].mm(pages[0].height) == pytest.approx(297, abs=0.5)
    shows_all(pages[0], margin_of(pages[0]))
    text = subprocess.run(["pdftotext", document, "-"], check=True, capture_output=True, text=True).stdout
    for words in ("Test page", "10 pt", "12 pt", "14 pt", "18 pt", "Español", "Kiswahili"):
        assert words in text
    assert "1-888" not in text and "porchlight" not in text.lower()


def margin_of(page):
    """Where the frame begins."""
    middle = page.row(page.height // 2)
    return page.mm(next(x for x, value in enumerate(middle) if value < 128))


def test_it_says_what_is_wrong_and_waits(home, thermal):  # noqa: F811
    thermal.printer.set(cover=True)
    with subprocess.Popen([home.bin / "porchlight", "--test-page", "--printer", f"thermal:{thermal.socket}", "--root", home.empty],
                          env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as told:
        try:
            assert any("the cover is open" in line for line in told.stdout)
            thermal.printer.mend()
            assert told.stdout.read().splitlines()[-1] == "printed"
            assert told.wait(60) == PRINTED
        finally:
            told.kill()
    assert len(thermal.printer.slips) == 1


def test_it_ends_when_it_is_told_to(home, thermal):  # noqa: F811
    thermal.printer.set(paper="out")
    with subprocess.Popen([home.bin / "porchlight", "--test-page", "--printer", f"thermal:{thermal.socket}", "--root", home.empty],
                          env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as told:
        try:
            assert any("no paper" in line for line in told.stdout)
            told.terminate()
            assert told.wait(30) == NOT_PRINTED
            assert told.stdout.read().splitlines()[-1] == "not printed: stopped"
        finally:
            told.kill()
    thermal.printer.mend()
    assert not thermal.printer.slips


@pytest.mark.parametrize("printer", ["none", "thermal:/nonexistent/ipp.sock", "cups:/nonexistent/cups.sock#slip"])
def test_without_a_printer_it_says_so(home, printer):
    told = print_page(home, printer)
    assert told.returncode == NOT_PRINTED
    assert told.stdout.splitlines()[-1].startswith("not printed: ")


def test_staff_find_it():
    asked = subprocess.run([repo.PROGRAMS / "porchlight", "--help"], capture_output=True, text=True,
                           env={"QT_QPA_PLATFORM": "offscreen", "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": "/tmp"})
    assert "--test-page" in asked.stdout
