# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way with the real programs: published, fetched, shown, told; and left again where the kiosk cannot show it."""

import json
import os
import shutil
import signal
import subprocess

import pytest
from support import repo
from support.kiosk import Kiosk
from support.reports import Reports
from support.signers import Signers
from support.sync_lab import Root
from support.waiting import wait_until

CONTENT = repo.PROGRAMS / "porchlight-content"
LOOK = 5  # seconds between two looks of porchlight-sync at what the kiosk says


@pytest.fixture(scope="module")
def signers():
    made = Signers()
    yield made
    made.close()


class House:
    """Editors with a repository, and one kiosk with its agent."""

    def __init__(self, home, signers):
        self.folder = home.folder / f"loop-{os.getpid()}"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o755)
        self.repository = self.folder / "repository"
        self.signers = signers
        self.agent = Root(self.folder / "kiosk", signers.public(self.folder / "keys.gpg", "editor"))
        self.reports = Reports(self.agent.run)
        self.home = home

    def kiosk(self):
        return Kiosk(self.home, root=self.agent.root, flags=self.reports.flags)

    def does(self, verb, *words):
        made = subprocess.run([CONTENT, verb, *words, "--repo", self.repository, "--key", self.signers["editor"], "--gpg-home",
                               self.signers.home], capture_output=True, text=True, timeout=120)
        assert made.returncode == 0, made.stdout + made.stderr

    def publish(self, sequence):
        built = self.folder / f"built-{sequence}"
        made = subprocess.run([CONTENT, "build", repo.TOP / "tests/data/site-small", "-o", built, "--sequence", str(sequence),
                               "--today", "2026-11-22"], capture_output=True, text=True, timeout=120)
        assert made.returncode == 0, made.stdout + made.stderr
        self.does("publish", "--release", str(built), "--channel", "stable")

    def pull(self, wanted=0):
        """Waits for the agent that looks, where it is at work."""
        made = wait_until(lambda: (run := self.agent.pull(self.repository)).status != 4 and run, 30, what="a free agent")
        assert made.status == wanted, made.words
        return made.words

    def status(self):
        return json.loads(self.agent.does("status", "--json").words)

    def look(self):
        """The agent as its service runs it."""
        return subprocess.Popen(self.agent.command("watch"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def house(home, signers):
    made = House(home, signers)
    watching = made.look()
    yield made
    watching.terminate()
    watching.wait(20)
    shutil.rmtree(made.folder)


def name_of(house):
    return house.agent.current.name


def test_published_fetched_shown_and_told(house):
    house.publish(1)
    with house.kiosk() as kiosk:
        house.reports.waits_for("drawn", "built-in")
        house.pull()
        house.reports.waits_for("drawn", name_of(house))
        house.publish(2)
        house.does("withdraw", "number", "5735550100")
        house.pull()
        assert house.agent.sequence == 2
        house.reports.waits_for("drawn", name_of(house))
        assert "5735550100" in (house.agent.root / "withdrawn").read_text()
        wait_until(lambda: house.status()["drawn"], 3 * LOOK, what="the agent to know that it is shown")
        assert kiosk.end() == 0, kiosk.log


def test_what_the_kiosk_cannot_open_is_left_and_not_tried_again(house):
    house.publish(1)
    with house.kiosk() as kiosk:
        house.pull()
        good = name_of(house)
        house.reports.waits_for("drawn", good)
        wait_until(lambda: house.status()["drawn"], 3 * LOOK, what="the first to be known")
        # It was whole when it was checked; then the disk lost a part of it.
        kiosk_stops(kiosk, signal.SIGSTOP)
        house.publish(2)
        house.pull()
        store = house.agent.current / "content.sqlite"
        bad, half = name_of(house), store.read_bytes()[:5000]
        store.unlink()
        store.write_bytes(half)
        store.chmod(0o644)
        kiosk_stops(kiosk, signal.SIGCONT)
        house.reports.waits_for("failed", bad, "store-damaged")
        house.reports.waits_for("drawn", good, seconds=4 * LOOK)
        assert name_of(house) == good
        house.pull(wanted=1)
        assert name_of(house) == good, "not tried again"
        house.publish(3)
        house.pull()
        assert house.agent.sequence == 3
        house.reports.waits_for("drawn", name_of(house))


@pytest.mark.slow
def test_what_the_kiosk_cannot_draw_is_left_after_a_minute(house):
    """It opens, and no frame ever comes: here because the kiosk is held before its first one."""
    house.publish(1)
    with house.kiosk() as kiosk:
        house.pull()
        good = name_of(house)
        house.reports.waits_for("drawn", good)
        wait_until(lambda: house.status()["drawn"], 3 * LOOK, what="the first to be known")
        kiosk.end()
    house.publish(2)
    house.pull()
    bad = name_of(house)
    with house.kiosk() as kiosk:
        house.reports.waits_for("trying", bad, every=0.0005)
        kiosk_stops(kiosk, signal.SIGSTOP)
        assert house.reports.now()[0] == "trying", "the kiosk was held too late"
        wait_until(lambda: name_of(house) == good, 60 + 4 * LOOK, what="the agent to switch back")
        kiosk_stops(kiosk, signal.SIGCONT)
        house.reports.waits_for("drawn", good)
        house.pull(wanted=1)
        assert name_of(house) == good


def kiosk_stops(kiosk, which):
    os.kill(kiosk.own_pid(), which)
