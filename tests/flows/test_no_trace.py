# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of a visit is written: a visit and an idle kiosk touch the same files and say the same words."""

import re

from support import trace
from support.kiosk import Kiosk
from support.reports import Reports


def visit(visitor):
    """A bit of everything: reading, numbers, sizes and looks, another language, the slip, and away."""
    tour = visitor.tour
    visitor.taps("welcome", "English")
    visitor.waits_for("home")
    visitor.taps("home", tour.tile("food-health"))
    visitor.waits_for("topics-food-health")
    visitor.taps("topics-food-health", tour.topic("food"))
    visitor.reads("food")
    visitor.taps_word("topic-food", "topic.slip")
    visitor.waits_for("slip-empty")
    visitor.taps("slip-empty", "Food, housing and bills")
    visitor.taps_word("slip-empty", "bar.back")
    visitor.waits_for("topic-food")
    visitor.taps_word("topic-food", "bar.display")
    visitor.waits_for("display")
    visitor.taps_word("display", "bar.home")
    visitor.waits_for("home")
    visitor.taps("home", tour.tile("talk"))
    visitor.waits_for("numbers")
    visitor.taps_word("numbers", "bar.language")
    visitor.waits_for("languages")
    visitor.taps("languages", "العربية")
    visitor.waits_for("numbers", "ar")
    visitor.taps("numbers", tour.translated("bar.clear", "ar"), "ar")
    visitor.waits_for("cover")


def watch(home, display, name, during, flags=()):
    output = home.runtime / f"{name}.strace"
    with Kiosk(home, display, flags=flags, around=trace.strace(trace.FILE_CALLS, output)) as kiosk:
        during(kiosk)
        assert kiosk.end() == 0, kiosk.log
        return trace.written(output), kiosk.log


def test_a_visit_writes_nothing_that_an_idle_kiosk_does_not(home, display, visitor):
    def idle(kiosk):
        visitor.waits_for("welcome", seconds=60)
        kiosk.run_for(5)

    def visited(kiosk):
        visitor.waits_for("welcome", seconds=60)
        visit(visitor)
        kiosk.run_for(2)

    # What becomes of a release is told in the same words by both: test_kiosk_takes_release says when.
    reports = Reports(home.folder / "no-trace-reports")
    idle_files, idle_log = watch(home, display, "idle", idle, reports.flags)
    assert any(place.startswith(str(reports.folder)) for _, place in idle_files), "the test would see it"
    visit_files, visit_log = watch(home, display, "visit", visited, reports.flags)
    assert visit_files <= idle_files, sorted(visit_files - idle_files)
    numbers = re.compile(r"\d+")
    assert numbers.sub("0", visit_log) == numbers.sub("0", idle_log)


def test_the_kiosk_keeps_no_file_at_all(home, display, visitor):
    """Also what an idle kiosk touches is nothing that stays."""
    files, _ = watch(home, display, "still", lambda kiosk: visitor.waits_for("welcome", seconds=60))
    assert not {place for _, place in files if not place.startswith(str(home.runtime))}, files
    left = [path for path in home.runtime.rglob("*") if path.is_file() and path.suffix != ".strace"]
    assert not left, left
