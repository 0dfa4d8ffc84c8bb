# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Arabic is a true mirror of English, but for numbers: they keep their order."""

import re
import subprocess

import pytest

# Pages that hold the same controls in every language; a longer one shows fewer at once where lines are taller.
MIRRORED = ("languages", "home", "topics-work", "display", "large", "print-printed", "opening-hours")


@pytest.mark.parametrize("page", MIRRORED)
def test_every_control_stands_where_a_mirror_would_show_it(tour, page):
    width = int(tour.size.split("x")[0])
    english, arabic = ([c for c in tour.controls if c["page"] == page and c["language"] == language]
                       for language in ("en", "ar"))
    assert len(english) == len(arabic) > 0
    for left, right in zip(english, arabic):
        assert abs(left["x"] - (width - right["x"] - right["w"])) <= 2, (left, right)


@pytest.mark.parametrize("page, numbers", [("contact-hotline", ["1-888-373-7888"]),
                                           ("numbers", ["2-1-1", "1-800-799-7233", "1-888-373-7888"])])
def test_numbers_are_read_from_left_to_right(tour, page, numbers):
    """Also those inside an Arabic sentence, whose groups would be drawn in reverse without an isolate."""
    text = subprocess.run(["tesseract", tour.file(page, "ar"), "-", "-l", "eng", "--psm", "11"], check=True,
                          capture_output=True, text=True).stdout
    read = re.findall(r"\d+(?:-\d+)+", text)
    assert set(numbers) <= set(read), read
    assert not [number for number in read if "-".join(reversed(number.split("-"))) in numbers and number not in numbers]
