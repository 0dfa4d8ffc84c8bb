# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who only hears: tells what is being said from what a sink was given, by laying it beside the clips of a release.

At the speed and volume a visit begins with, a clip reaches the sink as it is decoded, sample by sample. At others nothing
is understood here, which tells that they are others.
"""

import array
import bisect
import ctypes
import wave

from support.sound import RATE, key_of
from support.waiting import wait_until

WIDTH = 2                   # bytes of a sample
KNOWN_BY = RATE // 4         # samples: all that is decoded of a clip before it is heard
PROBE = 48                   # samples that are looked for among all clips: a millisecond
PROBES = 6                   # places of a piece from which it is looked for
LOUD = 150                   # what is softer stands in many clips
ENOUGH = RATE // 100         # samples by which a clip is told from others
DEAF_AFTER = RATE * 8 // 10  # samples of something that nobody knows
GAP = RATE * 28 // 1000      # samples of silence: less than there is between two clips, more than there is in one
ANEW = RATE // 50            # a clip that is heard again from before this sample was begun anew
LOST = RATE // 4             # samples that a busy machine may lose on the way here, or say twice
NEARLY = RATE // 10          # samples before the end of a clip that may be lost, too


class Decoder:
    def __init__(self):
        self._library = ctypes.CDLL("libopusfile.so.0")
        self._library.op_open_file.restype = ctypes.c_void_p
        self._library.op_open_file.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
        self._library.op_read_stereo.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int]
        self._library.op_free.argtypes = [ctypes.c_void_p]

    def decode(self, file, most=None):
        """Samples as bytes; `most` of them, or some more."""
        opened = self._library.op_open_file(str(file).encode(), None)
        assert opened, file
        room = (ctypes.c_int16 * 3840)()
        samples = array.array("h")
        while most is None or len(samples) < most:
            got = self._library.op_read_stereo(opened, room, 1920)
            if got <= 0:
                break
            samples.extend(room[0:2 * got:2])
        self._library.op_free(opened)
        return samples.tobytes()


class Clip:
    def __init__(self, decoder, file):
        self._decoder, self.file, self._whole = decoder, file, None
        self.keys, self.tags = set(), set()  # the same sound may have several names
        self.beginning = decoder.decode(file, KNOWN_BY)

    @property
    def whole(self):
        if self._whole is None:
            self._whole = self._decoder.decode(self.file)
        return self._whole


def common(some, other):
    """How many bytes are the same at the beginning of both; whole samples."""
    return longest(min(len(some), len(other)), lambda count: some[:count] == other[:count])


def common_end(some, other):
    return longest(min(len(some), len(other)), lambda count: count == 0 or some[-count:] == other[-count:])


def longest(high, holds):
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low // WIDTH * WIDTH


class Clips:
    """All clips of some languages of a release."""

    def __init__(self, folder, tags):
        decoder, by_content = Decoder(), {}
        for tag in tags:
            for file in sorted((folder / tag).glob("*.opus")):
                clip = by_content.setdefault(file.read_bytes(), None) or Clip(decoder, file)
                by_content[file.read_bytes()] = clip
                clip.keys.add(file.stem)
                clip.tags.add(tag)
        self._clips = list(by_content.values())
        self._begins = [0]
        for clip in self._clips:
            self._begins.append(self._begins[-1] + len(clip.beginning))
        self._all = b"".join(clip.beginning for clip in self._clips)

    def heard_in(self, data):
        """(clip, byte of the clip, byte of data) of all that agree longest with a piece of data, from there on."""
        step = max(WIDTH * PROBE, len(data) // PROBES // WIDTH * WIDTH)
        for place in range(0, len(data) - WIDTH * PROBE, step):
            probe = data[place:place + WIDTH * PROBE]
            if max(array.array("h", probe)) < LOUD:
                continue
            found, at = [], self._all.find(probe)
            while at >= 0:
                number = bisect.bisect_right(self._begins, at) - 1
                inside = at - self._begins[number]
                if inside % WIDTH == 0:
                    found.append(self._pieces(self._clips[number], inside, data, place))
                at = self._all.find(probe, at + 1)
            most = max((length for length, *_ in found), default=0)
            if most >= ENOUGH * WIDTH:
                return [piece for length, *piece in found if length == most]
        return []

    @staticmethod
    def _pieces(clip, inside, data, place):
        known = clip.beginning if len(data) - place + inside <= len(clip.beginning) else clip.whole
        before = common_end(known[:inside], data[:place])
        after = common(known[inside:], data[place:])
        return before + after, clip, inside - before, place - before


class Heard:
    """Something that was said; `clip` is None where it was not understood."""

    def __init__(self, clip, first):
        self.clip, self.first = clip, first  # first: sample of the recording
        self.said = 0                        # samples of the clip that were heard
        self.last = first                    # sample of the recording up to which it was heard
        self.to_the_end = self.broken_off = False

    def is_text(self, text):
        return bool(self.clip) and key_of(text) in self.clip.keys


class Listener:
    """Follows a recorder. `heard` is all that was said, in order; `words` puts it into words."""

    def __init__(self, recorder, clips, texts):
        """texts: {key: text}, for messages."""
        self._recorder, self._clips, self._texts = recorder, clips, texts
        self.heard = []
        self._place = recorder.length()  # the first sample that is not accounted for
        self._now = None                 # what is being said
        self._paused = False             # there was something else, or silence, before its end
        self._crackles = False           # what is heard has been given up

    def words(self, heard):
        if not heard.clip:
            return "?"
        return next((self._texts[key] for key in sorted(heard.clip.keys) if key in self._texts), heard.clip.file.stem)

    def next_words(self, seconds=15.0):
        """The next thing that is said, as soon as it is known what it is."""
        count = len(self.heard)
        wait_until(lambda: self._follow() or len(self.heard) > count, seconds, every=0.01,
                   what=f"something after {[self.words(one) for one in self.heard[-3:]]}")
        return self.heard[count]

    def hears_out(self, heard, seconds=60.0):
        """Waits for its end; says whether it came to it."""
        wait_until(lambda: self._follow() or heard.to_the_end or heard.broken_off, seconds, every=0.02,
                   what=f"the end of {self.words(heard)!r}")
        return heard.to_the_end

    def write(self, heard, file):
        """What reached the ear of it, as a WAV file."""
        with wave.open(str(file), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(WIDTH)
            out.setframerate(RATE)
            out.writeframes(self._recorder.since(heard.first)[:heard.last - heard.first].tobytes())

    def _follow(self):
        data = self._recorder.since(self._place).tobytes()
        while data and (used := self._step(data)):
            self._place += used // WIDTH
            data = data[used:]

    def _step(self, data):
        """Accounts for the first bytes of data; says how many. None: there must be more before anything is known."""
        if self._now and not self._paused:
            return self._goes_on(data)
        silence = (len(data) - len(data.lstrip(b"\0"))) // WIDTH * WIDTH
        if silence >= GAP * WIDTH:
            self._crackles = False
        return silence or (self._now and self._returns(data)) or self._begins(data)

    def _goes_on(self, data):
        now = self._now
        rest = now.clip.whole[now.said * WIDTH:]
        count = common(rest, data)
        self._paused = count < min(len(rest), len(data))
        now.said += count // WIDTH
        now.last = self._place + count // WIDTH
        if count == len(rest) or (self._paused and len(rest) - count < NEARLY * WIDTH):
            now.to_the_end, self._now = True, None
        return count

    def _returns(self, data):
        """After silence in the middle, or something lost: does the same go on?"""
        now, probe = self._now, data[:2 * PROBE * WIDTH]
        if len(probe) < 2 * PROBE * WIDTH:
            return None
        back, ahead = max(ANEW, now.said - LOST) * WIDTH, (now.said + LOST) * WIDTH
        at = now.clip.whole.find(probe, back, ahead + len(probe))
        if at < 0 or at % WIDTH:
            return None
        now.said, self._paused = at // WIDTH, False
        return self._goes_on(data)

    def _begins(self, data):
        found = self._clips.heard_in(data)
        if len(found) == 1:
            clip, inside, place = found[0]
            if self._now:
                self._now.broken_off = True
            if clip is not (self._now and self._now.clip) or inside < max(ANEW, self._now.said - LOST) * WIDTH:
                self._now = Heard(clip, self._place + place // WIDTH)
                self.heard.append(self._now)
            self._now.broken_off = False
            self._now.said, self._paused, self._crackles = inside // WIDTH, False, False
            return place
        if len(data) <= DEAF_AFTER * WIDTH and b"\0" * (GAP * WIDTH) not in data:
            return None
        if self._now:
            self._now.broken_off, self._now = True, None
        if not self._crackles:
            self._crackles = True
            self.heard.append(Heard(None, self._place))
        at = data.find(b"\0" * (GAP * WIDTH))
        return (at + 1) // WIDTH * WIDTH if at >= 0 else len(data) // 2 // WIDTH * WIDTH
