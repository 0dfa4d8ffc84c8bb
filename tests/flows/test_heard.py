# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody looks at the screen: a number is found, heard, put on a slip, printed and left, by keys and by ear alone.

The visitor here knows only what reached the sink of the headphones, and goes on until what is wanted is being said.
"""

import re
import shutil
import subprocess

import pytest
from support import recogniser, repo, sound
from support.jack import CARD, Jack
from support.keys import HELP, HIDE, NEXT, SELECT, Keypad
from support.kiosk import Kiosk, give_to_nobody
from support.listener import WIDTH, Clips, Listener
from support.slip_reader import lines_of, pages_of, read_line
from support.waiting import wait_until

pytestmark = pytest.mark.usefixtures("nothing_left")

OWN_NAMES = {"en": "English", "es": "Español", "ar": "العربية"}
NUMBER = "1-888-373-7888"
LOUDER, AGAIN, HOME_KEY = 0xc3, 0xc6, 110  # of the keypad, and of a keyboard


def word(context, language):
    """What stands on the screen, by what translators know it by."""
    entry = repo.text(f"content/translations/{'es' if language == 'en' else language}.po").split(f'msgctxt "{context}"\n')[1]
    which = "msgid" if language == "en" else "msgstr"
    return "".join(re.findall('"(.*)"', re.search(rf'^{which} ((?:".*"\n)+)', entry, re.MULTILINE).group(1)))


@pytest.fixture(scope="module")
def clips(home):
    return Clips(home.content / "sound", OWN_NAMES)


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """What the clips say, to tell people what was heard."""
    folder, known = tmp_path_factory.mktemp("scripts"), {}
    for tag in OWN_NAMES:
        subprocess.run([repo.PROGRAMS / "porchlight-content", "narrate", "content", "--script", tag, "-o", folder / tag],
                       cwd=repo.TOP, check=True, stdout=subprocess.DEVNULL)
        rows = [line.split("\t") for line in (folder / tag).read_text().splitlines() if not line.startswith("#")]
        known |= {row[1]: row[2] for row in rows}
    return known


@pytest.fixture
def keypad(display):
    made = Keypad(display, patience=0.06)
    yield made
    made.close()


@pytest.fixture
def jack(home):
    made = Jack(home.runtime / "jack")
    give_to_nobody(made.folder, *made.folder.iterdir())
    yield made
    shutil.rmtree(made.folder)


@pytest.fixture
def server(home):
    with sound.Server(home.folder / "server") as made:
        made.let_all_in()
        yield made
    shutil.rmtree(made.folder)


@pytest.fixture
def key_map(home):
    """As it is shipped, but for the guard: nobody's hand trembles here."""
    file = home.runtime / "heard.keys"
    file.write_text((repo.TOP / "deploy/keypads/default.keys").read_text().replace("guard-ms = 500", "guard-ms = 20"))
    file.chmod(0o644)
    return file


class Blind:
    """Presses and listens."""

    def __init__(self, keypad, listener):
        self.keypad, self.ear = keypad, listener
        self.presses = {}

    def press(self, key, step):
        self.keypad.press(key)
        self.presses[step] = self.presses.get(step, 0) + 1

    def said(self):
        return [self.ear.words(one) for one in self.ear.heard]

    def hears(self, text, most=40):
        """Lets it speak until this is being said, which is among the next `most` things."""
        for _ in range(most):
            heard = self.ear.next_words(60)
            while not heard.clip:  # a busy machine has crackled
                heard = self.ear.next_words(60)
            if heard.is_text(text):
                return heard
        raise AssertionError(f"{text!r} was not said, but {self.said()}")

    def goes_to(self, text, step, most=60):
        """Presses the key that leads on until this is being said."""
        for _ in range(most):
            self.press(NEXT, step)
            heard = self.ear.next_words()
            while not heard.clip:  # a busy machine has crackled
                self.press(AGAIN, "say again")
                heard = self.ear.next_words()
            if heard.is_text(text):
                return heard
        raise AssertionError(f"never came to {text!r}; heard {self.said()}")

    def chooses(self, text, step, then):
        """Chooses what is called so; the next page begins with these words."""
        self.goes_to(text, step)
        self.press(SELECT, step)
        self.hears(then, most=1)


def numbers_of(pdf):
    page = pages_of(pdf)[0]
    return [read_line(page, line, only="0123456789-") for line in lines_of(page)]


@pytest.mark.parametrize("language", OWN_NAMES)
def test_a_number_heard_and_printed_by_one_who_does_not_see(home, display, clips, texts, keypad, jack, server, key_map, language,
                                                             tmp_path, record_property):
    slip = home.runtime / "heard.pdf"
    slip.unlink(missing_ok=True)

    def named(context):
        return word(context, language)

    with sound.Recorder(server, sound.PRIVATE) as private, sound.Recorder(server, sound.SPEAKER) as speaker, \
            Kiosk(home, display, ["--jack", CARD, "--keypad", str(key_map), "--printer", f"file:{slip}"],
                  environment=jack.environment | server.environment) as kiosk:
        wait_until(lambda: not display.screen.picture().is_blank(), what="the kiosk")
        assert private.is_silent()
        visitor = Blind(keypad, Listener(private, clips, texts))
        try:
            jack.plug()
            visitor.hears(word("listen.keys", "en"), most=1)
            visitor.goes_to(OWN_NAMES[language], "language")
            visitor.press(SELECT, "language")
            if language != "en":
                visitor.hears(named("listen.keys"), most=1)
            visitor.hears(named("home.title"), most=1)
            visitor.chooses(named("tile:talk"), "talk to someone", named("numbers.title"))
            visitor.chooses(named("contact:hotline"), "contact", named("contact:hotline"))
            visitor.goes_to(named("kind.call"), "number")
            number = visitor.hears(NUMBER, most=1)
            assert visitor.ear.hears_out(number), "the number was broken off"
            visitor.chooses(named("topic.slip"), "slip", named("slip.title"))
            visitor.goes_to(named("slip.print"), "print")
            visitor.press(SELECT, "print")
            visitor.hears(named("slip.printed"))
            wait_until(slip.exists, what="the slip")

            # Set otherwise than it was, nothing is understood here any more.
            visitor.press(HELP, "faster and louder")
            visitor.hears(named("listen.title"), most=1)
            visitor.goes_to(named("listen.speed"), "faster and louder")
            visitor.hears("4", most=1)
            visitor.goes_to(named("listen.faster"), "faster and louder")
            visitor.press(SELECT, "faster and louder")
            visitor.press(LOUDER, "faster and louder")
            visitor.press(LOUDER, "faster and louder")
            wait_until(lambda: not visitor.ear.next_words().clip, every=0, what="a louder voice")

            # What the next visitor hears is understood again, and begins as it did.
            visitor.press(HIDE, "leave")
            first = visitor.hears(word("cover.title", "en"), most=2)
            visitor.ear.hears_out(first)
            assert (first.last - first.first) * WIDTH / len(first.clip.whole) > 0.9, "still faster"
            visitor.goes_to(word("cover.start", "en"), "leave")
            visitor.press(SELECT, "leave")
            visitor.hears(word("listen.keys", "en"), most=1)
            jack.unplug()
            wait_until(lambda: server.is_muted(sound.PRIVATE), what="a muted sink")
            quiet = private.length()
            kiosk.run_for(1)
            assert not private.sounds_after(quiet + sound.RATE // 10), "heard with nothing plugged"
            assert speaker.is_silent(), "the loudspeaker was heard"
        finally:
            print(language, visitor.presses, "all:", keypad.pressed, visitor.said())
    assert NUMBER in numbers_of(slip)
    record_property("keys", visitor.presses)
    if language == "en":
        visitor.ear.write(number, tmp_path / "number.wav")
        said = recogniser.heard_digits(tmp_path / "number.wav", 11)
        assert recogniser.wrong_words(NUMBER.replace("-", ""), said) <= 2, said

# --- What is broken -------------------------------------------------------------------------------------------------------


def read_from(display):
    """All words on the screen, as an independent reader sees them; white space is one space."""
    picture = display.screen.picture()
    grey = b"P5\n%d %d\n255\n" % (picture.width, picture.height) + picture.data[1::4]
    told = subprocess.run(["tesseract", "stdin", "stdout", "-l", "eng", "--psm", "11", "--dpi", "150"], input=grey, check=True,
                          capture_output=True, env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"})
    return " ".join(told.stdout.decode().split())


def stands_there(display, text):
    wait_until(lambda: text in read_from(display), 30, every=0.5, what=f"{text!r} on the screen")


def test_where_no_sound_server_answers_the_screen_says_so(home, display, keypad, jack, key_map):
    with Kiosk(home, display, ["--jack", CARD, "--keypad", str(key_map)],
               environment=jack.environment | {"PULSE_SERVER": f"unix:{home.runtime}/nobody-there"}) as kiosk:
        wait_until(lambda: not display.screen.picture().is_blank(), what="the kiosk")
        jack.plug()
        stands_there(display, word("welcome.choose", "en"))
        keypad.press(HELP)
        stands_there(display, word("listen.no-sound", "en"))
        keypad.press(HIDE)
        stands_there(display, word("cover.hours", "en"))
        assert kiosk.is_alive()


@pytest.mark.parametrize("how", ["dies", "hangs"])
def test_a_sound_server_that_goes_away_takes_nothing_with_it(home, display, clips, texts, keypad, jack, server, key_map, how):
    with Kiosk(home, display, ["--jack", CARD, "--keypad", str(key_map)], environment=jack.environment | server.environment) as kiosk:
        wait_until(lambda: not display.screen.picture().is_blank(), what="the kiosk")
        with sound.Recorder(server, sound.PRIVATE) as ear:
            jack.plug()
            ear.wait_for_sound()
            server.stop() if how == "dies" else server.hang()
            keypad.press(HELP)
            stands_there(display, word("listen.no-sound", "en"))
            keypad.press(HOME_KEY)
            stands_there(display, word("tile:work", "en"))
            if how == "hangs":
                server.go_on()
        if how == "dies":
            server.start()
            server.let_all_in()
        with sound.Recorder(server, sound.PRIVATE) as ear:
            visitor = Blind(keypad, Listener(ear, clips, texts))
            visitor.goes_to(word("tile:talk", "en"), "again")
            assert kiosk.is_alive()
