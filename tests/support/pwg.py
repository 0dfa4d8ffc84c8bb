# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes PWG raster of one bit a dot (PWG 5102.4), for tests that need a document of known dots."""

import random
import struct


def _header(width, height, dpi, media):
    """1796 bytes: four texts of 64, then numbers at their fixed places."""
    numbers = {276: dpi, 280: dpi, 340: 1, 352: round(width * 72 / dpi), 356: round(height * 72 / dpi), 372: width,
               376: height, 384: 1, 388: 1, 392: (width + 7) // 8, 400: 3, 420: 1, 452: 1, 456: 1, 460: 1}
    head = bytearray(1796)
    head[0:9] = b"PwgRaster"
    for at, value in numbers.items():
        struct.pack_into(">I", head, at, value)
    head[1732:1732 + len(media)] = media.encode()
    return bytes(head)


def _packed(row):
    """A row in runs: n + 1 times the same byte, or 257 - n bytes as they are."""
    out, at = b"", 0
    while at < len(row):
        run = 1
        while at + run < len(row) and run < 128 and row[at + run] == row[at]:
            run += 1
        if run > 1:
            out += bytes([run - 1, row[at]])
            at += run
            continue
        end = at + 1
        while end < len(row) and end - at < 128 and not (end + 1 < len(row) and row[end] == row[end + 1]):
            end += 1
        out += bytes([0 if end - at == 1 else 257 - (end - at)]) + row[at:end]
        at = end
    return out


def pwg(pages, width, dpi=203, media="custom_slip_80x90mm"):
    """`pages` are lists of rows, each as long as `width` dots need."""
    out = b"RaS2"
    for page in pages:
        out += _header(width, len(page), dpi, media) + b"".join(b"\0" + _packed(row) for row in page)
    return out


def dots(width, height, seed=1):
    """Rows that are all different, black here and there."""
    chance = random.Random(seed)
    rows = []
    for _ in range(height):
        row = bytearray((width + 7) // 8)
        for _ in range(12):
            row[chance.randrange(len(row))] = chance.randrange(256)
        if width % 8:
            row[-1] &= 0xFF << (8 - width % 8) & 0xFF
        rows.append(bytes(row))
    return rows
