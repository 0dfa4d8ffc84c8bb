# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real kiosk and its jack: sound is loaded when somebody begins to listen, and never before."""

from pathlib import Path

import pytest
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
    return made


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
