# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody in front of the kiosk: taps what is on the page, by its name, and looks."""

from support import repo
from support.waiting import settled, wait_until

PICTURES = repo.TOP / "build/test-results/pictures"
ALIKE = 0.98  # the line on the first page that changes slowly may differ


class Visitor:
    def __init__(self, display, tour):
        self.display, self.tour = display, tour

    def looks(self):
        return self.display.screen.picture()

    def sees(self, page, language="en", tour=None):
        return self.looks().likeness((tour or self.tour).picture(page, language)) >= ALIKE

    def waits_for(self, page, language="en", tour=None, seconds=15):
        """Until the screen shows this page; a picture of what was there instead is kept with the test results."""
        wanted = (tour or self.tour).picture(page, language)
        try:
            wait_until(lambda: self.looks().likeness(wanted) >= ALIKE, seconds, what=f"page {page} in {language}")
            self.rests()
        except AssertionError as error:
            PICTURES.mkdir(parents=True, exist_ok=True)
            keep = PICTURES / f"instead-of-{language}-{page}.png"
            self.looks().save(keep)
            raise AssertionError(f"{error}; the screen is in {keep}") from None

    def taps(self, page, name, language="en"):
        """Taps the control of that name and waits for what follows to stand still."""
        self.display.finger.tap(*self.tour.control(page, name, language))
        self.rests()

    def rests(self):
        """Until nothing moves any more, as people do."""
        settled(lambda: self.display.screen.rows(40), quiet=0.4)

    def reads(self, topic_id):
        """Opens a topic from its list; the first sensitive one of a visit is preceded by a word about Clear screen."""
        if self.sees("about-before"):
            self.taps_word("about-before", "about.go-on")
        self.waits_for("topic-" + topic_id)

    def leaves_from(self, page):
        """Clear screen, and from the cover to the first page."""
        self.taps_word(page, "bar.clear")
        self.waits_for("cover")
        self.taps_word("cover", "cover.start")
        self.waits_for("welcome")

    def taps_word(self, page, interface_id):
        self.taps(page, self.tour.word(interface_id))
