# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An emulated receipt printer that speaks ESC/POS on a TCP port or a pseudo-terminal, with faults to order.

It behaves as the real ones do where that matters: status requests (DLE EOT) are answered as they come in, even from
within a picture; everything else waits in a buffer and is done in order; without paper, with its cover open, stuck or
hot it stands still with the rest in its buffer, and goes on with that when it is mended, whoever is gone meanwhile. Only
losing its power or being told so in real time clears the buffer: DLE DC4 8 at any time (where it knows that: `clears`), DLE
ENQ 2 while its cutter is stuck.
"""

import os
import random
import select
import socket
import tempfile
import threading
import time
import tty
from pathlib import Path

DLE, EOT, ENQ, ESC, GS = 0x10, 0x04, 0x05, 0x1B, 0x1D
BUFFER = 64 * 1024  # bytes that wait to be printed; more is not read, as with real ones
DLE_LENGTHS = {EOT: 3, ENQ: 3, 0x14: 5}
CLEAR, RECOVER = bytes.fromhex("10 14 08 01 03 14 01 06 02 08"), bytes([DLE, ENQ, 2])


class ReceiptPrinter:
    """`device` is what --device takes. Use it as a context manager, or call close().

    slips     what came out whole: the print bytes of each piece that was cut off undisturbed, status requests removed
    torn      pieces during which something went wrong or the buffer was cleared, cut off or (the last) still hanging
    cleared   what clearing threw away, each time it threw away anything
    cuts      how often the cutter went, with or without a picture on the paper
    strips    pictures (GS v 0) printed since the start
    hazards   status requests found inside pictures: a real printer would have obeyed them
    unknown   bytes that are no command it knows
    """

    def __init__(self, kind="tcp", width_dots=576, rows_per_second=None, presenter=None, clears=True):
        self.kind, self.width_dots, self.rows_per_second = kind, width_dots, rows_per_second
        # {"present": bytes, "retract": bytes, "status": bytes (answered by 08 while a slip waits)}, or none
        self.presenter, self.clears = presenter, clears
        self.cleared = []
        self.slips, self.retracted, self.cuts, self.strips, self.connections = [], [], 0, 0, 0
        self.unknown, self.hazards, self.received, self.cut_pieces = b"", 0, 0, []
        self.first_strip_at = None  # time.monotonic() of the first strip's first byte since forget()
        self.mouth = None  # a slip that waits to be taken
        self._state = {"paper": "ok", "cover": False, "cutter": False, "hot": False, "offline": False}
        self._late, self._garbage, self._silent, self._drop, self._at = 0.0, None, False, None, {}
        self._piece, self._disturbed, self._asb = b"", False, 0
        self._pending, self._outbox, self._ready_at = b"", [], 0.0
        self._unplugged, self._closing = False, False
        self._lock = threading.RLock()
        self._wake_read, self._wake_write = os.pipe()
        self._folder = tempfile.TemporaryDirectory(prefix="porchlight-printer-")
        self._listener = self._peer = self._line = None
        if kind == "tcp":
            self._listen(0)
            self.device = f"tcp:127.0.0.1:{self._port}"
        else:
            self.path = Path(self._folder.name) / "tty"
            self._open_pty()
            self.device = f"serial:{self.path}"
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # What a test may do to it.

    def set(self, **state):
        """paper="ok|near|out", cover, cutter, hot, offline (its own button): each True or False."""
        with self._lock:
            unknown = state.keys() - self._state.keys()
            assert not unknown, f"a printer knows nothing of {unknown}"
            before = self._status_back()
            self._state.update(state)
            if self._piece and (self._state["paper"] == "out" or self._state["cover"]):
                self._disturbed = True  # heat and its button tear nothing
            if self._asb and self._status_back() != before:
                self._answer(self._status_back())
        self._wake()

    def at_strip(self, number, **state):
        """set(**state) when the given strip (1 is the first from now on) has been printed."""
        with self._lock:
            self._at = {self.strips + number: state}

    def late(self, seconds):
        self._late = seconds

    def garbage(self, on=True):
        """Answers every question with bytes that mean nothing."""
        self._garbage = random.Random(7) if on else None

    def silent(self, on=True):
        """Prints, but never says a word, like printers that have no way back."""
        self._silent = on

    def drop_at_strip(self, number, keeps=False):
        """Drops the connection, once, when that strip (1 is the first from now on) was printed; "each": at every strip.
        What had come in after it is lost, or (keeps) printed all the same."""
        with self._lock:
            self._drop = number if number == "each" else self.strips + number
            self._keeps = keeps

    def unplug(self):
        """Gone: no connection, and what was in its buffer is lost."""
        with self._lock:
            self._unplugged = True
            self._pending = b""
        self._wake()

    def plug(self):
        with self._lock:
            self._unplugged = False
        self._wake()

    def take(self):
        """Somebody takes the slip out of the presenter."""
        with self._lock:
            taken, self.mouth = self.mouth, None
            return taken

    def mend(self):
        """Everything in order again."""
        self.late(0)
        self.garbage(False)
        self.silent(False)
        self._drop, self._at = None, {}
        self.plug()
        self.set(paper="ok", cover=False, cutter=False, hot=False, offline=False)

    def forget(self):
        """Paper in the tray is taken away; what hangs in the printer stays."""
        with self._lock:
            self.slips, self.retracted, self.cut_pieces, self.first_strip_at = [], [], [], None
            self.unknown, self.hazards, self.cuts, self.cleared = b"", 0, 0, []

    @property
    def torn(self):
        with self._lock:
            return [*self.cut_pieces, *([self._piece] if self._piece else [])]

    @property
    def hanging(self):
        """Print bytes that came out and were not cut off yet."""
        return self._piece

    @property
    def waiting(self):
        """Bytes received and not printed."""
        return len(self._pending)

    def close(self):
        self._closing = True
        self._wake()
        self._thread.join(5)
        with self._lock:
            self._hang_up()
            if self._listener:
                self._listener.close()
            if self._line:
                os.close(self._line[0])
                os.close(self._line[1])
            for end in (self._wake_read, self._wake_write):
                os.close(end)
        self._folder.cleanup()

    # The line.

    _port, _keeps = 0, False

    def _wake(self):
        os.write(self._wake_write, b".")

    def _listen(self, port):
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(("127.0.0.1", port))
        self._listener.listen(1)
        self._port = self._listener.getsockname()[1]

    def _open_pty(self):
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        os.set_blocking(ours, False)
        # Held open here too: or every closing by the other side would end the line.
        self._line = (ours, theirs)
        part = self.path.with_suffix(".new")
        part.symlink_to(os.ttyname(theirs))
        part.replace(self.path)

    def _hang_up(self):
        self._outbox.clear()
        if self._peer:
            # As a cable that is pulled: nothing more comes, what is in the way is lost.
            self._peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            self._peer.close()
            self._peer = None
        if self.kind != "tcp" and self._line:
            os.close(self._line[0])
            os.close(self._line[1])
            self._line = None
            self.path.unlink(missing_ok=True)
        self._asb = 0

    def _dropped(self):
        if self._piece:
            self._disturbed = True
        self._hang_up()

    def _in(self):
        if self.kind == "tcp":
            return self._peer
        return self._line[0] if self._line else None

    def _send(self, data):
        try:
            if self._peer:
                self._peer.sendall(data)
            elif self._line:
                os.write(self._line[0], data)
        except OSError:
            pass

    def _receive(self):
        try:
            return self._peer.recv(65536) if self._peer else os.read(self._line[0], 65536)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _run(self):
        while not self._closing:
            with self._lock:
                self._keep_line()
                sources = [self._wake_read]
                if self._listener and self._peer is None:
                    sources.append(self._listener)
                if self._in() is not None and len(self._pending) < BUFFER:
                    sources.append(self._in())
                pause = self._until_next()
            try:
                ready, _, _ = select.select(sources, [], [], pause)
            except OSError:
                continue
            with self._lock:
                if self._wake_read in ready:
                    os.read(self._wake_read, 4096)
                if self._listener and self._listener in ready and self._peer is None:
                    self._peer, _ = self._listener.accept()
                    self.connections += 1
                if self._in() is not None and self._in() in ready:
                    data = self._receive()
                    if data:
                        self._came_in(data)
                    elif data is not None and self.kind == "tcp":
                        self._dropped()
                self._work()
                self._speak()

    def _keep_line(self):
        if self._unplugged:
            if self._peer or self._line:
                self._dropped()
            if self._listener:
                self._listener.close()
                self._listener = None
        elif self.kind == "tcp" and self._listener is None:
            self._listen(self._port)
        elif self.kind != "tcp" and self._line is None:
            self._open_pty()

    def _until_next(self):
        now = time.monotonic()
        times = [due for due, _ in self._outbox]
        if self._pending and not self._stands_still():
            times.append(self._ready_at)
        return max(0.0, min(times) - now) + 0.0005 if times else None

    def _answer(self, data):
        if self._silent:
            return
        if self._garbage:
            data = bytes(self._garbage.choice(b"\x00\x01\x80\x95\xff\x55\xaa\x6b") for _ in range(9))
        self._outbox.append((time.monotonic() + self._late, data))

    def _speak(self):
        now = time.monotonic()
        while self._outbox and self._outbox[0][0] <= now:
            self._send(self._outbox.pop(0)[1])

    # What it says.

    def _stands_still(self):
        state = self._state
        return state["paper"] == "out" or any(state[name] for name in ("cover", "cutter", "hot", "offline"))

    def _real_time(self, number):
        state = self._state
        out, near = state["paper"] == "out", state["paper"] != "ok"
        fault = state["cutter"] or state["hot"]
        return bytes([0x12 | {
            1: 0x08 * self._stands_still(),
            2: 0x04 * state["cover"] | 0x20 * out | 0x40 * fault,
            3: 0x08 * state["cutter"] | 0x40 * state["hot"],
            4: 0x0C * near | 0x60 * out,
        }.get(number, 0)])

    def _status_back(self):
        state = self._state
        out, near = state["paper"] == "out", state["paper"] != "ok"
        return bytes([0x10 | 0x08 * self._stands_still() | 0x20 * state["cover"],
                      0x08 * state["cutter"] | 0x40 * state["hot"], 0x03 * near | 0x0C * out, 0])

    # What it does.

    def _came_in(self, data):
        """Does what must be done at once, whatever it is a part of; all the rest waits in order."""
        self.received += len(data)
        known = len(self._pending)
        self._pending += data
        at = max(0, known - len(CLEAR))
        while (at := self._pending.find(bytes([DLE]), at)) >= 0:
            asked = self._pending[at + 2] if self._pending.startswith(bytes([DLE, EOT]), at) and at + 2 < len(self._pending) else 0
            if at + 2 >= known and 1 <= asked <= 4:
                self._answer(self._real_time(asked))
            for command, obeys in ((CLEAR, self.clears), (RECOVER, self._state["cutter"])):
                if obeys and self._pending.startswith(command, at) and at + len(command) > known:
                    self._clear(at, at + len(command))
                    if command == CLEAR:
                        self._answer(b"\x37\x25\x00")
                    known, at = 0, -1
                    break
            at += 1

    def _clear(self, end, goes_on):
        if end:
            self.cleared.append(self._pending[:end])
        self._pending = self._pending[goes_on:]
        if self._piece:
            self._disturbed = True

    def _work(self):
        while self._pending and not self._stands_still() and time.monotonic() >= self._ready_at:
            length = self._length()
            if length is None:
                if self.first_strip_at is None and self._pending.startswith(b"\x1dv0"):
                    self.first_strip_at = time.monotonic()
                break
            command, self._pending = self._pending[:length], self._pending[length:]
            if not self._do(command):
                break

    def _length(self):
        """Of the first command; nothing while it is not all there."""
        data = self._pending
        first, second = data[0], data[1] if len(data) > 1 else None
        if self.presenter:
            for name in ("present", "retract", "status"):
                command = self.presenter.get(name)
                if command and (data.startswith(command) or command.startswith(data)):
                    return len(command) if data.startswith(command) else None
        if first not in (DLE, ESC, GS):
            return 1
        if second is None:
            return None
        if first == DLE:
            length = len(CLEAR) if data[1:3] == CLEAR[1:3] else DLE_LENGTHS.get(second, 2)
        elif first == ESC:
            length = {0x40: 2, 0x4A: 3, 0x64: 3, 0x61: 3, 0x33: 3, 0x32: 2, 0x69: 2, 0x6D: 2, 0x63: 4}.get(second, 2)
        elif second == 0x76:
            length = 8
            if len(data) >= 8:
                length += (data[4] + 256 * data[5]) * (data[6] + 256 * data[7])
        elif second == 0x56:
            length = 4 if len(data) > 2 and data[2] in (65, 66, 97, 98, 103, 104) else 3
        elif second == 0x28:
            length = 5 + (data[3] + 256 * data[4] if len(data) > 4 else 0)
        else:
            length = {0x61: 3, 0x49: 3, 0x72: 3, 0x4C: 4, 0x57: 4, 0x21: 3, 0x42: 3}.get(second, 2)
        return length if len(data) >= length else None

    def _do(self, command):
        """One command, in order. False: the line is gone."""
        kind = bytes(command[:2])
        if kind == b"\x10\x04":
            return True
        if kind == b"\x1dv":
            return self._picture(command)
        if kind == b"\x1dV" or kind in (b"\x1bi", b"\x1bm"):
            self._cut(command)
        elif kind == b"\x1da":
            self._asb = command[2]
            if self._asb:
                self._answer(self._status_back())
        elif kind == b"\x1dr":
            near, out = self._state["paper"] != "ok", self._state["paper"] == "out"
            self._answer(bytes([0x03 * near | 0x0C * out if command[2] in (1, 49) else 0]))
        elif kind == b"\x1d(" and command[2:3] == b"H":
            if command[5:7] == b"\x30\x30" or command[5:7] == b"00":
                self._answer(b"\x37\x22" + command[7:11] + b"\x00")
        elif kind == b"\x1dI":
            self._answer({0x42: b"_PORCHLIGHT\0", 0x43: b"_EMULATED\0"}.get(command[2], b"\x02"))
        elif self.presenter and command == self.presenter.get("retract"):
            if self.mouth is not None:
                self.retracted.append(self.mouth)
                self.mouth = None
        elif self.presenter and command == self.presenter.get("status"):
            self._answer(bytes([0x08 if self.mouth is not None else 0x00]))
        elif self.presenter and command == self.presenter.get("present"):
            pass
        elif kind in (b"\x1b@", b"\x1bJ", b"\x1bd", b"\x1ba", b"\x1b3", b"\x1b2", b"\x1bc", b"\x1dL", b"\x1dW", b"\x10\x05",
                      b"\x10\x14"):
            if self._piece and kind in (b"\x1bJ", b"\x1bd"):
                self._piece += command
        elif command != b"\n":
            self.unknown += command
        return True

    def _picture(self, command):
        if self.first_strip_at is None:
            self.first_strip_at = time.monotonic()
        body = command[8:]
        self.hazards += sum(body.count(bytes([DLE, second])) for second in DLE_LENGTHS)
        rows = command[6] + 256 * command[7]
        if self.rows_per_second:
            self._ready_at = time.monotonic() + rows / self.rows_per_second
        self._piece += command
        self.strips += 1
        if self._drop in ("each", self.strips):
            if self._drop != "each":
                self._drop = None
            if not self._keeps:
                self._pending = b""
            self._dropped()
            return False
        if self.strips in self._at:
            self.set(**self._at.pop(self.strips))
        return True

    def _cut(self, command):
        self.cuts += 1
        if not self._piece:
            return
        piece, disturbed = self._piece + command, self._disturbed
        self._piece, self._disturbed = b"", False
        if disturbed:
            self.cut_pieces.append(piece)
        else:
            self.slips.append(piece)
            if self.presenter:
                self.mouth = piece


def rows_of(piece):
    """All rows of a piece's pictures, from the top: (bytes a row, the rows)."""
    at, width, found = 0, 0, []
    while at < len(piece):
        if piece[at:at + 3] == b"\x1dv0":
            width = piece[at + 4] + 256 * piece[at + 5]
            count = piece[at + 6] + 256 * piece[at + 7]
            body = piece[at + 8:at + 8 + width * count]
            found += [body[row * width:(row + 1) * width] for row in range(count)]
            at += 8 + width * count
        else:
            at += 1
    return width, found
