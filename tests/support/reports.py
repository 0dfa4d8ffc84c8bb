# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the kiosk says of releases in RUN/kiosk/release."""

import contextlib
import shutil
import time

from support.kiosk import give_to_nobody


class Reports:
    """A run folder for one kiosk: its own part of it, as systemd-tmpfiles makes it."""

    def __init__(self, folder):
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = folder
        self.file = folder / "kiosk/release"
        self.file.parent.mkdir(parents=True)
        for part in (folder, self.file.parent):
            part.chmod(0o755)
        give_to_nobody(self.file.parent)

    @property
    def flags(self):
        return ["--run", str(self.folder)]

    def now(self):
        """(state, release, code); of what is not said, empty words."""
        said = {}
        with contextlib.suppress(OSError):
            said = dict(line.split(" ", 1) for line in self.file.read_text().splitlines() if " " in line)
        return said.get("state", ""), said.get("release", ""), said.get("code", "")

    def as_it_lies(self):
        """Another value after each writing, also of the same words."""
        stat = self.file.stat()
        return stat.st_ino, stat.st_mtime_ns

    def waits_for(self, state, release, code="", seconds=20.0, every=0.01):
        """The seconds that it took."""
        begin = time.monotonic()
        while self.now() != (state, release, code):
            if time.monotonic() - begin > seconds:
                raise AssertionError(f"waited {seconds:g} s for {state} {release} {code}; it says {self.now()}")
            time.sleep(every)
        return time.monotonic() - begin
