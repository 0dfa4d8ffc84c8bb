# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sound server of our own, recorders of what its sinks are given, and the program that speaks into them.

The server is the one of deploy/sound with null sinks. Nothing here meets the machine's own sound; everything started ends
by its process id.
"""

import array
import os
import queue
import re
import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

from support import repo
from support.waiting import wait_until

RATE = 48000
PRIVATE, SPEAKER, NOWHERE = "porchlight-private", "porchlight-speaker", "porchlight-nowhere"
SCRIPT = repo.TOP / "deploy/sound/porchlight.pa"
FRAGMENT = 0.02  # seconds: what a recorder is handed at a time
AHEAD = 0.025    # seconds: how early a null sink hands over, at most, what it is yet to play


def clip(path, seconds=1.0, frequency=440, level=0.7):
    """An Opus clip as a release has them: a tone, at 48 kHz in one channel."""
    sound = f"aevalsrc='{level}*sin(2*PI*{frequency}*t)':s={RATE}:d={seconds}"
    return _encode(path, ["-f", "lavfi", "-i", sound])


def clip_of(path, samples):
    """The same from 16 bit samples."""
    return _encode(path, ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-"], samples.tobytes())


def _encode(path, source, data=None):
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *source, "-c:a", "libopus", "-b:a", "48k", "-f", "ogg", path]
                   if data is None else
                   ["ffmpeg", "-v", "error", "-y", *source, "-c:a", "libopus", "-b:a", "48k", "-f", "ogg", path],
                   input=data, check=True)
    return Path(path)


def key_of(text):
    """Name of the clip of a text, as content/speech.h has it: FNV-1a of the words, without marks that only serve drawing."""
    plain = re.sub("[\u2066-\u2069\u200e\u200f\u200b\u00ad]", "", text)
    total = 0xCBF29CE484222325
    for byte in " ".join(plain.split()).encode():
        total = (total ^ byte) * 0x100000001B3 % 2**64
    return f"{total:016x}"


def give_tones(release, tag, texts, seconds):
    """A voice that has a tone for each of these texts, and nothing else, in place of all that are there."""
    folder = release / "sound" / tag
    shutil.rmtree(release / "sound", ignore_errors=True)
    folder.mkdir(parents=True)
    keys = sorted(map(key_of, texts))
    for key in keys:
        clip(folder / f"{key}.opus", seconds)
    rows = "".join(f"{key}\t{int(seconds * 1000)}\tsynthetic\n" for key in keys)
    (folder / "index.tsv").write_text("# voice\tsynthetic\ta tone\n" + rows)


class Server:
    """A PulseAudio of our own in a folder of our own."""

    def __init__(self, folder, extra=""):
        """extra: lines of its script that come last."""
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.socket = self.folder / "native"
        self.script = self.folder / "porchlight.pa"
        self.script.write_text(SCRIPT.read_text().replace("/run/porchlight-sound/native", str(self.socket))
                               .replace("/etc/porchlight/sinks.pa", str(self.folder / "sinks.pa")) + extra)
        self.process = None
        self._modules = {}

    @property
    def environment(self):
        return {"PULSE_SERVER": f"unix:{self.socket}"}

    def start(self):
        self.socket.unlink(missing_ok=True)
        # A home of its own: nothing of the caller's sound is read or written.
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8",
                       "XDG_RUNTIME_DIR": str(self.folder), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(
                ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--realtime=no",
                 "--high-priority=no", "--disable-shm=yes", "-F", self.script],
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_until(lambda: self.socket.exists() and self._answers(), every=0.02, what="the sound server")
        return self

    def let_all_in(self):
        """Also the user that a kiosk runs as in tests."""
        os.chmod(self.folder, 0o755)
        os.chmod(self.socket, 0o777)

    def stop(self, how=signal.SIGKILL):
        if self.process:
            self.process.send_signal(how)
            self.process.wait(15)
            self.process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def hang(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)

    def client(self, *command):
        return subprocess.run(command, env=self._client_environment(), capture_output=True, text=True, timeout=15)

    def control(self, *words):
        made = self.client("pactl", *words)
        assert made.returncode == 0, f"pactl {words}: {made.stderr}"
        return made.stdout

    def is_muted(self, sink):
        return "yes" in self.control("get-sink-mute", sink)

    def muted_sinks(self):
        """Names, all in one answer."""
        found = re.findall(r"^\tName: (\S+)$.*?^\tMute: (yes|no)$", self.control("list", "sinks"), re.MULTILINE | re.DOTALL)
        return {name for name, muted in found if muted == "yes"}

    def remove_sink(self, sink):
        number, = [line.split("\t")[0] for line in self.control("list", "short", "modules").splitlines()
                   if f"sink_name={sink}" in line]
        self.control("unload-module", number)

    def add_sink(self, sink):
        self.control("load-module", "module-null-sink", f"sink_name={sink}", f"rate={RATE}")

    def _answers(self):
        assert self.process.poll() is None, (self.folder / "log").read_text()
        return self.client("pactl", "info").returncode == 0

    def _client_environment(self):
        return {**os.environ, **self.environment, "LC_ALL": "C.UTF-8", "PULSE_COOKIE": "/dev/zero", "HOME": str(self.folder)}


class Recorder:
    """All that a sink is given, with the time of each sample: never earlier than it was heard, and hardly later. Times are
    of the monotonic clock, in seconds."""

    def __init__(self, server, sink):
        self.samples = array.array("h")
        self._begin = None  # of sample 0: the earliest that any fragment allows
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            ["parec", "--raw", "--device", f"{sink}.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1",
             f"--latency-msec={int(FRAGMENT * 1000)}"],
            env=server._client_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        wait_until(lambda: self._begin is not None, every=0.01, what=f"sound from {sink}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self._process.terminate()
        self._process.wait(15)
        self._reader.join(15)
        self._process.stdout.close()

    def _read(self):
        odd = b""
        while data := os.read(self._process.stdout.fileno(), 65536):
            now = time.monotonic()
            data = odd + data
            whole = len(data) // 2 * 2
            odd = data[whole:]
            with self._lock:
                self.samples.frombytes(data[:whole])
                begin = now + AHEAD - len(self.samples) / RATE
                self._begin = begin if self._begin is None else min(begin, self._begin)

    def until(self):
        """The time up to which all is recorded."""
        with self._lock:
            return self._begin + len(self.samples) / RATE

    def wait_until_past(self, moment):
        wait_until(lambda: self.until() > moment, every=0.01, what="the recorder")

    def between(self, begin, end):
        self.wait_until_past(end)
        with self._lock:
            first, last = (max(0, int((moment - self._begin) * RATE)) for moment in (begin, end))
            return self.samples[first:last]

    def since(self, index):
        with self._lock:
            return self.samples[index:]

    def length(self):
        with self._lock:
            return len(self.samples)

    def last_sound(self):
        """When the last sample was heard that is not zero; None when all are."""
        with self._lock:
            data, begin = self.samples.tobytes(), self._begin
        kept = len(data.rstrip(b"\0"))
        return begin + (kept + 1) // 2 / RATE if kept else None

    def sounds_after(self, index):
        return bool(self.since(index).tobytes().strip(b"\0"))

    def forget(self):
        """Drops what was recorded so far; says whether there was any sound in it."""
        with self._lock:
            sounded = bool(self.samples.tobytes().strip(b"\0"))
            self._begin += len(self.samples) / RATE
            del self.samples[:]
            return sounded

    def is_silent(self):
        with self._lock:
            return not self.samples.tobytes().strip(b"\0")

    def wait_for_sound(self):
        """Something is being heard now."""
        index = self.length()
        wait_until(lambda: self.sounds_after(index), every=0.005, what="sound")


class Probe:
    """tests/support/sound_probe.cpp: the kiosk's own gate for sound, ordered about by lines."""

    def __init__(self, environment, *flags, around=()):
        self.log = []
        self._lines = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [*around, repo.PROGRAMS / "sound_probe", *flags], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, bufsize=1)
        threading.Thread(target=self._read, daemon=True).start()
        self.wait_for("ready")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    @property
    def pid(self):
        return self._process.pid

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(line.split())

    def say(self, line):
        """Sends an order; returns when it was begun, and how long the call took, in seconds."""
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self.wait_for("done", line.split()[0])
        return int(answer[0]) / 1e9, int(answer[3]) / 1e6

    def play(self, number, *pieces):
        return self.say(" ".join(["play", str(number), *map(str, pieces)]))

    def wait_for(self, *words, seconds=15):
        """The next line that begins with these words (after its time); what else was told meanwhile is kept in log."""
        end = time.monotonic() + seconds
        wanted = list(map(str, words))
        while True:
            try:
                line = self._lines.get(timeout=max(0.001, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"waited in vain for {' '.join(wanted)}; was told {self.log[-5:]}") from None
            self.log.append(line)
            if line[1:1 + len(wanted)] == wanted:
                return line

    def told(self, *words):
        """Whether it has told this so far."""
        while not self._lines.empty():
            self.log.append(self._lines.get())
        return any(line[1:1 + len(words)] == list(map(str, words)) for line in self.log)

    def last(self, word):
        """What was last told after this word."""
        self.told(word)
        return next((line[2] for line in reversed(self.log) if line[1] == word), None)

    def kill(self):
        self._process.kill()
        self._process.wait(15)

    def end(self):
        if self._process.poll() is None:
            self._process.stdin.close()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("the program did not end when asked") from None
        return self._process.returncode
