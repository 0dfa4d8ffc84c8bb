# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain SQL proves of any store that nothing is on a screen without its source and its day: no fact that a text draws in, no
topic, no number or address. The stores are those of the fixture and of every site of the content itself."""

import re
import sqlite3
import subprocess

import pytest
from support import repo

SMALL = repo.TOP / "tests/data/site-small"
REAL = repo.TOP / "content"
SITES = [(SMALL, "small"), *((REAL, site.name) for site in sorted((REAL / "sites").iterdir()) if site.is_dir())]

# Every text of a topic, its translations too, by topic.
SHOWN = """
WITH own (topic, number) AS (
    SELECT id, title FROM topic UNION SELECT id, summary FROM topic WHERE summary IS NOT NULL
    UNION SELECT topic, text FROM topic_block WHERE text IS NOT NULL),
shown (topic, words) AS (
    SELECT own.topic, x.value FROM own JOIN text x USING (number)
    UNION ALL SELECT own.topic, t.value FROM own JOIN translation t ON t.text = own.number)
"""
# Facts that a text of a topic draws in, by topic and fact.
DRAWN = SHOWN + "SELECT DISTINCT s.topic, f.id AS fact FROM shown s JOIN fact f ON instr(s.words, '{fact:' || f.id || '}') > 0"
SOUND = """mark = 'A' AND (url LIKE 'https://_%.__%' OR url LIKE 'http://_%.__%') AND trim(what) <> ''
    AND checked_on IS date(checked_on) AND recheck_by IS date(recheck_by) AND checked_on < recheck_by
    AND checked_on > '2025-01-01' AND recheck_by <= date(checked_on, '+366 days')"""

NOTHING_WITHOUT = {
    # a fact of a page is one of the page's own sources, the very same
    "fact": f"""SELECT * FROM ({DRAWN}) AS drawn WHERE NOT EXISTS (
        SELECT 1 FROM topic_source s JOIN fact f ON f.id = s.fact
        WHERE s.topic = drawn.topic AND s.fact = drawn.fact AND s.url = f.url AND s.mark = f.mark
        AND s.checked_on = f.checked_on AND s.recheck_by = f.recheck_by)""",
    "fact row": f"SELECT id FROM fact WHERE NOT ({SOUND})",
    "topic": "SELECT id FROM topic WHERE id NOT IN (SELECT topic FROM topic_source)",
    "learn topic": "SELECT id FROM topic WHERE layer = 'learn' AND id NOT IN (SELECT topic FROM topic_source)",
    "source": f"SELECT topic, what FROM topic_source WHERE NOT ({SOUND})",
    "channel": """SELECT id FROM channel WHERE NOT (
        (source_url LIKE 'https://_%.__%' OR source_url LIKE 'http://_%.__%') AND trim(checked_by) <> ''
        AND checked_on > '2025-01-01' AND checked_on <= recheck_by AND recheck_by <= expires_on
        AND expires_on <= date(checked_on, '+90 days'))""",
    "contact": "SELECT id FROM contact WHERE id NOT IN (SELECT contact FROM channel)",
    # facts stand in topics only: nothing else lists its sources
    "place for a fact": f"""SELECT id FROM text WHERE instr(value, '{{fact:') > 0 AND value NOT IN (
        SELECT words FROM ({SHOWN} SELECT words FROM shown))""",
    "known fact": """SELECT id FROM text WHERE instr(value, '{fact:') > 0
        AND NOT EXISTS (SELECT 1 FROM fact f WHERE instr(text.value, '{fact:' || f.id || '}') > 0)""",
}


def built(tmp_path_factory, content, site):
    out = tmp_path_factory.mktemp("release") / "out"
    subprocess.run([repo.PROGRAMS / "porchlight-content", "build", content, "--site", site, "--today", "2026-11-22", "-o", out],
                   check=True, capture_output=True, timeout=120)
    return sqlite3.connect(f"file:{out}/content.sqlite?immutable=1", uri=True)


@pytest.fixture(scope="module", params=SITES, ids=[f"{content.name}-{site}" for content, site in SITES])
def store(request, tmp_path_factory):
    made = built(tmp_path_factory, *request.param)
    yield made
    made.close()


def test_there_are_facts(tmp_path_factory):
    store = built(tmp_path_factory, SMALL, "small")
    assert sorted(store.execute(DRAWN)) == [("north-law", "north-counted"), ("numbers", "counted")]
    store.close()


@pytest.mark.parametrize("what", NOTHING_WITHOUT)
def test_nothing_is_without_its_source_and_day(store, what):
    if what == "topic" and store.execute("SELECT site FROM release WHERE site = 'small'").fetchone():
        pytest.skip("the made-up pages of the fixture have sources only where they must")
    assert store.execute("SELECT count(*) FROM topic_source").fetchone()[0] > 0
    assert store.execute(NOTHING_WITHOUT[what]).fetchall() == []


def test_each_placeholder_leads_to_a_row(store):
    """In English and in every translation; so a number in a text leads to its channel, and with it to a source."""
    facts = {fact for fact, in store.execute("SELECT id FROM fact")}
    channels = {channel for channel, in store.execute("SELECT id FROM channel")}
    for text, in store.execute("SELECT value FROM text UNION ALL SELECT value FROM translation").fetchall():
        assert set(re.findall(r"\{fact:([^}]*)\}", text)) <= facts, text
        assert set(re.findall(r"\{number:([^}]*)\}", text)) <= channels, text


@pytest.mark.parametrize("damage, what", [
    ("DELETE FROM topic_source WHERE fact = 'counted'", "fact"),
    ("UPDATE topic_source SET url = 'https://other.example.org' WHERE fact = 'counted'", "fact"),
    ("UPDATE topic_source SET recheck_by = '2031-01-01' WHERE fact IS NULL", "source"),
    ("DELETE FROM topic_source WHERE topic = 'numbers'", "topic"),
    ("UPDATE channel SET source_url = ''", "channel"),
    ("UPDATE channel SET expires_on = '2031-01-01'", "channel"),
    ("UPDATE text SET value = 'Of {fact:counted} people' WHERE number = (SELECT text FROM interface LIMIT 1)", "place for a fact")])
def test_the_proof_would_see_it(tmp_path_factory, damage, what):
    store = built(tmp_path_factory, SMALL, "small")
    changed = sqlite3.connect(":memory:")
    store.backup(changed)
    store.close()
    assert changed.execute(damage).rowcount > 0
    assert changed.execute(NOTHING_WITHOUT[what]).fetchall()
    changed.close()
