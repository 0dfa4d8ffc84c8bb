# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on a screen, as pixels: enough to say "nothing there", "changed", "the same as"."""

import mmap
import struct
import subprocess


class Picture:
    """Rows of 4-byte pixels (blue, green, red, unused). The unused byte is always 0."""

    def __init__(self, width, height, data):
        self.width, self.height, self.data = width, height, data

    @classmethod
    def from_bgrx(cls, width, height, stride, data):
        rows = b"".join(data[y * stride:y * stride + width * 4] for y in range(height))
        pixels = bytearray(rows)
        pixels[3::4] = bytes(width * height)
        return cls(width, height, bytes(pixels))

    @classmethod
    def from_file(cls, file):
        """PNG, PPM: whatever ImageMagick reads."""
        ppm = subprocess.run(["convert", file, "-depth", "8", "ppm:-"], check=True, capture_output=True).stdout
        return cls.from_ppm(ppm)

    @classmethod
    def from_ppm(cls, ppm):
        magic, width, height, depth, rest = ppm.split(maxsplit=4)[0:4] + [None]
        if magic != b"P6" or depth != b"255":
            raise ValueError("not a PPM of 8 bits")
        width, height = int(width), int(height)
        rgb = ppm[len(ppm) - width * height * 3:]
        pixels = bytearray(width * height * 4)
        pixels[0::4], pixels[1::4], pixels[2::4] = rgb[2::3], rgb[1::3], rgb[0::3]
        return cls(width, height, bytes(pixels))

    def colours(self):
        """How many colours there are, counted on every 7th pixel."""
        return len({self.data[i:i + 4] for i in range(0, len(self.data), 4 * 7)})

    def is_blank(self):
        return self.colours() < 4

    def likeness(self, other):
        """Share of 4-pixel pieces that are the same to the bit; 0 when the sizes differ."""
        if (self.width, self.height) != (other.width, other.height):
            return 0.0
        mine, theirs = memoryview(self.data).cast("Q"), memoryview(other.data).cast("Q")
        step = 3
        pairs = range(0, len(mine), step)
        return sum(mine[i] == theirs[i] for i in pairs) / len(pairs)

    def resembles(self, one, other):
        """Which of two pictures of one page this is, judged by how near it comes where they differ: one, other, or None.
        Near, not equal: the edges of large letters depend on where they are drawn."""
        mine, first, second = (picture.data[1::4] for picture in (self, one, other))  # green is enough
        places = [i for i in range(len(first)) if first[i] != second[i]]
        assert places, "the two pictures are the same"
        to_first = sum(abs(mine[i] - first[i]) for i in places)
        to_second = sum(abs(mine[i] - second[i]) for i in places)
        if 3 * min(to_first, to_second) > max(to_first, to_second):
            return None
        return one if to_first < to_second else other

    def save(self, file):
        rgb = bytearray(self.width * self.height * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = self.data[2::4], self.data[1::4], self.data[0::4]
        ppm = b"P6 %d %d 255\n" % (self.width, self.height) + bytes(rgb)
        subprocess.run(["convert", "ppm:-", file], input=ppm, check=True)


class Framebuffer:
    """Xvfb's own memory (-fbdir): looking at it costs the X server nothing."""

    HEADER = struct.Struct(">25I")

    def __init__(self, file):
        self._file = open(file, "rb")
        self.pixels = mmap.mmap(self._file.fileno(), 0, prot=mmap.PROT_READ)
        head = self.HEADER.unpack_from(self.pixels)
        self.width, self.height, self.stride = head[4], head[5], head[12]
        self.start = head[0] + head[19] * 12

    def picture(self):
        return Picture.from_bgrx(self.width, self.height, self.stride,
                                 self.pixels[self.start:self.start + self.stride * self.height])

    def rows(self, every):
        """Every so many-th row; what a poller compares."""
        return [self.row(y) for y in range(every // 2, self.height, every)]

    def row(self, y):
        start = self.start + y * self.stride
        return self.pixels[start:start + self.width * 4]

    def close(self):
        self.pixels.close()
        self._file.close()
