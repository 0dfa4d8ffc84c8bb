# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is wrong with the installed release: visitors see the built-in content, staff see why."""

import os
import shutil
import sqlite3

import pytest
from support import releases
from support.kiosk import Kiosk

USED_BUILT_IN = 3
NO_CONTENT = 4


def missing(folder):
    (folder / "content.sqlite").unlink()


def truncated(folder):
    store = folder / "content.sqlite"
    os.truncate(store, store.stat().st_size // 2)


def empty(folder):
    os.truncate(folder / "content.sqlite", 0)


def not_a_database(folder):
    (folder / "content.sqlite").write_bytes(b"Dear all, please find the numbers attached.\n" * 400)


def foreign(folder):
    missing(folder)
    with sqlite3.connect(folder / "content.sqlite") as other:
        other.execute("CREATE TABLE recipes(id INTEGER PRIMARY KEY, soup TEXT)")
    other.close()
    releases.readable(folder)


def newer_schema(folder):
    with sqlite3.connect(folder / "content.sqlite") as store:
        store.execute("PRAGMA user_version = 999")
    store.close()


def older_schema(folder):
    with sqlite3.connect(folder / "content.sqlite") as store:
        store.execute("PRAGMA user_version = 0")
    store.close()


def scribbled_over(folder):
    store = folder / "content.sqlite"
    with open(store, "r+b") as file:
        for page in range(2, store.stat().st_size // 4096, 3):
            file.seek(page * 4096)
            file.write(os.urandom(512))


def unreadable_file(folder):
    (folder / "content.sqlite").chmod(0)


def unreadable_folder(folder):
    folder.chmod(0)


DAMAGES = [
    (missing, "store-missing"),
    (truncated, "store-damaged"),
    (empty, "store-"),
    (not_a_database, "store-not-ours"),
    (foreign, "store-not-ours"),
    (newer_schema, "store-too-new"),
    (older_schema, "store-"),
    (scribbled_over, "store-damaged"),
    (unreadable_file, "store-unreadable"),
    (unreadable_folder, "store-unreadable"),
]


@pytest.fixture
def root(home):
    return releases.make_root(home, "bad-store")


@pytest.mark.parametrize("damage, code", DAMAGES, ids=[damage.__name__ for damage, _ in DAMAGES])
def test_built_in_content_stands_in(home, display, visitor, root, damage, code):
    damage(root.install(home.content, "1"))
    root.point_to("1")
    with Kiosk(home, display, root=root) as kiosk:
        visitor.waits_for("welcome")
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        assert kiosk.end() == USED_BUILT_IN, kiosk.log
        assert code in kiosk.log
    (root.folder / "1").chmod(0o755)


def test_a_link_to_nowhere(home, display, visitor, root):
    root.point_to("never-arrived")
    with Kiosk(home, display, root=root) as kiosk:
        visitor.waits_for("welcome")
        assert kiosk.end() == USED_BUILT_IN, kiosk.log
        assert "store-missing" in kiosk.log


def test_no_release_at_all_is_no_fault(home, display, visitor, root):
    with Kiosk(home, display, root=root) as kiosk:
        visitor.waits_for("welcome")
        assert kiosk.end() == 0, kiosk.log


def test_damaged_while_running(home, display, visitor, root):
    root.install(home.content, "1")
    newer_schema(root.install(home.content, "2"))
    root.point_to("1")
    with Kiosk(home, display, root=root) as kiosk:
        visitor.waits_for("welcome")
        root.point_to("2")
        kiosk.run_for(4)
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        kiosk.end()
        assert "store-too-new" in kiosk.log


def test_no_content_anywhere(home, root):
    nothing = home.folder / "nothing"
    nothing.mkdir(exist_ok=True)
    with Kiosk(home, root=root, flags=["--builtin", str(nothing)]) as kiosk:
        kiosk.run_for(2)
        assert kiosk.end() == NO_CONTENT, kiosk.log
    shutil.rmtree(nothing)
