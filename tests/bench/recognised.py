# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many words of the English clips a recogniser gets wrong: sentences of the real content, and its telephone numbers.

usage: /usr/bin/python3 tests/bench/recognised.py [--every N] [--release DIR]

A recogniser that was not made for this voice errs a lot by itself: compare voices and speeds, not with people.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support import recogniser, repo  # noqa: E402


def script_lines(tag):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "script.tsv"
        subprocess.run([repo.PROGRAMS / "porchlight-content", "narrate", "content", "--script", tag, "-o", file], cwd=repo.TOP,
                       check=True, stdout=subprocess.DEVNULL)
        return [line.split("\t") for line in file.read_text().splitlines() if not line.startswith("#")]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=8, help="of the sentences")
    parser.add_argument("--release", type=Path, default=repo.RELEASE / "share/porchlight/content")
    asked = parser.parse_args()
    clips = asked.release / "sound/en"
    said = wrong = numbers = right = 0
    sentences = [line for line in script_lines("en") if len(line[2].split()) >= 4 and not re.search(r"[\d/@]", line[2])]
    for line in sentences[::asked.every]:
        expected = recogniser.words(line[2])
        understood = recogniser.words(recogniser.heard(clips / f"{line[1]}.opus"))
        errors = recogniser.wrong_words(expected, understood)
        said, wrong = said + len(expected), wrong + errors
        print(f"{errors}/{len(expected)}\t{line[2]}\t{' '.join(understood)}")
    for line in script_lines("en"):
        if re.fullmatch(r"[\d-]{3,}", line[2]):
            expected = line[2].replace("-", "")
            understood = recogniser.heard_digits(clips / f"{line[1]}.opus", len(expected))
            numbers, right = numbers + 1, right + (expected == understood)
            print(f"{line[2]}\t{understood}")
    print(f"sentences: {wrong} of {said} words wrong ({100 * wrong / max(1, said):.0f} %); "
          f"numbers: {right} of {numbers} wholly right")


if __name__ == "__main__":
    main()
