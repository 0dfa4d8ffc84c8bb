# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new release is taken when nobody is there, without a restart; never in the middle of a visit."""

import pytest
from support import releases
from support.kiosk import Kiosk
from support.tour import Tour
from support.waiting import wait_until


@pytest.fixture
def two_releases(home, tmp_path):
    root = releases.make_root(home, "two-releases")
    old = releases.build(home, tmp_path / "old")
    new = releases.build(home, tmp_path / "new", releases.greet_otherwise, sequence=2)
    root.install(old, "1")
    root.install(new, "2")
    root.point_to("1")
    return root


@pytest.fixture
def first_pages(home, two_releases, tmp_path):
    """How the first page looks in the old and in the new release."""
    return [Tour(home, "1080x1920", ["en"], tmp_path / f"tour-{name}", builtin=two_releases.folder / name,
                 flags=["--pages", "welcome"]).picture("welcome") for name in ("1", "2")]


def test_taken_while_nobody_is_there(home, display, visitor, two_releases, first_pages):
    old, new = first_pages
    with Kiosk(home, display, root=two_releases) as kiosk:
        visitor.waits_for("welcome")
        pid = kiosk.own_pid()
        assert visitor.looks().resembles(old, new) is old
        two_releases.point_to("2")
        wait_until(lambda: visitor.looks().resembles(old, new) is new, 20, what="the new release")
        assert kiosk.own_pid() == pid
        assert kiosk.end() == 0, kiosk.log


def test_not_taken_during_a_visit(home, display, visitor, two_releases, first_pages):
    old, new = first_pages
    with Kiosk(home, display, root=two_releases) as kiosk:
        visitor.waits_for("welcome")
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        two_releases.point_to("2")
        kiosk.run_for(4)
        assert visitor.sees("home") and "release 2" not in kiosk.log
        visitor.taps_word("home", "bar.clear")
        visitor.waits_for("cover")
        visitor.taps_word("cover", "cover.start")
        wait_until(lambda: visitor.looks().resembles(old, new) is new, 20, what="the new release")
        assert kiosk.end() == 0, kiosk.log
