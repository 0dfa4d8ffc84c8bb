# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A release of invented pages and languages is built and shown like the real one; tests/bench/scale.py makes it large."""

import sqlite3

import pytest
from bench import large_content, scale
from support import releases
from support.kiosk import Kiosk
from support.tour import Tour
from support.visitor import Visitor

TOPICS, LANGUAGES = 40, 5


@pytest.fixture
def made(home, tmp_path):
    large_content.make(tmp_path / "content", scale.PROGRAM, TOPICS, LANGUAGES)
    _, _, steps = scale.build(tmp_path / "content", tmp_path / "release")
    assert steps[0] == "sources..." and steps[-1] == "release..."
    releases.readable(tmp_path / "release")
    return tmp_path / "release"


def test_holds_every_page_in_every_language(made):
    with sqlite3.connect(f"file:{made / 'content.sqlite'}?immutable=1", uri=True) as store:
        (topics,), = store.execute("SELECT count(*) FROM topic")
        texts = store.execute("SELECT count(*) FROM text WHERE id LIKE 'topic.page-%'").fetchone()[0]
        (languages,), = store.execute("SELECT count(*) FROM language")
        translated = store.execute("SELECT count(*) FROM translation o JOIN text t ON t.number = o.text "
                                   "WHERE t.id LIKE 'topic.page-%' GROUP BY o.language").fetchall()
    store.close()
    assert (topics, languages) == (TOPICS, LANGUAGES + 1)
    assert texts == TOPICS * (large_content.BLOCKS + 1)  # title and summary; the last block is a contact
    assert translated == [(texts,)] * LANGUAGES


def test_the_same_seed_gives_the_same_folder(made, tmp_path):
    large_content.make(tmp_path / "again", scale.PROGRAM, TOPICS, LANGUAGES)
    files = [path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*") if path.is_file()]
    assert len(files) > TOPICS + LANGUAGES
    for file in files:
        assert (tmp_path / "again" / file).read_bytes() == (tmp_path / "content" / file).read_bytes()


def test_opens_and_is_read(made):
    real, large = scale.opening(scale.REAL, made / "content.sqlite", rounds=3)
    assert set(real) == set(large) == set(scale.NAMES)


def test_the_kiosk_shows_it(home, display, made, tmp_path):
    root = releases.make_root(home, "scale")
    root.install(made, "1")
    root.point_to("1")
    tour = Tour(home, "1080x1920", ["en"], tmp_path / "tour", builtin=root.folder / "1",
                flags=["--pages", "welcome,home"])
    visitor = Visitor(display, tour)
    with Kiosk(home, display, root=root) as kiosk:
        visitor.waits_for("welcome")
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        assert kiosk.end() == 0, kiosk.log
