# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain SQL proves of any store that no fact is on a screen without its source and its day."""

import sqlite3
import subprocess

import pytest
from support import repo

# Facts that a text of a topic draws in, by topic and fact.
DRAWN = """
WITH shown (topic, words) AS (
    SELECT t.id, x.value FROM topic t JOIN text x ON x.number IN (t.title, t.summary)
    UNION ALL SELECT b.topic, x.value FROM topic_block b JOIN text x ON x.number = b.text)
SELECT s.topic, f.id AS fact FROM shown s JOIN fact f ON instr(s.words, '{fact:' || f.id || '}') > 0
"""
WITHOUT_SOURCE = f"""
SELECT * FROM ({DRAWN}) AS drawn WHERE NOT EXISTS (
    SELECT 1 FROM topic_source s WHERE s.topic = drawn.topic AND s.fact = drawn.fact AND s.mark = 'A'
    AND s.url <> '' AND s.checked_on IS date(s.checked_on) AND s.recheck_by IS date(s.recheck_by))
"""
UNKNOWN = """
SELECT id FROM text WHERE instr(value, '{fact:') > 0
    AND NOT EXISTS (SELECT 1 FROM fact f WHERE instr(text.value, '{fact:' || f.id || '}') > 0)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    out = tmp_path_factory.mktemp("release") / "out"
    subprocess.run([repo.PROGRAMS / "porchlight-content", "build", repo.TOP / "tests/data/site-small", "--site", "small",
                    "--today", "2026-11-22", "-o", out], check=True, capture_output=True, timeout=120)
    return sqlite3.connect(f"file:{out}/content.sqlite?immutable=1", uri=True)


def test_there_are_facts(store):
    assert sorted(store.execute(DRAWN)) == [("north-law", "north-counted"), ("numbers", "counted")]


def test_each_has_its_source_and_day(store):
    assert store.execute(WITHOUT_SOURCE).fetchall() == []
    assert store.execute(UNKNOWN).fetchall() == []
