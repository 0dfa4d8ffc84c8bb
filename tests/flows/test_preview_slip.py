# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""porchlight-content preview-slip: any slip of a release as a picture, read back by programs that know nothing of it."""

import os
import subprocess

import pytest
from support import repo
from support.slip_reader import Page, lines_of, read_line

TOOL = repo.PROGRAMS / "porchlight-content"
DPI = 203
CARD = ["2-1-1", "988", "1-888-373-7888", "1-866-487-9243"]
TEN = {"services-211.call": "2-1-1", "lifeline-988.call": "988", "hotline.call": "1-888-373-7888",
       "domestic-violence.call": "1-800-799-7233", "sexual-assault.call": "1-800-656-4673",
       "wage-hour.call": "1-866-487-9243", "emergency-911.call": "911", "runaway-safeline.call": "1-800-786-2929",
       "missing-children.call": "1-800-843-5678", "childhelp.call": "1-800-422-4453"}
ALL_TAGS = ["en", "es", "zh-Hans", "zh-Hant", "vi", "ar", "bs", "fr", "sw", "ru", "uk", "ko", "fil", "prs", "ps", "am", "ti",
            "so", "my", "ht", "hi"]
QUICK = ("en", "es", "ar", "my")
TAGS = [tag if tag in QUICK else pytest.param(tag, marks=pytest.mark.slow) for tag in ALL_TAGS]


def run(*arguments):
    """Without a display, a session, fonts of this computer or a home."""
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    return subprocess.run([TOOL, "preview-slip", *map(str, arguments)], env=environment, capture_output=True, text=True,
                          timeout=60)


def draw(picture, tag, design, *more):
    done = run("--language", tag, "--design", design, "-o", picture, *more)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    grey = subprocess.run(["convert", picture, "-depth", "8", "pgm:-"], check=True, capture_output=True).stdout
    _, size, _, pixels = grey.split(b"\n", 3)
    width, height = map(int, size.split())
    return Page(width, height, DPI, pixels)


def numbers_on(page):
    """What a reader sees in each line, digits and dashes only."""
    return [read_line(page, box, only="0123456789-") for box in lines_of(page)]


@pytest.mark.parametrize("tag", TAGS)
def test_card_can_be_read(tag, tmp_path):
    page = draw(tmp_path / "card.png", tag, "card")
    assert round(page.mm(page.width)) == 60
    assert round(page.mm(page.height)) <= (90 if tag == "en" else 180), "a draft has its English, and folds"
    seen = numbers_on(page)
    assert [number for number in seen if number in CARD] == CARD


@pytest.mark.parametrize("tag", QUICK)
@pytest.mark.parametrize(("design", "paper"), [("card", "58mm"), ("card", "a4"), ("full", "letter")])
def test_code_is_read_by_another_program(tag, design, paper, tmp_path):
    picture = tmp_path / "slip.png"
    draw(picture, tag, design, "--paper", paper, "--code")
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=True).stdout
    assert [line.rsplit(" ", 1)[-1] for line in read.split("\n") if line] == CARD
    assert "http" not in read
    if tag == "en":
        assert read.split("\n")[2] == "Help line 1-888-373-7888"


def test_leaflet_holds_ten_lines(tmp_path):
    page = draw(tmp_path / "full.png", "es", "full", "--paper", "58mm", "--lines", ",".join(TEN))
    assert round(page.mm(page.width)) == 58 and page.mm(page.height) > 300
    assert {number for number in numbers_on(page) if number in TEN.values()} == set(TEN.values())


def test_sheets_and_resolutions(tmp_path):
    for paper, size in {"a4": (210, 297), "letter": (216, 279)}.items():
        page = draw(tmp_path / "slip.png", "en", "plain", "--paper", paper)
        assert (round(page.mm(page.width)), round(page.mm(page.height))) == size
    fine = draw(tmp_path / "fine.png", "en", "card", "--dpi", "406")
    coarse = draw(tmp_path / "coarse.png", "en", "card")
    assert abs(fine.width - 2 * coarse.width) <= 1


@pytest.mark.parametrize(("wrong", "complaint"), [
    (["--language", "xx", "--design", "card"], "xx"),
    (["--language", "en", "--design", "poster"], "there are: card, full, plain"),
    (["--language", "en", "--design", "card", "--lines", "hotline.chat"], "these may: "),
    (["--language", "en", "--design", "card", "--release", "/nonexistent"], "/nonexistent"),
])
def test_says_what_is_wrong(wrong, complaint, tmp_path):
    done = run(*wrong, "-o", tmp_path / "slip.png")
    assert done.returncode == 1
    assert complaint in done.stderr
    assert not (tmp_path / "slip.png").exists()


@pytest.mark.parametrize("wrong", [["--language", "en"], ["--language", "en", "--design", "card", "--paper", "a3"],
                                   ["--language", "en", "--design", "card", "--dpi", "9"], ["content"]])
def test_wrong_usage(wrong, tmp_path):
    done = run(*wrong, "-o", tmp_path / "slip.png")
    assert done.returncode == 2
