# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From an order, or a plug that is pulled, to the last sample the sink is given that is not silence (goal: under 300 ms).

Measured on the recorded sink; what a real card has in its own buffer by then comes on top (some milliseconds).
"""

import os
import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

from support import repo, sound
from support.display import Display
from support.jack import CARD, Jack
from support.keys import ESCAPE, NEXT, PREVIOUS, SELECT, Keypad
from support.kiosk import Home, Kiosk, give_to_nobody
from support.sound import PRIVATE, Probe, Recorder, Server
from support.waiting import wait_until


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


# --- The whole kiosk: window, filter of the keypad, page, sound server ------------------------------------------------------

SAID = "Touch your language."  # the one text that has a clip here: what is said or read after it is silence


def measure_kiosk(rounds=30):
    home = Home()
    try:
        with Display(1080, 1920) as display:
            return of_kiosk(home, display, rounds)
    finally:
        home.remove()


def of_kiosk(home, display, rounds):
    place = home.folder / "listening"  # where the kiosk's own user may look
    shutil.copytree(home.content, place / "current")
    sound.give_tones(place / "current", "en", [SAID], seconds=60)
    key_map = place / "keypad.keys"
    key_map.write_text((repo.TOP / "deploy/keypads/default.keys").read_text().replace("guard-ms = 500", "guard-ms = 0"))
    jack = Jack(home.runtime / "jack")
    give_to_nobody(jack.folder, *jack.folder.iterdir())
    keypad = Keypad(display, patience=0.05)
    # What is done, and how it comes to speak again.
    acts = {
        "a key": (lambda: keypad.press(NEXT), lambda: keypad.press(PREVIOUS)),
        "Clear screen": (lambda: keypad.press(ESCAPE), lambda: start_again(keypad)),
        "plug-out": (lambda: plug_out(jack), jack.plug),
    }
    figures = []
    with Server(place / "sound") as server, Recorder(server, PRIVATE) as ear:
        server.let_all_in()
        with Kiosk(home, display, ["--jack", CARD, "--keypad", str(key_map)], root=place,
                   environment=jack.environment | server.environment):
            wait_until(lambda: not display.screen.picture().is_blank(), what="the kiosk")
            jack.plug()
            for what, (act, speak) in acts.items():
                times = []
                for _ in range(rounds):
                    ear.wait_for_sound()
                    times.append(until_silence(ear, act()))
                    ear.forget()
                    speak()
                figures.append((f"kiosk: {what} to silence, median of {rounds}", median(times) * 1000, "ms"))
                figures.append((f"kiosk: {what} to silence, worst", max(times) * 1000, "ms"))
    keypad.close()
    return figures


def start_again(keypad):
    """From the cover; its last words are a ribbon, and before them stands the button."""
    keypad.press(PREVIOUS, 2)
    keypad.press(SELECT)


def plug_out(jack):
    when = time.monotonic()
    jack.unplug()
    return when
