# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what came out of a printer: PDF or PWG raster to grey pixels, lines of ink, and OCR of one line."""

import struct
import subprocess
from dataclasses import dataclass

MM_PER_INCH = 25.4
DARK = 128


@dataclass
class Page:
    """8-bit grey; 0 is black."""
    width: int
    height: int
    dpi: int
    pixels: bytes

    def mm(self, dots):
        return dots * MM_PER_INCH / self.dpi

    def row(self, y):
        return self.pixels[y * self.width:(y + 1) * self.width]

    def crop(self, box, border):
        left, top, right, bottom = box
        blank = b"\xff" * (right - left + 2 * border)
        side = b"\xff" * border
        rows = [side + self.row(y)[left:right] + side for y in range(top, bottom)]
        pixels = b"".join([blank] * border + rows + [blank] * border)
        return Page(len(blank), len(rows) + 2 * border, self.dpi, pixels)

    def pgm(self):
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.pixels


def pages_of(document, dpi=300):
    """All pages of a PDF or PWG raster file."""
    data = document.read_bytes()
    if data.startswith(b"RaS2"):
        return _pwg_pages(data)
    grey = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), document], check=True, capture_output=True).stdout
    pages = []
    while grey:
        _, size, _, rest = grey.split(b"\n", 3)
        width, height = map(int, size.split())
        pages.append(Page(width, height, dpi, rest[:width * height]))
        grey = rest[width * height:]
    return pages


def _pwg_pages(data):
    at, pages = 4, []
    while at < len(data):
        header, at = data[at:at + 1796], at + 1796
        dpi, width, height, bits = (struct.unpack_from(">I", header, offset)[0] for offset in (276, 372, 376, 388))
        if bits != 8:
            raise ValueError(f"{bits} bits per pixel")
        rows = []
        while len(rows) < height:
            repeat, at = data[at] + 1, at + 1
            row = bytearray()
            while len(row) < width:
                count, at = data[at], at + 1
                if count == 128:
                    row += b"\xff" * (width - len(row))
                elif count < 128:
                    row += data[at:at + 1] * (count + 1)
                    at += 1
                else:
                    row += data[at:at + 257 - count]
                    at += 257 - count
            rows += [bytes(row)] * repeat
        pages.append(Page(width, height, dpi, b"".join(rows)))
    return pages


def lines_of(page, gap_mm=0.5):
    """Boxes (left, top, right, bottom) of ink, from top to bottom; dots and accents belong to their line."""
    inked = []
    for y in range(page.height):
        dark = [x for x, value in enumerate(page.row(y)) if value < DARK] if min(page.row(y)) < DARK else []
        if dark:
            inked.append((y, dark[0], dark[-1]))
    lines = []
    for y, left, right in inked:
        if lines and page.mm(y - lines[-1][3]) <= gap_mm:
            old = lines[-1]
            lines[-1] = (min(old[0], left), old[1], max(old[2], right + 1), y + 1)
        else:
            lines.append((left, y, right + 1, y + 1))
    return lines


def read_line(page, box, language="eng", only=""):
    """One line of text as an independent reader sees it."""
    command = ["tesseract", "stdin", "stdout", "-l", language, "--psm", "7", "--dpi", str(page.dpi)]
    if only:
        command += ["-c", f"tessedit_char_whitelist={only}"]
    return subprocess.run(command, input=page.crop(box, 20).pgm(), check=True, capture_output=True,
                          env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"}).stdout.decode().strip()
