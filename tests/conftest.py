# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of whole programs share. Programs must be built: tests/run does it."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from support.display import Display
from support.kiosk import Home
from support.tour import Tour
from support.visitor import Visitor

SIZE = "1080x1920"

# Files of minutes, longest first. Where several files run side by side, one that begins last keeps all others waiting.
LONG = ["test_tour", "test_film", "test_heard", "test_keypad", "test_sound", "test_office_keeps_nothing", "test_printer_soak",
        "test_clang_tidy", "test_release_attacks", "test_release_kill", "test_frames", "test_printer_faults"]


# Of the others another one is the last each day: where there is an hour after which no test begins (tests/run slow), it is
# not always the same ones that are left out.
UNTIL = float(os.environ.get("PORCHLIGHT_UNTIL", "inf"))
TODAY = int(os.environ.get("PORCHLIGHT_TURN", "0"))


def pytest_collection_modifyitems(items):
    files = sorted({item.path.stem for item in items} - set(LONG))
    turned = files[TODAY % len(files):] + files[:TODAY % len(files)] if files else []
    order = {stem: place for place, stem in enumerate(LONG + turned)}
    items.sort(key=lambda item: order[item.path.stem])


def pytest_runtest_setup(item):
    if time.time() > UNTIL:
        pytest.skip("no time is left for it; tests/run slow with PORCHLIGHT_MINUTES=0 runs all")


@pytest.fixture(scope="session")
def home():
    made = Home()
    yield made
    made.remove()


@pytest.fixture
def nothing_left(home):
    """For tests that write where the kiosk may read and write: other tests look there for traces of a visit."""
    before = set(home.runtime.iterdir())
    yield
    for file in set(home.runtime.iterdir()) - before:
        if file.is_file():
            file.unlink()


@pytest.fixture(scope="session")
def tour(home):
    """Every page in English and Arabic at the first size, from the built-in content."""
    folder = Path(tempfile.mkdtemp(prefix="porchlight-tour-"))
    yield Tour(home, SIZE, ["en", "ar"], folder)
    shutil.rmtree(folder)


@pytest.fixture
def display():
    with Display(1080, 1920) as made:
        yield made


@pytest.fixture
def visitor(display, tour):
    return Visitor(display, tour)
