# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many kiosks ask one web server at the same time: all get the release, and one that has it asks one small question.

What they cost a server in a year is told from these figures in deploy/fleet/README.md ("What a fleet costs").
"""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from support import releases

LOOK = 1024   # bytes of request and answer when there is nothing new
MEMORY_DISK = Path("/dev/shm")


class Fleet:
    """So many roots, in memory where that goes, and one archive."""

    def __init__(self, count):
        base = MEMORY_DISK if MEMORY_DISK.is_dir() and os.access(MEMORY_DISK, os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix=f"porchlight-fleet-{os.getpid()}-", dir=base))
        self.signers = releases.gpg_home()
        self.keys = self.signers.public(self.folder / "keys.gpg", "editor")
        self.archive = self.folder / "archive"
        self.roots = [self.folder / f"kiosk-{number}" for number in range(count)]

    def publish(self, sequence, change=None):
        releases.publish(self.archive, releases.small_release(sequence, change), self.signers)

    def asks(self, web):
        """All at once, as after a power cut; returns what the server was asked."""
        web.requests(new=True)
        begin = time.monotonic()
        running = [subprocess.Popen([str(word) for word in releases.sync_command(root, self.keys, "pull", "--from", web.url)],
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for root in self.roots]
        try:
            ended = [(process.communicate(timeout=300)[1], process.returncode) for process in running]
        finally:
            for process in running:
                if process.poll() is None:
                    process.kill()
                    process.wait()
        assert not [words for words, status in ended if status != 0]
        asked = web.requests(new=True)
        assert all(one.status in (200, 206, 304, 404) for one in asked), {one.status for one in asked}
        self.seconds = time.monotonic() - begin
        return asked

    def close(self):
        self.signers.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def told(what, fleet, asked):
    total = sum(one.received + one.sent for one in asked)
    print(f"{what}: {len(fleet.roots)} kiosks in {fleet.seconds:.1f} s, each {len(asked) / len(fleet.roots):.1f} requests, "
          f"{total / len(fleet.roots):.0f} bytes both ways")
    return total / len(fleet.roots)


def rounds(count, looks=1):
    fleet = Fleet(count)
    try:
        fleet.publish(1)
        with releases.nginx(fleet.archive) as web:
            first = told("the first release", fleet, fleet.asks(web))
            assert {releases.shown(root) for root in fleet.roots} == {1}
            for _ in range(looks):
                asked = fleet.asks(web)
                assert told("nothing new", fleet, asked) < LOOK
                assert len(asked) == count and {one.status for one in asked} == {304}, "one conditional request each"
            fleet.publish(2, releases.other_words)
            assert told("an update", fleet, fleet.asks(web)) < first / 2
            assert {releases.shown(root) for root in fleet.roots} == {2}
            assert told("nothing new again", fleet, fleet.asks(web)) < LOOK
    finally:
        fleet.close()


def test_twenty_kiosks_at_once():
    rounds(20)


@pytest.mark.slow
def test_two_hundred_kiosks_at_once():
    rounds(200, looks=3)
