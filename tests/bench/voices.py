# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well espeak-ng can read each translation, as far as a machine can tell: no speaker has judged any of it.

Of the different words of a translation: for how many does espeak-ng name letters or signs one by one (`spelled`), go
over to another language's voice (`foreign`), say nothing (`mute`), say the same as for another word (`same`), or leave out
the vowels, so that three consonants or more meet (`vowelless`)? Good figures prove little; bad ones prove a lot.
"""

import collections
import ctypes
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VOICES = {
    "es": "es-419", "zh-Hans": "cmn-latn-pinyin", "zh-Hant": "cmn-latn-pinyin", "vi": "vi", "ar": "ar", "bs": "bs",
    "fr": "fr", "sw": "sw", "ru": "ru", "uk": "uk", "ko": "ko", "prs": "fa", "am": "am", "my": "my", "ht": "ht", "hi": "hi",
}
SYNCHRONOUS, NO_EXIT, UTF8 = 2, 0x8000, 1
IGNORED = re.compile(r"[\sˈˌː'_,;:!|^\-\u0361\u200d]+")


class Speaker:
    def __init__(self, voice):
        self.espeak = ctypes.CDLL("libespeak-ng.so.1")
        self.espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.espeak.espeak_Initialize(SYNCHRONOUS, 0, None, NO_EXIT)
        self.there = self.espeak.espeak_SetVoiceByName(voice.encode()) == 0

    def phonemes(self, text):
        data = ctypes.create_string_buffer(text.encode())
        at = ctypes.c_void_p(ctypes.addressof(data))
        said = []
        while at.value:
            said.append((self.espeak.espeak_TextToPhonemes(ctypes.byref(at), UTF8, 2) or b"").decode(errors="replace"))
        return " ".join(said)


def words_of(tag):
    """The different words of a translation, in its own letters alone."""
    po = ROOT / f"content/translations/{tag}.po"
    text = subprocess.run(["msgattrib", "--no-obsolete", "--translated", "--no-wrap", str(po)], check=True,
                          capture_output=True, text=True).stdout
    text = "\n".join(re.findall(r'^msgstr "(.+)"$', text, re.M))
    text = re.sub(r"\{[^}]*\}|\\.", " ", text)
    found = set()
    for word in re.findall(r"[^\W\d_][^\s\W\d_'’\u200c\u0300-\u036f]*(?:[\u0900-\u0dff\u1000-\u109f]|[^\W\d_]|['’\u0300-\u036f])*", text):
        if tag not in ("es", "vi", "bs", "fr", "sw", "ht") and unicodedata.name(word[0], "").startswith("LATIN"):
            continue
        found.add(word.lower().strip("।၊။"))
    return sorted(found)


def bare(phonemes):
    return IGNORED.sub("", phonemes)


def measure(tag, voice):
    speaker = Speaker(voice)
    if not speaker.there:
        return f"{tag}\t{voice}\tno such voice"
    words = words_of(tag)
    kinds = ("spelled", "foreign", "mute", "same", "vowelless")
    count = dict.fromkeys(kinds, 0)
    examples = {kind: [] for kind in kinds}
    sounds = {word: speaker.phonemes(word) for word in words}
    often = collections.Counter(sounds.values())
    for word, said in sounds.items():
        kind = None
        if "(" in said:
            kind = "foreign"
        elif not bare(said):
            kind = "mute"
        elif not tag.startswith("zh") and len(word) > 2 and said.count("ˈ") >= len(word):
            kind = "spelled"
        elif often[said] > 1:
            kind = "same"
        elif not tag.startswith("zh") and re.search("[^aeiouyæɐɑɒəɚɛɜɪɨʉɔøœʊʌɯɤɘɵɞʏ0-9 ]{3}", bare(said).replace("ʲ", "").replace("ʰ", "")):
            kind = "vowelless"
        if kind:
            count[kind] += 1
            examples[kind].append(f"{word}={said.strip()}")
    shares = "\t".join(f"{100 * count[kind] / max(1, len(words)):.1f}" for kind in count)
    some = " ".join(e for kind in count for e in examples[kind][:3])
    return f"{tag}\t{voice}\t{len(words)}\t{shares}\t{some}"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(measure(sys.argv[1], sys.argv[2]))
    else:
        print("language\tvoice\twords\tspelled %\tforeign %\tmute %\tsame %\tvowelless %\texamples")
        for one in VOICES.items():  # a process each: the library holds one voice's state for all
            subprocess.run([sys.executable, __file__, *one], check=False)
