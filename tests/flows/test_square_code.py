# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The square code on the screen is one that a reader which is not ours can read, in every look and on every screen, and it
holds the numbers that the page shows, and no address."""

import subprocess

import pytest


@pytest.mark.parametrize("size", ["1080x1920", "800x480"])
def test_the_code_on_the_screen_can_be_read(home, tmp_path, size):
    subprocess.run([home.bin / "porchlight-tour", "--tour", tmp_path / "tour", "--pages", "large-code", "--size", size,
                    "--look", "light,dark,contrast", "--languages", "en,my"],
                   env=home.environment(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(tmp_path)), stdin=subprocess.DEVNULL,
                   check=True, capture_output=True, timeout=600)
    pictures = sorted((tmp_path / "tour").glob("*/*-large-code.png"))
    assert len(pictures) == 6
    for picture in pictures:
        read = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture],
                              capture_output=True, text=True, timeout=60)
        lines = read.stdout.strip().splitlines()
        assert len(lines) == 3, f"{picture}: {read.stdout}{read.stderr}"
        assert lines[0].endswith(" 2-1-1"), lines
        assert "://" not in read.stdout
