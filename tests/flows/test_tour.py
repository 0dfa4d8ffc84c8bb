# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page in every language: no cut, overlapping or missing text, and no warning."""

import os
import subprocess

import pytest

SIZES = ("1080x1920", "1920x1080", "800x480")


def check(home, folder, *flags):
    made = subprocess.run([home.bin / "porchlight-tour", "--check", *flags],
                          env=home.environment(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(folder)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=1500)
    assert made.returncode == 0, made.stdout[-8000:] + made.stderr[-4000:]


@pytest.mark.parametrize("size", SIZES)
def test_every_page_in_every_language(home, tmp_path, size):
    check(home, tmp_path, "--size", size)


# In the long form: the languages that are hardest to fit and to shape. The others are walked at every size of text with
# PORCHLIGHT_TOUR_LANGUAGES=all; that takes an hour.
HARDEST = os.environ.get("PORCHLIGHT_TOUR_LANGUAGES", "en,es,ar,my,ru,so")
IN_THESE = [] if HARDEST == "all" else ["--languages", HARDEST]


@pytest.mark.slow
@pytest.mark.parametrize("text_size", "134")
@pytest.mark.parametrize("size", SIZES)
def test_every_text_size(home, tmp_path, size, text_size):
    check(home, tmp_path, "--size", size, "--text-size", text_size, *IN_THESE)


@pytest.mark.slow
@pytest.mark.parametrize("look", ["dark", "contrast"])
def test_every_look(home, tmp_path, look):
    check(home, tmp_path, "--look", look, *IN_THESE)
