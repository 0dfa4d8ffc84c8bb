# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Releases: folders with a store that the kiosk finds by a link `current`; signed ones, that porchlight-sync brings there."""

import atexit
import functools
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from support import repo
from support.signers import Signers
from support.web import Web

COLLECTION = "org.porchlight.Content"
WITHDRAWALS = "porchlight/withdrawals"
CHANNELS = ("canary", "stable")
SMALL = repo.TOP / "tests/data/site-small"


def build(home, folder, change=None, sequence=1):
    """Builds the content, changed by change(folder of sources) first, into `folder`."""
    sources = folder.parent / (folder.name + "-sources") / "content"
    shutil.copytree(repo.TOP / "content", sources)
    if change:
        change(sources)
    made = subprocess.run([home.bin / "porchlight-content", "build", "content", "-o", folder, "--sequence", str(sequence),
                           "--today", "2026-11-22"], cwd=sources.parent,
                          env=home.environment(), capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stdout + made.stderr
    readable(folder)
    return folder


def greet_otherwise(sources):
    """A change anyone sees on the first page."""
    file = sources / "interface.yaml"
    file.write_text(file.read_text().replace('text: "Welcome"', 'text: "Hello"'))


def readable(folder):
    for path in [folder, *Path(folder).rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)


class Root:
    """What --root names: /var/lib/porchlight/content on a real kiosk."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)

    def __fspath__(self):
        return str(self.folder)

    __str__ = __fspath__

    def install(self, release, name):
        target = self.folder / name
        shutil.copytree(release, target)
        return target

    def point_to(self, name):
        """As an update does it: a new link, renamed over the old one."""
        new = self.folder / "current.new"
        os.symlink(name, new)
        os.replace(new, self.folder / "current")


def make_root(home, name):
    folder = home.folder / name
    shutil.rmtree(folder, ignore_errors=True)
    return Root(folder)


# --- Small releases, made once for all tests of a run ----------------------------------------------------------------------------


@functools.cache
def _cache():
    folder = Path(tempfile.mkdtemp(prefix=f"porchlight-releases-{os.getpid()}-"))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def small_release(sequence, change=None, site="demo"):
    """The release of tests/data/site-small, which is for reading only; change(folder of sources) comes first. A change that is
    given by its name in a module is built once; a lambda each time."""
    name = f"{sequence}-{getattr(change, '__name__', 'same').strip('<>')}-{site}"
    folder = Path(tempfile.mkdtemp(prefix=name + "-", dir=_cache()))
    shutil.copytree(SMALL, folder / "content")
    if change:
        change(folder / "content")
    made = subprocess.run([repo.PROGRAMS / "porchlight-content", "build", "content", "-o", "out", "--site", site, "--sequence",
                           str(sequence), "--today", "2026-11-22"], cwd=folder, capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stdout + made.stderr
    readable(folder / "out")
    return folder / "out"


def other_words(sources):
    """A change of one text."""
    file = sources / "interface.yaml"
    text = file.read_text()
    assert "Clear screen" in text
    file.write_text(text.replace("Clear screen", "Empty screen", 1))


# --- Signing and publishing -------------------------------------------------------------------------------------------------------


def gpg_home():
    """People with keys in a folder of their own; close() it."""
    return Signers()


def make_key(signers, name):
    """The fingerprint of somebody's key, dated 2000-01-01 and without an end."""
    return signers[name]


def _run(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=300, **more)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@functools.cache
def _publishes():
    return " publish " in _run(repo.PROGRAMS / "porchlight-content", "--help")


def publish(repository, release, signers, by="editor", channel="stable", keys=None, serial=0, by_hand=False, site="demo"):
    """Makes a signed commit of a built release in an archive, and a signed summary; returns its checksum. `by_hand`: with OSTree's
    own program instead of ours, and then with any `serial` of the keys that it brings."""
    if by_hand or not _publishes():
        return _publish_by_hand(Path(repository), release, signers, by, channel, keys, serial, site)
    _run(repo.PROGRAMS / "porchlight-content", "publish", "--repo", repository, "--key", signers[by], "--gpg-home", signers.home,
         "--release", release, "--channel", channel, *(["--keys", keys] if keys else []))
    _dated(Path(repository))
    return head(repository, f"porchlight/{site}/{channel}")


def head(repository, ref):
    return _run("ostree", f"--repo={repository}", "rev-parse", ref).strip()


def _ostree(repository, *words):
    return _run("ostree", f"--repo={repository}", *words).strip()


def _in_store(release, column):
    return _run("sqlite3", f"file:{Path(release) / 'content.sqlite'}?immutable=1", f"SELECT {column} FROM release").strip()


def _commit(repository, tree, facts, refs, ref, signers, by):
    if not repository.exists():
        _ostree(repository, "init", "--mode=archive", f"--collection-id={COLLECTION}")
    sizes = [path.stat().st_size for path in Path(tree).rglob("*") if path.is_file()]
    facts = {**facts, "porchlight.bytes": sum(sizes), "porchlight.largest": max(sizes), "porchlight.files": len(sizes)}
    checksum = _ostree(repository, "commit", "--orphan", f"--tree=dir={tree}", "--canonical-permissions", "--no-xattrs",
                       *(f"--add-metadata-string={key}={value}" for key, value in facts.items()),
                       *(f"--bind-ref={name}" for name in refs),
                       f"--gpg-homedir={signers.home}", *(f"--gpg-sign={signers[name]}" for name in _people(by)))
    _ostree(repository, "refs", "--delete", ref)
    _ostree(repository, "refs", f"--create={ref}", checksum)
    summarise(repository, signers, _people(by)[0])
    return checksum


def _people(by):
    return [by] if isinstance(by, str) else list(by)


def summarise(repository, signers, by="editor"):
    _ostree(repository, "summary", "-u", f"--gpg-homedir={signers.home}", f"--gpg-sign={signers[by]}")
    _ostree(repository, "refs", "--delete", "ostree-metadata")  # a commit of its own making, which is no release
    _dated(repository)


_dates = {}


def _dated(repository):
    """A web server tells two summaries of equal length apart by the second they were written in: no two of a test are of one."""
    second = max(int((repository / "summary.sig").stat().st_mtime), _dates.get(repository, 0) + 1)
    _dates[repository] = second
    for name in ("summary", "summary.sig"):
        os.utime(repository / name, (second, second))


def _publish_by_hand(repository, release, signers, by, channel, keys, serial, site):
    with tempfile.TemporaryDirectory(prefix=f"pl{os.getpid()}-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(release, tree)
        facts = {"version": f"{_in_store(release, 'sequence')} (2026-11-22)", "porchlight.kind": "release",
                 "porchlight.sequence": _in_store(release, "sequence"), "porchlight.site": site, "porchlight.schema": "1",
                 "porchlight.program": "0.1.0", "porchlight.newest-date": _in_store(release, "newest_date")}
        if keys:
            shutil.copy(keys, tree / "keys.gpg")
            facts["porchlight.keys-serial"] = serial or 1
        return _commit(repository, tree, facts, [f"porchlight/{site}/{name}" for name in CHANNELS],
                       f"porchlight/{site}/{channel}", signers, by)


def withdraw(repository, sequence, lines, signers, by="editor", keys=None, serial=0):
    """A withdrawal list of exactly these lines ("number 18883737888"), by OSTree's own program; returns its checksum."""
    with tempfile.TemporaryDirectory(prefix=f"pl{os.getpid()}-") as folder:
        (Path(folder) / "withdrawn").write_text("".join(line + "\n" for line in sorted(lines)))
        facts = {"version": str(sequence), "porchlight.kind": "withdrawals", "porchlight.sequence": sequence}
        if keys:
            shutil.copy(keys, Path(folder) / "keys.gpg")
            facts["porchlight.keys-serial"] = serial or 1
        return _commit(Path(repository), folder, facts, [WITHDRAWALS], WITHDRAWALS, signers, by)


def sign(repository, signers, by, ref="porchlight/demo/stable"):
    """Another signature on what a channel holds."""
    _ostree(repository, "gpg-sign", f"--gpg-homedir={signers.home}", head(repository, ref), signers[by])


def nginx(folder, **more):
    """`with nginx(repository) as web:` serves a folder on loopback: web.url, web.requests()."""
    return Web(folder, **more)


# --- The agent --------------------------------------------------------------------------------------------------------------------


@dataclass
class Synced:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    def says(self, code):
        return f"[{code}]" in self.err


def sync(root, keys, *arguments, run=None, timeout=120, environment=None):
    """porchlight-sync --root ROOT --keys KEYS ARGUMENT..., to its end."""
    done = subprocess.run([str(word) for word in sync_command(root, keys, *arguments, run=run)], capture_output=True, text=True,
                          timeout=timeout, env={**os.environ, **(environment or {})})
    return Synced(done.returncode, done.stdout, done.stderr)


def sync_command(root, keys, *arguments, run=None):
    return [repo.PROGRAMS / "porchlight-sync", "--root", root, "--keys", keys, *(["--run", run] if run else []), *arguments]


def pull(root, keys, source, *arguments, **more):
    return sync(root, keys, *arguments, "pull", "--from", source, **more)


def shown(root):
    """The sequence of the release that `current` leads to, from its store; None without one."""
    store = Path(root) / "current/content.sqlite"
    return int(_in_store(store.parent, "sequence")) if store.exists() else None
