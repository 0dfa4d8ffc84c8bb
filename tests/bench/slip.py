# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the tap (PrintDesk::print) on the small card to the first strip at an emulated receipt printer (goal: under 100 ms), and
how long the whole slip takes to be drawn.

The kiosk's own part runs as the kiosk does it: the printer was asked before, and its connection is open.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support import repo  # noqa: E402
from support.receipt_printer import ReceiptPrinter  # noqa: E402
from support.thermal import Thermal  # noqa: E402
from support.waiting import wait_until  # noqa: E402

SLIP_TOOL = repo.PROGRAMS / "slip_tool"
CONTENT = repo.RELEASE / "share/porchlight/content"
LANGUAGES = ("en", "ar", "my")


def card(language, *arguments, content=CONTENT):
    return [SLIP_TOOL, "--release", content, "--language", language, "--design", "card", *map(str, arguments)]


def environment(folder):
    return {**os.environ, "XDG_RUNTIME_DIR": str(folder), "QT_LOGGING_RULES": "*=false"}


def drawn(language, rounds, folder, content=CONTENT):
    """Milliseconds for a whole slip: lines, shapes, dots, raster. The first one looks for its fonts."""
    said = subprocess.run(card(language, "--draw", rounds + 1, content=content), env=environment(folder), check=True,
                          capture_output=True, text=True).stdout
    return [float(line) for line in said.split()]


def to_first_strip(language, rounds, folder, content=CONTENT):
    """Milliseconds from each tap to the first byte of a strip at the printer, and to the end told by the kiosk."""
    first, told = [], []
    with ReceiptPrinter() as printer:
        thermal = Thermal(printer.device)
        try:
            thermal.ready()
            # One round more: the first fills the caches of fonts.
            with subprocess.Popen(card(language, "--thermal", thermal.socket, "--repeat", rounds + 1, content=content),
                                  env=environment(folder), stdout=subprocess.PIPE, text=True) as tool:
                for line in tool.stdout:
                    if line.startswith("tap "):
                        tapped = float(line.split()[1])
                    elif line.strip() == "Printed":
                        told.append((time.monotonic() - tapped) * 1000)
                        first.append((wait_until(lambda: printer.first_strip_at, what="a strip") - tapped) * 1000)
                        printer.first_strip_at = None
            if len(printer.slips) != rounds + 1:
                raise AssertionError(f"{len(printer.slips)} slips for {rounds + 1} taps")
        finally:
            thermal.close()
    return first, told


def measure(rounds=30, content=CONTENT):
    figures = []
    with tempfile.TemporaryDirectory(prefix="porchlight-slip-") as folder:
        for language in LANGUAGES:
            times = drawn(language, rounds, folder, content)
            figures.append((f"card, {language}: drawn, the first one", times[0], "ms"))
            figures.append((f"card, {language}: drawn, median of {rounds}", median(times[1:]), "ms"))
            first, told = to_first_strip(language, rounds, folder, content)
            figures.append((f"card, {language}: tap to first strip, the first one", first[0], "ms"))
            figures.append((f"card, {language}: tap to first strip, median of {rounds}", median(first[1:]), "ms"))
            figures.append((f"card, {language}: tap to \"printed\", median of {rounds}", median(told[1:]), "ms"))
    return figures


if __name__ == "__main__":
    for name, value, unit in measure(content=Path(sys.argv[1]) if len(sys.argv) > 1 else CONTENT):
        print(f"{name:50} {value:10.1f} {unit}")
