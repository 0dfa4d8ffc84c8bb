# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is heard, and what is not: the real plugin before a real sound server, whose sinks are recorded."""

import array
import os
import random
import re
import time

import pytest
from support import sound, trace
from support.sound import PRIVATE, RATE, SPEAKER, Probe, Recorder, Server
from support.waiting import wait_until

SOON = 2  # seconds: a call that takes longer has waited for the server
STARVED = RATE // 20  # samples a busy machine may lose on the way to the recorder; half a clip is ten times as many


@pytest.fixture(scope="module")
def clips(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clips")
    return {"short": sound.clip(folder / "short.opus", 0.5), "long": sound.clip(folder / "long.opus", 60)}


@pytest.fixture
def server(tmp_path):
    with Server(tmp_path / "sound") as made:
        yield made


@pytest.fixture
def ear(server):
    with Recorder(server, PRIVATE) as made:
        yield made


def environment(server):
    return {**os.environ, **server.environment}


@pytest.fixture
def probe(server):
    with Probe(environment(server), "--loudspeaker", SPEAKER) as made:
        made.say("route private")
        yield made


def heard_from(ear, begin):
    """What was heard since, without the silence around it. There must be silence at the end."""
    ear.wait_until_past(time.monotonic())
    samples = ear.since(begin)
    places = [place for place, sample in enumerate(samples) if sample]
    return samples[places[0]:places[-1] + 1] if places else array.array("h")


def hear(probe, ear, number, *pieces):
    begin = ear.length()
    probe.play(number, *pieces)
    probe.wait_for("finished", number)
    return heard_from(ear, begin)


def sounding(samples):
    """How many, without gaps: a busy machine may let the server starve."""
    return len(samples) - samples.count(0)


def pitch(samples):
    """Hertz, by counting."""
    inside = samples[len(samples) // 4:len(samples) * 3 // 4]
    return sum(a < 0 <= b for a, b in zip(inside, inside[1:])) * RATE / len(inside)


def test_all_of_a_passage_is_heard_and_nothing_else(probe, ear, server, clips):
    for number in range(3):
        assert abs(sounding(hear(probe, ear, number, clips["short"])) - RATE // 2) < STARVED
    apart = hear(probe, ear, 3, clips["short"], "~300", clips["short"])
    assert abs(len(apart) - RATE * 1.3) < 20
    assert not any(apart[RATE * 52 // 100:RATE * 78 // 100])
    assert server.is_muted(PRIVATE) and server.is_muted(SPEAKER)


def test_sink_is_open_only_while_it_plays(probe, ear, server, clips):
    assert server.is_muted(PRIVATE)
    probe.play(1, clips["long"])
    ear.wait_for_sound()
    assert not server.is_muted(PRIVATE) and server.is_muted(SPEAKER)
    for quiet, loud in (("pause", "resume"), ("stop", "")):
        probe.say(quiet)
        wait_until(lambda: server.is_muted(PRIVATE), what="a muted sink")
        if loud:
            probe.say(loud)
            ear.wait_for_sound()
            assert not server.is_muted(PRIVATE)
    assert not probe.told("finished") and not probe.told("failed")


def test_loudspeaker_sounds_only_when_asked(probe, ear, server, clips):
    with Recorder(server, SPEAKER) as speaker:
        hear(probe, ear, 1, clips["short"])
        assert speaker.is_silent()
        probe.say("route loudspeaker")
        begin = ear.length()
        probe.play(2, clips["short"])
        speaker.wait_for_sound()
        probe.wait_for("finished", 2)
        assert not ear.sounds_after(begin)
    assert server.is_muted(PRIVATE) and server.is_muted(SPEAKER)


@pytest.mark.parametrize("times", [0.5, 0.67, 1.25, 2.0])
def test_speed_leaves_the_pitch_alone(probe, ear, clips, times):
    probe.say(f"speed {times}")
    heard = hear(probe, ear, 1, clips["short"])
    assert abs(sounding(heard) / (RATE // 2 / times) - 1) < 0.06
    assert abs(pitch(heard) / 440 - 1) < 0.03


def test_volume(probe, ear, clips):
    loudness = {}
    for number, decibels in enumerate((-6, 0, 6, 12)):
        probe.say(f"volume {decibels}")
        loudness[decibels] = max(hear(probe, ear, number, clips["short"]))
    assert abs(loudness[-6] / loudness[0] - 0.5) < 0.02
    assert loudness[0] < loudness[6] < loudness[12] <= 32767


def test_pause_goes_on_where_the_ear_was(probe, ear, tmp_path):
    """Noise tells each place from every other: the pieces that were heard are laid beside the whole."""
    noise = array.array("h", (random.Random(5).randint(-9000, 9000) or 1 for _ in range(4 * RATE)))
    clip = sound.clip_of(tmp_path / "noise.opus", noise)
    whole = hear(probe, ear, 1, clip).tobytes()
    begin = ear.length()
    probe.play(2, clip)
    ear.wait_for_sound()
    for round_ in range(5):
        time.sleep(0.1 + 0.07 * round_)
        probe.say("pause")
        time.sleep(0.2)
        probe.say("resume")
        ear.wait_for_sound()
    probe.wait_for("finished", 2)
    pieces = [piece for piece in re.split(rb"(?:\0\0){300,}", heard_from(ear, begin).tobytes()) if len(piece) > 2000]
    assert len(pieces) == 6
    end = 0
    for piece in pieces:
        piece = piece[len(piece) % 2:]
        first, last = whole.find(piece[200:600]) - 200, whole.find(piece[-600:-200]) + 600
        assert first >= 0 and last - first == len(piece), "played otherwise than without a pause"
        assert first <= end + 48, "more than a millisecond was left out"
        assert end - first < 2 * RATE * 0.05, "too much was said twice"
        end = last
    assert end >= len(whole) - 4


def test_quick_pauses_lose_nothing(probe, ear, clips):
    begin = ear.length()
    probe.play(1, clips["short"])
    for _ in range(20):
        probe.say("pause")
        probe.say("resume")
    probe.wait_for("finished", 1)
    assert len([sample for sample in ear.since(begin) if sample]) > RATE // 2 * 0.98


def test_closed_asks_no_server(tmp_path, clips):
    with Probe({**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/none"}) as probe:
        probe.play(1, clips["short"])
        probe.wait_for("failed", 1, "NoSink")
        probe.say("route loudspeaker")  # not allowed by the host: it has no name
        probe.play(2, clips["short"])
        probe.wait_for("failed", 2, "NoSink")
        probe.say("route private")
        probe.play(3, clips["short"])
        probe.wait_for("failed", 3, "NoServer")


def test_no_order_is_lost(tmp_path, clips):
    """An order that comes just before the thread of sound begins to wait must wake it all the same."""
    with Probe({**os.environ, "PULSE_SERVER": f"unix:{tmp_path}/none"}) as probe:
        for number in range(1, 3001):
            probe.say("stop")
            probe.play(number, clips["short"])
            probe.wait_for("failed", number, "NoSink", seconds=5)


def test_server_that_comes_later(tmp_path, clips):
    server = Server(tmp_path / "sound")
    with Probe(environment(server)) as probe:
        probe.say("route private")
        probe.play(1, clips["short"])
        probe.wait_for("failed", 1, "NoServer")
        with server, Recorder(server, PRIVATE) as ear:
            assert len(hear(probe, ear, 2, clips["short"])) > 0


def test_server_that_dies(probe, ear, server, clips):
    probe.play(1, clips["long"])
    ear.wait_for_sound()
    server.stop()
    probe.wait_for("failed", 1, "NoServer")
    server.start()
    with Recorder(server, PRIVATE) as again:
        assert len(hear(probe, again, 2, clips["short"])) > 0


def test_server_that_hangs(probe, ear, server, clips):
    probe.play(1, clips["long"])
    ear.wait_for_sound()
    server.hang()
    took = [probe.say(line)[1] for line in ("pause", "resume", "speed 2", "volume 6", "stop", "route closed", "route private",
                                            f"play 2 {clips['short']}", "stop", f"play 3 {clips['short']}")]
    probe.wait_for("failed", 3, "NoServer")
    took.append(probe.play(4, clips["short"])[1])  # connects anew, in vain
    probe.wait_for("failed", 4, "NoServer")
    assert max(took) < SOON
    assert not probe.told("finished") and not probe.told("failed", 2)
    server.go_on()
    begin = ear.length()
    wait_until(lambda: server.is_muted(PRIVATE), what="a muted sink")
    probe.play(5, clips["short"])
    probe.wait_for("finished", 5)
    assert ear.sounds_after(begin)


def test_server_that_hangs_while_speaking(probe, ear, server, clips):
    probe.play(1, clips["long"])
    ear.wait_for_sound()
    server.hang()
    probe.wait_for("failed", 1, "NoServer")
    begin = time.monotonic()
    probe.play(2, clips["short"])
    assert probe.end() == 0  # nor does the end of the program wait for it
    assert time.monotonic() - begin < SOON
    server.go_on()


def test_sink_that_is_unplugged_is_not_replaced(tmp_path, clips):
    with Server(tmp_path / "sound", extra=f"load-module module-rescue-streams\nset-default-sink {SPEAKER}\n"
                                          f"set-sink-mute {SPEAKER} 0\n") as server, \
            Probe(environment(server)) as probe, Recorder(server, PRIVATE) as ear, Recorder(server, SPEAKER) as speaker:
        probe.say("route private")
        probe.play(1, clips["long"])
        ear.wait_for_sound()
        server.remove_sink(PRIVATE)
        probe.wait_for("failed", 1, "NoSink")
        probe.play(2, clips["short"])
        probe.wait_for("failed", 2, "NoSink")
        server.add_sink(PRIVATE)
        probe.play(3, clips["short"])
        probe.wait_for("finished", 3)
        speaker.wait_until_past(time.monotonic())
        assert speaker.is_silent()


def cut(data, share):
    return data[:int(len(data) * share)]


def flipped(data):
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1:]


DAMAGES = {
    "cut in the middle": lambda data: cut(data, 0.5), "cut at the end": lambda data: data[:-1], "header only": lambda data: data[:60],
    "one bit": flipped, "garbage": lambda data: random.Random(1).randbytes(len(data)), "garbage behind": lambda data: data + b"x",
    "empty": lambda data: b"", "missing": None, "beginning gone": lambda data: data[100:], "something else": lambda data: b"RIFF" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_clip_is_left_out_whole(probe, ear, clips, tmp_path, damage):
    bad = tmp_path / "bad.opus"
    if DAMAGES[damage]:
        bad.write_bytes(DAMAGES[damage](clips["short"].read_bytes()))
    heard = hear(probe, ear, 1, clips["short"], bad, clips["short"])
    assert probe.told("failed", 1, "BadClip")
    assert abs(sounding(heard) - RATE) < STARVED, "the rest is said, and of the damaged one nothing"
    assert abs(sounding(hear(probe, ear, 2, clips["short"])) - RATE // 2) < STARVED


def test_all_clips_bad(probe, clips, tmp_path):
    probe.play(1, tmp_path / "a", tmp_path / "b")
    probe.wait_for("failed", 1, "BadClip")
    probe.wait_for("finished", 1)


def test_nothing_is_written_and_nothing_told(server, clips, tmp_path):
    """No cookie, no folder; and what the server may know of a stream is the same whatever is said."""
    home = tmp_path / "home"
    home.mkdir()
    output = tmp_path / "trace"
    bare = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home), **server.environment}
    with Recorder(server, PRIVATE) as ear, \
            Probe(bare, around=trace.strace(f"{trace.FILE_CALLS},connect", output)) as probe:
        probe.say("route private")
        probe.play(1, clips["long"])
        ear.wait_for_sound()
        of_stream = server.control("list", "sink-inputs")
    assert "porchlight" in of_stream and str(clips["long"].parent) not in of_stream and "opus" not in of_stream
    assert not list(home.iterdir())
    assert "long.opus" in output.read_text(), "the trace saw nothing"
    assert not {place for name, place in trace.written(output) if name != "connect"}
    families = {re.search(r"sa_family=(\w+)", arguments).group(1) for name, arguments, _ in trace.calls(output) if name == "connect"}
    assert families == {"AF_UNIX"}
