# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A receipt printer that fails in every way we could think of: what the visitor is told, and what came out on paper.

Never two slips for one tap, never "Printed" without a whole slip, always an end; and the next slip comes out alone, so nothing of
an earlier one was left. The rows below become the table build/test-results/printer_faults.md.
"""

import json
import signal
import threading
import time
from dataclasses import dataclass, field
from typing import Callable

import pytest
import yaml
from support import repo
from support.eye import Eye
from support.keys import ESCAPE, Keypad
from support.kiosk import Kiosk
from support.receipt_printer import ReceiptPrinter, rows_of
from support.receipt_reader import read_receipt
from support.slip_reader import difference
from support.slip_tool import SlipTool, of_release
from support.thermal import Thermal
from support.waiting import wait_until

TABLE = repo.TOP / "build/test-results/printer_faults.md"
ROWS = repo.TOP / "build/test-results/printer_faults.json"
SHORT = 1500  # ms: nobody waits a minute and a half here for paper that does not come
WORDS = {entry["id"]: entry["text"] for entry in yaml.safe_load(repo.text("content/interface.yaml"))}
SAID = {"GettingReady": "slip.getting-ready", "Printing": "slip.printing", "Printed": "slip.printed",
        "OutOfPaper": "slip.out-of-paper", "CoverOpen": "slip.cover-open", "NotReachable": "slip.not-reachable",
        "Failed": "slip.failed"}
FINAL = {"Printed", "NotReachable", "Failed", "Cancelled"}
PRINTED = {"Printed": {1}}
AWAY = {"NotReachable": {0}}
NOTHING = {"Failed": {0}, "NotReachable": {0}}
EITHER = PRINTED | {"Failed": {0, 1}, "NotReachable": {0, 1}}  # it may be whole although the printer could not say so


def sets(**state):
    return lambda lab: lab.printer.set(**state)


def at_strip(number, **state):
    return lambda lab: lab.printer.at_strip(number, **state)


@dataclass
class Fault:
    happens: str
    arm: Callable  # before the tap
    told: str = ""  # what must be told while it waits
    mended: str = ""  # by whom or how; then `mend` is done
    mend: Callable = field(default=lambda lab: lab.printer.mend())
    ends: dict = field(default_factory=lambda: PRINTED)  # the last state -> how many whole slips may have come out
    torn: int = 0  # pieces that may lie beside them
    links: tuple = ("tcp", "pty")
    design: str = "card"
    patience: int = 0  # ms; 0: the kiosk's own
    slow: bool = False
    slow_links: tuple = ()  # on these the row is for the slow tests


FAULTS = [
    Fault("nothing", lambda lab: None),
    Fault("no paper", sets(paper="out"), "OutOfPaper", "paper put in", slow_links=("pty",)),
    Fault("no paper, and nobody comes", sets(paper="out"), "OutOfPaper", ends=NOTHING, patience=SHORT, links=("tcp",), slow=True),
    Fault("paper ends in the slip", at_strip(1, paper="out"), "OutOfPaper", "paper put in", torn=1, design="full"),
    Fault("paper is low", sets(paper="near"), slow_links=("pty",)),
    Fault("cover open", sets(cover=True), "CoverOpen", "cover closed", slow_links=("pty",)),
    Fault("cover opened in the slip", at_strip(1, cover=True), "CoverOpen", "cover closed", torn=1, design="full",
          slow_links=("pty",)),
    Fault("too hot", sets(hot=True), ends=NOTHING, patience=SHORT, slow=True),
    Fault("too hot in the slip", at_strip(1, hot=True), ends=NOTHING, torn=1, design="full", patience=SHORT, links=("tcp",)),
    Fault("cutter stuck in the slip", at_strip(1, cutter=True), ends=NOTHING, torn=1, design="full", patience=SHORT, links=("tcp",)),
    Fault("answers late, by a fifth of a second", lambda lab: lab.printer.late(0.2), links=("tcp",), slow=True),
    Fault("answers late, by five seconds", lambda lab: lab.printer.late(5), ends=EITHER, slow=True),
    Fault("answers nonsense", lambda lab: lab.printer.garbage(), ends=EITHER, torn=1, patience=SHORT, slow_links=("pty",)),
    Fault("says nothing", lambda lab: lab.printer.silent(), ends=NOTHING, torn=1, patience=SHORT, slow_links=("pty",)),
    Fault("line dropped at the first strip", lambda lab: lab.printer.drop_at_strip(1), ends=EITHER, torn=1, design="full",
          slow_links=("pty",)),
    Fault("line dropped at the second strip", lambda lab: lab.printer.drop_at_strip(2), ends=EITHER, torn=1, design="full",
          links=("tcp",), slow=True),
    Fault("line dropped at the third strip, rest printed", lambda lab: lab.printer.drop_at_strip(3, keeps=True), ends=EITHER, torn=2,
          design="full", slow=True),
    Fault("line dropped at each strip", lambda lab: lab.printer.drop_at_strip("each"), ends=NOTHING, torn=9, design="full",
          patience=SHORT, slow=True),
    Fault("off", lambda lab: lab.printer.unplug(), ends=AWAY, slow=True),
    Fault("off, and nobody waits for it", lambda lab: lab.printer.unplug(), ends=AWAY, patience=SHORT, slow_links=("pty",)),
    Fault("switched off in the slip, and on", lambda lab: switches_off(lab, and_on=True), ends=EITHER, torn=1, design="full", slow=True),
    Fault("its own button: offline", sets(offline=True), ends=NOTHING, patience=SHORT, links=("tcp",)),
    Fault("porchlight-thermal dies in the slip, and is started", at_strip(1, paper="out"), "OutOfPaper", "restarted",
          lambda lab: lab.restart(), ends=NOTHING, torn=1, design="full", patience=SHORT, links=("tcp",)),
]


def switches_off(lab, and_on=False):
    """When the first strip is out, by another hand, which waits for nobody."""
    lab.printer.rows_per_second = 500  # slow enough to be caught at it

    def hand(before=lab.printer.strips):
        wait_until(lambda: lab.printer.strips > before, 120, every=0.005, what="a strip")
        lab.printer.unplug()
        if and_on:
            time.sleep(1)
            lab.printer.plug()
    lab.meanwhile(hand)


def rows():
    for fault in FAULTS:
        for link in fault.links:
            marks = [pytest.mark.slow] if fault.slow or link in fault.slow_links else []
            yield pytest.param(fault, link, id=f"{fault.happens}, {link}", marks=marks)


class Lab:
    """An emulated printer on one kind of line, and the porchlight-thermal that serves it."""

    def __init__(self, link):
        self.printer = ReceiptPrinter(link)
        self.thermal = Thermal(self.printer.device)
        self.socket = self.thermal.socket
        self._meanwhile = None

    def in_order(self):
        """Everything mended, an empty tray, and known to be so."""
        self.printer.rows_per_second = None
        self.printer.mend()
        self.thermal.ready()
        self.printer.forget()

    def restart(self):
        """As after a crash."""
        self.thermal.stop(signal.SIGKILL)
        self.thermal.start()

    def open_to_all(self):
        """The kiosk is another user."""
        self.thermal.folder.chmod(0o755)
        self.socket.chmod(0o666)

    def meanwhile(self, does):
        self._meanwhile = threading.Thread(target=does, daemon=True)
        self._meanwhile.start()

    def done(self):
        if self._meanwhile:
            self._meanwhile.join(60)

    def close(self):
        self.thermal.close()
        self.printer.close()


@pytest.fixture(scope="module")
def labs():
    """One of each kind of line; started when first asked for."""
    made = {}

    def lab(link):
        if link not in made:
            made[link] = Lab(link)
        return made[link]

    yield lab
    for one in made.values():
        one.close()


@pytest.fixture
def lab(labs, request):
    link = request.getfixturevalue("link") if "link" in request.fixturenames else "tcp"
    one = labs(link)
    one.in_order()
    yield one
    one.done()
    one.printer.mend()


@pytest.fixture(scope="module")
def references(labs):
    """How each design looks where nothing is wrong."""
    made = {}

    def reference(design, link):
        if (design, link) not in made:
            lab = labs(link)
            lab.in_order()
            assert prints(lab, design)[-1] == "Printed"
            made[design, link] = read_receipt(wait_until(lambda: lab.printer.slips, what="a slip")[0]).page
        return made[design, link]

    return reference


def prints(lab, design="card", *arguments):
    with SlipTool(*of_release(design=design), "--thermal", lab.socket, *arguments) as tool:
        return tool.end()


def is_whole(slip, reference):
    receipt = read_receipt(slip)
    return receipt.is_cut() and difference(receipt.page, reference) < 0.001


def tell(fault, link, states, whole, torn):
    """One row of the table; rows of the slow tests join those of the others."""
    known = json.loads(ROWS.read_text()) if ROWS.exists() else {}
    words = " ".join(f"“{WORDS[SAID[state]]}”" if state in SAID else "(gone)" for state in states if state != "GettingReady")
    known[f"{fault.happens}, {link}"] = [fault.happens, link, words, fault.mended or "–",
                                         f"{whole} whole" + (f", {torn} torn" if torn else "")]
    ROWS.parent.mkdir(parents=True, exist_ok=True)
    ROWS.write_text(json.dumps(known))
    head = ["what happens", "line", "what the visitor sees", "what somebody does", "what came out"]
    order = [f"{one.happens}, {link}" for one in FAULTS for link in ("tcp", "pty")]
    lines = [head, ["---"] * len(head), *(known[name] for name in order if name in known)]
    TABLE.write_text("".join("| " + " | ".join(line) + " |\n" for line in lines))


@pytest.mark.parametrize("fault, link", rows())
def test_what_is_told_is_what_came_out(lab, references, fault, link):
    reference = references(fault.design, link)
    lab.in_order()
    fault.arm(lab)
    patience = ["--patience", fault.patience] if fault.patience else []
    with SlipTool(*of_release(design=fault.design), "--thermal", lab.socket, *patience) as tool:
        if fault.told:
            tool.until(fault.told)
            if fault.mended:
                fault.mend(lab)
        states = tool.end()
    slips, torn = list(lab.printer.slips), list(lab.printer.torn)
    tell(fault, link, states, len(slips), len(torn))

    assert states[-1] in FINAL and not FINAL & set(states[:-1])
    assert states[-1] in fault.ends, states
    assert not fault.told or fault.told in states
    assert fault.ends is not AWAY or "Printing" not in states, "of a printer that is not there"
    assert len(slips) in fault.ends[states[-1]], f"{states}, and {len(slips)} slips came out"
    assert all(is_whole(slip, reference) for slip in slips), "half a slip was handed out"
    assert len(torn) <= fault.torn
    assert all(len(rows_of(piece)[1]) < reference.height for piece in torn), "a slip that nobody was told of"
    assert not lab.printer.unknown and not lab.printer.hazards

    # Mended, it prints for the next visitor: that slip, and nothing that was left.
    lab.printer.mend()
    wait_until(lambda: prints(lab)[-1] == "Printed", 40, what="a printer that is back")
    later = lab.printer.slips[len(slips):]
    assert len(later) == 1, "a slip that nobody waited for came out later"
    assert is_whole(later[0], references("card", link))
    assert len(lab.printer.torn) <= fault.torn


def test_stopping_in_the_middle_prints_nothing(lab):
    lab.printer.at_strip(1, paper="out")
    with SlipTool(*of_release(design="full"), "--thermal", lab.socket) as tool:
        tool.until("OutOfPaper")
        tool.cancel()
        assert tool.end()[-1] == "Cancelled"
    lab.printer.mend()
    assert prints(lab)[-1] == "Printed"
    assert len(lab.printer.slips) == 1, "only the next visitor's"


def test_a_kiosk_that_dies_leaves_nothing_to_the_next(lab):
    lab.printer.at_strip(1, paper="out")
    with SlipTool(*of_release(design="full"), "--thermal", lab.socket) as tool:
        tool.until("OutOfPaper")
        tool.process.kill()
        tool.process.wait()
    lab.printer.mend()
    assert prints(lab)[-1] == "Printed"
    assert len(lab.printer.slips) == 1, "only the next visitor's"


# --- On the real screen ---------------------------------------------------------------------------------------------------


@dataclass
class Seen:
    """What somebody sees who taps Print just when this happens."""
    happens: str
    arm: Callable
    words: tuple  # ids, of which one must stand on the screen
    waits: bool = True  # mended, it prints by itself; else "Try again" is there
    slow: bool = False


ON_SCREEN = [
    Seen("paper ends in the slip", at_strip(1, paper="out"), ("slip.out-of-paper",)),
    Seen("cover opened in the slip", at_strip(1, cover=True), ("slip.cover-open",), slow=True),
    Seen("off", lambda lab: lab.printer.unplug(), ("slip.not-reachable",), waits=False, slow=True),
    Seen("cutter stuck", sets(cutter=True), ("slip.failed", "slip.needs-help"), waits=False),
]


def goes_to_the_slip(eye):
    eye.taps("English")
    eye.taps(next(tile["title"] for tile in yaml.safe_load(repo.text("content/tiles.yaml")) if tile["id"] == "talk"))
    eye.taps("National Human Trafficking Hotline")
    eye.taps(WORDS["topic.more"])
    eye.taps(WORDS["topic.slip"])
    eye.waits_for(WORDS["slip.title"])


@pytest.mark.parametrize("slow", [False, pytest.param(True, marks=pytest.mark.slow)], ids=["some", "others"])
def test_the_screen_says_it_and_nobody_need_touch_it(home, display, lab, slow):
    """Tap Print, read what is wrong, mend the printer, take the paper."""
    lab.open_to_all()
    eye = Eye(display)
    with Kiosk(home, display, ["--printer", f"thermal:{lab.socket}"]) as kiosk:
        goes_to_the_slip(eye)
        eye.taps(next(title for title in slip_titles() if "Leaflet" in title))  # of several strips
        for seen in (one for one in ON_SCREEN if one.slow == slow):
            lab.in_order()
            seen.arm(lab)
            eye.taps(WORDS["slip.print"])
            eye.waits_for(*(WORDS[word] for word in seen.words), seconds=60)
            assert eye.sees(WORDS["slip.instead"]), "the same, large"
            assert not lab.printer.slips, f"{seen.happens}: a slip, and the screen says that there is none"
            lab.done()
            lab.printer.mend()
            if not seen.waits:
                lab.thermal.ready()
                eye.taps(WORDS["slip.again"])
            eye.waits_for(WORDS["slip.printed"], seconds=60)
            assert len(lab.printer.slips) == 1, f"{seen.happens}: one tap, one slip"
            eye.taps(WORDS["slip.done"])
            eye.waits_for(WORDS["slip.title"])
        assert kiosk.is_alive()


@pytest.fixture
def keypad(display):
    made = Keypad(display)
    yield made
    made.close()


def test_clear_screen_takes_back_what_is_not_on_paper(home, display, keypad, lab):
    lab.open_to_all()
    eye = Eye(display)
    with Kiosk(home, display, ["--printer", f"thermal:{lab.socket}"]) as kiosk:
        goes_to_the_slip(eye)
        lab.printer.at_strip(1, cover=True)
        eye.taps(WORDS["slip.print"])
        eye.waits_for(WORDS["slip.cover-open"], seconds=60)
        keypad.press(ESCAPE)  # Clear screen
        eye.waits_for(WORDS["cover.hours"])
        wait_until(lambda: not lab.thermal.active(), what="a printer without a job")
        lab.in_order()
        with SlipTool(*of_release(), "--thermal", lab.socket) as tool:
            assert tool.end()[-1] == "Printed"
        assert len(lab.printer.slips) == 1, "the first visitor's came out for the next"
        assert kiosk.is_alive()


def slip_titles():
    return [yaml.safe_load(repo.text(path))["title"] for path in repo.files_under("content/slips", ".yaml")]
