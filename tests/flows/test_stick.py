# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stick is put in: what is good on it is taken, all else is refused in plain words, and nothing is lost when it is pulled out."""

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest
from support import releases, repo
from support.waiting import wait_until

MOUNT = repo.TOP / "deploy/sync/stick-mount"
MANY = 120
REFUSED, TAKEN, SAME, NOTHING, NONE = "refused", "applied", "same", "nothing", "none"


@pytest.fixture(scope="module")
def signers():
    made = releases.gpg_home()
    yield made
    made.close()


@pytest.fixture(scope="module")
def archive(signers, tmp_path_factory):
    """Releases 1 and 2 of the small site, and 3 with many files besides."""
    folder = tmp_path_factory.mktemp("archive") / "archive"
    for number in (1, 2, 3):
        release = releases.small_release(number)
        if number == 3:
            release = shutil.copytree(release, folder.with_name("release"))
            (release / "more").mkdir()
            for name in range(MANY):
                (release / "more" / str(name)).write_bytes(os.urandom(20_000))
        releases.publish(folder, release, signers)
        shutil.copytree(folder, folder.with_name(f"archive-{number}"))
    return folder.parent


@pytest.fixture
def folder():
    made = Path(tempfile.mkdtemp(prefix=f"pl{os.getpid()}-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


def write_stick(archive, place):
    place.mkdir(exist_ok=True)
    subprocess.run([repo.PROGRAMS / "porchlight-content", "stick", "--repo", archive, place], check=True, capture_output=True)
    return place


class Kiosk:
    def __init__(self, folder, signers, *people):
        self.folder, self.root, self.run = folder, folder / "root", folder / "run"
        self.root.mkdir()
        self.keys = signers.public(folder / "keys.gpg", *(people or ["editor"]))

    def put_in(self, stick, *options):
        self.last = releases.sync(self.root, self.keys, *options, "stick", stick, run=self.run)
        return self.report()

    def pull_out(self):
        assert releases.sync(self.root, self.keys, "stick", "--gone", run=self.run).status == 0
        return self.report()

    def report(self):
        lines = (self.run / "sync/stick").read_text().splitlines()
        return dict(line.partition(" ")[::2] for line in lines)

    def shown(self):
        return releases.shown(self.root)

    def start(self, stick, *around):
        """Slowly, so that a test can come between."""
        slow = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=linkat", "-e", "inject=linkat:delay_exit=40000"]
        return subprocess.Popen([*map(str, [*slow, *releases.sync_command(self.root, self.keys, "stick", stick, run=self.run)])],
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    @staticmethod
    def signal(run, how):
        (child,) = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
        os.kill(int(child), how)

    def objects(self):
        """What was fetched: in its place, or where an unfinished pull keeps it. By name, with the file's number."""
        found = {}
        for folder, _, files in os.walk(self.root / ".sync/repo"):
            for name in files:
                with contextlib.suppress(FileNotFoundError):
                    found |= {name: os.stat(os.path.join(folder, name)).st_ino} if name.endswith(".file") else {}
        return found


@pytest.fixture
def kiosk(folder, signers):
    return Kiosk(folder, signers)


def test_what_is_good_is_taken(kiosk, archive, folder):
    stick = write_stick(archive / "archive-2", folder / "stick")
    report = kiosk.put_in(stick)
    assert kiosk.last.status == 0, kiosk.last.err
    assert report["state"] == TAKEN and report["site"] == "demo" and report["sequence"] == "2"
    assert report["words"] == ("This stick holds news 2 for the site demo, signed by 1 person. It has been taken in, and is shown as soon as "
                               "nobody is using the kiosk. You can pull the stick out.")
    assert kiosk.shown() == 2
    report = kiosk.pull_out()
    assert report["state"] == NONE and not report.get("words")
    report = kiosk.put_in(stick)
    assert report["state"] == SAME and report["sequence"] == "2" and kiosk.last.status == 0
    # An older one does not go back.
    report = kiosk.put_in(write_stick(archive / "archive-1", folder / "older"))
    assert report["state"] == SAME and "older" in report["words"] and kiosk.shown() == 2


def a_repository(stick):
    return next(path.parent for path in stick.rglob("objects") if path.is_dir())


def with_a_link(stick, _):
    (a_repository(stick) / "objects/00").mkdir(exist_ok=True)
    (a_repository(stick) / f"objects/00/{'0' * 62}.filez").symlink_to("/etc/shadow")


def with_a_pipe(stick, _):
    (a_repository(stick) / "objects/00").mkdir(exist_ok=True)
    os.mkfifo(a_repository(stick) / f"objects/00/{'0' * 62}.filez")


def with_the_repository_elsewhere(stick, _):
    place = a_repository(stick)
    place.rename(stick.parent / "elsewhere")
    place.symlink_to(stick.parent / "elsewhere")


def with_too_many_files(stick, _):
    crowd = a_repository(stick) / "objects/00"
    crowd.mkdir(exist_ok=True)
    for number in range(251_000):
        os.mknod(crowd / f"{number:062x}.filez")


def what_is_new(stick, archive):
    """The largest file that release 1 does not have."""
    known = {path.name for path in (archive / "archive-1").rglob("*.filez")}
    return max((path for path in a_repository(stick).rglob("*.filez") if path.name not in known), key=lambda path: path.stat().st_size)


def with_a_flipped_byte(stick, archive):
    largest = what_is_new(stick, archive)
    bytes_ = bytearray(largest.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    largest.write_bytes(bytes_)


def without_a_part(stick, archive):
    what_is_new(stick, archive).unlink()


def without_a_signature(stick, _):
    for path in a_repository(stick).rglob("*.commitmeta"):
        path.unlink()


HOSTILE = {with_a_link: "source-link", with_a_pipe: "source-link", with_the_repository_elsewhere: "source-link",
           with_too_many_files: "source-too-many", with_a_flipped_byte: "source-damaged", without_a_part: "source-lacks",
           without_a_signature: "signature-missing"}


@pytest.mark.parametrize("harm", [pytest.param(harm, marks=[pytest.mark.slow] if harm is with_too_many_files else [])
                                  for harm in HOSTILE], ids=lambda harm: harm.__name__)
def test_what_is_bad_is_refused_in_plain_words(harm, kiosk, archive, folder):
    assert kiosk.put_in(write_stick(archive / "archive-1", folder / "good"))["state"] == TAKEN
    stick = write_stick(archive / "archive-2", folder / "bad")
    harm(stick, archive)
    report = kiosk.put_in(stick)
    assert (report["state"], report["code"]) == (REFUSED, HOSTILE[harm])
    assert kiosk.last.status == 1 and kiosk.shown() == 1
    assert "Nothing was taken" in report["words"] and report["words"].endswith("You can pull the stick out.")
    assert str(folder) not in report["words"] and HOSTILE[harm] not in report["words"]
    # A good one after it is taken.
    kiosk.pull_out()
    assert kiosk.put_in(write_stick(archive / "archive-2", folder / "next"))["state"] == TAKEN and kiosk.shown() == 2


def test_a_stick_of_a_stranger(archive, folder, signers):
    kiosk = Kiosk(folder, signers, "reviewer")
    report = kiosk.put_in(write_stick(archive / "archive-2", folder / "stick"))
    assert (report["state"], report["code"]) == (REFUSED, "signature-unknown-key") and kiosk.shown() is None
    assert "sequence" not in report or report["sequence"] == "0"  # what a stranger says of it is not told


def test_a_stick_that_waits_for_another_signature(archive, folder, signers):
    kiosk = Kiosk(folder, signers, "editor", "reviewer")
    report = kiosk.put_in(write_stick(archive / "archive-2", folder / "stick"), "--need", "2")
    assert (report["state"], report["code"]) == (REFUSED, "signatures-wanted") and kiosk.last.status == 3
    assert "another editor" in report["words"]


def test_a_stick_for_another_site(kiosk, archive, folder):
    report = kiosk.put_in(write_stick(archive / "archive-2", folder / "stick"), "--site", "elsewhere")
    assert report["state"] == REFUSED and "another site" in report["words"] and kiosk.shown() is None


def test_a_stick_with_holiday_pictures(kiosk, folder):
    (folder / "stick/DCIM").mkdir(parents=True)
    (folder / "stick/DCIM/1.jpg").write_bytes(b"x")
    report = kiosk.put_in(folder / "stick")
    assert report["state"] == NOTHING and kiosk.last.status == 0 and "no news" in report["words"]


def test_a_second_part_without_news_does_not_hide_what_the_first_said(kiosk, archive, folder):
    (folder / "empty").mkdir()
    kiosk.put_in(write_stick(archive / "archive-1", folder / "stick"))
    assert kiosk.put_in(folder / "empty")["state"] == TAKEN


def test_a_stick_that_could_not_be_mounted(kiosk, folder):
    report = kiosk.put_in(folder / "nothing-here")
    assert report["state"] == REFUSED and "FAT, exFAT or ext4" in report["words"]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_pulled_out_as_the_system_tells_it(how, kiosk, archive, folder):
    """The unit is stopped when the device goes: asked to end, or killed when reading hangs."""
    kiosk.put_in(write_stick(archive / "archive-1", folder / "old"))
    before = kiosk.objects()
    stick = write_stick(archive / "archive-3", folder / "stick")
    run = kiosk.start(stick)
    wait_until(lambda: len(kiosk.objects()) > len(before) + 5, what="the first files", every=0.005)
    assert kiosk.report()["state"] == "reading"
    kiosk.signal(run, how)
    run.communicate(timeout=120)
    report = kiosk.pull_out()
    assert report["state"] == NONE and "Nothing is lost" in report.get("words", "") and kiosk.shown() == 1
    kept = kiosk.objects()
    assert len(before) < len(kept) < MANY
    assert kiosk.put_in(stick)["state"] == TAKEN and kiosk.shown() == 3
    assert kept.items() <= kiosk.objects().items()  # it went on, and did not begin again


# --- As the unit mounts it ----------------------------------------------------------------------------------------------------------


class Loop:
    """A file system in a file, as a device."""

    def __init__(self, folder, content, tune=()):
        self.image, self.place = folder / "stick.img", folder / "mounted/sda1"
        self.image.write_bytes(b"")
        os.truncate(self.image, 64 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-d", content, self.image], check=True, capture_output=True)
        if tune:
            subprocess.run(["tune2fs", *tune, self.image], check=True, capture_output=True)
        found = subprocess.run(["losetup", "--find", "--show", self.image], capture_output=True, text=True)
        if found.returncode:
            pytest.skip("no loop devices here: " + found.stderr.strip())
        self.device = found.stdout.strip()

    def sum(self):
        return hashlib.sha256(self.image.read_bytes()).hexdigest()

    def mount(self):
        return subprocess.run([MOUNT, "mount", self.device, self.place], capture_output=True, text=True)

    def unmount(self):
        return subprocess.run([MOUNT, "unmount", self.place], capture_output=True, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.unmount()
        subprocess.run(["losetup", "--detach", self.device])


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="mounting takes root")


@needs_root
def test_mounted_as_the_unit_does_it(kiosk, archive, folder):
    """ext4, also one that would have the kernel panic at its first fault. Nothing is written to it."""
    content = write_stick(archive / "archive-2", folder / "content")
    (content / "passwords").symlink_to("/etc/shadow")
    with Loop(folder, content, ["-e", "panic"]) as stick:
        before = stick.sum()
        assert stick.mount().returncode == 0
        line = next(line for line in Path("/proc/self/mountinfo").read_text().splitlines() if f" {stick.place} " in line)
        options = set(re.split(r"[ ,]", line))
        assert {"ro", "nosuid", "nodev", "noexec", "norecovery"} <= options and "errors=panic" not in options, line
        if os.uname().release.split(".")[0] > "4":
            assert "nosymfollow" in options, line
            with pytest.raises(OSError):
                (stick.place / "passwords").read_bytes()
        assert stick.mount().returncode == 1  # it is in use
        assert kiosk.put_in(stick.place)["state"] == TAKEN and kiosk.shown() == 2
        assert stick.unmount().returncode == 0 and not stick.place.exists()
        assert stick.unmount().returncode == 0  # once more does no harm
        assert stick.sum() == before


@needs_root
def test_what_is_no_stick_is_not_mounted(folder):
    (folder / "content").mkdir()
    with Loop(folder, folder / "content") as stick:
        subprocess.run(["mkswap", stick.device], check=True, capture_output=True)
        told = stick.mount()
        assert told.returncode == 1 and "no vfat, exfat or ext4" in told.stderr and not stick.place.exists()
    assert subprocess.run([MOUNT, "mount", "/dev/null", folder / "x"], capture_output=True).returncode == 1
    assert subprocess.run([MOUNT, "mount", "/dev/null"], capture_output=True).returncode == 2


@needs_root
def test_vfat_is_mounted(folder):
    if "vfat" not in Path("/proc/filesystems").read_text():
        pytest.skip("this kernel has no vfat, or has not loaded it")
    if not shutil.which("mkfs.vfat"):
        pytest.skip("no mkfs.vfat")
    (folder / "content").mkdir()
    with Loop(folder, folder / "content") as stick:
        subprocess.run(["mkfs.vfat", stick.device], check=True, capture_output=True)
        told = stick.mount()
        assert told.returncode == 0, told.stderr


@needs_root
def test_pulled_out_in_the_middle(kiosk, archive, folder):
    """Its blocks are gone from one moment to the next."""
    kiosk.put_in(write_stick(archive / "archive-1", folder / "old"))
    before = kiosk.objects()
    content = write_stick(archive / "archive-3", folder / "content")
    with Loop(folder, content) as stick:
        assert stick.mount().returncode == 0
        run = kiosk.start(stick.place)
        wait_until(lambda: len(kiosk.objects()) > len(before) + 5, what="the first files", every=0.005)
        kiosk.signal(run, signal.SIGSTOP)  # the moment, on a slow machine too
        os.truncate(stick.image, 0)
        Path("/proc/sys/vm/drop_caches").write_text("3")
        assert stick.unmount().returncode == 0
        kiosk.signal(run, signal.SIGCONT)
        said, _ = run.communicate(timeout=120)
        assert run.returncode == 1, said
        report = kiosk.report()
        assert report["state"] == NONE and report["words"].startswith("The stick was pulled out before"), said
        assert kiosk.shown() == 1
    kept = kiosk.objects()
    assert len(before) < len(kept) < MANY
    with Loop(folder, content) as stick:
        stick.mount()
        assert kiosk.put_in(stick.place)["state"] == TAKEN and kiosk.shown() == 3
    assert kept.items() <= kiosk.objects().items()
