# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever somebody serves, puts on a stick or signs, a kiosk shows nothing but what its editors signed for it.

Each row is refused with a code that says why. What is shown stays as it was, to the byte; where nobody who counts has signed,
nothing is even laid out on the disk; and the next good release comes in as if nothing had been. The rows become the table
build/test-results/release_attacks.md.
"""

import json
import os
import shutil
import socket
import struct
import subprocess
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import pytest
from support import evil_server as evil
from support import repo
from support.evil_server import EvilServer
from support.forge import CANARY, STABLE, WITHDRAWALS, Forge, GLib, flip, stick, write
from support.sync_lab import WITHDRAWN, Lab, is_release, small_disk

TABLE = repo.TOP / "build/test-results/release_attacks.md"
ROWS = repo.TOP / "build/test-results/release_attacks.json"
PATIENCE = 2  # s: nobody waits a minute here for a server that says nothing
ALL = ("web", "folder", "stick")
WEB, FOLDERS = ("web",), ("folder", "stick")
HIGHEST = 2**31 - 1
# What anybody who may serve bytes can make a kiosk receive before it hangs up: a summary has no size that was signed.
MOST_RECEIVED = 160 << 20

UNSIGNED = {"signature-missing"}
STRANGER = {"signature-unknown-key"}
REVOKED = {"signature-revoked"}
BAD = {"signature-bad"}
DAMAGED = {"source-damaged"}
BINDING = {"binding-wrong"}
FACTS = {"facts-wrong"}
SHAPE = {"check-shape"}
OLDER = {"sequence-older"}
UNREACHABLE = {"source-unreachable"}


@dataclass
class Attack:
    happens: str
    arm: Callable  # makes the bad repository; gets the Scene
    codes: set
    where: tuple = ALL
    quick: tuple = ("web",)  # of `where`; the others are for the slow tests
    laid_out: bool = False  # those who count signed it: it may lie staged, though never shown
    fresh: bool = False  # a kiosk that has no release yet
    status: int = 1
    options: tuple = ()
    most: int = MOST_RECEIVED  # bytes from the web
    seconds: float = 20
    after: Callable = None  # what must hold then, beside the rest


class Scene:
    """One attack on one kiosk, by one way."""

    def __init__(self, lab, where, fresh):
        self.lab, self.where = lab, where
        self.signers = lab.signers
        self.root = lab.fresh() if fresh else lab.installed()
        self.server = self.elsewhere = None
        self.forge = None
        self.before = lambda: None
        self.good = None  # the repository that mends all; by default the one with the second release

    # What an attack starts from.
    def as_published(self):
        """All that a good server has, with the second release and its delta."""
        self.forge = self.lab.next.copy(self.lab.new("repo"))
        return self.forge

    def as_before(self):
        """The first release alone."""
        self.forge = self.lab.base.copy(self.lab.new("repo"))
        return self.forge

    def plain(self):
        """The second release without a delta, so that its objects are asked for."""
        forge = self.as_before()
        forge.publish(forge.release(self.lab.built(2), 2))
        return forge

    def bad(self, **how):
        """The second release, made in another way."""
        forge = self.as_before()
        refs = how.pop("at", (STABLE,))
        by = how.pop("summary_by", "editor")
        checksum = forge.release(self.lab.built(2), 2, **how)
        forge.publish(checksum, refs=refs, by=by)
        return forge

    @property
    def source(self):
        if self.where == "web":
            if not self.server:
                self.server = EvilServer(self.forge.folder)
            return self.server.url
        if self.where == "stick":
            return stick(self.forge.folder, self.lab.new("stick"))
        return self.forge.folder

    def serves(self, pattern, behaviour, first=None):
        self.server = self.server or EvilServer(self.forge.folder)
        self.server.on(pattern, behaviour, first)

    def close(self):
        for server in (self.server, self.elsewhere):
            if server:
                server.close()


# --- Who signed it ---------------------------------------------------------------------------------------------------------


def signed_by(*by, **more):
    return lambda scene: scene.bad(by=by, **more)


def editor_is_revoked(scene):
    """The administrator brought new keys; somebody signs on with the old one."""
    scene.bad(summary_by="reviewer")
    scene.root.keys = scene.signers.public(scene.lab.new("keys"), "reviewer", revoked=["editor"])
    scene.good = scene.lab.base.copy(scene.lab.new("good"))
    scene.good.point(WITHDRAWALS, scene.good.withdrawals(WITHDRAWN, 2, by=("reviewer",)))
    scene.good.publish(scene.good.release(scene.lab.built(2), 2, by=("reviewer",)), by="reviewer")


def another_releases_signature(scene):
    forge = scene.plain()
    write(forge.object(forge.head(), "commitmeta"), forge.object(scene.lab.first, "commitmeta").read_bytes())


def flips_commitmeta(scene):
    forge = scene.plain()
    flip(forge.object(forge.head(), "commitmeta"), 0.9)


def garbage_commitmeta(scene):
    forge = scene.plain()
    write(forge.object(forge.head(), "commitmeta"), b"\xff" * 3000)


def garbage_signed(scene):
    """Good signature, and no commit at all."""
    forge = scene.as_before()
    data = b"This is no commit. " * 20
    checksum = forge.put(data, "commit")
    forge.signatures(checksum, [scene.signers.sign("editor", data)])
    forge.point(STABLE, checksum)
    summary_of(forge, checksum, len(data))


def summary_of(forge, checksum, size):
    """ostree makes no summary of what it can't read."""
    variant = GLib.Variant("(a(s(taya{sv}))a{sv})", (
        [(STABLE, (struct.unpack("=Q", struct.pack(">Q", size))[0], list(bytes.fromhex(checksum)), {}))],
        {"ostree.summary.collection-id": GLib.Variant("s", forge.collection),
         "ostree.summary.mode": GLib.Variant("s", "archive-z2")}))
    write(forge.folder / "summary", variant.get_data_as_bytes().get_data())
    forge.sign_summary("editor")


# --- Objects that are not what their names say -----------------------------------------------------------------------------


def flips(kind, at=0.5):
    def arm(scene):
        forge = scene.plain()
        for checksum in [forge.head()] if kind == "commit" else needed(scene, forge, kind):
            flip(forge.object(checksum, kind), at)
    return arm


def needed(scene, forge, kind):
    """Objects of this kind that the kiosk has to fetch."""
    has = scene.lab.first if scene.root.current else None
    found = forge.objects_only_of(forge.head(), has, kind)
    assert found, f"nothing to flip: no {kind} is fetched"
    return found


def instead(kind, other):
    """Another whole object of the same kind under the name of one that is needed."""
    def arm(scene):
        forge = scene.plain()
        for checksum in [forge.head()] if kind == "commit" else needed(scene, forge, kind):
            write(forge.object(checksum, kind), other(scene, forge))
    return arm


def only_first(scene, forge, kind):
    name = forge.objects_only_of(scene.lab.first, forge.head(), kind)[0]
    return forge.object(name, kind).read_bytes()


def first_tree(scene, forge):
    return only_first(scene, forge, "dirtree")


def first_file(scene, forge):
    return only_first(scene, forge, "filez")


def first_commit(scene, forge):
    return forge.object(scene.lab.first, "commit").read_bytes()


def lacks(kind):
    def arm(scene):
        forge = scene.plain()
        for checksum in needed(scene, forge, kind):
            forge.object(checksum, kind).unlink()
    return arm


def cut_short(kind):
    def arm(scene):
        forge = scene.plain()
        for checksum in needed(scene, forge, kind):
            path = forge.object(checksum, kind)
            write(path, path.read_bytes()[:-20])
    return arm


def bomb(scene):
    """A little file that unpacks to a gigabyte."""
    forge = scene.plain()
    squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = (squeezed.compress(bytes(1 << 20)) + squeezed.flush(zlib.Z_FULL_FLUSH)) * 1024 + squeezed.flush()
    for checksum in needed(scene, forge, "filez"):
        path = forge.object(checksum, "filez")
        data = path.read_bytes()
        head = 8 + struct.unpack(">I", data[:4])[0]
        write(path, data[:head] + body)


def flips_delta(name, at=0.5):
    def arm(scene):
        forge = scene.as_published()
        flips_one = [path for path in forge.deltas() if path.name == name]
        assert flips_one
        for path in flips_one:
            flip(path, at)
    return arm


def flips_file(name, at=0.5):
    return lambda scene: flip(scene.as_published().folder / name, at)


# --- Another time, another place --------------------------------------------------------------------------------------------


def older(scene):
    """An old repository, as it once was."""
    assert scene.root.pull(scene.lab.next.folder).status == 0
    scene.as_before()
    third = scene.lab.next.copy(scene.lab.new("good"))
    third.publish(third.release(scene.lab.built(3), 3))
    scene.good, scene.good_sequence = third, 3


def same_number(scene):
    """A number stands for one release for ever."""
    scene.bad(by=("editor",), change=lambda facts: facts.update({"porchlight.sequence": "1"}))


def ref_without_its_objects(scene):
    """The ref of one release over the objects of another."""
    forge = scene.as_before()
    other = scene.lab.next
    for kind in ("commit", "commitmeta"):
        forge.put(other.object(scene.lab.second, kind).read_bytes(), kind, scene.lab.second)
    forge.publish(scene.lab.second)


def of_another_place(**how):
    def arm(scene):
        forge = scene.as_before()
        site = "porchlight/other/stable"
        how_now = {"refs": (site,)} | how
        forge.publish(forge.release(scene.lab.built(2), 2, **how_now))
    return arm


def other_repository(by):
    """The summary of a repository that somebody else made, over our objects."""
    def arm(scene):
        collection = "org.example.Other" if by == "editor" else scene.lab.base.collection
        other = Forge(scene.lab.new("other"), scene.signers, collection)
        other.publish(other.release(scene.lab.built(2), 2, by=(by,)), by=by)
        forge = scene.as_published()
        for name in ("summary", "summary.sig"):
            write(forge.folder / name, (other.folder / name).read_bytes())
    return arm


def refs_swapped(scene):
    """The list of withdrawals where a release should be, and the other way round."""
    forge = scene.as_published()
    release, withdrawn = forge.head(STABLE), forge.head(WITHDRAWALS)
    forge.point(STABLE, withdrawn)
    forge.point(WITHDRAWALS, release)
    forge.summary()


# --- Signed by those who count, and still nothing to lay out ------------------------------------------------------------------


def says(**facts):
    """The release, with something untrue in what it says of itself."""
    def change(known):
        for name, value in facts.items():
            key = name if name == "version" else "porchlight." + name.replace("_", "-")
            if value is None:
                known.pop(key)
            else:
                known[key] = value
    return lambda scene: scene.bad(change=change)


def says_too_many_bytes(scene):
    room = os.statvfs(scene.root.root)
    free = room.f_bavail * room.f_frsize
    if free > 63 << 30:
        pytest.skip("this disk is larger than any release may be")
    says(bytes=str(free + (1 << 20)))(scene)


def extra(name, **file):
    """One more file at the top of the release; it is counted, so that only its name or kind is wrong."""
    content = file.pop("content", b"")

    def arm(scene):
        forge = scene.as_before()
        checksum = forge.file(content, **file)
        count(scene, forge, lambda folder: forge.tree_of(folder, extra=[(name, checksum)]), files=1, size=len(content))
    return arm


def count(scene, forge, tree, files=0, size=0):
    """Publishes it, with so much more than the release has."""
    def change(facts):
        facts["porchlight.files"] = str(int(facts["porchlight.files"]) + files)
        facts["porchlight.bytes"] = str(int(facts["porchlight.bytes"]) + size)
    forge.publish(forge.release(scene.lab.built(2), 2, change=change, tree=tree(scene.lab.built(2))))


def folder_named(name):
    def arm(scene):
        forge = scene.as_before()
        inner = forge.tree([("file", forge.file(b"x"))])
        count(scene, forge, lambda folder: forge.tree_of(folder, extra_folders=[(name, inner)]), files=1, size=1)
    return arm


def folder_mode(scene):
    forge = scene.as_before()
    inner = forge.tree([("file", forge.file(b"x"))], mode=0o4777)
    count(scene, forge, lambda folder: forge.tree_of(folder, extra_folders=[("media", inner)]), files=1, size=1)


def deep(levels):
    def arm(scene):
        forge = scene.as_before()
        inner = forge.tree([("file", forge.file(b"x"))])
        for _ in range(levels):
            inner = forge.tree([], [("d", inner)])
        count(scene, forge, lambda folder: forge.tree_of(folder, extra_folders=[("media", inner)]), files=1, size=1)
    return arm


def multiplying(scene):
    """Forty folders that each hold the next one twice: a few kilobytes that are a million million files."""
    forge = scene.as_before()
    inner = forge.tree([("file", forge.file(b"x"))])
    for _ in range(40):
        inner = forge.tree([], [("a", inner), ("b", inner)])
    count(scene, forge, lambda folder: forge.tree_of(folder, extra_folders=[("media", inner)]), files=1, size=1)


def more_files(number):
    def arm(scene):
        forge = scene.as_before()
        one = forge.file(b"x")
        inner = forge.tree([(f"{index}", one) for index in range(number)])
        count(scene, forge, lambda folder: forge.tree_of(folder, extra_folders=[("media", inner)]))
    return arm


def store_is(data):
    def arm(scene):
        forge = scene.as_before()
        folder = Path(shutil.copytree(scene.lab.built(2), scene.lab.new("broken")))
        schema = (folder / "content.sqlite").read_bytes()
        (folder / "content.sqlite").write_bytes(data(schema))
        built = scene.lab.built(2)
        tree = forge.tree_of(folder)

        def change(facts):
            sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
            facts["porchlight.bytes"], facts["porchlight.largest"] = str(sum(sizes)), str(max(sizes))
        forge.publish(forge.release(built, 2, change=change, tree=tree))
    return arm


def no_store(scene):
    forge = scene.as_before()
    folder = Path(shutil.copytree(scene.lab.built(2), scene.lab.new("broken")))
    (folder / "content.sqlite").rename(folder / "content.sqlit")
    forge.publish(forge.release(scene.lab.built(2), 2, tree=forge.tree_of(folder)))


# --- Keys and numbers -------------------------------------------------------------------------------------------------------


def strangers_keys(scene):
    """A stranger's release that brings the stranger's own key; twice, if the first had been believed."""
    keys = scene.signers.public(scene.lab.new("keys"), "stranger")
    scene.bad(by=("stranger",), keys=keys, serial=7)


def stranger_still_unknown(scene):
    forge = scene.lab.base.copy(scene.lab.new("repo"))
    forge.publish(forge.release(scene.lab.built(2), 2, by=("stranger",)))
    made = scene.root.pull(forge.folder)
    assert made.status == 1 and scene.root.report()["code"] in STRANGER


def refused_keys(content):
    """New keys in a release of the editors, which is no set of public keys."""
    def arm(scene):
        file = scene.lab.new("keys")
        file.write_bytes(content(scene))
        scene.bad(keys=file, serial=2)
    return arm


def secret_key(scene):
    return scene.signers.gpg("--export-secret-keys", scene.signers["editor"])


def twice_the_same(scene):
    """One person, two signatures; one of them by a second key of the same person."""
    forge = scene.as_before()
    checksum = forge.release(scene.lab.built(2), 2)
    other = scene.signers.add_subkey("editor")
    scene.root.keys = scene.signers.public(scene.lab.new("keys"), "editor", "reviewer")
    data = forge.object(checksum, "commit").read_bytes()
    forge.signatures(checksum, [scene.signers.sign("editor", data), scene.signers.sign("editor", data),
                                scene.signers.sign(other + "!", data)])
    forge.publish(checksum)
    both = scene.lab.base.copy(scene.lab.new("good"))
    both.publish(both.release(scene.lab.built(2), 2, by=("editor", "reviewer")))
    scene.good = both


def one_of_two(*by):
    def arm(scene):
        scene.bad(by=by)
        scene.good = scene.lab.base.copy(scene.lab.new("good"))
        scene.good.publish(scene.good.release(scene.lab.built(2), 2, by=("editor", "reviewer")))
    return arm


# --- The list of what was withdrawn -------------------------------------------------------------------------------------------


def withdraws(lines, number=2, **how):
    def arm(scene):
        forge = scene.as_before()
        forge.point(WITHDRAWALS, forge.withdrawals(lines, number, **how))
        forge.summary()
    return arm


def big_list(scene):
    forge = scene.as_before()
    lines = WITHDRAWN + [f"number 555{index:07}" for index in range(20000)]
    forge.point(WITHDRAWALS, forge.withdrawals(lines, 2))
    forge.summary()


def withdrawn_link(scene):
    """The list is a link to a file of the kiosk's own."""
    forge = scene.as_before()
    tree = forge.tree([("withdrawn", forge.file(b"", 0o777, link="/etc/passwd"))])
    facts = {"version": "2", "porchlight.kind": "withdrawals", "porchlight.sequence": "2", "porchlight.bytes": "1",
             "porchlight.largest": "1", "porchlight.files": "1"}
    forge.point(WITHDRAWALS, forge.commit(tree, facts, refs=(WITHDRAWALS,)))
    forge.summary()


# --- A server or a line that misbehaves ----------------------------------------------------------------------------------------

PATHS = {"summary": "/summary$", "the summary's signature": r"/summary\.sig$", "commit": r"\.commit$",
         "signatures": r"\.commitmeta$", "dirtree": r"\.dirtree$", "file": r"\.filez$"}


def line(what, behaviour):
    def arm(scene):
        scene.plain()
        scene.serves(PATHS[what], behaviour)
    return arm


def delta_line(behaviour):
    def arm(scene):
        scene.as_published()
        scene.serves(r"/deltas/.*/(superblock|\d+)$", behaviour)
    return arm


def portal(scene):
    """The log-in page of somebody's network, whatever one asks for."""
    scene.plain()
    scene.serves(".", evil.gives(b"<!doctype html><title>Welcome</title><p>Please accept our terms to go on."))


def elsewhere(what):
    """To another host, which has all that is asked for and must not even be asked."""
    def arm(scene):
        scene.plain()
        scene.elsewhere = EvilServer(scene.forge.folder, host="localhost")
        scene.serves(PATHS[what], evil.redirect(scene.elsewhere.url))
    return arm


def never_asked(scene):
    assert not scene.elsewhere.asked, "another host was asked"


def nobody_there(scene):
    scene.plain()
    scene.server = EvilServer(scene.forge.folder)
    scene.server.close()


# --- Folders and sticks ----------------------------------------------------------------------------------------------------------


def on_stick(change):
    """change(folder of the repository), which is on its own and not linked to others."""
    def arm(scene):
        scene.plain()
        own = scene.lab.new("repo")
        shutil.copytree(scene.forge.folder, own)
        scene.forge.folder = own
        change(scene, own)
    return arm


def an_object(scene, folder):
    return Forge(folder, scene.signers).object(needed(scene, scene.forge, "filez")[0], "filez")


def links_object(scene, folder):
    path = an_object(scene, folder)
    path.unlink()
    path.symlink_to("/etc/passwd")


def links_objects(scene, folder):
    moved = scene.lab.new("elsewhere")
    shutil.move(folder / "objects", moved)
    (folder / "objects").symlink_to(moved)


def links_ref(scene, folder):
    ref = folder / "refs/heads" / STABLE
    ref.unlink()
    ref.symlink_to("/etc/hostname")


def links_config(scene, folder):
    (folder / "config").unlink()
    (folder / "config").symlink_to("/etc/passwd")


def fifo(name):
    def change(scene, folder):
        path = an_object(scene, folder) if name == "object" else folder / name
        path.unlink()
        os.mkfifo(path)
    return change


def device(scene, folder):
    path = an_object(scene, folder)
    path.unlink()
    os.mknod(path, 0o666 | 0o020000, os.makedev(1, 5))


def a_socket(scene, folder):
    os.chdir(folder)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("summary.idx")
    os.chdir("/")


def nested(scene, folder):
    path = folder / "objects"
    for _ in range(60):
        path = path / "d"
    path.mkdir(parents=True)


def very_many(scene, folder):
    extra_folder = folder / "objects/zz"
    extra_folder.mkdir()
    (extra_folder / "0").touch()
    for index in range(1, 1_000_100):
        if index % 60_000 == 0:  # a file has so many names at most
            (extra_folder / f"{index // 60_000}-0").touch()
        os.link(extra_folder / (f"{index // 60_000}-0" if index >= 60_000 else "0"), extra_folder / f"x{index}")


def config_is(text):
    def change(scene, folder):
        (folder / "config").write_text(text)
    return change


def nothing_in_it(scene):
    scene.plain()
    empty = scene.lab.new("empty")
    empty.mkdir()
    scene.forge.folder = empty


# --------------------------------------------------------------------------------------------------------------------------------

TREES = SHAPE | FACTS | DAMAGED
LENGTH = DAMAGED | UNREACHABLE
ENDED = {"source-too-much", "source-stalled"} | DAMAGED | UNREACHABLE
WAITS = {"status": 3, "options": ("--need", 2)}
LINKS = {"source-link", "source-foreign", "source-empty"}
ATTACKS = [
    # Who signed it.
    Attack("no signature", signed_by(), UNSIGNED, quick=ALL),
    Attack("a stranger's signature", signed_by("stranger"), STRANGER, quick=ALL),
    Attack("a stranger's signature, on the summary too", signed_by("stranger", summary_by="stranger"), STRANGER | BAD, WEB, quick=()),
    Attack("a revoked key", editor_is_revoked, REVOKED, quick=ALL),
    Attack("the signature of another release", another_releases_signature, BAD),
    Attack("signatures: one byte flipped", flips_commitmeta, BAD | UNSIGNED | DAMAGED),
    Attack("signatures: nonsense", garbage_commitmeta, BAD | UNSIGNED | DAMAGED, quick=()),
    Attack("no commit at all, well signed", garbage_signed, DAMAGED | FACTS),
    # Bytes that are not those that were signed.
    Attack("commit: one byte flipped", flips("commit"), DAMAGED | BAD, quick=ALL),
    Attack("dirtree: one byte flipped", flips("dirtree"), DAMAGED),
    Attack("dirmeta: one byte flipped", flips("dirmeta"), DAMAGED, fresh=True),
    Attack("file: one byte flipped", flips("filez", 0.7), DAMAGED, quick=ALL),
    Attack("file: its head flipped", flips("filez", 0), DAMAGED, quick=()),
    Attack("file: its mode flipped", flips("filez", 0.0001), DAMAGED, quick=()),
    Attack("superblock of a delta: one byte flipped", flips_delta("superblock"), DAMAGED, WEB),
    Attack("part of a delta: one byte flipped", flips_delta("0"), DAMAGED, WEB),
    Attack("summary: one byte flipped", flips_file("summary"), BAD | DAMAGED, WEB),
    Attack("signature of the summary: one byte flipped", flips_file("summary.sig", 0.9), BAD | DAMAGED | UNSIGNED, WEB),
    Attack("file: cut short", cut_short("filez"), DAMAGED, quick=()),
    Attack("file: missing", lacks("filez"), {"source-lacks"}),
    Attack("dirtree: missing", lacks("dirtree"), {"source-lacks"}, quick=()),
    Attack("file: unpacks to a gigabyte", bomb, DAMAGED | {"source-too-much"}),
    Attack("another file under its name", instead("filez", first_file), DAMAGED, quick=()),
    Attack("another release's dirtree under its name", instead("dirtree", first_tree), DAMAGED, quick=ALL),
    Attack("another release's commit under its name", instead("commit", first_commit), DAMAGED | BAD),
    # Another time, another place.
    Attack("an older release", older, OLDER, quick=ALL),
    Attack("the same number, something else in it", same_number, OLDER),
    Attack("the ref of one release, the objects of another", ref_without_its_objects, {"source-lacks"}),
    Attack("a summary signed by a stranger", other_repository("stranger"), STRANGER | BAD, WEB),
    Attack("a summary of another collection, well signed", other_repository("editor"), BINDING | {"ref-missing"}, WEB),
    Attack("bound to another site", of_another_place(), BINDING),
    Attack("bound to nothing", of_another_place(refs=()), BINDING, quick=()),
    Attack("bound to another collection", of_another_place(refs=(STABLE, CANARY), collection="org.example.Other"), BINDING),
    Attack("bound to no collection", of_another_place(refs=(STABLE, CANARY), collection=""), BINDING, quick=()),
    Attack("release and withdrawals swapped", refs_swapped, BINDING),
    # Signed, and wrong.
    Attack("a name that climbs out: ../evil", extra("../evil"), TREES, laid_out=True),
    Attack("a name with a slash: media/evil", extra("media/evil"), TREES, laid_out=True, quick=()),
    Attack("a name that is a path: /tmp/evil", extra("/tmp/evil"), TREES, laid_out=True),
    Attack("a file named ..", extra(".."), TREES, laid_out=True, quick=()),
    Attack("a file without a name", extra(""), TREES, laid_out=True),
    Attack("a folder named ..", folder_named(".."), TREES, laid_out=True, quick=()),
    Attack("a folder named ../../current", folder_named("../../current"), TREES, laid_out=True),
    Attack("a symbolic link", extra("media", link="/etc", mode=0o777), TREES, laid_out=True),
    Attack("a symbolic link in the store's place", extra("content.sqlite-journal", link="/etc/passwd", mode=0o777), TREES, laid_out=True, quick=()),
    Attack("a program that is root's", extra("evil", mode=0o4755), TREES, laid_out=True),
    Attack("a file all may write", extra("evil", mode=0o666), TREES, laid_out=True, quick=()),
    Attack("a folder with odd rights", folder_mode, TREES, laid_out=True),
    Attack("folders 200 deep", deep(200), TREES, laid_out=True),
    Attack("folders that multiply", multiplying, TREES | {"source-too-much"}, laid_out=True),
    Attack("more files than it says", more_files(3000), TREES, laid_out=True, quick=()),
    Attack("a store that is none", store_is(lambda data: b"no store" * 9999), {"check-storeopens", "check-program"}, laid_out=True, quick=()),
    Attack("a store with a page of nonsense", store_is(lambda data: data[:40960] + b"\xa5" * 4096 + data[45056:]),
           {"check-storeopens", "check-integrity"}, laid_out=True, quick=()),
    Attack("no store", no_store, {"check-program", "check-shape"}, laid_out=True, quick=()),
    # What it says of itself.
    Attack("says fewer bytes", says(bytes="60000", largest="50000"), {"source-too-much"} | TREES, laid_out=True),
    Attack("says more bytes", says(bytes="99000000"), SHAPE, laid_out=True, quick=()),
    Attack("says more bytes than fit", says_too_many_bytes, {"space"}),
    Attack("says more bytes than anyone has", says(bytes=str(1 << 63)), FACTS),
    Attack("says more files", says(files="999"), SHAPE, laid_out=True, quick=()),
    Attack("says more files than anyone has", says(files="200001"), FACTS),
    Attack("says that its files are smaller", says(largest="100"), SHAPE | {"source-too-much"}, laid_out=True),
    Attack("says a schema that is too new", says(schema="99"), {"program-older"}),
    Attack("says a program that is too new", says(program="99.0.0"), {"program-older"}, quick=()),
    Attack("says the number 0", says(sequence="0"), FACTS),
    Attack("says the number -1", says(sequence="-1"), FACTS, quick=()),
    Attack("says the number 2^31", says(sequence=str(2**31)), FACTS, quick=()),
    Attack("says a number that its store does not have", says(sequence=str(HIGHEST)), {"check-facts"}, laid_out=True),
    Attack("says its number in another type", says(sequence=GLib.Variant("u", 2)), FACTS),
    Attack("says no number", says(sequence=None), FACTS, quick=()),
    Attack("says another kind", says(kind="withdrawals"), FACTS, quick=()),
    Attack("says another site", says(site="other"), {"site-other", "check-facts"} | BINDING, laid_out=True),
    Attack("says a site that is a path", says(site="../../etc"), FACTS, quick=()),
    Attack("says a version with lines in it", says(version="2\nmoved to https://example.org"), FACTS),
    Attack("says a version a megabyte long", says(version="2" * (1 << 20)), FACTS, quick=()),
    # Keys and numbers.
    Attack("a stranger who brings the stranger's key", strangers_keys, STRANGER, after=stranger_still_unknown),
    Attack("brings keys that are none", refused_keys(lambda scene: b"no keys" * 100), {"keys-unreadable"}, laid_out=True, quick=()),
    Attack("brings a secret key", refused_keys(secret_key), {"keys-secret"}, laid_out=True),
    Attack("one signature of the two that are needed", one_of_two("editor"), {"signatures-wanted"}, **WAITS),
    Attack("one of an editor, one of a stranger", one_of_two("editor", "stranger"), {"signatures-wanted"}, **WAITS, quick=()),
    Attack("two signatures of the same person", twice_the_same, {"signatures-wanted"}, **WAITS),
    # The list of what was withdrawn.
    Attack("withdrawals: one is taken back", withdraws([]), {"withdrawals-shrunk"} | FACTS),
    Attack("withdrawals: another one instead", withdraws(["number 5550100998"]), {"withdrawals-shrunk"}, quick=()),
    Attack("withdrawals: not signed", withdraws(WITHDRAWN + ["topic pay"], by=()), UNSIGNED),
    Attack("withdrawals: a stranger's", withdraws(WITHDRAWN + ["topic pay"], by=("stranger",)), STRANGER),
    Attack("withdrawals: bound to a release's ref", withdraws(WITHDRAWN + ["topic pay"], refs=(STABLE,)), BINDING, quick=()),
    Attack("withdrawals: nonsense in it", withdraws(WITHDRAWN + ["topic pay", "everything"]), {"withdrawals-syntax"}),
    Attack("withdrawals: too long a list", big_list, {"file-too-large", "withdrawals-syntax"} | FACTS),
    Attack("withdrawals: a link", withdrawn_link, {"file-missing", "withdrawals-unreadable"} | TREES, quick=()),
    # The line and the server.
    *[Attack(f"{what}: data without end, {'declared' if declared else 'undeclared'}", line(what, evil.endless(declared)), ENDED, WEB,
             quick=WEB if declared == (what in ("summary", "file")) else ())
      for what in PATHS for declared in (True, False)],
    Attack("delta: data without end", delta_line(evil.endless(False)), ENDED, WEB),
    *[Attack(f"{what}: stalls", line(what, evil.stall(10)), {"source-stalled"}, WEB, quick=WEB if what in ("summary", "file") else ())
      for what in PATHS],
    Attack("delta: stalls", delta_line(evil.stall(10)), {"source-stalled"}, WEB, quick=()),
    Attack("file: drips, a byte at a time", line("file", evil.drip(1, 0.1)), ENDED, WEB, quick=(), seconds=90),
    Attack("summary: drips, a byte at a time", line("summary", evil.drip(1, 0.1)), ENDED, WEB, quick=(), seconds=90),
    *[Attack(f"{what}: 20 bytes too few", line(what, evil.short(20)), LENGTH | BAD | UNSIGNED, WEB,
             quick=WEB if what in ("commit", "file") else ()) for what in PATHS],
    *[Attack(f"{what}: too long", line(what, evil.long()), LENGTH | BAD | UNSIGNED | {"source-too-much"}, WEB,
             quick=WEB if what in ("commit", "dirtree") else ()) for what in PATHS if what not in ("signatures", "file")],
    *[Attack(f"{what}: longer than declared", line(what, evil.says_less(10)), LENGTH | BAD | UNSIGNED, WEB,
             quick=WEB if what == "file" else ()) for what in PATHS],
    *[Attack(f"{what}: the line is cut", line(what, evil.cut(10)), LENGTH | UNREACHABLE, WEB,
             quick=WEB if what in ("summary", "file") else ()) for what in PATHS],
    *[Attack(f"{what}: sent elsewhere", elsewhere(what), UNREACHABLE | {"source-lacks"} | UNSIGNED, WEB,
             quick=WEB if what in ("summary", "commit", "file") else (), after=never_asked) for what in PATHS],
    Attack("file: sent to a file of the kiosk", line("file", evil.redirect("file:///etc/passwd?")), UNREACHABLE | {"source-lacks"}, WEB, quick=()),
    *[Attack(f"{what}: the server fails (500)", line(what, evil.status(500)), UNREACHABLE, WEB,
             quick=WEB if what in ("summary", "file") else ()) for what in PATHS],
    Attack("summary: forbidden (403)", line("summary", evil.status(403)), UNREACHABLE | {"source-lacks"}, WEB, quick=()),
    Attack("a log-in page instead of all", portal, DAMAGED | BAD | UNREACHABLE | UNSIGNED, WEB),
    Attack("nobody there", nobody_there, UNREACHABLE, WEB, quick=()),
    # Folders and sticks.
    Attack("a link for an object", on_stick(links_object), LINKS, FOLDERS, quick=("stick",)),
    Attack("a link for the objects", on_stick(links_objects), LINKS, FOLDERS, quick=("stick",)),
    Attack("a link for a ref", on_stick(links_ref), LINKS, FOLDERS, quick=("stick",)),
    Attack("a link for the config", on_stick(links_config), LINKS, FOLDERS, quick=("stick",)),
    Attack("a pipe for an object", on_stick(fifo("object")), LINKS, FOLDERS, quick=("stick",)),
    Attack("a pipe for the config", on_stick(fifo("config")), LINKS, FOLDERS, quick=("stick",)),
    Attack("a socket", on_stick(a_socket), LINKS, FOLDERS, quick=("stick",)),
    Attack("a device for an object", on_stick(device), LINKS, FOLDERS, quick=("stick",)),
    Attack("folders 60 deep in it", on_stick(nested), {"source-too-many"} | LINKS, FOLDERS, quick=("stick",)),
    Attack("more than a million files", on_stick(very_many), {"source-too-many"}, ("stick",), quick=(), seconds=60),
    Attack("a config of nonsense", on_stick(config_is("\0\1\2 [core")), {"source-empty", "source-damaged", "source-unreadable"},
           FOLDERS, quick=("stick",)),
    Attack("a config of another form", on_stick(config_is("[core]\nrepo_version=99\nmode=archive-z2\n")),
           {"source-empty", "source-damaged", "source-unreadable"}, FOLDERS, quick=("stick",)),
    Attack("nothing in it", nothing_in_it, {"source-empty"}, FOLDERS, quick=("stick",)),
]


def rows():
    for attack in ATTACKS:
        for where in attack.where:
            marks = [] if where in attack.quick else [pytest.mark.slow]
            yield pytest.param(attack, where, id=f"{attack.happens}, {where}", marks=marks)


@pytest.fixture(scope="module")
def lab():
    made = Lab()
    yield made
    made.close()


def tell(happens, where, code, words, then):
    """One row of the table; rows of the slow tests join those of the others."""
    known = json.loads(ROWS.read_text()) if ROWS.exists() else {}
    known[f"{happens}, {where}"] = [happens, where, code, words.replace("|", "/"), then]
    ROWS.parent.mkdir(parents=True, exist_ok=True)
    ROWS.write_text(json.dumps(known))
    head = ["what somebody does", "by", "code", "what staff read", "then"]
    order = [f"{one.happens}, {where}" for one in ATTACKS for where in ALL]
    order += [name for name in known if name not in order]
    lines = [head, ["---"] * len(head), *(known[name] for name in order if name in known)]
    TABLE.write_text("".join("| " + " | ".join(line) + " |\n" for line in lines))


def is_plain(words):
    """A sentence for people, not a program's complaint."""
    return (len(words) > 40 and words.rstrip()[-1] in ".!?"
            and not any(other in words for other in ("GDBus", "GPGME", "ostree_", "curl", "errno", "openat", "Libgcrypt")))


@pytest.mark.parametrize("attack, where", rows())
def test_is_refused_and_leaves_all_as_it_was(lab, attack, where):
    scene = Scene(lab, where, attack.fresh)
    try:
        attack.arm(scene)
        before = scene.root.shown()
        made = scene.root.pull(scene.source, watched=True, options=("--patience", PATIENCE, *attack.options))
        report = scene.root.report()
        words = report.get("words", "")

        assert made.status == attack.status, made.words
        assert report.get("code") in attack.codes or made.status == 3, (report, made.words)
        assert report["state"] == ("Waiting" if attack.status == 3 else "Failed").lower()
        assert is_plain(words), words
        assert scene.root.shown() == before, "what is shown has changed"
        if not attack.laid_out:
            assert not made.touched, f"laid out or opened before it was refused: {made.touched}"
        assert made.seconds < attack.seconds
        if scene.server:
            assert scene.server.sent <= attack.most
        if attack.after:
            attack.after(scene)

        good = scene.good or lab.next
        sequence = getattr(scene, "good_sequence", 2)
        then = scene.root.pull(good.folder, options=attack.options)
        assert then.status == 0, then.words
        assert is_release(scene.root, lab.built(sequence), sequence)
        assert scene.root.withdrawn() == set(WITHDRAWN)
        tell(attack.happens, where, report.get("code", report["state"]), words, "the good release comes in")
    finally:
        scene.close()


def test_what_lies_beside_the_signed_bytes_is_not_taken(lab):
    """Marks on a file that none of ours has, and bytes behind the end of a packed file: the release is what was signed, and no more."""
    root = lab.installed()
    forge = lab.base.copy(lab.new("repo"))
    checksum = forge.file((lab.built(2) / "content.sqlite").read_bytes(), xattrs=((b"user.evil", b"1"),))
    fonts = forge.tree_of(lab.built(2) / "fonts")
    forge.publish(forge.release(lab.built(2), 2, tree=forge.tree([("content.sqlite", checksum)], [("fonts", fonts)])))
    made = root.pull(forge.folder)
    assert made.status == 0, made.words
    assert is_release(root, lab.built(2), 2)
    assert not os.listxattr(root.current / "content.sqlite")

    root = lab.installed()
    with EvilServer(lab.next.folder) as server:
        server.on(r"/deltas/", evil.status(404))
        server.on(PATHS["file"], evil.long())
        made = root.pull(server.url)
    assert made.status in (0, 1), made.words
    assert is_release(root, lab.built(2), 2) if made.status == 0 else is_release(root, lab.built(1), 1)


# --- Stories of several steps -------------------------------------------------------------------------------------------------------


def test_a_key_that_signed_the_highest_number_and_was_revoked_locks_nobody_out(lab):
    root = lab.installed()
    thief = lab.base.copy(lab.new("repo"))
    thief.publish(thief.release(lab.built(HIGHEST), HIGHEST))
    assert root.pull(thief.folder).status == 0, "signed as the editors do it: it is taken"
    assert root.sequence == HIGHEST

    mended = lab.base.copy(lab.new("repo"))
    mended.point(WITHDRAWALS, mended.withdrawals(WITHDRAWN, 2, by=("reviewer",)))
    mended.publish(mended.release(lab.built(2), 2, by=("reviewer",)), by="reviewer")
    made = root.pull(mended.folder)
    assert made.status == 1 and root.report()["code"] in OLDER, "the key still counts, and so does its number"

    root.keys = lab.signers.public(lab.new("keys"), "reviewer", revoked=["editor"])
    made = root.pull(mended.folder)
    assert made.status == 0, made.words
    assert is_release(root, lab.built(2), 2)
    tell("a key signs 2^31-1, is revoked", "folder", "–", root.report().get("words", ""), "the next key's release 2 comes in")


def test_keys_roll_over_inside_a_release(lab):
    """New keys come with a release that the old ones signed; from then on those count, and a revoked one never again."""
    root = lab.installed()
    keys = lab.signers.public(lab.new("keys"), "reviewer", "newcomer", revoked=["editor"])
    forge = lab.base.copy(lab.new("repo"))
    forge.publish(forge.release(lab.built(2), 2, keys=keys, serial=1))
    assert root.pull(forge.folder).status == 0, root.report()
    assert is_release(root, lab.built(2), 2)

    forge.publish(forge.release(lab.built(3), 3, by=("editor",)))
    made = root.pull(forge.folder)
    assert made.status == 1 and root.report()["code"] in REVOKED, made.words

    back = lab.signers.public(lab.new("keys"), "editor", "reviewer", "newcomer")
    forge.publish(forge.release(lab.built(3), 3, by=("newcomer",), keys=back, serial=2), by="newcomer")
    assert root.pull(forge.folder).status == 0, root.report()
    assert root.sequence == 3
    forge.publish(forge.release(lab.built(4), 4, by=("editor",)), by="newcomer")
    made = root.pull(forge.folder)
    assert made.status == 1 and root.report()["code"] in REVOKED, "a key that was revoked came back"


@pytest.mark.parametrize("year", ["2001", "2090"])
def test_a_wrong_clock_stops_no_release_and_lets_nothing_through(lab, year):
    clock = ("faketime", "-f", f"@{year}-01-02 00:00:00")
    root = lab.installed()
    forge = lab.base.copy(lab.new("repo"))
    forge.publish(forge.release(lab.built(2), 2, by=("stranger",)))
    with EvilServer(forge.folder) as server:
        made = root.pull(server.url, before=clock)
        assert made.status == 1 and root.report()["code"] in STRANGER, made.words
        server.serve(lab.next.folder)
        made = root.pull(server.url, before=clock)
    assert made.status == 0, made.words
    assert is_release(root, lab.built(2), 2)


def test_a_clock_from_before_the_keys_is_said(lab):
    """systemd starts no machine with such a clock; where another does, nothing is harmed and staff are told why."""
    root = lab.installed()
    before = root.shown()
    made = root.pull(lab.next.folder, before=("faketime", "-f", "@1999-06-02 00:00:00"))
    assert made.status == 1 and root.report()["code"] == "clock-wrong", made.words
    assert is_plain(root.report()["words"]) and root.shown() == before
    assert root.pull(lab.next.folder).status == 0


def needs_mounts():
    if os.getuid() != 0 or subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode != 0:
        pytest.skip("mounting takes root")


@pytest.mark.parametrize("where", ["web", "folder"])
@pytest.mark.parametrize("reserve, code", [(64, {"space"}), (0, {"space", "disk-full"})])
def test_a_full_disk_is_said_and_leaves_all_as_it_was(lab, where, reserve, code):
    needs_mounts()
    known = lab.installed()
    place = lab.new("disk")
    with small_disk(place, 6 << 20):
        root = known.copy(place / "kiosk")
        root.tmp = known.tmp
        before = root.shown()
        disk_is_filled(place / "fill", leaves=40_000)
        with EvilServer(lab.next.folder) as server:
            source = server.url if where == "web" else lab.next.folder
            made = root.pull(source, options=("--reserve", reserve))
            assert made.status == 1, made.words
            assert root.report()["code"] in code, (root.report(), made.words)
            assert root.shown() == before
            tell(f"a full disk, {reserve} MB to be left", where, root.report()["code"], root.report()["words"], "the good release comes in")
            (place / "fill").unlink()
            made = root.pull(source, options=("--reserve", 1))
        assert made.status == 0, made.words
        assert is_release(root, lab.built(2), 2)


def disk_is_filled(file, leaves):
    with open(file, "wb") as filling:
        room = os.statvfs(file.parent)
        filling.write(b"x" * max(0, room.f_bavail * room.f_frsize - leaves))


@pytest.mark.parametrize("fill_to", [0, 20_000, 60_000, 90_000, 120_000, 150_000])
def test_a_disk_that_fills_in_the_middle(lab, fill_to):
    """Without a reserve, and with a release that says it is small: the disk ends somewhere on the way."""
    needs_mounts()
    known = lab.installed()
    place = lab.new("disk")
    forge = lab.base.copy(lab.new("repo"))
    forge.publish(forge.release(lab.built(2), 2, change=lambda facts: facts.update({"porchlight.bytes": "1", "porchlight.largest": "1"})))
    with small_disk(place, 6 << 20):
        root = known.copy(place / "kiosk")
        root.tmp = known.tmp
        before = root.shown()
        disk_is_filled(place / "fill", leaves=fill_to)
        made = root.pull(forge.folder, options=("--reserve", 0))
        assert made.status == 1, made.words
        assert root.shown() == before
        (place / "fill").unlink()
        made = root.pull(lab.next.folder, options=("--reserve", 0))
        assert made.status == 0, made.words
        assert is_release(root, lab.built(2), 2)


def test_a_read_only_disk_is_said_and_leaves_all_as_it_was(lab):
    needs_mounts()
    known = lab.installed()
    place = lab.new("disk")
    with small_disk(place, 6 << 20):
        root = known.copy(place / "kiosk")
        root.run, root.tmp = known.run, known.tmp
        before = root.shown()
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        made = root.pull(lab.next.folder)
        assert made.status == 1, made.words
        code = root.report().get("code")
        assert is_plain(root.report()["words"]) and root.report()["sequence"] == "1"
        assert code in {"disk-read-only", "root-unwritable"}, made.words
        assert root.shown() == before
        tell("a read-only disk", "folder", code, root.report()["words"], "the good release comes in")
        subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        made = root.pull(lab.next.folder, options=("--reserve", 0))
        assert made.status == 0, made.words
        assert is_release(root, lab.built(2), 2)
