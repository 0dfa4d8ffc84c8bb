# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real kiosk and its jack: sound is loaded when somebody begins to listen, and never before."""

import os
import shutil
from pathlib import Path

import pytest
from support import sound
from support.jack import CARD, Jack
from support.kiosk import Kiosk, give_to_nobody
from support.waiting import wait_until

OF_SOUND = ("porchlight-sound", "libpulse", "libopus", "libsonic", "libogg", "libasound_module_pcm")


def loaded(kiosk):
    maps = Path(f"/proc/{kiosk.own_pid()}/maps").read_text()
    return {name for name in OF_SOUND if name in maps}


@pytest.fixture
def jack(home):
    """Where the kiosk's own user can tell of it and hear of it."""
    made = Jack(home.runtime / "jack")
    give_to_nobody(made.folder, *made.folder.iterdir())
    yield made
    shutil.rmtree(made.folder)


def test_a_kiosk_that_nobody_listens_to_loads_no_sound(home, jack):
    with Kiosk(home, flags=["--window", "1080x1920", "--jack", CARD], environment=jack.environment) as kiosk:
        wait_until(lambda: "release" in kiosk.log, what="the first page")
        kiosk.run_for(1)
        assert loaded(kiosk) == set()
        jack.plug()
        wait_until(lambda: "porchlight-sound" in loaded(kiosk), what="the sound")
        jack.unplug()
        kiosk.run_for(0.5)
        assert kiosk.end() == 0
        # Neither the plug nor what was read to whoever plugged it in is written down.
        assert "listen" not in kiosk.log.lower() and "sound" not in kiosk.log.lower(), kiosk.log


def key_of(text):
    """As content/speech.h has it: FNV-1a of the words."""
    total = 0xCBF29CE484222325
    for byte in text.encode():
        total = (total ^ byte) * 0x100000001B3 % 2**64
    return f"{total:016x}"


def give_a_voice(release, texts):
    folder = release / "sound/en"
    shutil.rmtree(release / "sound", ignore_errors=True)
    folder.mkdir(parents=True)
    keys = sorted(key_of(text) for text in texts)
    for key in keys:
        sound.clip(folder / f"{key}.opus", seconds=3)
    rows = "".join(f"{key}\t3000\tsynthetic\n" for key in keys)
    (folder / "index.tsv").write_text("# voice\tsynthetic\ta tone\n" + rows)


def test_a_plug_is_heard_and_a_pulled_one_is_not(home, jack):
    """The whole way: ALSA's event, the page, its clips, the sound server's sink."""
    place = home.folder / "listening"  # where the kiosk's own user may look
    release = place / "current"
    shutil.copytree(home.content, release)
    give_a_voice(release, ["Welcome", "Touch your language.", "English"])
    with sound.Server(place / "server") as server, sound.Recorder(server, sound.PRIVATE) as ears:
        os.chmod(server.folder, 0o755)
        os.chmod(server.socket, 0o777)
        with Kiosk(home, root=place, flags=["--window", "1080x1920", "--jack", CARD],
                   environment=jack.environment | server.environment) as kiosk:
            wait_until(lambda: "release" in kiosk.log, what="the first page")
            kiosk.run_for(1)
            assert ears.is_silent()
            jack.plug()
            ears.wait_for_sound()
            jack.unplug()
            wait_until(lambda: server.is_muted(sound.PRIVATE), what="a muted sink")
            quiet = ears.length()
            kiosk.run_for(1)
            late = ears.since(quiet + sound.RATE // 2)
            assert late and not any(late)
