# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing, read back with OSTree's own program as any reader would."""

import fcntl
import json
import os
import random
import shutil
import subprocess
import time

import pytest
from support import releases, repo
from support.signers import Signers

STABLE = "porchlight/demo/stable"
CANARY = "porchlight/demo/canary"


@pytest.fixture(scope="module")
def people():
    signers = Signers()
    yield signers
    signers.close()


def tool(*words, **more):
    return subprocess.run([str(word) for word in (repo.PROGRAMS / "porchlight-content", *words)], capture_output=True, text=True,
                          timeout=120, **more)


def ostree(repository, *words):
    done = subprocess.run(["ostree", f"--repo={repository}", *map(str, words)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def key(people, by="editor"):
    return ["--key", people[by], "--gpg-home", people.home]


def published(repository, people, sequence, change=None, *more, by="editor"):
    """Publishes a small release and returns what the program tells programs."""
    done = tool("publish", "--repo", repository, *key(people, by), "--release", releases.small_release(sequence, change), "--json",
                *more)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def refused(done, code):
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"[{code}]" in done.stderr, done.stderr
    return done.stderr


def other_topic(sources):
    file = sources / "topics/pay.md"
    file.write_text(file.read_text() + "\nAsk for a note of your hours.\n")


def other_line(sources):
    file = sources / "contacts/helpline.yaml"
    text = file.read_text()
    assert "Day and night" in text
    file.write_text(text.replace("Day and night", "At all times"))


def without_topic(sources):
    (sources / "topics/safety.md").unlink()


class Reader:
    """Somebody elsewhere with OSTree, who trusts these people only."""

    def __init__(self, folder, source, people, *trusted):
        self.repo = folder / f"reader-{time.monotonic_ns()}"
        ring = people.public(folder / "trusted.gpg", *trusted)
        ostree(self.repo, "init", "--mode=bare-user-only")
        url = source if str(source).startswith("http") else f"file://{source}"
        ostree(self.repo, "remote", "add", f"--gpg-import={ring}", "--set=gpg-verify-summary=true",
               f"--collection-id={releases.COLLECTION}", "house", url)

    def pull(self, ref=STABLE):
        ostree(self.repo, "pull", "house", ref)
        ostree(self.repo, "fsck")
        return ostree(self.repo, "rev-parse", f"house:{ref}")


# --- What a reader finds ------------------------------------------------------------------------------------------------------------


def test_a_release_is_signed_bound_and_whole(tmp_path, people):
    told = published(tmp_path / "repo", people, 3)
    assert ostree(tmp_path / "repo", "refs") == STABLE
    ostree(tmp_path / "repo", "fsck")
    assert ostree(tmp_path / "repo", "config", "get", "core.collection-id") == releases.COLLECTION
    shown = ostree(tmp_path / "repo", "show", STABLE)
    assert told["checksum"] in shown and "Release 3" in shown and "Found 1 signature" in shown

    def fact(name):
        return ostree(tmp_path / "repo", "show", f"--print-metadata-key={name}", STABLE)

    assert fact("ostree.ref-binding") == f"['{CANARY}', '{STABLE}']"
    assert fact("ostree.collection-binding") == f"'{releases.COLLECTION}'"
    assert fact("porchlight.sequence") == "'3'" and fact("porchlight.schema") == "'1'" and fact("porchlight.program") == "'0.1.0'"
    listing = ostree(tmp_path / "repo", "ls", "-R", STABLE).splitlines()
    assert {line.split()[0] for line in listing} == {"d00755", "-00644"}
    assert all(line.split()[1:3] == ["0", "0"] for line in listing)
    assert Reader(tmp_path, tmp_path / "repo", people, "editor").pull() == told["checksum"]


def test_a_stranger_to_the_key_takes_nothing(tmp_path, people):
    published(tmp_path / "repo", people, 3)
    with pytest.raises(AssertionError, match="public key not found|no signatures"):
        Reader(tmp_path, tmp_path / "repo", people, "stranger").pull()


def test_the_same_release_has_the_same_checksum_whoever_publishes_it_and_when(tmp_path, people):
    one = published(tmp_path / "one", people, 3)
    copied = tmp_path / "copied"
    shutil.copytree(releases.small_release(3), copied)
    for path in copied.rglob("*"):
        path.chmod(0o700)
        os.utime(path, (1, 1))
    other = tool("publish", "--repo", tmp_path / "two", *key(people, "reviewer"), "--release", copied, "--json")
    assert json.loads(other.stdout)["checksum"] == one["checksum"]


def test_what_reads_differently_is_told_and_stands_in_the_commit(tmp_path, people):
    published(tmp_path / "repo", people, 1)
    told = published(tmp_path / "repo", people, 2, other_topic)
    english = next(each for each in told["changes"] if each["language"] == "en")
    assert english == {"language": "en", "added": [], "changed": ["topic:pay"], "removed": []}
    assert "topic:pay" in ostree(tmp_path / "repo", "show", STABLE)
    assert "topic:pay" in ostree(tmp_path / "repo", "show", "--print-metadata-key=porchlight.changes", STABLE)

    told = published(tmp_path / "repo", people, 3, other_line)
    english = next(each for each in told["changes"] if each["language"] == "en")
    assert english["changed"] == ["line:helpline.call", "topic:pay"] or "line:helpline.call" in english["changed"]
    again = tool("publish", "--repo", tmp_path / "repo", *key(people), "--release", releases.small_release(4, other_line))
    assert "No topic and no line reads differently" in again.stdout


def test_updates_come_from_the_last_five_releases(tmp_path, people):
    for sequence in range(1, 8):
        told = published(tmp_path / "repo", people, sequence, other_topic if sequence % 2 else None)
    assert [delta["from"] for delta in told["deltas"]] == [6, 5, 4, 3, 2]
    assert all(0 < delta["bytes"] < told["wholeBytes"] / 2 for delta in told["deltas"])
    deltas = ostree(tmp_path / "repo", "static-delta", "list").splitlines()
    assert len(deltas) == 5 and all(line.endswith(told["checksum"]) for line in deltas)
    ostree(tmp_path / "repo", "fsck")


def test_a_reader_with_the_release_before_fetches_only_the_update(tmp_path, people):
    published(tmp_path / "repo", people, 1)
    with releases.nginx(tmp_path / "repo") as web:
        reader = Reader(tmp_path, web.url, people, "editor")
        reader.pull()
        told = published(tmp_path / "repo", people, 2, other_topic)
        assert reader.pull() == told["checksum"]
        assert told["updateBytes"] < 4096, "one sentence was changed"


# --- Who may publish, and what ------------------------------------------------------------------------------------------------------


def test_a_release_must_be_newer_than_all_of_its_site(tmp_path, people):
    published(tmp_path / "repo", people, 4, None, "--channel", "canary")
    for sequence in (3, 4):
        done = tool("publish", "--repo", tmp_path / "repo", *key(people), "--release", releases.small_release(sequence))
        assert "--sequence 5" in refused(done, "sequence-older")
    assert ostree(tmp_path / "repo", "refs") == CANARY


def test_a_key_that_gpg_does_not_have(tmp_path, people):
    done = tool("publish", "--repo", tmp_path / "repo", "--key", "nobody@example.org", "--gpg-home", people.home, "--release",
                releases.small_release(1))
    refused(done, "key-unknown")
    assert not (tmp_path / "repo").exists()


def test_a_young_key_is_refused_with_the_command_that_makes_a_good_one(tmp_path):
    signers = Signers()
    try:
        publish = ["publish", "--repo", tmp_path / "repo", "--gpg-home", signers.home, "--release", releases.small_release(1)]
        signers.gpg("--passphrase", "", "--quick-generate-key", "young@example.org", "ed25519", "sign", "never")
        words = refused(tool(*publish, "--key", "young@example.org"), "key-young")
        assert not (tmp_path / "repo").exists()
        command = words.split("signing with: ")[1].split(" [key-young]")[0].rstrip(".")
        subprocess.run(command.replace("NAME <ADDRESS>", "good@example.org").replace("gpg ", "gpg --batch --passphrase '' ", 1),
                       shell=True, check=True, capture_output=True)
        done = tool(*publish, "--key", "good@example.org")
        assert done.returncode == 0, done.stderr
    finally:
        signers.close()


def test_a_key_that_ends_is_refused(tmp_path):
    signers = Signers()
    try:
        signers.gpg("--faked-system-time", "20000101T000000!", "--passphrase", "", "--quick-generate-key", "ends@example.org",
                    "ed25519", "sign", "100y")
        done = tool("publish", "--repo", tmp_path / "repo", "--gpg-home", signers.home, "--release", releases.small_release(1),
                    "--key", "ends@example.org")
        refused(done, "key-expires")
        assert not (tmp_path / "repo").exists()
    finally:
        signers.close()


def test_a_second_person_signs_what_is_there(tmp_path, people):
    published(tmp_path / "repo", people, 1)
    with releases.nginx(tmp_path / "repo") as web:
        reader = Reader(tmp_path, web.url, people, "editor", "reviewer")
        reader.pull()
        told = published(tmp_path / "repo", people, 2, other_topic)
        before = (tmp_path / "repo/summary.sig").read_bytes()
        sign = ["sign", "--repo", tmp_path / "repo", "--site", "demo", *key(people, "reviewer")]
        done = tool(*sign)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / "repo/summary.sig").read_bytes() != before, "kiosks that wait must see that something is new"
        assert ostree(tmp_path / "repo", "rev-parse", STABLE) == told["checksum"]
        # Through the update, which carries the signatures too.
        reader.pull()
        assert "Found 2 signatures" in ostree(reader.repo, "show", f"house:{STABLE}")
        refused(tool(*sign), "signed-already")
        refused(tool(*sign[:-4], *key(people, "editor")), "signed-already")


def test_canary_goes_to_stable_as_it_was_signed(tmp_path, people):
    published(tmp_path / "repo", people, 1)
    told = published(tmp_path / "repo", people, 2, other_topic, "--channel", "canary")
    assert ostree(tmp_path / "repo", "rev-parse", STABLE) != told["checksum"]
    promote = ["promote", "--repo", tmp_path / "repo", "--site", "demo", *key(people)]
    assert tool(*promote).returncode == 0
    assert ostree(tmp_path / "repo", "rev-parse", STABLE) == told["checksum"]
    assert Reader(tmp_path, tmp_path / "repo", people, "editor").pull() == told["checksum"]

    published(tmp_path / "repo", people, 3)
    refused(tool(*promote), "sequence-older")
    refused(tool("promote", "--repo", tmp_path / "repo", "--site", "elsewhere", *key(people)), "ref-missing")


def test_what_was_published_twice_in_a_second_has_two_times(tmp_path, people):
    """Web servers, and kiosks with them, tell what has changed by its second and its size."""
    seconds = []
    for number in range(4):
        assert tool("withdraw", "--repo", tmp_path / "repo", *key(people), "topic", f"pay-{number}").returncode == 0
        seconds.append([int((tmp_path / "repo" / name).stat().st_mtime) for name in ("summary", "summary.sig")])
    assert all(later > before for first, then in zip(seconds, seconds[1:]) for before, later in zip(first, then)), seconds


def test_a_summary_made_by_hand_stands_in_nobodys_way(tmp_path, people):
    published(tmp_path / "repo", people, 1)
    ostree(tmp_path / "repo", "summary", "-u")
    assert "ostree-metadata" in ostree(tmp_path / "repo", "refs")
    told = published(tmp_path / "repo", people, 2)
    assert Reader(tmp_path, tmp_path / "repo", people, "editor").pull() == told["checksum"]


def test_the_withdrawal_list_only_grows(tmp_path, people):
    withdraw = ["withdraw", "--repo", tmp_path / "repo", *key(people), "--json"]
    assert json.loads(tool(*withdraw, "number", "1-888-555-0100").stdout)["sequence"] == 1
    assert json.loads(tool(*withdraw, "channel", "helpline.call", "topic", "pay").stdout)["sequence"] == 2
    refused(tool(*withdraw, "topic", "pay"), "withdrawn-already")
    assert tool(*withdraw, "topic").returncode == 2
    listed = ostree(tmp_path / "repo", "cat", releases.WITHDRAWALS, "withdrawn").splitlines()
    assert listed == ["channel helpline.call", "number 18885550100", "topic pay"]
    assert Reader(tmp_path, tmp_path / "repo", people, "editor").pull(releases.WITHDRAWALS)


def test_keys_come_along_with_a_number_that_grows_when_they_change(tmp_path, people):
    one = people.public(tmp_path / "one.gpg", "editor")
    two = people.public(tmp_path / "two.gpg", "editor", "reviewer")
    archive = tmp_path / "repo"
    assert published(archive, people, 1)["keysSerial"] == 0
    assert published(archive, people, 2, None, "--keys", one)["keysSerial"] == 1
    assert published(archive, people, 3, None, "--keys", one)["keysSerial"] == 1
    assert published(archive, people, 4, None, "--keys", two)["keysSerial"] == 2
    # A kiosk that was away for long must still find them.
    assert published(archive, people, 5)["keysSerial"] == 2
    assert json.loads(tool("withdraw", "--repo", archive, *key(people), "topic", "pay", "--json").stdout)["keysSerial"] == 2
    ostree(archive, "checkout", "-U", STABLE, tmp_path / "out")
    assert (tmp_path / "out/keys.gpg").read_bytes() == two.read_bytes()
    secret = tmp_path / "secret.gpg"
    secret.write_bytes(people.gpg("--export-secret-keys", people["editor"]))
    done = tool("publish", "--repo", archive, *key(people), "--release", releases.small_release(6), "--keys", secret)
    refused(done, "keys-secret")


# --- Where it is written ------------------------------------------------------------------------------------------------------------


def test_a_folder_with_something_else_is_left_alone(tmp_path, people):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/dear").write_text("Dear")
    done = tool("publish", "--repo", tmp_path / "letters", *key(people), "--release", releases.small_release(1))
    refused(done, "repository-unusable")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["dear"]
    refused(tool("sign", "--repo", tmp_path / "letters", *key(people), "--site", "demo"), "repository-unusable")


def test_two_at_once(tmp_path, people):
    published(tmp_path / "repo", people, 1)
    with open(tmp_path / "repo/tmp/porchlight.lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = tool("publish", "--repo", tmp_path / "repo", *key(people), "--release", releases.small_release(2))
        refused(done, "repository-busy")
    published(tmp_path / "repo", people, 2)


def test_a_release_with_a_link_in_it(tmp_path, people):
    odd = tmp_path / "odd"
    shutil.copytree(releases.small_release(1), odd)
    (odd / "fonts/link.ttf").symlink_to("/etc/passwd")
    done = tool("publish", "--repo", tmp_path / "repo", *key(people), "--release", odd)
    refused(done, "release-odd")
    refused(tool("publish", "--repo", tmp_path / "repo", *key(people), "--release", tmp_path), "release-missing")


def test_another_collection(tmp_path, people):
    published(tmp_path / "repo", people, 1, None, "--collection", "org.example.Content")
    assert published(tmp_path / "repo", people, 2)["ok"]
    assert "org.example.Content" in ostree(tmp_path / "repo", "show", "--print-metadata-key=ostree.collection-binding", STABLE)
    done = tool("publish", "--repo", tmp_path / "repo", *key(people), "--release", releases.small_release(3), "--collection",
                "org.example.Other")
    refused(done, "repository-unusable")


def test_a_stick_holds_the_newest_and_nothing_else(tmp_path, people):
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "letter.txt").write_text("Mine")
    published(tmp_path / "repo", people, 1, None, "--to-stick", stick)
    told = published(tmp_path / "repo", people, 2, other_topic, "--to-stick", stick)
    tool("withdraw", "--repo", tmp_path / "repo", *key(people), "topic", "pay")
    assert tool("stick", "--repo", tmp_path / "repo", stick).returncode == 0
    held = stick / ".ostree/repo"
    assert sorted(ostree(held, "refs").splitlines()) == [STABLE, releases.WITHDRAWALS]
    assert ostree(held, "rev-parse", STABLE) == told["checksum"]
    assert len(list(held.glob("objects/*/*.commit"))) == 2, "old commits were left"
    ostree(held, "fsck")
    assert not [path for path in held.rglob("*") if path.is_symlink() or path.stat().st_nlink > 1 and path.is_file()]
    assert (stick / "letter.txt").read_text() == "Mine"


def test_a_stick_that_was_pulled_out_is_mended(tmp_path, people):
    stick = tmp_path / "stick"
    stick.mkdir()
    published(tmp_path / "repo", people, 1, None, "--to-stick", stick)
    largest = max(stick.rglob("*.filez"), key=lambda path: path.stat().st_size)
    size = largest.stat().st_size
    largest.write_bytes(b"\0" * size)  # as a file system without a journal leaves it
    next(path for path in stick.rglob("*.filez") if path != largest).unlink()
    assert tool("stick", "--repo", tmp_path / "repo", stick).returncode == 0
    ostree(stick / ".ostree/repo", "fsck")
    refused(tool("stick", "--repo", tmp_path / "repo", tmp_path / "no-stick"), "stick-missing")


# --- Killed -------------------------------------------------------------------------------------------------------------------------


def after_a_kill(tmp_path, archive, people, may_be):
    """What readers find, by the summary and by refs, is whole and signed; returns which of the commits it is."""
    found = Reader(tmp_path, archive, people, "editor").pull()
    assert found in may_be
    assert ostree(archive, "rev-parse", STABLE) in may_be
    return found


@pytest.fixture
def two_releases(tmp_path, people):
    """An archive with one release, and the checksum that the next one will have."""
    published(tmp_path / "before", people, 1)
    shutil.copytree(tmp_path / "before", tmp_path / "ahead")
    return tmp_path / "before", releases.head(tmp_path / "before", STABLE), published(tmp_path / "ahead", people, 2, other_topic)["checksum"]


def publish_second(archive, people):
    return [repo.PROGRAMS / "porchlight-content", "publish", "--repo", archive, *key(people), "--release",
            releases.small_release(2, other_topic)]


def test_killed_at_every_rename_readers_have_the_old_or_the_new(tmp_path, people, two_releases):
    before, old, new = two_releases
    seen = set()
    for nth in range(1, 40):
        archive = tmp_path / f"killed-{nth}"
        shutil.copytree(before, archive)
        done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "trace=rename,renameat,renameat2", "-e",
                               f"inject=rename,renameat,renameat2:signal=KILL:when={nth}", *publish_second(archive, people)],
                              capture_output=True, timeout=120)
        seen.add(after_a_kill(tmp_path, archive, people, {old, new}))
        # A person who looks it through now may find a commit with gaps that no ref leads to; that must not stay so.
        subprocess.run(["ostree", f"--repo={archive}", "fsck"], capture_output=True, timeout=120)
        if done.returncode == 0:
            break
        # The next one works: this release again, or, where it is out already, the one after it.
        again = subprocess.run(publish_second(archive, people), capture_output=True, text=True, timeout=120)
        assert again.returncode == 0 or "[sequence-older]" in again.stderr, again.stderr
        assert after_a_kill(tmp_path, archive, people, {new}) == new
        ostree(archive, "fsck")
        shutil.rmtree(archive)
    assert done.returncode == 0 and nth > 5, "it was never killed, or never let through"
    assert seen == {old, new}


def test_killed_at_any_time(tmp_path, people, two_releases):
    before, old, new = two_releases
    begin = time.monotonic()
    shutil.copytree(before, tmp_path / "whole")
    subprocess.run(publish_second(tmp_path / "whole", people), check=True, capture_output=True, timeout=120)
    whole = time.monotonic() - begin
    chance = random.Random(7)
    for nth in range(12):
        archive = tmp_path / f"at-{nth}"
        shutil.copytree(before, archive)
        running = subprocess.Popen(publish_second(archive, people), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, whole))
        running.kill()
        running.wait()
        after_a_kill(tmp_path, archive, people, {old, new})
        again = subprocess.run(publish_second(archive, people), capture_output=True, text=True, timeout=120)
        assert again.returncode == 0 or "[sequence-older]" in again.stderr, again.stderr
        after_a_kill(tmp_path, archive, people, {new})
        ostree(archive, "fsck")


@pytest.mark.parametrize("words, complaint", [
    (["publish"], "--repo"), (["publish", "--repo", "r"], "--key"), (["promote", "--repo", "r", "--key", "k"], "--site"),
    (["publish", "--repo", "r", "--repo", "s", "--key", "k"], "twice"), (["stick", "--repo", "r"], "stick"),
    (["withdraw", "--repo", "r", "--key", "k"], "withdraw"), (["publish", "content", "--repo", "r", "--key", "k"], "content"),
    (["sign", "--repo", "r", "--key", "k", "--site", "demo", "--ref", "x"], "not both"),
])
def test_a_command_line_that_makes_no_sense(words, complaint):
    done = tool(*words)
    assert done.returncode == 2 and complaint in done.stderr
