# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who reads English on the screen and touches what is written there. Knows nothing of how the pages are made."""

import csv
import re
import subprocess
from collections import namedtuple

from support import repo
from support.waiting import settled, wait_until

Word = namedtuple("Word", "text x y")
PICTURES = repo.TOP / "build/test-results/pictures"


def plain(text):
    """Letters and digits only, in small letters: readers see full stops and quotes where there are none."""
    return re.sub(r"[^a-z0-9 ]", "", re.sub(r"\s+", " ", text.lower())).strip()


class Eye:
    def __init__(self, display):
        self.display = display

    def words(self, light=False):
        """Word by word, in the order of reading, with the middle of each in pixels. light: those on dark buttons, which the reader
        passes over where they stand on a light page."""
        picture = self.display.screen.picture()
        grey = b"P5\n%d %d\n255\n" % (picture.width, picture.height) + picture.data[1::4]
        if light:
            floods = [f"color 0,{y} floodfill" for y in (picture.height // 4, picture.height // 2, picture.height - 8)]
            draw = [word for flood in floods for word in ("-draw", flood)]
            grey = subprocess.run(["convert", "pgm:-", "-threshold", "60%", "-negate", "-fill", "white", *draw, "pgm:-"], input=grey,
                                  check=True, capture_output=True).stdout
        told = subprocess.run(["tesseract", "stdin", "stdout", "-l", "eng", "--psm", "11", "--dpi", "150", "tsv"], input=grey,
                              check=True, capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"})
        rows = csv.DictReader(told.stdout.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Word(plain(row["text"]), int(row["left"]) + int(row["width"]) // 2, int(row["top"]) + int(row["height"]) // 2)
                for row in rows if row["level"] == "5" and plain(row["text"])]

    def reads(self):
        return " ".join(word.text for word in self.words())

    def sees(self, text):
        return plain(text) in self.reads()

    def waits_for(self, *texts, seconds=30):
        """Until one of them stands on the screen; says which. The screen is kept where none comes."""
        def which():
            now = self.reads()
            return next((text for text in texts if plain(text) in now), None)

        try:
            return wait_until(which, seconds, every=0.2, what=f"{texts} on the screen")
        except AssertionError as error:
            PICTURES.mkdir(parents=True, exist_ok=True)
            keep = PICTURES / f"instead-of-{plain(texts[0]).replace(' ', '-')[:40]}.png"
            self.display.screen.picture().save(keep)
            raise AssertionError(f"{error}, but: {self.reads()}; the screen is in {keep}") from None

    def taps(self, text, seconds=30):
        """Touches these words as soon as they stand there; the last of them where they stand more than once."""
        wanted = plain(text).split()

        def where():
            for light in (False, True):
                words = self.words(light)
                found = [words[at:at + len(wanted)] for at in range(len(words))
                         if [word.text for word in words[at:at + len(wanted)]] == wanted]
                if found:
                    return found[-1]
            return None

        found = wait_until(where, seconds, every=0.2, what=f"{text!r} to touch")
        self.display.finger.tap(sum(word.x for word in found) / len(found), sum(word.y for word in found) / len(found))
        settled(lambda: self.display.screen.rows(40), quiet=0.3)
