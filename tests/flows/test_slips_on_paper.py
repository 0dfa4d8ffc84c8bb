# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of slip in every language on every kind of paper, read back by software that is not ours.

Poppler reads what CUPS brought as PDF, the rules of PWG 5102.4 what it brought as raster, npos what a receipt printer got as ESC/POS,
tesseract the numbers and zbar the square codes. What came out looks as the preview does, which is what a visitor is shown.
"""

import re
import subprocess
from dataclasses import dataclass

import pytest
import yaml
from support import repo
from support.cups import lab, print_lab, wait_for  # noqa: F401 (fixtures)
from support.receipt_printer import ReceiptPrinter
from support.receipt_reader import read_receipt
from support.slip_reader import Page, codes_on, difference, lines_of, numbers_on, pages_of
from support.slip_tool import SlipTool, of_release
from support.thermal import Thermal
from support.waiting import wait_until

DESIGNS = ("card", "plain", "full")
QUICK = ("en", "es", "ar", "my")
LANGUAGES = sorted(entry["tag"] for entry in yaml.safe_load(repo.text("content/languages.yaml")))
HOTLINE = "1-888-373-7888"
DPI = 203
ALIKE = 0.01  # share of ink that has none of the other beside it; see test_a_difference_is_seen
NOT_ON_PAPER = ("traffick", "porchlight", "kiosk", "shelter", "victim", "lobby")


@dataclass
class Way:
    """How a slip gets to paper, and on which."""
    name: str
    paper: str  # as preview-slip calls it
    slow: bool = False


WAYS = [Way("pdf", "a4"), Way("tcp", "80mm"), Way("raster", "80mm", slow=True), Way("pty", "80mm", slow=True),
        Way("tcp58", "58mm", slow=True)]


@pytest.fixture(scope="module")
def thermals():
    """A receipt printer of each kind; started when first asked for."""
    made = {}

    def thermal(way):
        if way not in made:
            narrow = way == "tcp58"
            printer = ReceiptPrinter("pty" if way == "pty" else "tcp", **({"width_dots": 384} if narrow else {}))
            made[way] = printer, Thermal(printer.device, *(["--width", "58"] if narrow else [])).ready()
        made[way][0].forget()
        return made[way]

    yield thermal
    for printer, thermal in made.values():
        thermal.close()
        printer.close()


@pytest.fixture
def previews(tmp_path):
    """What a visitor is shown, as the printer would draw it on this paper."""
    def preview(language, design, paper, *more):
        made = tmp_path / f"{language}-{design}-{paper}.png"
        subprocess.run([repo.PROGRAMS / "porchlight-content", "preview-slip", "--language", language, "--design", design, "--paper",
                        paper, "--dpi", str(DPI), *more, "-o", made], check=True, capture_output=True, timeout=60)
        return Page.from_file(made, DPI)
    return preview


@pytest.fixture
def printed(lab, thermals):  # noqa: F811
    """printed(way, language, design): the page that came out, and the file it came out as."""
    def through_cups(queue, slip):
        printer = getattr(lab, queue)
        printer.forget()
        with SlipTool(*slip, "--socket", lab.scheduler.socket, "--queue", queue) as tool:
            assert tool.end()[-1] == "Printed", tool.states
        arrived = wait_for(printer.arrived, what="the slip")
        assert len(arrived) == 1
        pages = pages_of(arrived[0], DPI)
        assert len(pages) == 1
        return pages[0], arrived[0]

    def print_it(way, language, design, *more):
        slip = [*of_release(language, design), *more]
        if way in ("pdf", "raster"):
            return through_cups({"pdf": "slip", "raster": "receipt"}[way], slip)
        printer, thermal = thermals(way)
        with SlipTool(*slip, "--thermal", thermal.socket) as tool:
            assert tool.end()[-1] == "Printed", tool.states
        slips = wait_until(lambda: printer.slips, what="the slip")
        assert len(slips) == 1 and not printer.torn
        receipt = read_receipt(slips[0])
        assert receipt.is_cut() and max(receipt.rows) <= 800
        assert receipt.page.width == printer.width_dots
        return receipt.page, None

    return print_it


def says_nothing_of_where_and_when(printer, document):
    """Nothing in the text, in what the PDF says of itself, and in what the printer was told."""
    text = subprocess.run(["pdftotext", "-layout", document, "-"], check=True, capture_output=True, text=True).stdout
    info = subprocess.run(["pdfinfo", document], check=True, capture_output=True, text=True).stdout
    told = printer.attributes(document)
    for said in (text, info):
        assert not [word for word in NOT_ON_PAPER if word in said.lower()]
    assert not re.search(r"\b20[0-9]{2}\b|\d\d:\d\d", text), "a date or a time"
    assert not re.search("CreationDate|ModDate|Author|Producer", info)
    named = re.findall(r"^IPP_(?:JOB_NAME|DOCUMENT_NAME\w*|JOB_ORIGINATING_USER_NAME)=(.*)$", told, re.MULTILINE)
    assert set(named) <= {"slip", "porchlight", "anonymous"}
    for word in ("traffick", HOTLINE, "card", "plain", "Noto"):
        assert word not in re.sub(r".*(URI|CONTENT_TYPE|PRINTER).*", "", told)


def check(way, language, design, printed, previews, lab):  # noqa: F811
    page, document = printed(way.name, language, design)
    shown = previews(language, design, way.paper)
    assert abs(page.height - shown.height) <= 2, f"{page.mm(page.height):.0f} mm of paper for a slip of {shown.mm(shown.height):.0f} mm"
    apart = difference(page, shown)
    assert apart < ALIKE, f"{apart:.3f} of the ink is elsewhere than in the preview"
    assert HOTLINE in numbers_on(page)
    assert codes_on(page) == [], "nobody asked for a square code"
    if way.name == "pdf":
        says_nothing_of_where_and_when(lab.slip, document)


def ways(slow):
    return pytest.mark.parametrize("way", [way for way in WAYS if way.slow == slow], ids=lambda way: way.name)


@pytest.mark.parametrize("language", QUICK)
@pytest.mark.parametrize("design", DESIGNS)
@ways(slow=False)
def test_what_comes_out_is_what_was_shown(way, language, design, printed, previews, lab):  # noqa: F811
    check(way, language, design, printed, previews, lab)


@pytest.mark.slow
@pytest.mark.parametrize("language", QUICK)
@pytest.mark.parametrize("design", DESIGNS)
@ways(slow=True)
def test_what_comes_out_of_other_printers_is_what_was_shown(way, language, design, printed, previews, lab):  # noqa: F811
    if (way.name, design) == ("raster", "plain"):
        pytest.skip("CUPS takes the whole default length for a slip shorter than a receipt printer's least")
    check(way, language, design, printed, previews, lab)


@pytest.mark.slow
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in QUICK])
@pytest.mark.parametrize("design", DESIGNS)
@ways(slow=False)
def test_what_comes_out_is_what_was_shown_in_every_language(way, language, design, printed, previews, lab):  # noqa: F811
    check(way, language, design, printed, previews, lab)


@pytest.mark.parametrize("way", ["pdf", "raster", "tcp"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_square_code_says_the_numbers_where_it_was_asked_for(way, language, printed):
    page, _ = printed(way, language, "card", "--code")
    codes = codes_on(page)
    assert len(codes) == 1 and HOTLINE in codes[0]
    assert "http" not in codes[0]
    assert not [word for word in NOT_ON_PAPER if word in codes[0].lower()]


def test_a_difference_is_seen(previews):
    """The comparison would notice a line that is missing, another language, and another number."""
    shown = previews("en", "card", "80mm")
    assert difference(shown, shown) == 0
    assert difference(previews("es", "card", "80mm"), shown) > 3 * ALIKE
    line = lines_of(shown)[4]
    without = bytearray(shown.pixels)
    without[line[1] * shown.width:line[3] * shown.width] = b"\xff" * ((line[3] - line[1]) * shown.width)
    missing = Page(shown.width, shown.height, DPI, bytes(without))
    assert difference(missing, shown) > ALIKE
    assert difference(previews("en", "card", "80mm", "--lines", "lifeline-988.call"), shown) > ALIKE, "another number"
