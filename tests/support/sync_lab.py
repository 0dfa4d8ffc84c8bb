# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kiosk's root folder with the real porchlight-sync, small releases to bring to it, and a look at what lies there."""

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from support import repo
from support.forge import WITHDRAWALS, Forge
from support.signers import Signers

SYNC = repo.PROGRAMS / "porchlight-sync"
TODAY = "2026-11-22"
WITHDRAWN = ["number 5550100999"]


def digest(folder):
    """Every file below it by its path, as a sum; links as what they say."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = "-> " + os.readlink(path)
        elif path.is_dir():
            found[name] = "folder"
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


@dataclass
class Run:
    status: int
    words: str
    seconds: float
    touched: list  # paths below the root, outside .sync, that were opened or made; only when watched


class Root:
    """What --root names, with its keys and its run folder."""

    def __init__(self, folder, keys):
        self.folder, self.keys = folder, keys
        self.root = folder / "root"
        self.run = folder / "run"
        self.tmp = folder
        self.root.mkdir(parents=True, exist_ok=True)
        self.run.mkdir(exist_ok=True)

    @property
    def environment(self):
        """GPG's folders for a moment lie with the rest: of one that was killed they stay, with a gpg-agent that ends when they go."""
        return {**os.environ, "TMPDIR": str(self.tmp)}

    def copy(self, folder):
        """The same once more; what is linked inside of it stays so."""
        folder.mkdir()
        subprocess.run(["cp", "-a", self.root, self.run, folder], check=True)
        return Root(folder, self.keys)

    def command(self, *arguments, options=()):
        return [str(part) for part in (SYNC, "--root", self.root, "--keys", self.keys, "--run", self.run, *options, *arguments)]

    def pull(self, *sources, options=(), watched=False, before=(), timeout=60, **environment):
        froms = [part for source in sources for part in ("--from", source)]
        return self.does("pull", *froms, options=options, watched=watched, before=before, timeout=timeout, **environment)

    def does(self, *arguments, options=(), watched=False, before=(), timeout=60, **environment):
        notes = self.folder / "trace"
        watch = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(notes), "-s", "4096", "-e", "signal=none", "-e",
                 "trace=openat,open,mkdir,mkdirat,link,linkat,symlink,symlinkat,rename,renameat,renameat2"] if watched else []
        start = time.monotonic()
        made = subprocess.run([*map(str, before), *watch, *self.command(*arguments, options=options)], capture_output=True,
                              text=True, timeout=timeout, env={**self.environment, **environment})
        seconds = time.monotonic() - start
        return Run(made.returncode, made.stdout + made.stderr, seconds, self._touched(notes) if watched else [])

    def _touched(self, notes):
        """Names (quoted in a trace) that lead to a release, staged or whole."""
        names = set()
        for line in notes.read_text(errors="replace").splitlines():
            names.update(re.findall(r'"((?:[^"\\]|\\.)*)"', line))
        return sorted(name for name in names if self.staging_in(name))

    @staticmethod
    def staging_in(name):
        return ".staged" in name or name.endswith("content.sqlite")

    @property
    def current(self):
        """The folder that is shown; None where there is none."""
        link = self.root / "current"
        return self.root / os.readlink(link) if link.is_symlink() else None

    @property
    def sequence(self):
        return int(self.current.name.split("-")[0]) if self.current else 0

    def shown(self):
        """Everything outside .sync: the releases, the links, the list of what was withdrawn."""
        found = {}
        for path in sorted(self.root.iterdir()):
            if path.name == ".sync":
                continue
            if path.is_symlink():
                found[path.name] = "-> " + os.readlink(path)
            elif path.is_dir():
                found[path.name] = digest(path)
            else:
                found[path.name] = path.read_bytes()
        return found

    def withdrawn(self):
        file = self.root / "withdrawn"
        return {line for line in file.read_text().splitlines() if line and line[0] != "#"} if file.exists() else set()

    def report(self):
        """RUN/sync/state as words by key."""
        lines = (self.run / "sync/state").read_text().splitlines()
        return dict(line.split(" ", 1) for line in lines if " " in line)


class Lab:
    """Three releases of the small site, in a repository that grows, and a kiosk that shows the first."""

    def __init__(self):
        # In memory where that goes: these tests write much, and fsync waits for whatever else the disk does.
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(prefix=f"porchlight-sync-{os.getpid()}-", dir=memory))
        self.signers = Signers()
        self._count = 0
        self._built = {}
        self.keys = self.signers.public(self.folder / "keys", "editor", "reviewer")
        base = Forge(self.folder / "base", self.signers)
        base.point(WITHDRAWALS, base.withdrawals(WITHDRAWN, 1))
        self.first = base.publish(base.release(self.built(1), 1))
        self.base = base
        self.next = base.copy(self.folder / "next")
        self.second = self.next.publish(self.next.release(self.built(2), 2), delta_from=self.first)
        self._installed = None

    def built(self, sequence, change=None):
        """A release of the small site, as porchlight-content build makes it; change(sources) makes it another one."""
        key = sequence, change
        if key not in self._built:
            folder = self.new("built")
            sources = repo.TOP / "tests/data/site-small"
            if change:
                sources = Path(shutil.copytree(sources, self.new("sources")))
                change(sources)
            made = subprocess.run([repo.PROGRAMS / "porchlight-content", "build", sources, "-o", folder, "--sequence",
                                   str(sequence), "--today", TODAY], capture_output=True, text=True, timeout=120)
            assert made.returncode == 0, made.stdout + made.stderr
            self._built[key] = folder
        return self._built[key]

    def new(self, name):
        self._count += 1
        return self.folder / f"{self._count}-{name}"

    def fresh(self):
        """A kiosk that has nothing yet."""
        return Root(self.new("kiosk"), self.keys)

    def installed(self):
        """A kiosk that shows the first release."""
        if not self._installed:
            root = self.fresh()
            made = root.pull(self.base.folder)
            assert made.status == 0, made.words
            assert is_release(root, self.built(1), 1) and root.withdrawn() == set(WITHDRAWN)
            self._installed = root
        return self._installed.copy(self.new("kiosk"))

    def close(self):
        self.signers.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def is_release(root, built, sequence):
    """Does `current` lead to this very release, whole?"""
    return (root.current is not None and root.sequence == sequence and root.current.is_dir()
            and without_keys(digest(root.current)) == digest(built))


def without_keys(found):
    return {name: what for name, what in found.items() if name != "keys.gpg"}


@contextlib.contextmanager
def small_disk(folder, size):
    """A disk of so many bytes, in memory; takes root."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)
