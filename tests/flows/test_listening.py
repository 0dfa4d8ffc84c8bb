# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real kiosk and its jack: sound is loaded when somebody begins to listen, and never before."""

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


def test_a_plug_is_heard_and_a_pulled_one_is_not(home, jack):
    """The whole way: ALSA's event, the page, its clips, the sound server's sink."""
    place = home.folder / "listening"  # where the kiosk's own user may look
    release = place / "current"
    shutil.copytree(home.content, release)
    sound.give_tones(release, "en", ["Welcome", "Touch your language.", "English"], seconds=3)
    with sound.Server(place / "server") as server, sound.Recorder(server, sound.PRIVATE) as ears:
        server.let_all_in()
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
