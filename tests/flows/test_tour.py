# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page in every language, as an auditor would measure it on the picture that is drawn: contrast, targets, choices,
capitals, the order of focus, taps to a number; no cut, overlapping or missing text, and no warning."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
import yaml
from support import repo

SIZES = ("1080x1920", "1920x1080", "1280x800", "800x480")
LOOKS = ("light", "dark", "contrast")
# Here pages are turned to their end and walked by Tab: the English, the language of most visitors, both directions, and
# the language and the script that need most room. In the others the first part of each page is looked at.
TURNED = "en,es,ar,my,fr"


def walk(home, folder, *flags):
    made = subprocess.run([home.bin / "porchlight-tour", "--check", *flags],
                          env=home.environment(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(folder)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=1500)
    return made.returncode, made.stdout[-8000:] + made.stderr[-4000:]


def check(home, folder, *walks):
    """All walks must find nothing; two at a time, as many as the machine has cores for."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = list(pool.map(lambda flags: walk(home, folder, *flags), walks))
    assert all(status == 0 for status, _ in done), "\n".join(said for _, said in done)


def languages():
    return [language["tag"] for language in yaml.safe_load(repo.text("content/languages.yaml"))]


def check_languages(home, folder, size, tags):
    check(home, folder, *(["--size", size, "--all-parts", TURNED, "--languages", ",".join(share)]
                          for share in (tags[0::2], tags[1::2]) if share))


@pytest.mark.parametrize("size", ["1080x1920", "800x480"])
def test_every_page_in_every_language(home, tmp_path, size):
    check_languages(home, tmp_path, size, languages())


# Between the largest and the smallest screen: those that need most room; the others in the long form.
NEED_ROOM = {*TURNED.split(","), "ru", "so", "am", "ti", "zh-Hans"}


@pytest.mark.parametrize("size", ["1920x1080", "1280x800"])
def test_every_page_where_room_is_short(home, tmp_path, size):
    check_languages(home, tmp_path, size, [tag for tag in languages() if tag in NEED_ROOM])


@pytest.mark.slow
@pytest.mark.parametrize("size", ["1920x1080", "1280x800"])
def test_every_page_in_the_other_languages(home, tmp_path, size):
    check_languages(home, tmp_path, size, [tag for tag in languages() if tag not in NEED_ROOM])


@pytest.mark.parametrize("size", ["1080x1920", "800x480"])
def test_every_look_and_where_the_keys_are(home, tmp_path, size):
    check(home, tmp_path, *(["--size", size, "--look", look, "--languages", "en", "--rings"] for look in LOOKS))


# In the long form: the languages that are hardest to fit and to shape. All of them are walked with
# PORCHLIGHT_TOUR_LANGUAGES=all; that takes hours.
HARDEST = os.environ.get("PORCHLIGHT_TOUR_LANGUAGES", "en,ar,my,so")
IN_THESE = [] if HARDEST == "all" else ["--languages", HARDEST]
LEFT = "ru,so,ti,ps,ht,hi" if HARDEST != "all" else ",".join(languages())


@pytest.mark.slow
def test_every_part_in_more_languages(home, tmp_path):
    tags = LEFT.split(",")
    check(home, tmp_path, *(["--size", "800x480", "--languages", ",".join(share)] for share in (tags[0::2], tags[1::2])))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_every_text_size(home, tmp_path, size):
    sizes = "134" if size in ("1080x1920", "800x480") else "14"
    check(home, tmp_path, *(["--size", size, "--text-size", text_size, "--all-parts", "en,ar", *IN_THESE] for text_size in sizes))


@pytest.mark.slow
def test_every_look(home, tmp_path):
    check(home, tmp_path, *(["--size", size, "--look", look, "--languages", "en", "--rings"]
                            for look in LOOKS for size in ("1920x1080", "1280x800")),
          *(["--look", look, "--all-parts", "en", *IN_THESE] for look in ("dark", "contrast")))


# What a listener misses is looked for with the clips of a release that was built with its narration. Where there is none
# every language is without a voice: then only the order and that nothing is left out are proved.
HEARD = "en,es,ar,my"


def heard(home, folder, *flags):
    made = subprocess.run([home.bin / "porchlight-tour", "--speech", *flags],
                          env=home.environment(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(folder)),
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=1500)
    assert made.returncode == 0, made.stdout[-8000:] + made.stderr[-4000:]


@pytest.mark.parametrize("size", ["1080x1920", "800x480"])
def test_all_that_is_seen_is_said_in_the_order_of_reading(home, tmp_path, size):
    heard(home, tmp_path, "--size", size, "--languages", HEARD)


# Every size in every language takes ten minutes more; PORCHLIGHT_TOUR_LANGUAGES=all walks them.
@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES if HARDEST == "all" else ["1280x800"])
def test_all_that_is_seen_is_said_in_more_languages(home, tmp_path, size):
    heard(home, tmp_path, "--size", size, "--languages", ",".join(languages()) if HARDEST == "all" else "ar,so,zh-Hant,hi")
