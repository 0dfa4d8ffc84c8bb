# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""porchlight-sync as an administrator and its units run it: releases from the web and from folders, forth and back."""

import fcntl
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from support import releases
from support.waiting import wait_until


@pytest.fixture(scope="module")
def signers():
    made = releases.gpg_home()
    yield made
    made.close()


class Lab:
    """A repository, and a kiosk's root that pulls from it."""

    def __init__(self, folder, signers):
        self.folder, self.signers = folder, signers
        self.repository, self.root, self.run = folder / "repo", folder / "root", folder / "run"
        self.keys = signers.public(folder / "keys.gpg", "editor")

    def publish(self, sequence, change=None, **more):
        return releases.publish(self.repository, releases.small_release(sequence, change), self.signers, **more)

    def withdraw(self, sequence, lines, **more):
        return releases.withdraw(self.repository, sequence, lines, self.signers, **more)

    def sync(self, *arguments, **more):
        return releases.sync(self.root, self.keys, *arguments, run=self.run, **more)

    def pull(self, source=None, *arguments):
        return self.sync(*arguments, "pull", "--from", source or self.repository)

    def pulled(self, *arguments):
        done = self.pull(None, *arguments)
        assert done.status == 0, done.err
        return done

    @property
    def shown(self):
        return releases.shown(self.root)

    @property
    def status(self):
        return self.sync("status", "--json").json

    @property
    def withdrawn(self):
        return (self.root / "withdrawn").read_text().split("\n")[:-1]

    def kiosk_says(self, state, release=None, code=None):
        folder = self.run / "kiosk"
        folder.mkdir(parents=True, exist_ok=True)
        release = release or os.readlink(self.root / "current")
        text = f"porchlight-kiosk-release 1\nstate {state}\nrelease {release}\n" + (f"code {code}\n" if code else "")
        (folder / "new").write_text(text)
        os.replace(folder / "new", folder / "release")

    def watch(self, *arguments):
        return subprocess.Popen([str(word) for word in releases.sync_command(
            self.root, self.keys, "watch", *arguments, run=self.run)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def names(self):
        return sorted(path.name for path in self.root.iterdir() if path.name[0].isdigit() and path.name not in ("current",))


@pytest.fixture
def lab(tmp_path, signers):
    return Lab(tmp_path, signers)


def ended(watch):
    """Ends a watch as systemd does; what it said."""
    watch.send_signal(signal.SIGTERM)
    out, err = watch.communicate(timeout=20)
    assert watch.returncode == 0, err
    return out, err


# --- Pulling --------------------------------------------------------------------------------------------------------------


def test_from_the_web_into_an_empty_root(lab):
    lab.publish(1)
    with releases.nginx(lab.repository) as web:
        assert lab.pull(web.url).status == 0
        assert lab.shown == 1
        link = os.readlink(lab.root / "current")
        assert link == f"1-{lab.status['current']['checksum'][:16]}"
        assert not (lab.root / "previous").exists()
        web.requests(new=True)
        again = lab.pull(web.url)
        assert again.status == 0 and "Nothing newer" in again.out
        asked = web.requests(new=True)
        assert [(one.status, one.path) for one in asked] == [(304, "/summary.sig")]
        assert sum(one.received + one.sent for one in asked) < 1024


def test_the_kiosk_may_read_it_and_nobody_may_write_to_it(lab):
    lab.publish(1)
    lab.pulled()
    source = releases.small_release(1)
    for path in source.rglob("*"):
        copy = lab.root / "current" / path.relative_to(source)
        if path.is_file():
            assert copy.read_bytes() == path.read_bytes()
        mode = copy.stat().st_mode
        assert mode & 0o444 == 0o444 and not mode & 0o022, (copy, oct(mode))
    assert lab.root.stat().st_mode & 0o055 == 0o055


def test_from_a_folder_and_what_is_the_same_is_not_fetched_again(lab):
    lab.publish(1)
    lab.pulled()
    lab.publish(2, releases.other_words)
    with releases.nginx(lab.repository) as web:
        assert lab.pull(web.url).status == 0
        fetched = sum(one.body for one in web.requests())
    assert lab.shown == 2
    assert os.readlink(lab.root / "previous").startswith("1-")
    size = sum(path.stat().st_size for path in (lab.root / "current").rglob("*") if path.is_file())
    assert fetched < size / 2
    fonts = "fonts/NotoSans-Bold.ttf"
    assert (lab.root / "current" / fonts).stat().st_ino == (lab.root / "previous" / fonts).stat().st_ino


def test_the_first_source_that_answers(lab):
    lab.publish(1)
    with releases.nginx(lab.repository) as web:
        gone = web.url
    done = lab.sync("pull", "--from", gone, "--from", lab.folder / "missing", "--from", lab.repository)
    assert done.status == 0, done.err
    assert lab.shown == 1
    assert lab.status["last"]["from"] == str(lab.repository)


def test_no_source_answers(lab):
    done = lab.pull(lab.folder / "missing")
    assert done.status == 1 and done.says("source-missing")
    last = lab.status["last"]
    assert (last["state"], last["code"]) == ("Failed", "source-missing")
    assert last["words"] and "porchlight" not in last["words"]


def test_a_site_is_named_where_there_are_several(lab):
    lab.publish(1, by_hand=True)
    releases.publish(lab.repository, releases.small_release(1, None, "small"), lab.signers, by_hand=True, site="small")
    assert lab.pull().says("site-unclear")
    assert lab.pull(None, "--site", "nowhere").says("ref-missing")
    assert lab.pull(None, "--site", "small").status == 0
    assert lab.status["current"]["site"] == "small"
    assert lab.pull().status == 0  # the one it shows already


def test_only_its_own_channel(lab):
    lab.publish(1)
    lab.publish(2, releases.other_words, channel="canary")
    lab.pulled()
    assert lab.shown == 1
    lab.pulled("--channel", "canary")
    assert lab.shown == 2
    assert lab.pull().says("sequence-older")  # stable has not come so far yet
    assert lab.shown == 2


def test_one_at_a_time(lab):
    lab.publish(1)
    lab.pulled()
    with open(lab.root / ".sync/lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        busy = lab.pull()
        assert busy.status == 4 and busy.says("agent-busy")
        assert lab.sync("rollback").status == 4
        assert lab.sync("status").status == 0


def test_where_nothing_can_be_kept(lab):
    lab.publish(1)
    lab.root.write_text("a file in the place of the folder")
    assert lab.pull().says("root-unwritable")


def test_no_room(lab):
    lab.publish(1)
    free = shutil.disk_usage(lab.folder).free >> 20
    full = lab.pull(None, "--reserve", str(free + 100))
    assert full.status == 1 and full.says("space")
    assert not (lab.root / "current").exists()
    lab.pulled()


def test_no_room_but_for_the_release_before(lab):
    """The release before is let go for a new one, but only once the kiosk has shown the present one."""
    lab.publish(1)
    lab.pulled()
    lab.publish(2, releases.other_words)
    lab.pulled()
    lab.publish(3)
    free = shutil.disk_usage(lab.folder).free >> 20
    assert lab.pull(None, "--reserve", str(free + 100)).says("space")
    assert (lab.root / "previous").exists()
    lab.kiosk_says("drawn")
    ended_watch(lab)
    assert lab.pull(None, "--reserve", str(free + 100)).says("space")
    assert not (lab.root / "previous").exists()
    assert lab.shown == 2


def ended_watch(lab):
    watch = lab.watch()
    wait_until(lambda: lab.status["drawn"], what="the kiosk's report")
    return ended(watch)


@pytest.mark.parametrize("arguments", [
    [], ["fetch"], ["pull"], ["pull", "--from"], ["rollback", "now"], ["stick"], ["check"], ["status", "--list"],
    ["--need", "0", "status"], ["--site", "../etc", "status"], ["--channel", "Stable", "status"], ["--reserve", "-1", "status"],
    ["watch", "--every", "0"], ["pull", "--json", "--from", "x"], ["status", "--from", "x"], ["--what", "1", "status"],
])
def test_wrong_use(lab, arguments):
    done = lab.sync(*arguments)
    assert done.status == 2 and "--help" in done.err


def test_help_version_and_checks(lab):
    assert "rollback" in lab.sync("--help").out
    assert lab.sync("--version").out.startswith("porchlight-sync ")
    names = [line.split(":")[0] for line in lab.sync("check", "--list").out.splitlines()]
    assert names == ["Signature", "Sequence", "Shape", "Program", "StoreOpens", "Integrity", "Facts", "Texts", "Media", "Fonts"]


def test_nothing_there_yet(lab):
    status = lab.status
    assert status["current"] is None and status["previous"] is None
    assert "the release that came with the program" in lab.sync("status").out
    assert lab.sync("rollback").says("no-previous")


def test_status_says_all_of_it(lab):
    first = lab.publish(1)
    lab.pulled()
    second = lab.publish(2, releases.other_words)
    lab.withdraw(4, ["number 18005550100", "topic pay"])
    lab.pulled()
    status = lab.status
    editor = lab.signers["editor"]
    assert (status["current"]["checksum"], status["current"]["sequence"]) == (second, 2)
    assert (status["current"]["site"], status["current"]["signers"]) == ("demo", [editor])
    assert status["previous"]["checksum"] == first
    assert status["withdrawals"] == {"sequence": 4, "entries": 2}
    assert [key["fingerprint"] for key in status["keys"]] == [editor]
    assert (status["needed"], status["keysSerial"], status["givenUp"]) == (1, 0, [])
    assert (status["last"]["state"], status["last"]["sequence"]) == ("Trying", 2)
    text = lab.sync("status").out
    assert editor in text and "Before:" in text and "2 entries" in text


# --- Back ---------------------------------------------------------------------------------------------------------------


def test_back_and_the_one_that_is_left_is_not_tried_again(lab):
    lab.publish(1)
    lab.pulled()
    left = lab.publish(2, releases.other_words)
    lab.withdraw(1, ["topic pay"])
    lab.pulled()
    assert lab.sync("rollback").status == 0
    assert lab.shown == 1
    assert lab.withdrawn == ["topic pay"]  # never rolled back
    assert lab.status["givenUp"] == [left]
    assert lab.pull().says("given-up")
    assert lab.shown == 1
    assert lab.sync("rollback").says("no-previous")
    lab.publish(3)
    lab.pulled()
    assert lab.shown == 3


def test_an_older_release_is_refused(lab):
    first = lab.publish(1, by_hand=True)
    second = lab.publish(2, releases.other_words, by_hand=True)
    lab.pulled()
    set_back(lab, first)
    older = lab.pull()
    assert older.status == 1 and older.says("sequence-older")
    assert lab.status["current"]["checksum"] == second


def set_back(lab, checksum, ref="porchlight/demo/stable"):
    (lab.repository / "refs/heads" / ref).write_text(checksum + "\n")
    releases.summarise(lab.repository, lab.signers)


def test_the_number_is_remembered_after_going_back(lab):
    lab.publish(1, by_hand=True)
    lab.pulled()
    other = lab.publish(2, releases.other_words, by_hand=True)
    lab.publish(5, by_hand=True)
    lab.pulled()
    assert lab.sync("rollback").status == 0
    set_back(lab, other)
    assert lab.pull().says("sequence-older")
    assert lab.shown == 1


# --- Who may sign -------------------------------------------------------------------------------------------------------


def test_two_of_three_must_sign(lab):
    lab.keys = lab.signers.public(lab.folder / "keys.gpg", "editor", "reviewer", "third")
    lab.publish(1)
    waits = lab.pull(None, "--need", "2")
    assert waits.status == 3 and waits.says("signatures-wanted")
    assert lab.status["last"]["state"] == "Waiting"
    assert lab.shown is None
    releases.sign(lab.repository, lab.signers, "editor")  # the same once more is not another one
    assert lab.pull(None, "--need", "2").status == 3
    releases.sign(lab.repository, lab.signers, "stranger")
    assert lab.pull(None, "--need", "2").status == 3
    releases.sign(lab.repository, lab.signers, "reviewer")
    lab.pulled("--need", "2")
    assert lab.shown == 1
    assert sorted(lab.status["current"]["signers"]) == sorted([lab.signers["editor"], lab.signers["reviewer"]])
    assert lab.pull(None, "--need", "4").says("keys-too-few")


def test_keys_roll_over_inside_a_release(lab):
    lab.publish(1)
    lab.pulled()
    newer = lab.signers.public(lab.folder / "newer.gpg", "heir")
    lab.publish(2, releases.other_words, by_hand=True, keys=newer, serial=3)
    lab.pulled()
    status = lab.status
    assert status["keysSerial"] == 3
    assert [key["fingerprint"] for key in status["keys"]] == [lab.signers["heir"]]
    lab.publish(3, by_hand=True)
    assert lab.pull().says("signature-unknown-key")
    lab.publish(4, by_hand=True, by="heir")
    lab.pulled()
    assert lab.shown == 4
    # An older set does not come back, whoever brings it.
    lab.publish(5, releases.other_words, by_hand=True, by="heir", keys=lab.keys, serial=2)
    lab.pulled()
    assert lab.status["keysSerial"] == 3


def test_what_the_administrator_provisions_anew_counts_again(lab):
    lab.publish(1, by_hand=True, keys=lab.signers.public(lab.folder / "newer.gpg", "heir"), serial=1)
    lab.pulled()
    lab.signers.public(lab.keys, "third")
    lab.publish(2, releases.other_words, by_hand=True, by="heir")
    assert lab.pull().says("signature-unknown-key")
    lab.publish(3, by_hand=True, by="third")
    lab.pulled()
    assert lab.status["keysSerial"] == 0


def test_a_stolen_keys_high_number_does_not_lock_anybody_out(lab):
    lab.signers.public(lab.keys, "editor", "thief")
    lab.publish(1)
    lab.pulled()
    lab.publish(2_000_000_000, releases.other_words, by_hand=True, by="thief")
    lab.withdraw(2_000_000_000, ["topic pay"], by="thief")
    lab.pulled()
    lab.publish(2, by_hand=True)
    assert lab.pull().says("sequence-older")
    lab.signers.public(lab.keys, "editor", revoked=["thief"])
    lab.withdraw(1, ["topic safety"])
    lab.pulled()
    assert lab.shown == 2
    assert lab.withdrawn == ["topic pay", "topic safety"]
    # Whoever brings the key without its revocation brings nothing.
    lab.signers.public(lab.keys, "editor", "thief")
    lab.publish(2_000_000_001, releases.other_words, by_hand=True, by="thief")
    assert lab.pull().status == 1
    assert lab.shown == 2
    assert [key["revoked"] for key in lab.status["keys"] if key["fingerprint"] == lab.signers["thief"]] == [True]


def test_keys_that_are_missing_or_none(lab):
    lab.publish(1)
    lab.keys.write_text("no key")
    assert lab.pull().says("keys-unreadable")
    lab.keys.unlink()
    assert lab.pull().says("keys-missing")
    assert lab.shown is None


# --- Withdrawals --------------------------------------------------------------------------------------------------------


def test_the_list_grows_and_only_grows(lab):
    lab.publish(1)
    lab.withdraw(1, ["topic pay"])
    lab.pulled()
    assert lab.withdrawn == ["topic pay"]
    lab.withdraw(2, ["topic pay", "number 18005550100"])
    only = lab.pulled()
    assert "withdrawn" in only.out and lab.shown == 1
    assert lab.withdrawn == ["number 18005550100", "topic pay"]
    lab.withdraw(3, ["topic pay"])
    shrunk = lab.pull()
    assert shrunk.status == 1 and shrunk.says("withdrawals-shrunk")
    assert lab.withdrawn == ["number 18005550100", "topic pay"]


def test_a_bad_list_does_not_hold_up_a_good_release(lab):
    lab.publish(1)
    lab.withdraw(1, ["topic pay"])
    lab.pulled()
    lab.withdraw(2, ["nonsense"])
    lab.publish(2, releases.other_words)
    both = lab.pull()
    assert both.status == 1 and both.says("withdrawals-syntax")
    assert lab.shown == 2 and lab.withdrawn == ["topic pay"]
    assert lab.status["last"]["code"] == "withdrawals-syntax"


def test_a_bad_release_does_not_hold_up_the_list(lab):
    lab.publish(1)
    lab.pulled()
    lab.publish(2, releases.other_words, by_hand=True, by="stranger")
    releases.summarise(lab.repository, lab.signers)
    lab.withdraw(1, ["topic pay"])
    both = lab.pull()
    assert both.status == 1 and both.says("signature-unknown-key")
    assert lab.shown == 1 and lab.withdrawn == ["topic pay"]


def test_a_list_that_has_gone_from_the_web_is_told(lab):
    lab.publish(1)
    lab.withdraw(1, ["topic pay"])
    with releases.nginx(lab.repository) as web:
        assert lab.pull(web.url).status == 0
        (lab.repository / "refs/heads/porchlight/withdrawals").unlink()
        lab.publish(2, releases.other_words, by_hand=True)
        gone = lab.pull(web.url)
    assert gone.status == 1 and gone.says("withdrawals-missing")
    assert lab.shown == 2 and lab.withdrawn == ["topic pay"]
    lab.publish(3)
    lab.pulled()  # a stick needs none


# --- Cut, lost and damaged ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lost", ["state", "repo", "keys.gpg"])
def test_what_is_remembered_can_be_lost(lab, lost):
    older = lab.publish(1, by_hand=True)
    newer = lab.publish(2, releases.other_words, by_hand=True)
    lab.pulled()
    path = lab.root / ".sync" / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    set_back(lab, older)
    assert lab.pull().says("sequence-older")
    assert lab.shown == 2
    set_back(lab, newer)
    lab.pulled()
    assert lab.shown == 2
    assert lab.status["current"]["checksum"] == newer
    lab.publish(3, by_hand=True)
    lab.pulled()
    assert lab.shown == 3


def test_a_release_that_somebody_removed_comes_again(lab):
    lab.publish(1)
    lab.pulled()
    lab.publish(2, releases.other_words)
    lab.pulled()
    shutil.rmtree((lab.root / "current").resolve())
    lab.sync("rollback", "--help")
    lab.pulled()
    assert lab.shown == 2


def test_links_that_a_killed_run_left_are_put_right(lab):
    lab.publish(1)
    lab.pulled()
    first = os.readlink(lab.root / "current")
    lab.publish(2, releases.other_words)
    lab.pulled()
    second = os.readlink(lab.root / "current")
    # Killed between the two links, with another run's leavings around.
    (lab.root / "current").unlink()
    (lab.root / "current").symlink_to(first)
    (lab.root / ".staged-3-0123456789abcdef").mkdir()
    (lab.root / "9-0123456789abcdef").mkdir()
    lab.pulled()
    assert os.readlink(lab.root / "current") == second and os.readlink(lab.root / "previous") == first
    assert not list(lab.root.glob(".staged-*"))
    lab.publish(3)
    lab.pulled()
    assert not (lab.root / "9-0123456789abcdef").exists()
    assert lab.names() == sorted([second, os.readlink(lab.root / "current")])


def test_a_damaged_release_is_fetched_again(lab):
    lab.publish(1)
    lab.pulled()
    damaged = os.readlink(lab.root / "current")
    lab.kiosk_says("drawn")
    ended_watch(lab)
    store = lab.root / "current/content.sqlite"
    bytes_ = bytearray(store.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    with open(store, "r+b") as file:  # in place: the repository has the same blocks
        file.write(bytes_)
    lab.kiosk_says("failed", code="store-damaged")
    watch = lab.watch()
    wait_until(lambda: lab.status["last"]["code"] == "release-damaged", what="the damage to be seen")
    ended(watch)
    assert os.readlink(lab.root / "current") == damaged and lab.status["givenUp"] == []
    lab.pulled()
    assert lab.shown == 1
    assert os.readlink(lab.root / "current") == damaged + "-again"
    assert store.read_bytes() == (releases.small_release(1) / "content.sqlite").read_bytes()
    assert not (lab.root / "previous").exists()
    assert "Nothing newer" in lab.pulled().out


# --- Watching -----------------------------------------------------------------------------------------------------------


def test_a_release_that_the_kiosk_cannot_show_is_left(lab):
    lab.publish(1)
    lab.pulled()
    first = os.readlink(lab.root / "current")
    left = lab.publish(2, releases.other_words)
    lab.pulled()
    lab.kiosk_says("failed", code="store-damaged")
    watch = lab.watch()
    wait_until(lambda: os.readlink(lab.root / "current") == first, what="the way back")
    out, err = ended(watch)
    assert "[given-up]" in err
    status = lab.status
    assert status["givenUp"] == [left] and status["previous"] is None
    assert (status["last"]["state"], status["last"]["code"]) == ("Failed", "given-up")
    assert "2" in status["last"]["words"]
    assert lab.names() == sorted([first, os.path.basename(lab_kiosk(lab))])
    assert lab.pull().says("given-up")


def lab_kiosk(lab):
    """What the kiosk named last: its folder is left alone."""
    lines = dict(line.split(" ", 1) for line in (lab.run / "kiosk/release").read_text().splitlines())
    return lines["release"]


def test_without_a_release_before_the_built_in_one_is_shown(lab):
    lab.publish(1)
    lab.pulled()
    lab.kiosk_says("failed", code="store-damaged")
    watch = lab.watch()
    wait_until(lambda: not os.path.lexists(lab.root / "current"), what="the way back")
    ended(watch)
    assert lab.status["current"] is None
    lab.publish(2, releases.other_words)
    lab.pulled()
    assert lab.shown == 2


def test_what_is_shown_is_told_as_current(lab):
    lab.publish(1)
    lab.pulled()
    assert lab.status["last"]["state"] == "Trying"
    lab.kiosk_says("drawn")
    ended_watch(lab)
    assert lab.status["last"]["state"] == "Current"
    lab.kiosk_says("drawn", release="built-in")
    assert lab.status["drawn"]


def test_what_was_shown_is_what_it_goes_back_to(lab):
    """Two releases come before the kiosk has time for the first: that one is no place to go back to."""
    lab.publish(1)
    lab.pulled()
    shown = os.readlink(lab.root / "current")
    lab.kiosk_says("drawn")
    ended_watch(lab)
    for sequence, change in ((2, releases.other_words), (3, None)):
        lab.publish(sequence, change)
        lab.pulled()
        assert os.readlink(lab.root / "previous") == shown
        assert (lab.root / shown / "content.sqlite").exists()


def test_watching_pulls_by_itself_and_ends_when_told(lab):
    lab.publish(1)
    with releases.nginx(lab.repository) as web:
        watch = lab.watch("--from", web.url, "--every", "0.02")
        wait_until(lambda: lab.shown == 1, what="the first release")
        lab.publish(2, releases.other_words)
        wait_until(lambda: lab.shown == 2, what="the second release")
        out, err = ended(watch)
    assert "Release 1" in out and "Release 2" in out and err == ""


def test_watching_leaves_room_for_a_stick(lab):
    """The lock is held for moments only: somebody else can pull in between."""
    lab.publish(1)
    watch = lab.watch()
    try:
        wait_until(lambda: lab.pull().status == 0, what="a pull beside the watch")
    finally:
        ended(watch)
    assert lab.shown == 1


def test_a_kiosk_that_was_moved_by_its_folder(lab):
    """Links are relative: a root may be mounted elsewhere."""
    lab.publish(1)
    lab.pulled()
    os.rename(lab.root, lab.folder / "elsewhere")
    lab.root = lab.folder / "elsewhere"
    assert lab.shown == 1
    assert "Nothing newer" in lab.pulled().out
    assert not Path(os.readlink(lab.root / "current")).is_absolute()
