# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what came out of a printer: PDF or PWG raster to grey pixels, lines of ink, OCR of one line, square codes,
and how far one picture is from another. receipt_reader.py does so for ESC/POS."""

import re
import struct
import subprocess
from dataclasses import dataclass

MM_PER_INCH = 25.4
DARK = 128
EIGHT_DOTS = [bytes(0 if byte & (0x80 >> bit) else 255 for bit in range(8)) for byte in range(256)]  # of black_1: set is black


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

    @classmethod
    def from_pgm(cls, pgm, dpi):
        """The first of the pictures, and what follows it."""
        _, size, _, rest = pgm.split(b"\n", 3)
        width, height = map(int, size.split())
        return cls(width, height, dpi, rest[:width * height]), rest[width * height:]

    @classmethod
    def from_file(cls, file, dpi):
        """PNG and whatever else ImageMagick reads."""
        pgm = subprocess.run(["convert", file, "-background", "white", "-flatten", "-colorspace", "gray", "-depth", "8", "pgm:-"],
                             check=True, capture_output=True).stdout
        return cls.from_pgm(pgm, dpi)[0]


def pages_of(document, dpi=300):
    """All pages of a PDF or PWG raster file."""
    data = document.read_bytes()
    if data.startswith(b"RaS2"):
        return _pwg_pages(data)
    grey = subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), document], check=True, capture_output=True).stdout
    pages = []
    while grey:
        page, grey = Page.from_pgm(grey, dpi)
        pages.append(page)
    return pages


def _pwg_pages(data):
    at, pages = 4, []
    while at < len(data):
        header, at = data[at:at + 1796], at + 1796
        dpi, width, height, bits = (struct.unpack_from(">I", header, offset)[0] for offset in (276, 372, 376, 388))
        if bits not in (1, 8):
            raise ValueError(f"{bits} bits per pixel")
        length, blank = ((width + 7) // 8, b"\0") if bits == 1 else (width, b"\xff")
        rows = []
        while len(rows) < height:
            repeat, at = data[at] + 1, at + 1
            row = bytearray()
            while len(row) < length:
                count, at = data[at], at + 1
                if count == 128:
                    row += blank * (length - len(row))
                elif count < 128:
                    row += data[at:at + 1] * (count + 1)
                    at += 1
                else:
                    row += data[at:at + 257 - count]
                    at += 257 - count
            rows += [bytes(row) if bits == 8 else b"".join(EIGHT_DOTS[byte] for byte in row)[:width]] * repeat
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


def numbers_on(page, pattern=r"\d-\d{3}-\d{3}-\d{4}"):
    """All numbers of the whole page that look like this, as an independent reader sees them."""
    command = ["tesseract", "stdin", "stdout", "-l", "eng", "--psm", "11", "--dpi", str(page.dpi), "-c", "tessedit_char_whitelist=0123456789-"]
    read = subprocess.run(command, input=page.pgm(), check=True, capture_output=True,
                          env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"}).stdout.decode()
    return re.findall(pattern, read)


def codes_on(page):
    """What the square codes say; an independent reader."""
    read = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "pgm:-"], input=page.pgm(),
                          capture_output=True, env={"PATH": "/usr/bin:/bin", "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent"})
    assert read.returncode in (0, 4), read.stderr.decode()  # 4: none
    return [read.stdout.decode().removesuffix("\n")] if read.stdout else []


class Ink:
    """Where a page is dark: one number, so that whole pages are compared in a few operations."""

    SLACK = 8  # blank dots at each side: what is moved by a little does not wrap

    def __init__(self, page):
        lines = [(y, page.row(y)) for y in range(page.height) if min(page.row(y), default=255) < DARK]
        marks = bytes(48 + (value < DARK) for value in range(256))
        self.rows = [(y, row.translate(marks)) for y, row in lines]
        self.left = min((row.index(b"1") for _, row in self.rows), default=0)
        self.right = max((row.rindex(b"1") + 1 for _, row in self.rows), default=0)
        self.top, self.bottom = (self.rows[0][0], self.rows[-1][0] + 1) if self.rows else (0, 0)

    def bits(self, stride):
        """Cropped to its ink, in rows of so many dots."""
        value, blank = bytearray(), b"0" * stride
        rows = dict(self.rows)
        for y in range(self.top - self.SLACK, self.bottom + self.SLACK):
            row = rows.get(y, b"")[self.left:self.right]
            value += (b"0" * self.SLACK + row).ljust(stride, b"0") if row else blank
        return int(value[::-1], 2)  # the first dot is the lowest bit


def difference(one, other, most_mm=1.0):
    """Share of the ink of two pages of one resolution, 0 to 1, that has no ink of the other beside it (one dot). Pages are laid on
    each other where their ink begins, and moved by up to two dots; sizes that differ by more than most_mm do not agree at all."""
    assert one.dpi == other.dpi
    first, second = Ink(one), Ink(other)
    if not first.rows or not second.rows:
        return 1.0
    sides = [(ink.right - ink.left, ink.bottom - ink.top) for ink in (first, second)]
    if max(abs(a - b) for a, b in zip(*sides)) > most_mm / MM_PER_INCH * one.dpi:
        return 1.0
    stride = max(side[0] for side in sides) + 2 * Ink.SLACK
    a, b = first.bits(stride), second.bits(stride)

    def spread(bits):
        wide = bits | bits << 1 | bits >> 1
        return wide | wide << stride | wide >> stride

    def moved(bits, by):
        return bits << by if by >= 0 else bits >> -by

    near_a, total = spread(a), a.bit_count() + b.bit_count()
    shifts = [dy * stride + dx for dy in range(-2, 3) for dx in range(-2, 3)]
    best = min(shifts, key=lambda by: (moved(b, by) & ~a).bit_count())
    there = moved(b, best)
    return ((there & ~near_a).bit_count() + (a & ~spread(there)).bit_count()) / total
