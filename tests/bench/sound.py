# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an order, or a plug that is pulled, to the last sample the sink is given that is not silence (goal: under 300 ms).

Measured on the recorded sink; what a real card has in its own buffer by then comes on top (some milliseconds).
"""

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from support import sound
from support.jack import CARD, Jack
from support.sound import PRIVATE, Probe, Recorder, Server


def measure(rounds=100):
    figures = []
    with tempfile.TemporaryDirectory(prefix="porchlight-sound-") as folder:
        folder = Path(folder)
        clip = sound.clip(folder / "long.opus", 60)
        jack = Jack(folder / "jack")
        with Server(folder / "sound") as server, Recorder(server, PRIVATE) as ear, \
                Probe({**os.environ, **server.environment, **jack.environment}, "--jack", CARD) as probe:
            for what in ("stop", "pause", "plug-out", "another passage"):
                times, begins = [], []
                for number in range(rounds):
                    jack.plug()
                    while probe.last("plugged") != "1":
                        time.sleep(0.005)
                    asked, _ = probe.play(number, clip)
                    ear.wait_for_sound()
                    begins.append(first_sound(ear, asked) - asked)
                    times.append(until_silence(ear, act(what, probe, jack, number)))
                    probe.say("stop")
                    ear.forget()
                figures.append((f"sound: {what} to silence, median of {rounds}", median(times) * 1000, "ms"))
                figures.append((f"sound: {what} to silence, worst", max(times) * 1000, "ms"))
            figures.append(("sound: play to first sample, median", median(begins) * 1000, "ms"))
    return figures


def act(what, probe, jack, number):
    """Does it, and says when."""
    if what == "plug-out":
        when = time.monotonic()
        jack.unplug()
        return when
    if what == "another passage":  # of silence: what was said must end for it
        return probe.play(number + 1, "~2000")[0]
    return probe.say(what)[0]


def first_sound(ear, since):
    samples = ear.between(since, ear.until())
    return since + next(place for place, sample in enumerate(samples) if sample) / sound.RATE


def until_silence(ear, when):
    ear.wait_until_past(when + 0.4)
    while ear.last_sound() > ear.until() - 0.1:
        time.sleep(0.05)
    return max(0, ear.last_sound() - when)
