# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Releases for the kiosk to find: folders with a store, and a link `current` to one of them."""

import os
import shutil
import subprocess
from pathlib import Path

from support import repo


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
