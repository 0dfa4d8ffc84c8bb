# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plug, unplug, speak, clear, crash, in any order: nothing reaches the loudspeaker, and nobody's headphones nobody.

The server is set against us: the loudspeaker is the default sink, streams of a sink that vanishes are rescued to it, and
another program plays there without end. So a loudspeaker that is open for an instant is recorded, not only one that
we speak into. Each sequence has a seed of its own; PORCHLIGHT_SEED=N begins with that one,
PORCHLIGHT_SEQUENCES=1000 makes the long walk longer.
"""

import os
import random
import re
import subprocess
import time

import pytest
from support import repo, sound
from support.jack import CARD, Jack
from support.sound import PRIVATE, SPEAKER, Probe, Recorder, Server
from support.waiting import wait_until

HOSTILE = f"load-module module-rescue-streams\nset-default-sink {SPEAKER}\n"
FIRST = int(os.environ.get("PORCHLIGHT_SEED", "1"))
UNIT = repo.TOP / "deploy/systemd/porchlight.service"
HEARD = 0.1  # seconds of silence after which the private sink counts as silent


class Lobby:
    """The server, what records it, the jack, and the program, which may die at any time."""

    def __init__(self, folder):
        self.server = Server(folder / "sound", HOSTILE)
        self.jack = Jack(folder / "jack")
        self.clips = [sound.clip(folder / f"{i}.opus", seconds) for i, seconds in enumerate((0.2, 1, 30))]
        self.probe = self.noise = None
        self.ears = {}
        self.number = 0
        self.plugged = False
        self.silent_since = 0  # place in the private recording from which all must be silence; None while plugged
        self.spoken = self.crashes = self.restarts = 0

    def __enter__(self):
        self.open_server()
        self.open_program()
        return self

    def __exit__(self, *_):
        self.close_program()
        self.close_server()

    def open_server(self):
        self.server.start()
        self.noise = subprocess.Popen(["sh", "-c", f"yes | exec pacat --raw --device={SPEAKER}"],
                                      env=self.server._client_environment(), start_new_session=True, stderr=subprocess.DEVNULL)
        self.ears = {sink: Recorder(self.server, sink) for sink in (PRIVATE, SPEAKER)}
        self.silent_since = None if self.plugged else 0

    def close_server(self):
        self.server.stop()
        for ear in self.ears.values():
            ear.stop()
        self.noise.wait(15)  # ends with the server

    def open_program(self):
        self.probe = Probe({**os.environ, **self.server.environment, **self.jack.environment}, "--jack", CARD)

    def close_program(self):
        self.probe.kill()
        # What systemd does when the kiosk has ended, however it did.
        for line in re.findall(r"^ExecStopPost=-/usr/bin/(.+)$", UNIT.read_text(), re.MULTILINE):
            assert self.server.client(*line.split()).returncode == 0

    # What may happen.

    def plug(self):
        if not self.plugged:
            self.listen()
            self.plugged, self.silent_since = True, None
            self.jack.plug()

    def unplug(self, patiently):
        if not self.plugged:
            return
        self.plugged = False
        self.jack.unplug()
        if patiently:
            self.become_silent()

    def play(self, clip):
        self.number += 1
        self.probe.play(self.number, clip)

    def crash(self):
        self.close_program()
        self.crashes += 1
        self.open_program()
        if not self.plugged and self.silent_since is None:
            self.become_silent()

    def restart_server(self):
        self.listen()
        self.close_server()
        self.open_server()
        self.restarts += 1

    def replug_sink(self):
        self.server.remove_sink(PRIVATE)
        self.ears[PRIVATE].stop()
        self.check_speaker()
        self.spoken += not self.ears[PRIVATE].is_silent()
        self.server.add_sink(PRIVATE)
        self.server.control("set-sink-mute", PRIVATE, "1")  # what porchlight.pa does
        self.ears[PRIVATE] = Recorder(self.server, PRIVATE)
        self.silent_since = None if self.plugged else 0

    # What must hold.

    def become_silent(self):
        """The program knows that nothing is plugged, and what was on its way has been heard: from now on, silence."""
        ear = self.ears[PRIVATE]
        span = int(HEARD * sound.RATE)
        wait_until(lambda: self.probe.last("plugged") == "0", every=0.005, what="the jack to be noticed")
        ear.wait_until_past(time.monotonic() + HEARD)
        wait_until(lambda: not any(ear.since(max(0, ear.length() - span))), every=0.01, what="silence")
        self.silent_since = ear.length()

    def check_speaker(self):
        assert self.ears[SPEAKER].is_silent(), "the loudspeaker was heard"

    def listen(self):
        self.check_speaker()
        if self.silent_since is not None:
            assert not self.ears[PRIVATE].sounds_after(self.silent_since), "heard with nothing plugged"

    def rest(self):
        """Nothing plays any more: the sinks are muted."""
        if self.plugged:
            self.probe.say("stop")
        elif self.silent_since is None:
            self.become_silent()
        wait_until(lambda: {PRIVATE, SPEAKER} <= self.server.muted_sinks(), every=0.02, what="muted sinks")
        self.listen()
        # Begin afresh: recordings of an hour are slow to look through.
        self.spoken += self.ears[PRIVATE].forget()
        self.ears[SPEAKER].forget()
        self.silent_since = None if self.plugged else 0


def sequence(lobby, seed):
    chance = random.Random(seed)
    for _ in range(chance.randint(4, 10)):
        act = chance.choices(["plug", "unplug", "flick", "play", "stop", "pause", "resume", "crash", "restart", "replug"],
                             [22, 10, 8, 34, 10, 6, 6, 2.5, 0.3, 0.5])[0]
        if act == "plug":
            lobby.plug()
        elif act in ("unplug", "flick"):
            lobby.unplug(patiently=act == "unplug")
        elif act == "play":
            lobby.play(chance.choice(lobby.clips))
        elif act == "crash":
            lobby.crash()
        elif act == "restart":
            lobby.restart_server()
        elif act == "replug":
            lobby.replug_sink()
        else:
            lobby.probe.say(act)
        time.sleep(chance.choice((0, 0, 0.01, 0.03, 0.1)))
    lobby.rest()


def walk(folder, count):
    with Lobby(folder) as lobby:
        for seed in range(FIRST, FIRST + count):
            try:
                sequence(lobby, seed)
            except AssertionError as problem:
                raise AssertionError(f"PORCHLIGHT_SEED={seed}: {problem}") from problem
        print(f"{count} sequences: something was heard in {lobby.spoken}; {lobby.crashes} crashes, {lobby.restarts} new servers")
        assert lobby.spoken > count / 5, "hardly anything was said at all"


def test_sixty_sequences(tmp_path):
    walk(tmp_path, 60)


# 0.4 s each; a thousand of them take seven minutes.
@pytest.mark.slow
def test_many_sequences(tmp_path):
    walk(tmp_path, int(os.environ.get("PORCHLIGHT_SEQUENCES", "300")))
