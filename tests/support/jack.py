# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A headphone jack for programs that ask ALSA: plugged, pulled, or gone with its card, by the real library's own events."""

import os
from pathlib import Path

from support import repo

PLUGIN = repo.RELEASE / "lib/libasound_module_ctl_porchlightjack.so"
CARD = "porchlight"
UNPLUGGED, PLUGGED, CONTROL_GONE, CARD_GONE = "01rx"


class Jack:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True)
        os.mkfifo(self.folder / "told")
        self.set(UNPLUGGED)
        self.configuration = self.folder / "asound.conf"
        self.configuration.write_text(f'ctl_type.porchlightjack {{ lib "{PLUGIN}" }}\n'
                                      f'ctl.{CARD} {{ type porchlightjack folder "{self.folder}" }}\n')

    @property
    def environment(self):
        return {"ALSA_CONFIG_PATH": str(self.configuration)}

    def set(self, state):
        """Changes the state and tells of it; whoever opens the card later sees it too."""
        new = self.folder / "state.new"
        new.write_text(state)
        new.rename(self.folder / "state")
        try:
            told = os.open(self.folder / "told", os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody listens
            return
        try:
            os.write(told, b"!")
        finally:
            os.close(told)

    def plug(self):
        self.set(PLUGGED)

    def unplug(self):
        self.set(UNPLUGGED)
