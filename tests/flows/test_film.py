# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A film on the real kiosk: it plays, its words are those of the language, and whatever is wrong with the file or the
machine, the page stays usable and the words go on. There is no sound server here at all."""

import shutil
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.kiosk import Kiosk
from support.tour import Tour
from support.waiting import settled, wait_until

FILM = "signs"
PAGES = "welcome,home,topics-help-someone,about-before,topic-signs,film-signs,cover"
OWN_NAMES = {"en": "English", "ar": "العربية", "my": "မြန်မာ"}
PICTURE = range(420, 820, 20)  # rows of the screen that belong to it in every language
WORDS = range(912, 1400, 6)


@pytest.fixture(scope="module")
def pages(home, tmp_path_factory):
    """Only those on the way to the film, and its own."""
    return Tour(home, "1080x1920", list(OWN_NAMES), tmp_path_factory.mktemp("film") / "tour", flags=("--pages", PAGES))


@pytest.fixture
def release(home):
    """A release whose film may be spoilt."""
    root = home.folder / "spoilt"
    shutil.copytree(home.content, root / "current")
    yield root
    shutil.rmtree(root)


def part(display, rows):
    return [display.screen.row(y) for y in rows]


def changes(display, rows, seconds=12):
    before = part(display, rows)
    wait_until(lambda: part(display, rows) != before, seconds, what="something else on the screen")


def moves(display):
    """For a while: what has just appeared takes no tap yet."""
    for _ in range(10):
        changes(display, PICTURE)


def loaded(kiosk):
    maps = Path(f"/proc/{kiosk.own_pid()}/maps").read_text()
    return any(library in maps for library in ("libQt6Multimedia", "libgstreamer", "porchlight-film"))


@contextmanager
def before_the_film(home, visitor, pages, language="en", **how):
    """The kiosk, on the page that has the film."""
    environment = {"PULSE_SERVER": "unix:/nonexistent"} | how.pop("environment", {})
    visitor.tour = pages
    with Kiosk(home, visitor.display, environment=environment, **how) as kiosk:
        visitor.waits_for("welcome")
        visitor.taps("welcome", OWN_NAMES[language])
        visitor.waits_for("home", language)
        for page in ("home", "topics-help-someone"):
            control = [c for c in pages.controls if c["page"] == page and c["language"] == language]
            name = {"home": 6, "topics-help-someone": 1}[page]  # the small tile below the six; the second of the list
            visitor.display.finger.tap(control[name]["x"] + control[name]["w"] / 2, control[name]["y"] + control[name]["h"] / 2)
            visitor.rests()
        visitor.waits_for("about-before", language)
        visitor.display.finger.tap(*go_on(pages, language))
        visitor.waits_for("topic-signs", language)
        assert not loaded(kiosk), "Multimedia is loaded before anyone opens a film"
        yield kiosk


def open_film(visitor, pages, language="en"):
    """The finger does not wait there for the screen to rest."""
    watch = [c for c in pages.controls if c["page"] == "topic-signs" and c["language"] == language][0]
    visitor.display.finger.tap(watch["x"] + watch["w"] / 2, watch["y"] + watch["h"] / 2)
    changes(visitor.display, WORDS)


@contextmanager
def watching(home, visitor, pages, language="en", **how):
    with before_the_film(home, visitor, pages, language, **how) as kiosk:
        open_film(visitor, pages, language)
        yield kiosk


def go_on(pages, language):
    control = [c for c in pages.controls if c["page"] == "about-before" and c["language"] == language][0]
    return control["x"] + control["w"] / 2, control["y"] + control["h"] / 2


def stays_usable(kiosk, visitor, pages):
    """Words go on, Clear screen clears, and the next visit can begin."""
    visitor.rests()  # the page has come
    changes(visitor.display, WORDS, seconds=30)
    assert kiosk.is_alive(), kiosk.log
    visitor.display.finger.tap(*pages.control("film-signs", pages.word("bar.clear")))
    visitor.waits_for("cover")


@pytest.mark.parametrize("language", OWN_NAMES)
def test_plays_with_words_in_every_script(home, display, visitor, pages, language):
    with watching(home, visitor, pages, language) as kiosk:
        assert loaded(kiosk)
        moves(display)
        changes(display, WORDS, seconds=30)
        read = pages.word("film.read") if language == "en" else pages.translated("film.read", language)
        visitor.display.finger.tap(*pages.control("film-signs", read, language))
        visitor.waits_for("topic-signs", language)


def test_a_pause_holds_picture_and_words(home, display, visitor, pages):
    with watching(home, visitor, pages):
        moves(display)
        changes(display, WORDS)  # the longest part begins, which would end by itself otherwise
        visitor.display.finger.tap(*pages.control("film-signs", pages.word("listen.go-on")))
        settled(lambda: part(display, PICTURE), seconds=5)
        held = part(display, PICTURE) + part(display, WORDS)
        time.sleep(1)
        assert part(display, PICTURE) + part(display, WORDS) == held
        visitor.display.finger.tap(*pages.control("film-signs", pages.word("listen.go-on")))
        changes(display, PICTURE)


def test_clear_screen_ends_it(home, display, visitor, pages):
    with watching(home, visitor, pages) as kiosk:
        changes(display, PICTURE)
        visitor.display.finger.tap(*pages.control("film-signs", pages.word("bar.clear")))
        visitor.waits_for("cover")
        visitor.rests()
        threads = {Path(task, "comm").read_text().strip() for task in Path(f"/proc/{kiosk.own_pid()}/task").iterdir()}
        assert not threads & {"film", "vqueue:src", "multiqueue0:src"}, threads


def is_pink(pixel):
    blue, green, red, _ = pixel
    return blue > 180 and red > 180 and green < 90


def test_a_signed_film_has_its_words_too(home, display, visitor, pages, release):
    """Nobody has recorded one yet: a pink picture stands for it, that flickers so that it is seen to move."""
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", "color=c=0xff00ff:s=320x200:d=8,noise=alls=20:allf=t",
                    "-c:v", "libvpx", "-pix_fmt", "yuv420p", release / "current/films" / FILM / "ase.webm"], check=True, timeout=60)

    def shows_signing():
        row = display.screen.row(PICTURE[len(PICTURE) // 2])
        return is_pink(row[len(row) // 2:len(row) // 2 + 4])

    with watching(home, visitor, pages, root=release):
        moves(display)
        assert not shows_signing()
        # The wide button for reading makes room for that of signing.
        signed = (display.width * 0.75, pages.control("film-signs", pages.word("film.read"))[1])
        visitor.display.finger.tap(*signed)
        wait_until(shows_signing, what="the signing")
        changes(display, PICTURE)
        words = part(display, WORDS)
        assert len(set(words)) > 3, "no caption"
        wait_until(lambda: len(set(part(display, WORDS))) > 3 and part(display, WORDS) != words, 12, what="the next caption")
        assert shows_signing()
        visitor.display.finger.tap(*signed)
        wait_until(lambda: not shows_signing(), what="the drawn film")
        changes(display, PICTURE)


def test_memory_is_given_back(home, visitor, pages):
    """The libraries stay loaded, and nothing else: a film after another takes no more than the first."""
    with before_the_film(home, visitor, pages) as kiosk:
        playing, after = [], []
        for _ in range(3):
            open_film(visitor, pages)
            moves(visitor.display)
            playing.append(pss(kiosk))
            visitor.display.finger.tap(*pages.control("film-signs", pages.word("film.read")))
            visitor.waits_for("topic-signs")
            after.append(pss(kiosk))
    print("playing", playing, "after", after)
    assert after[-1] < after[0] * 1.05, after


def pss(kiosk):
    """Kilobytes."""
    rollup = Path(f"/proc/{kiosk.own_pid()}/smaps_rollup").read_text()
    return int(next(line for line in rollup.splitlines() if line.startswith("Pss:")).split()[1])


def spoil(kind, film):
    whole = film.read_bytes()
    film.chmod(0o644)
    match kind:
        case "missing":
            film.unlink()
        case "empty":
            film.write_bytes(b"")
        case "cut off at once":
            film.write_bytes(whole[:300])
        case "cut off early":
            film.write_bytes(whole[:60_000])
        case "noise":
            film.write_bytes(bytes(range(256)) * 2000)
        case "noise after the head":
            film.write_bytes(whole[:4] + bytes(range(256)) * 2000)


@pytest.mark.parametrize("kind", ["missing", "empty", "cut off at once", "cut off early", "noise", "noise after the head"])
def test_a_spoilt_film_leaves_its_words(home, visitor, pages, release, kind):
    spoil(kind, release / "current/films" / FILM / "film.webm")
    with watching(home, visitor, pages, root=release) as kiosk:
        stays_usable(kiosk, visitor, pages)


def test_without_a_decoder_the_words_go_on(home, visitor, pages):
    with watching(home, visitor, pages, environment={"GST_PLUGIN_SYSTEM_PATH": "/nonexistent"}) as kiosk:
        stays_usable(kiosk, visitor, pages)


def test_without_the_plugin_the_words_go_on(home, visitor, pages):
    plugin = home.folder / "lib/porchlight/plugins/porchlight-film.so"
    away = plugin.with_suffix(".away")
    plugin.rename(away)
    try:
        with watching(home, visitor, pages) as kiosk:
            stays_usable(kiosk, visitor, pages)
    finally:
        away.rename(plugin)
