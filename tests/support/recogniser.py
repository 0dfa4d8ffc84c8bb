# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a recogniser for American English makes of a clip: a listener that never gets tired, and a poor one."""

import re
import subprocess
import tempfile
from pathlib import Path

MODEL = Path("/usr/share/pocketsphinx/model/en-us")
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
SILENCE = 0.3  # seconds around a clip, which has none of its own


def heard(clip, grammar=None):
    """The words of an Opus (or any) file, in small letters."""
    with tempfile.TemporaryDirectory() as folder:
        wave = Path(folder) / "clip.wav"
        subprocess.run(["ffmpeg", "-v", "error", "-i", clip, "-af", f"adelay={int(SILENCE * 1000)},apad=pad_dur={SILENCE}",
                        "-ar", "16000", "-ac", "1", wave], check=True, stdin=subprocess.DEVNULL)
        language = ["-lm", MODEL / "en-us.lm.bin"]
        if grammar:
            (Path(folder) / "words.gram").write_text(grammar)
            language = ["-jsgf", Path(folder) / "words.gram"]
        told = subprocess.run(["pocketsphinx_continuous", "-infile", wave, "-hmm", MODEL / "en-us", "-dict",
                               MODEL / "cmudict-en-us.dict", *language], check=True, capture_output=True, text=True, timeout=300)
    return " ".join(told.stdout.split()).lower()


def heard_digits(clip, count):
    """So many digits. Their number is given, as the recogniser takes an echo at a pause for a word."""
    digit = f"( {' | '.join(DIGITS)} )"
    grammar = f"#JSGF V1.0;\ngrammar digits;\npublic <number> = {' '.join([digit] * count)} ;\n"
    return "".join(str(DIGITS.index(word)) for word in heard(clip, grammar).split())


def words(text):
    return re.findall(r"[a-z']+", text.lower().replace("’", "'"))


def wrong_words(said, understood):
    """How many words must be changed, put in or taken out to make the one of the other."""
    row = list(range(len(understood) + 1))
    for i, one in enumerate(said, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(understood, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]
