# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real ext4 on a disk that remembers every write and flush (power/disk_recorder.cpp), and the images that a power cut would have
left: all that was flushed, and of the rest what luck had kept.

One run gives as many cuts as one wants, at every write of it, and nothing need be killed.
"""

import contextlib
import os
import shutil
import struct
import subprocess
from pathlib import Path

from support import repo
from support.waiting import wait_until

RECORDER = repo.PROGRAMS / "disk_recorder"
NO_FSYNC = repo.RELEASE / "lib/no_fsync.so"
SIZE = 24 << 20
BARRIER = (1 << 64) - 1
HEAD = struct.Struct("=QQ")
# ext4 has a mercy of its own for programs that rename without fsync; a kiosk's disk may be another.
OPTIONS = "noatime,noauto_da_alloc,commit=1"


def why_not():
    """Why this machine can't do it; empty where it can."""
    if os.getuid() != 0:
        return "mounting takes root"
    for needed in ("/dev/fuse", "/dev/loop-control"):
        if not os.path.exists(needed):
            return f"there is no {needed}"
    for program in ("mkfs.ext4", "losetup", "fusermount3"):
        if not shutil.which(program):
            return f"there is no {program}"
    probe = subprocess.run(["losetup", "--find"], capture_output=True, text=True)
    return "" if probe.returncode == 0 else "no loop device is free"


def run(*command):
    made = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=60)
    assert made.returncode == 0, f"{command}: {made.stdout}{made.stderr}"
    return made.stdout.strip()


@contextlib.contextmanager
def mounted(image, folder):
    """An image, or a device, as ext4."""
    folder.mkdir(exist_ok=True)
    device = run("losetup", "--find", "--show", image)
    try:
        run("mount", "-t", "ext4", "-o", OPTIONS, device, folder)
        try:
            yield folder
        finally:
            run("umount", folder)
    finally:
        run("losetup", "--detach", device)


class RecordedDisk:
    """Put something on it in `with disk.mounted():`, then `disk.start()`, and `disk.cuts(...)` what was done since."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        self._image, self._notes, self._fuse = folder / "image", folder / "notes", folder / "fuse"
        self._fuse.mkdir()
        with open(self._image, "wb") as image:
            image.truncate(SIZE)
        run("mkfs.ext4", "-q", "-F", "-m", "0", "-E", "lazy_itable_init=0,lazy_journal_init=0", self._image)
        self._recorder = subprocess.Popen([RECORDER, self._image, self._notes, self._fuse, "-f"], stderr=subprocess.PIPE)
        wait_until(lambda: (self._fuse / "disk").exists(), what="the recorded disk")
        self._base = b""
        self._from = 0

    def mounted(self):
        return mounted(self._fuse / "disk", self.folder / "mounted")

    def start(self):
        """All that was done until now is on the disk; notes are kept from here on."""
        run("sync", "-f", self.folder / "mounted")
        self._from = self._notes.stat().st_size
        self._base = self._image.read_bytes()

    def position(self):
        return self._notes.stat().st_size

    def notes(self):
        """What was written since start(): (place, bytes), place None for a flush; each with the position of its end."""
        data = self._notes.read_bytes()
        at = self._from
        while at < len(data):
            place, length = HEAD.unpack_from(data, at)
            at += HEAD.size
            if place == BARRIER:
                yield None, b"", at
            else:
                yield place, data[at:at + length], at + length
                at += length

    def cut(self, number, luck, image):
        """Writes the image that a cut after `number` notes leaves; `luck` is a random.Random."""
        notes = list(self.notes())[:number]
        flushed = max((index for index, note in enumerate(notes) if note[0] is None), default=-1)
        keeps = luck.choice([0, 0.2, 0.5, 0.8, 1])
        disk = bytearray(self._base)
        for index, (place, data, _) in enumerate(notes):
            if place is None or (index > flushed and luck.random() >= keeps):
                continue
            if index == len(notes) - 1 and index > flushed:  # the head of it got there: whole blocks, as disks have it
                data = data[:luck.randrange(0, len(data) // 4096 + 1) * 4096]
            disk[place:place + len(data)] = data
        image.write_bytes(disk)
        return image

    def close(self):
        subprocess.run(["fusermount3", "-u", str(self._fuse)], capture_output=True)
        try:
            self._recorder.wait(10)
        except subprocess.TimeoutExpired:
            self._recorder.kill()
            self._recorder.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
