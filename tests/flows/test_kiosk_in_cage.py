# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program in the real compositor: something is shown, it is the first page, and a tap gets through."""

from support.compositor import look
from support.kiosk import Kiosk
from support.visitor import ALIKE
from support.waiting import wait_until


def test_headless(home):
    """As on a machine without a screen. wlroots 0.15 hands out pictures there that it has drawn in part only: the others
    look closer, on an output that is a window of X."""
    with Kiosk(home, cage=True) as kiosk:
        wait_until(lambda: (seen := look(home)) and not seen.is_blank(), every=0.02, what="anything on the output")
        assert kiosk.end() == 0, kiosk.log


def test_the_output_shows_the_first_page(home, display, visitor):
    with Kiosk(home, display, cage=True) as kiosk:
        visitor.waits_for("welcome")
        assert look(home).likeness(visitor.tour.picture("welcome")) >= ALIKE
        assert kiosk.end() == 0, kiosk.log


def test_taps_reach_the_kiosk_through_the_compositor(home, display, visitor):
    with Kiosk(home, display, cage=True) as kiosk:
        visitor.waits_for("welcome")
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        visitor.leaves_from("home")
        assert kiosk.end() == 0, kiosk.log
