# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Repositories as our own program makes them, and as nobody should: every object is written here byte by byte, so that any of them
can be wrong. Only static deltas and the summary are made by ostree itself.
"""

import hashlib
import os
import shutil
import struct
import subprocess
import time
import zlib
from pathlib import Path

import gi

gi.require_version("OSTree", "1.0")
from gi.repository import Gio, GLib, OSTree  # noqa: E402

COLLECTION = "org.porchlight.Content"
WITHDRAWALS = "porchlight/withdrawals"
STABLE, CANARY = "porchlight/demo/stable", "porchlight/demo/canary"
SYMLINK = 0o120000
REGULAR = 0o100000


def big(number):
    """As OSTree keeps modes and sizes: the other end first."""
    return struct.unpack("=I", struct.pack(">I", number))[0]


class Forge:
    """One repository, an archive as a web server gives it out."""

    def __init__(self, folder, signers, collection=COLLECTION):
        self.folder = Path(folder)
        self.signers = signers
        self.collection = collection
        if not self.folder.exists():
            subprocess.run(["ostree", "--repo=" + str(self.folder), "init", "--mode=archive", "--collection-id=" + collection],
                           check=True, capture_output=True)

    def copy(self, folder):
        """Another one with the same in it. Its files are linked: they are replaced here, never written into."""
        subprocess.run(["cp", "-al", self.folder, folder], check=True)
        for name in ("config", ".lock"):
            if (folder / name).exists():
                write(folder / name, (folder / name).read_bytes())
        return Forge(folder, self.signers, self.collection)

    # --- Objects ----------------------------------------------------------------------------------------------------------

    def object(self, checksum, kind):
        return self.folder / "objects" / checksum[:2] / f"{checksum[2:]}.{kind}"

    def put(self, data, kind, checksum=None):
        checksum = checksum or hashlib.sha256(data).hexdigest()
        path = self.object(checksum, kind)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        return checksum

    def file(self, content, mode=0o644, link=None, xattrs=()):
        """A file's object; with `link` a symbolic link. Returns its checksum."""
        kind = SYMLINK if link is not None else REGULAR
        marks = [(list(name), list(value)) for name, value in xattrs]
        head = GLib.Variant("(uuuusa(ayay))", (0, 0, big(kind | mode), 0, link or "", marks)).get_data_as_bytes().get_data()
        head = struct.pack(">II", len(head), 0) + head
        checksum = hashlib.sha256(head + content).hexdigest()
        size = struct.unpack("=Q", struct.pack(">Q", len(content)))[0]
        packed = GLib.Variant("(tuuuusa(ayay))", (size, 0, 0, big(kind | mode), 0, link or "", marks))
        packed = packed.get_data_as_bytes().get_data()
        squeezed = zlib.compressobj(6, zlib.DEFLATED, -15)
        body = squeezed.compress(content) + squeezed.flush() if link is None else b""
        return self.put(struct.pack(">II", len(packed), 0) + packed + body, "filez", checksum)

    def folder_mode(self, mode=0o755):
        variant = GLib.Variant("(uuua(ayay))", (0, 0, big(0o040000 | mode), []))
        return self.put(variant.get_data_as_bytes().get_data(), "dirmeta")

    def tree(self, files, folders=(), mode=0o755):
        """files: (name, checksum)s; folders: (name, (tree, meta))s. Returns (tree, meta). Names are not looked at."""
        variant = GLib.Variant("(a(say)a(sayay))", (
            [(name, list(bytes.fromhex(checksum))) for name, checksum in sorted(files)],
            [(name, list(bytes.fromhex(tree)), list(bytes.fromhex(meta))) for name, (tree, meta) in sorted(folders)]))
        return self.put(variant.get_data_as_bytes().get_data(), "dirtree"), self.folder_mode(mode)

    def tree_of(self, folder, extra=(), extra_folders=()):
        """What lies in a real folder; `extra` files, (name, checksum), at its top."""
        files = [(path.name, self.file(path.read_bytes())) for path in sorted(folder.iterdir()) if path.is_file()]
        folders = [(path.name, self.tree_of(path)) for path in sorted(folder.iterdir()) if path.is_dir()]
        return self.tree(files + list(extra), folders + list(extra_folders))

    # --- Commits ----------------------------------------------------------------------------------------------------------

    def commit(self, tree, facts, by=("editor",), refs=(STABLE, CANARY), collection=None, when=None, parent=None):
        """Writes and signs one, without a ref to it; `facts` are its metadata, texts (or GVariants). Returns its checksum."""
        metadata = {"ostree.collection-binding": GLib.Variant("s", self.collection if collection is None else collection),
                    "ostree.ref-binding": GLib.Variant("as", sorted(refs))}
        for key, value in facts.items():
            metadata[key] = GLib.Variant("s", value) if isinstance(value, str) else value
        stamp = struct.unpack("=Q", struct.pack(">Q", int(time.time()) if when is None else when))[0]
        variant = GLib.Variant("(a{sv}aya(say)sstayay)", (
            metadata, list(bytes.fromhex(parent or "")), [], "", "", stamp,
            list(bytes.fromhex(tree[0])), list(bytes.fromhex(tree[1]))))
        data = variant.get_data_as_bytes().get_data()
        checksum = self.put(data, "commit")
        self.signatures(checksum, [self.signers.sign(name, data) for name in by])
        return checksum

    def signatures(self, checksum, signatures):
        """These, and no others."""
        path = self.object(checksum, "commitmeta")
        if signatures:
            variant = GLib.Variant("a{sv}", {"ostree.gpgsigs": GLib.Variant("aay", [list(one) for one in signatures])})
            write(path, variant.get_data_as_bytes().get_data())
        else:
            path.unlink(missing_ok=True)

    def sign(self, checksum, name):
        return self.signers.sign(name, self.object(checksum, "commit").read_bytes())

    def release(self, folder, sequence, change=None, by=("editor",), refs=(STABLE, CANARY), keys=None, serial=0, extra=(),
                tree=None, collection=None, parent=None):
        """A commit of a built release. change(facts) may make it lie; `keys` is a file that it brings."""
        extra = list(extra)
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        if keys:
            extra.append(("keys.gpg", self.file(keys.read_bytes())))
            sizes.append(keys.stat().st_size)
        facts = {"version": f"{sequence} (2026-11-22)", "porchlight.kind": "release", "porchlight.sequence": str(sequence),
                 "porchlight.site": "demo", "porchlight.schema": asked(folder, "PRAGMA user_version"), "porchlight.program": "0.1.0",
                 "porchlight.newest-date": asked(folder, "SELECT newest_date FROM release"),
                 "porchlight.bytes": str(sum(sizes)),
                 "porchlight.largest": str(max(sizes)), "porchlight.files": str(len(sizes))}
        if serial:
            facts["porchlight.keys-serial"] = str(serial)
        if change:
            change(facts)
        tree = tree or self.tree_of(folder, extra)
        return self.commit(tree, facts, by, refs, collection, parent=parent)

    def withdrawals(self, lines, sequence, change=None, by=("editor",), keys=None, serial=0, refs=(WITHDRAWALS,)):
        text = "".join(line + "\n" for line in sorted(lines)).encode()
        files = [("withdrawn", self.file(text))]
        sizes = [len(text)]
        if keys:
            files.append(("keys.gpg", self.file(keys.read_bytes())))
            sizes.append(keys.stat().st_size)
        facts = {"version": str(sequence), "porchlight.kind": "withdrawals", "porchlight.sequence": str(sequence),
                 "porchlight.bytes": str(sum(sizes)), "porchlight.largest": str(max(sizes)), "porchlight.files": str(len(sizes))}
        if serial:
            facts["porchlight.keys-serial"] = str(serial)
        if change:
            change(facts)
        return self.commit(self.tree(files), facts, by, refs)

    # --- What leads to them ------------------------------------------------------------------------------------------------

    def point(self, ref, checksum):
        path = self.folder / "refs/heads" / ref
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, checksum.encode() + b"\n")

    def head(self, ref=STABLE):
        return (self.folder / "refs/heads" / ref).read_text().strip()

    def delta(self, old, new):
        """From one release to another, in parts of their own, as the web gives them out."""
        subprocess.run(["ostree", "--repo=" + str(self.folder), "static-delta", "generate", "--from=" + old, "--to=" + new,
                        "--min-fallback-size=0"], check=True, capture_output=True, timeout=60)

    def summary(self, by="editor"):
        """As the refs are now."""
        repository = OSTree.Repo.new(Gio.File.new_for_path(str(self.folder)))
        repository.open(None)
        for name in ("summary", "summary.sig"):
            (self.folder / name).unlink(missing_ok=True)
        repository.regenerate_summary(None, None)
        self.sign_summary(by)

    def sign_summary(self, by):
        data = (self.folder / "summary").read_bytes()
        signature = GLib.Variant("a{sv}", {"ostree.gpgsigs": GLib.Variant("aay", [list(self.signers.sign(by, data))])})
        write(self.folder / "summary.sig", signature.get_data_as_bytes().get_data())

    def publish(self, checksum, refs=(STABLE,), delta_from=None, by="editor"):
        for ref in refs:
            self.point(ref, checksum)
        if delta_from:
            self.delta(delta_from, checksum)
        self.summary(by)
        return checksum

    # --- Looking around ----------------------------------------------------------------------------------------------------

    def objects_only_of(self, new, old, kind):
        """Objects of one kind in `new` that `old` (or None) does not have: what an update must fetch."""
        return sorted(self._reached(new, kind) - (self._reached(old, kind) if old else set()))

    def _reached(self, checksum, kind):
        repository = OSTree.Repo.new(Gio.File.new_for_path(str(self.folder)))
        repository.open(None)
        _, reached = repository.traverse_commit(checksum, 0, None)
        numbers = {"file": 1, "filez": 1, "dirtree": 2, "dirmeta": 3, "commit": 4}
        return {name for name, number in (key.unpack() for key in reached) if number == numbers[kind]}

    def deltas(self):
        return sorted(path for path in (self.folder / "deltas").rglob("*") if path.is_file())

    def remove(self):
        shutil.rmtree(self.folder)


def asked(folder, question):
    """One value of a release's store, as text."""
    made = subprocess.run(["sqlite3", f"file:{folder / 'content.sqlite'}?immutable=1", question],
                          capture_output=True, text=True, check=True)
    return made.stdout.strip()


def write(path, data):
    """In the place of what stood there, which may be linked elsewhere too."""
    path.unlink(missing_ok=True)
    path.write_bytes(data)


def flip(path, at=0.5):
    """One bit of one byte."""
    data = bytearray(path.read_bytes())
    data[min(int(len(data) * at), len(data) - 1)] ^= 0x10
    write(path, bytes(data))


def stick(repository, folder):
    """What a stick looks like that holds this repository."""
    (folder / ".ostree").mkdir(parents=True)
    os.rename(repository, folder / ".ostree/repo")
    return folder
