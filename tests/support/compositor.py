# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of what a Wayland compositor shows."""

import subprocess

from support.kiosk import as_nobody
from support.picture import Picture


def look(home):
    """What cage shows on its output, headless or not. The first compositor in a runtime folder is wayland-0."""
    taken = subprocess.run([*as_nobody(), "grim", "-t", "ppm", "-"], env=home.environment(WAYLAND_DISPLAY="wayland-0"),
                           stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    return Picture.from_ppm(taken.stdout) if taken.returncode == 0 else None
