# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames from a touch or key to what it asks for, on the real kiosk with the software renderer. Counted, not timed: how
long they take is for tests/bench to say."""

import pytest
from support import screen

SIZES = ("1080x1920", "800x480")


@pytest.fixture(scope="module")
def found(home, tmp_path_factory):
    """By what is measured and size. All at the same time: most of it is waiting for what should not come."""
    folder = tmp_path_factory.mktemp("run")
    running = {(what, size): screen.start_frames(home, folder, what, size) for what in ("cover", "open") for size in SIZES}
    try:
        yield {key: screen.frames_of(process) for key, process in running.items()}
    finally:
        for process in running.values():
            process.kill()


def late(lines, at_most):
    return [line for line in lines if not 1 <= line.number <= at_most]


@pytest.mark.parametrize("size", SIZES)
def test_clear_screen_is_the_next_frame(found, size):
    """From every page, in the middle of a print, of a slide, of reading a language; by finger and by both keys."""
    lines = found["cover", size]
    assert {line.what for line in lines} == {"cover by finger", "cover by escape", "cover by shifts"}
    places = {line.where for line in lines}
    assert places >= {"welcome", "home", "print-getting-ready", "print-printing", "idle", "slide", "reading-a-language", "playing-film-signs"}
    assert not late(lines, at_most=1)


@pytest.mark.parametrize("size", SIZES)
def test_pages_open_within_two_frames(found, size):
    """So do another language, another text size and another look. Nothing slides: it would be a frame after frame."""
    lines = found["open", size]
    assert {line.what for line in lines} >= {"page", "language", "text size"}
    assert len([line for line in lines if line.what == "page"]) > 50
    assert not late(lines, at_most=2)
