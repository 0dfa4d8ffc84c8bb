# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of whole programs share. Programs must be built: tests/run does it."""

import shutil
import tempfile
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


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))


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
