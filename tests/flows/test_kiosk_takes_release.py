# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a release comes to the screen: taken when nobody is there, told of in the run folder; the built-in one where it is
broken; and nothing that is withdrawn, whatever the release says."""

import os
import shutil
import subprocess

import pytest
from support import releases, repo, trace
from support.kiosk import Kiosk
from support.reports import Reports
from support.tour import Tour

HOTLINE = "18883737888"


@pytest.fixture(scope="module")
def small(home):
    """Two releases of the small site, for all tests here."""
    folder = home.folder / f"small-releases-{os.getpid()}"
    for sequence in (1, 2):
        made = subprocess.run([home.bin / "porchlight-content", "build", repo.TOP / "tests/data/site-small", "-o",
                               folder / str(sequence), "--sequence", str(sequence), "--today", "2026-11-22"],
                              env=home.environment(), capture_output=True, text=True, timeout=120)
        assert made.returncode == 0, made.stdout + made.stderr
    releases.readable(folder)
    return folder


@pytest.fixture
def root(home, small):
    made = releases.make_root(home, f"takes-{os.getpid()}")
    for name in ("1", "2"):
        made.install(small / name, name)
    yield made
    shutil.rmtree(made.folder)


@pytest.fixture
def reports(home):
    made = Reports(home.folder / f"reports-{os.getpid()}")
    yield made
    shutil.rmtree(made.folder)


def withdraw(root, text):
    (root.folder / "withdrawn.new").write_text(text)
    (root.folder / "withdrawn.new").chmod(0o644)
    os.replace(root.folder / "withdrawn.new", root.folder / "withdrawn")


def test_each_release_is_tried_and_drawn(home, root, reports):
    with Kiosk(home, root=root, flags=reports.flags) as kiosk:
        reports.waits_for("drawn", "built-in")
        for name in ("1", "2", "1"):
            root.point_to(name)
            took = reports.waits_for("drawn", name)
            assert took < 5, f"release {name} stood on the screen after {took:.1f} s"
        (root.folder / "current").unlink()
        reports.waits_for("drawn", "built-in")
        assert kiosk.end() == 0, kiosk.log
    assert reports.file.stat().st_mode & 0o777 == 0o644, "porchlight-sync must be able to read it"


def test_drawn_on_wayland_too(home, root, reports):
    root.point_to("1")
    with Kiosk(home, root=root, flags=reports.flags, cage=True) as kiosk:
        reports.waits_for("drawn", "1", seconds=40)
        root.point_to("2")
        reports.waits_for("drawn", "2")
        kiosk.end()


def cut_store(release):
    store = release / "content.sqlite"
    os.truncate(store, store.stat().st_size // 2)


def late_damage(release):
    """In a page that the first page does not need; only reading the whole store shows it."""
    store = release / "content.sqlite"
    content = bytearray(store.read_bytes())
    content[-3000] ^= 0xFF
    store.write_bytes(content)


def cut_font(release):
    font = sorted((release / "fonts").glob("*.ttf"))[0]
    os.truncate(font, font.stat().st_size - 100)


BROKEN = {
    "cut-store": (cut_store, "store-damaged"),
    "late-damage": (late_damage, "store-damaged"),
    "garbage": (lambda release: (release / "content.sqlite").write_bytes(b"no store at all" * 500), "store-not-ours"),
    "no-store": (lambda release: (release / "content.sqlite").unlink(), "store-missing"),
    "no-fonts": (lambda release: shutil.rmtree(release / "fonts"), "fonts-missing"),
    "cut-font": (cut_font, "fonts-damaged"),
    "nothing": (shutil.rmtree, "store-missing"),
}


def test_a_broken_release_gives_way_to_the_built_in_one(home, root, reports, small):
    with Kiosk(home, root=root, flags=reports.flags) as kiosk:
        for name, (harm, code) in BROKEN.items():
            harm(root.install(small / "2", name))
            root.point_to("1")
            reports.waits_for("drawn", "1")
            shown = kiosk.log.count("(built in)")
            root.point_to(name)
            reports.waits_for("failed", name, code)
            kiosk.run_for(0.5)
            assert reports.now() == ("failed", name, code), "it stands, although the built-in one is drawn meanwhile"
            assert kiosk.log.count("(built in)") == shown + 1, kiosk.log
            assert f"[{code}]" in kiosk.log
        assert kiosk.end() == 3, kiosk.log


def test_a_kiosk_that_starts_on_a_broken_release_says_so(home, root, reports, small):
    cut_store(root.install(small / "2", "bad"))
    root.point_to("bad")
    with Kiosk(home, root=root, flags=reports.flags) as kiosk:
        reports.waits_for("failed", "bad", "store-damaged")
        assert kiosk.end() == 3, kiosk.log


def test_nothing_is_taken_or_written_during_a_visit(home, display, visitor, root, reports, nothing_left):
    """Every writing call of the kiosk is watched: none comes between the first finger and the last."""
    output = home.runtime / "visit-and-release.strace"

    def writings():
        return sum(str(reports.folder) in arguments for _, arguments, _ in trace.calls(output))

    with Kiosk(home, display, root=root, flags=reports.flags, around=trace.strace(trace.FILE_CALLS, output)) as kiosk:
        visitor.waits_for("welcome", seconds=60)
        reports.waits_for("drawn", "built-in")
        before, lies = writings(), reports.as_it_lies()
        assert before > 0, "the test would see them"
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        root.point_to("1")
        cut_store(root.folder / "2")
        kiosk.run_for(1)
        root.point_to("2")
        withdraw(root, "topic pay\n")
        kiosk.run_for(3)
        assert visitor.sees("home")
        assert writings() == before and reports.as_it_lies() == lies
        visitor.taps_word("home", "bar.clear")
        visitor.waits_for("cover")
        kiosk.run_for(1)
        assert reports.as_it_lies() == lies, "nothing is tried while the cover stands"
        visitor.taps_word("cover", "cover.start")
        reports.waits_for("failed", "2", "store-damaged")
        root.point_to("1")
        reports.waits_for("drawn", "1")
        kiosk.end()


def test_what_is_withdrawn_goes_without_a_restart(home, display, visitor, root, reports, tmp_path):
    without = home.folder / f"withdrawn-{os.getpid()}"
    without.mkdir()
    (without / "withdrawn").write_text(f"number {HOTLINE}\n")
    tour = Tour(home, "1080x1920", ["en"], tmp_path / "tour", flags=["--root", str(without), "--pages", "welcome,home,numbers"])
    assert visitor.tour.picture("numbers").likeness(tour.picture("numbers")) < 0.98, "the test could not tell"
    with Kiosk(home, display, root=root, flags=reports.flags) as kiosk:
        visitor.waits_for("welcome")
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        visitor.taps("home", visitor.tour.tile("talk"))
        visitor.waits_for("numbers")
        withdraw(root, f"number {HOTLINE}\n")
        kiosk.run_for(2)
        assert visitor.sees("numbers"), "what somebody reads now goes when they have left"
        visitor.leaves_from("numbers")
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        visitor.taps("home", visitor.tour.tile("talk"))
        visitor.waits_for("numbers", tour=tour)
        # A list that is damaged shows nothing more.
        visitor.leaves_from("numbers")
        withdraw(root, "\0\0\0 rubbish\nnumber 1")
        kiosk.run_for(2)
        assert "[withdrawals-syntax]" in kiosk.log
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        visitor.taps("home", visitor.tour.tile("talk"))
        visitor.waits_for("numbers", tour=tour)
        assert kiosk.end() == 0, kiosk.log
    shutil.rmtree(without)


def test_without_the_folder_nothing_is_written(home, root):
    missing = home.folder / f"no-run-{os.getpid()}"
    with Kiosk(home, root=root, flags=["--run", str(missing)]) as kiosk:
        kiosk.run_for(3)
        assert not missing.exists()
        assert kiosk.end() == 0, kiosk.log


def test_a_folder_that_can_not_be_written_is_told_and_does_no_harm(home, root):
    if os.getuid() != 0:
        pytest.skip("the kiosk would be whoever made the folder")
    locked = home.folder / f"locked-run-{os.getpid()}"
    locked.mkdir(mode=0o755)
    with Kiosk(home, root=root, flags=["--run", str(locked)]) as kiosk:
        kiosk.run_for(3)
        assert "[run-unwritable]" in kiosk.log
        assert kiosk.end() == 0, kiosk.log
