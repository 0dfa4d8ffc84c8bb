# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything by keys alone: the real kiosk, real key events, and what the printer got."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from support import repo
from support.keys import BAR, DOWN, ESCAPE, HELP, HIDE, NEXT, PREVIOUS, RETURN, SELECT, UP, Keypad, controls
from support.kiosk import Kiosk, give_to_nobody
from support.slip_reader import lines_of, pages_of, read_line
from support.tour import Tour
from support.visitor import Visitor
from support.waiting import wait_until

pytestmark = pytest.mark.usefixtures("nothing_left")
LANGUAGES = {"en": "English", "es": "Español", "ar": "العربية"}
DEFAULT = repo.TOP / "deploy/keypads/default.keys"


@pytest.fixture(scope="module")
def pages(home):
    folder = Path(tempfile.mkdtemp(prefix="porchlight-tour-"))
    yield Tour(home, "1080x1920", list(LANGUAGES), folder)
    shutil.rmtree(folder)


@pytest.fixture
def key_map(tmp_path, home):
    """As it is shipped, but for the guard: nobody's hand trembles here, and the test has many keys to press."""
    file = home.runtime / "keypad.keys"
    file.write_text(DEFAULT.read_text().replace("guard-ms = 500", "guard-ms = 40"))
    file.chmod(0o644)
    return file


@pytest.fixture
def keypad(display):
    made = Keypad(display)
    yield made
    made.close()


def numbers_of(pdf):
    page = pages_of(pdf)[0]
    return [read_line(page, line, only="0123456789-") for line in lines_of(page)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_found_put_on_a_slip_printed_and_left(home, display, pages, key_map, keypad, language, record_property):
    slip = home.runtime / "slip.pdf"
    slip.unlink(missing_ok=True)
    visitor = Visitor(display, pages)
    keys = {}

    def at(page, language=language):
        visitor.waits_for(page, language)
        return controls(pages, page, language)

    with Kiosk(home, display, ["--keypad", str(key_map), "--printer", f"file:{slip}"]) as kiosk:
        def choose(step, page, which, key=NEXT):
            """Goes to one of the controls that are on the page when it opens, and chooses it."""
            here = at(page)
            before = keypad.pressed
            keypad.goes_to(which(here), key)
            keypad.press(SELECT)
            keys[step] = keypad.pressed - before

        before = keypad.pressed
        welcome = at("welcome", "en")
        keypad.goes_to(next(c for c in welcome if c["name"] == LANGUAGES[language]))
        keypad.press(SELECT)
        keys["language"] = keypad.pressed - before

        choose("talk to someone", "home", lambda here: here[5])
        choose("number", "numbers", lambda here: here[3])

        # The way to the slip is the last thing on the last part of the page.
        here = at("contact-hotline")
        before = keypad.pressed
        keypad.goes_to(here[-BAR])
        turned = [c["name"] for c in here[:-BAR]][-2:] == [c["name"] for c in controls(pages, "numbers", language)][-BAR - 2:-BAR]
        keypad.press(PREVIOUS, 2 if turned else 1)
        keypad.press(SELECT)
        keys["put it on a slip"] = keypad.pressed - before

        visitor.rests()
        before = keypad.pressed
        keypad.goes_to(controls(pages, "slip", language)[-BAR - 2])
        keypad.press(SELECT)
        keys["print"] = keypad.pressed - before

        visitor.waits_for("print-printed", language)
        wait_until(slip.exists, what="the slip")
        keypad.press(HIDE)
        visitor.waits_for("cover", "en")
        keypad.press(NEXT)
        keypad.press(SELECT)
        visitor.waits_for("welcome")
        assert kiosk.is_alive()
    assert "1-888-373-7888" in numbers_of(slip)
    record_property("keys", keys)
    print(language, keys, "all:", keypad.pressed)


def test_the_keys_of_a_keyboard_need_no_file(home, display, pages, keypad):
    visitor = Visitor(display, pages)
    keypad.patience = 0.6  # longer than the guard time
    with Kiosk(home, display):
        visitor.waits_for("welcome")
        keypad.press(DOWN)
        keypad.press(RETURN)
        visitor.waits_for("home")
        keypad.press(DOWN, 2)
        assert keypad.stands_on(controls(pages, "home", "en")[2]), "Down goes to what stands below"
        keypad.press(UP)
        assert keypad.stands_on(controls(pages, "home", "en")[0])
        keypad.press(ESCAPE)
        visitor.waits_for("cover")


def test_codes_are_the_same_in_the_compositor(home, display, pages, keypad):
    """Wayland has no names for the keys of the keypad either; their codes are those of X11."""
    visitor = Visitor(display, pages)
    keypad.patience = 0.6
    with Kiosk(home, display, ["--keypad", str(DEFAULT)], cage=True) as kiosk:
        visitor.waits_for("welcome")
        display.fill_with_only_window()  # gives it the keys, too
        keypad.press(NEXT)
        keypad.press(SELECT)
        visitor.waits_for("home")
        keypad.press(HIDE)
        visitor.waits_for("cover")
        assert kiosk.is_alive()


def test_a_second_knock_is_no_second_press(home, display, pages, keypad):
    visitor = Visitor(display, pages)
    with Kiosk(home, display, ["--keypad", str(DEFAULT)]):
        visitor.waits_for("welcome")
        keypad.patience = 0.6
        keypad.press(NEXT)
        keypad.patience = 0.05
        keypad.press(NEXT, 3)  # within 0.5 s of the first of them
        visitor.rests()
        assert keypad.stands_on(controls(pages, "welcome", "en")[1])
        keypad.press(HELP)
        visitor.waits_for("listen")


def test_a_broken_key_map_is_told_and_not_used(home, tmp_path):
    file = home.runtime / "broken.keys"
    file.write_text("Escape = hide\nReturn = select\nDown = downwards\n")
    ran = subprocess.run([home.bin / "porchlight", "--keypad", file, "--self-test"], capture_output=True, text=True,
                         env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, timeout=60)
    assert ran.returncode == 2
    assert f"{file}:3:" in ran.stderr and "downwards" in ran.stderr


# --- The learn screen -------------------------------------------------------------------------------------------------

# Codes of a keypad that sends F13 to F24, as the screen asks for them: Up, Down, Select, Clear screen.
FOUR = [0xbf, 0xc0, 0xc1, 0xc5]
OPTIONAL = 16


def button(display, place, of):
    """The middle of one of the buttons at the bottom of the learn screen, which stand one below the other."""
    mm = display.width / 268
    tall, gap, margin = 20 * mm, 4 * mm, 13 * mm
    return display.width / 2, display.height - margin - (of - place) * tall - (of - 1 - place) * gap + tall / 2


def learn(home, display, file):
    return Kiosk(home, display, ["--learn-keys", str(file)])


def test_keys_are_learnt_tried_and_written(home, display, keypad, pages):
    file = home.runtime / "learnt.keys"
    file.unlink(missing_ok=True)
    visitor = Visitor(display, pages)
    keypad.patience = 0.3
    with learn(home, display, file) as kiosk:
        wait_until(lambda: not display.screen.picture().is_blank(), what="the learn screen")
        visitor.rests()
        keypad.press(FOUR[0])
        keypad.patience = 0.7
        keypad.press(FOUR[1])
        keypad.press(FOUR[0])  # used already: refused
        keypad.press(FOUR[2])
        keypad.press(FOUR[3])
        keypad.press(0xca)  # Left is not there on this keypad, but this key is given to it
        for _ in range(OPTIONAL - 1):
            display.finger.tap(*button(display, 0, 3))
            visitor.rests()
        keypad.press(FOUR[0])  # tried out: changes nothing
        assert not file.exists()
        display.finger.tap(*button(display, 0, 3))
        wait_until(file.exists, what="the key map")
        visitor.rests()
        display.finger.tap(*button(display, 1, 2))
        assert kiosk.process.wait(15) == 0
    lines = [line for line in file.read_text().splitlines() if line and not line.startswith("#")]
    assert [line.split(" = ")[1] for line in lines] == ["500", "up", "down", "select", "hide", "left"]
    assert [other.name for other in home.runtime.glob("learnt.keys*")] == ["learnt.keys"], "nothing is left beside it"
    checked = subprocess.run([home.bin / "porchlight", "--keypad", file, "--self-test"], capture_output=True, text=True,
                             env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, timeout=60)
    assert checked.returncode == 0, checked.stderr


def test_a_file_that_cannot_be_written_is_told_before_any_key_is_pressed(home):
    ran = subprocess.run([home.bin / "porchlight", "--learn-keys", "/nonexistent/keypad.keys"], capture_output=True, text=True,
                         env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, timeout=60)
    assert ran.returncode == 2
    assert "/nonexistent/keypad.keys" in ran.stderr and "What to do" in ran.stderr
