#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the picture track of a film from drawings of media/: see README.md beside this file.

Each frame is one SVG in which parts of a drawing have been moved. librsvg and cairo draw it in this process (the
libraries behind rsvg-convert: started for each frame it would take twenty times as long), ffmpeg packs the frames.
"""

import argparse
import copy
import ctypes
import hashlib
import math
import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

import yaml

WIDTH, HEIGHT = 480, 300  # of a drawing
PIXELS = (976, 610)  # of the film: as wide as the column of a tall screen
FRAMES_A_SECOND = 25
GROUND = "#dfe9e4"  # Theme.tintColor, which lies below a drawing
FADE = 1.4  # seconds from one drawing to the next
FASTEST = 120  # units of the drawing a second; nothing rushes
SVG = "http://www.w3.org/2000/svg"
MOVES = {"part", "from", "to", "x", "y", "scale", "scale_x", "turn", "about", "opacity", "sway"}


class Mistake(Exception):
    pass


def ease(t):
    return t * t * (3 - 2 * t)


class Move:
    """What one part does: from seconds `from` to `to` of its drawing, each value from its first to its second."""

    def __init__(self, fields, begin, where):
        unknown = set(fields) - MOVES
        if unknown or "part" not in fields:
            raise Mistake(f"{where}: a move has `part` and any of {', '.join(sorted(MOVES))}; not {unknown}")
        self.part = fields["part"]
        self.begin = begin + float(fields.get("from", 0))
        self.end = begin + float(fields.get("to", fields.get("from", 0) + 1))
        self.about = fields.get("about", [WIDTH / 2, HEIGHT / 2])
        self.sway = fields.get("sway")  # [units across, units up, seconds for once there and back]
        self.values = {name: fields[name] for name in ("x", "y", "scale", "scale_x", "turn", "opacity") if name in fields}
        if self.end <= self.begin:
            raise Mistake(f"{where}: a move ends after it begins")
        for name in ("x", "y"):
            first, last = self.values.get(name, (0, 0))
            if abs(last - first) / (self.end - self.begin) > FASTEST:
                raise Mistake(f"{where}: `{self.part}` moves faster than {FASTEST} units a second")
        if "opacity" in self.values and self.end - self.begin < 0.5:
            raise Mistake(f"{where}: `{self.part}` appears in less than half a second, which flashes")

    def at(self, name, seconds, otherwise):
        if name not in self.values:
            return otherwise
        first, last = self.values[name]
        passed = min(max((seconds - self.begin) / (self.end - self.begin), 0), 1)
        return first + (last - first) * ease(passed)

    def apply(self, element, seconds):
        x, y = self.at("x", seconds, 0), self.at("y", seconds, 0)
        if self.sway:
            phase = 2 * math.pi * seconds / self.sway[2]
            x, y = x + self.sway[0] * math.sin(phase), y + self.sway[1] * (1 - math.cos(phase)) / 2
        scale, turn = self.at("scale", seconds, 1), self.at("turn", seconds, 0)
        across = scale * self.at("scale_x", seconds, 1)
        to = f"translate({x + self.about[0]:.3f} {y + self.about[1]:.3f}) rotate({turn:.3f}) "
        to += f"scale({across:.4f} {scale:.4f}) translate({-self.about[0]} {-self.about[1]})"
        element.set("transform", f"{to} {element.get('transform', '')}".strip())
        if "opacity" in self.values:
            element.set("opacity", f"{self.at('opacity', seconds, 1):.3f}")


class Shot:
    """One drawing and all that moves in it, for as long as it is seen."""

    def __init__(self, drawing, begin, folder, where):
        self.begin = begin
        self.where = where
        self.moves = []
        file = folder / f"{drawing}.svg"
        try:
            self.root = tree.parse(file).getroot()
        except (OSError, tree.ParseError) as error:
            raise Mistake(f"{where}: the drawing {file} cannot be read: {error}") from error

    def add(self, moves, begin, where):
        ids = {element.get("id") for element in self.root.iter()}
        for fields in moves:
            move = Move(fields, begin, where)
            if move.part != "all" and move.part not in ids:
                raise Mistake(f"{where}: the drawing has no part `{move.part}`")
            self.moves.append(move)

    def layer(self, seconds):
        """The drawing at this time, as one <g>."""
        layer = tree.Element(f"{{{SVG}}}g")
        tree.SubElement(layer, f"{{{SVG}}}rect", x="-700", y="-700", width="1880", height="1700", fill=GROUND)
        layer.extend(copy.deepcopy(list(self.root)))
        parts = {element.get("id"): element for element in layer.iter() if element.get("id")}
        for move in self.moves:
            move.apply(layer if move.part == "all" else parts[move.part], seconds)
        return layer

    def rests(self, frame):
        """Nothing of it differs from the frame before."""
        now, before = frame / FRAMES_A_SECOND, (frame - 1) / FRAMES_A_SECOND
        return all(not m.sway and (before >= m.end or now <= m.begin) for m in self.moves)


class Film:
    def __init__(self, file, drawings):
        with open(file, encoding="utf-8") as text:
            source = yaml.safe_load(text)
        self.seconds = source["seconds"]
        self.shots = []
        for number, scene in enumerate(source["scenes"], 1):
            where = f"{file}: scene {number}"
            if "drawing" in scene:
                self.shots.append(Shot(scene["drawing"], scene["start"], drawings, where))
            if not self.shots:
                raise Mistake(f"{where}: the first scene names its drawing")
            self.shots[-1].add(scene.get("moves", []), scene["start"], where)

    def document(self, frame):
        seconds = frame / FRAMES_A_SECOND
        begun = [shot for shot in self.shots if shot.begin <= seconds]
        shot = begun[-1]
        fading = len(begun) > 1 and seconds < shot.begin + FADE
        root = tree.Element(
            f"{{{SVG}}}svg", width=str(WIDTH), height=str(HEIGHT), viewBox=f"0 0 {WIDTH} {HEIGHT}"
        )
        # Out, then in: two drawings on top of one another are hard to look at.
        passed = (seconds - shot.begin) / FADE if fading else 1
        layer = begun[-2].layer(seconds) if passed < 0.5 else shot.layer(seconds)
        root.append(layer)
        if passed < 1:
            tree.SubElement(
                root, f"{{{SVG}}}rect", width=str(WIDTH), height=str(HEIGHT), fill=GROUND,
                opacity=f"{ease(1 - abs(2 * passed - 1)):.3f}",
            )
        return tree.tostring(root)

    def rests(self, frame):
        seconds = frame / FRAMES_A_SECOND
        begun = [shot for shot in self.shots if shot.begin <= seconds]
        fading = len(begun) > 1 and seconds < begun[-1].begin + FADE + 1 / FRAMES_A_SECOND
        return frame > 0 and not fading and begun[-1].rests(frame)


class Painter:
    """librsvg on a cairo image of one frame."""

    class Rectangle(ctypes.Structure):
        _fields_ = [(name, ctypes.c_double) for name in ("x", "y", "width", "height")]

    def __init__(self):
        self.rsvg = ctypes.CDLL("librsvg-2.so.2")
        self.cairo = ctypes.CDLL("libcairo.so.2")
        self.gobject = ctypes.CDLL("libgobject-2.0.so.0")
        pointer = ctypes.c_void_p
        self.cairo.cairo_image_surface_create.restype = pointer
        self.cairo.cairo_create.restype = pointer
        self.cairo.cairo_create.argtypes = [pointer]
        self.cairo.cairo_image_surface_get_data.restype = pointer
        self.cairo.cairo_image_surface_get_data.argtypes = [pointer]
        self.cairo.cairo_surface_flush.argtypes = [pointer]
        self.rsvg.rsvg_handle_new_from_data.restype = pointer
        self.rsvg.rsvg_handle_new_from_data.argtypes = [ctypes.c_char_p, ctypes.c_size_t, pointer]
        self.rsvg.rsvg_handle_render_document.argtypes = [pointer, pointer, pointer, pointer]
        self.gobject.g_object_unref.argtypes = [pointer]
        self.surface = self.cairo.cairo_image_surface_create(1, *PIXELS)  # 1: RGB24
        self.context = self.cairo.cairo_create(self.surface)
        self.whole = self.Rectangle(0, 0, *PIXELS)

    def paint(self, svg):
        handle = self.rsvg.rsvg_handle_new_from_data(svg, len(svg), None)
        if not handle or not self.rsvg.rsvg_handle_render_document(
            handle, self.context, ctypes.byref(self.whole), None
        ):
            raise Mistake("a frame cannot be drawn")
        self.gobject.g_object_unref(handle)
        self.cairo.cairo_surface_flush(self.surface)
        return ctypes.string_at(self.cairo.cairo_image_surface_get_data(self.surface), PIXELS[0] * PIXELS[1] * 4)


def encoder(file):
    # One thread, and no word about the encoder in the file: the same frames give the same bytes.
    command = f"""ffmpeg -nostdin -v error -y -f rawvideo -pix_fmt bgr0 -s {PIXELS[0]}x{PIXELS[1]}
        -r {FRAMES_A_SECOND} -i - -an -vf format=yuv420p -c:v libvpx -threads 1 -deadline good -cpu-used 4
        -b:v 480k -crf 12 -qmin 2 -qmax 26 -g 100 -fflags +bitexact -flags:v +bitexact -map_metadata -1 -f webm"""
    return subprocess.Popen([*command.split(), str(file)], stdin=subprocess.PIPE)


def make(film, file, frames=None):
    painter = Painter()
    packing = encoder(file)
    picture = b""
    for frame in range(frames or round(film.seconds * FRAMES_A_SECOND)):
        if not film.rests(frame):
            picture = painter.paint(film.document(frame))
        packing.stdin.write(picture)
    packing.stdin.close()
    if packing.wait() != 0:
        raise Mistake("ffmpeg cannot make the film")


def fingerprint(film_file, drawings):
    """Of all that decides how the film looks."""
    digest = hashlib.sha256(pathlib.Path(__file__).read_bytes())
    with open(film_file, encoding="utf-8") as text:
        source = yaml.safe_load(text)
    for scene in source["scenes"]:
        scene.pop("says", None)  # the words are not in the picture
        if "drawing" in scene:
            digest.update((drawings / f"{scene['drawing']}.svg").read_bytes())
    digest.update(repr(source).encode())
    return digest.hexdigest()[:32]


def main():
    parser = argparse.ArgumentParser(description="Makes the picture track of a film.")
    parser.add_argument("film", type=pathlib.Path, help="media/films/TOPIC.yaml")
    parser.add_argument("-o", "--output", type=pathlib.Path, help="the WebM file that is written")
    parser.add_argument("--drawings", type=pathlib.Path, default=pathlib.Path(__file__).parents[1] / "illustrations")
    parser.add_argument("--cache", type=pathlib.Path, help="keep what was made here, named by what it was made of")
    parser.add_argument("--still", type=float, metavar="SECONDS", help="write one frame as SVG instead")
    arguments = parser.parse_args()
    tree.register_namespace("", SVG)
    try:
        film = Film(arguments.film, arguments.drawings)
        if arguments.still is not None:
            arguments.output.write_bytes(film.document(round(arguments.still * FRAMES_A_SECOND)))
            return 0
        folder = arguments.cache or arguments.output.parent
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / f"{fingerprint(arguments.film, arguments.drawings)}.webm"
        if not kept.exists():
            draft = folder / f"{kept.stem}-{os.getpid()}.draft"
            make(film, draft)
            draft.rename(kept)
        if arguments.cache:
            arguments.output.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(kept, arguments.output)
        else:
            kept.rename(arguments.output)
    except (Mistake, OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as mistake:
        print(f"make_film: {arguments.film}: {mistake}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
