# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What editors get wrong: each mistake is told with its file, its line and its code, and nothing is built from it."""

import re
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest
from support import releases, repo

# Dates in the content are compared with this day, so that these tests hold in other years too.
DAY = ["--today", "2026-11-22"]


def replace(file, old, new):
    text = file.read_text()
    assert old in text, f"{file.name} has no {old!r}: this test damages nothing"
    file.write_text(text.replace(old, new, 1))


def unknown_language_tag(content):
    replace(content / "languages.yaml", "- tag: es\n", "- tag: espanol!\n")


def broken_yaml(content):
    replace(content / "tiles.yaml", "opens: topics", "opens: [topics")


def plural_in_po(content):
    with open(content / "translations/es.po", "a") as po:
        po.write('\nmsgctxt "bar.home"\nmsgid "One page"\nmsgid_plural "Pages"\nmsgstr[0] "Una"\nmsgstr[1] "Otras"\n')


def changed_number_in_po(content):
    file = content / "translations/es.po"
    text = file.read_text()
    entry = re.search(r'^msgid "[^"]*\b(\d\d+)\b[^"]*"\nmsgstr "([^"]*)\b\1\b', text, re.MULTILINE)
    assert entry, "no translated number: this test damages nothing"
    damaged = entry.group(0)[:-len(entry.group(1))] + "9" * len(entry.group(1))
    file.write_text(text.replace(entry.group(0), damaged))


def missing_contact(content):
    with open(content / "topics/pay.md", "a") as topic:
        topic.write("\n{contact:nobody-at-all}\n")


def unknown_markup(content):
    with open(content / "topics/pay.md", "a") as topic:
        topic.write("\nYou have **rights**.\n")


def number_not_to_dial(content):
    replace(content / "contacts/hotline.yaml", 'value: "1-888-373-7888"', 'value: "1-888-FREE-ME"')


def trusted_too_long(content):
    replace(content / "contacts/hotline.yaml", "expires_on: 2027-02-20", "expires_on: 2031-01-01")


def unverified_fact_as_sure(content):
    file = content / "contacts/hotline.yaml"
    file.write_text(re.sub(r"(mark: B.*?status: )unverified", r"\1ok", file.read_text(), count=1, flags=re.DOTALL))


MISTAKES = [
    (unknown_language_tag, "bad-language-tag", "languages.yaml"),
    (broken_yaml, "yaml-syntax", "tiles.yaml"),
    (plural_in_po, "plural-not-allowed", "translations/es.po"),
    (changed_number_in_po, "changed-number", "translations/es.po"),
    (missing_contact, "missing-contact", "topics/pay.md"),
    (unknown_markup, "unknown-markup", "topics/pay.md"),
    (number_not_to_dial, "bad-number", "contacts/hotline.yaml"),
    (trusted_too_long, "expires-too-late", "contacts/hotline.yaml"),
    (unverified_fact_as_sure, "unverified-mark", "contacts/hotline.yaml"),
]


@pytest.fixture
def content(tmp_path):
    shutil.copytree(repo.TOP / "content", tmp_path / "content")
    return tmp_path / "content"


def run(*arguments, folder):
    return subprocess.run([repo.PROGRAMS / "porchlight-content", *arguments, *DAY], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=120)


def test_as_it_is_it_is_right(content):
    made = run("check", "content", folder=content.parent)
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.mark.parametrize("mistake, code, place", MISTAKES, ids=[mistake.__name__ for mistake, _, _ in MISTAKES])
def test_a_mistake_is_told(content, mistake, code, place):
    mistake(content)
    made = run("check", "content", folder=content.parent)
    told = made.stdout + made.stderr
    assert made.returncode == 1, told
    assert re.search(rf"content/{re.escape(place)}:\d+.*\[{code}\]", told), told

    built = run("build", "content", "-o", content.parent / "out", folder=content.parent)
    assert built.returncode == 1
    assert not (content.parent / "out/content.sqlite").exists()


def test_all_mistakes_are_told_at_once(content):
    broken_yaml(content)
    missing_contact(content)
    told = run("check", "content", folder=content.parent).stdout
    assert "[yaml-syntax]" in told and "[missing-contact]" in told


@pytest.mark.parametrize("old, new", [("name: Community lobby", 'name: "Community lobby'), ("id: demo", "id: memo"),
                                      ("phone_here: desk", "phone_here: cellar"), ("missouri, cardv", "cardv, missouri")])
def test_a_mistake_of_a_site_does_not_stop_the_national_content(home, content, old, new):
    replace(content / "sites/demo/site.yaml", old, new)
    out = content.parent / "out"
    made = run("build", "content", "-o", out, "--site", "demo", folder=content.parent)
    assert made.returncode == 3, made.stdout + made.stderr
    assert "content/sites/demo/site.yaml:" in made.stdout
    opened_by_the_kiosk(home, out)
    with closing(sqlite3.connect(f"file:{out}/content.sqlite?immutable=1", uri=True)) as store:
        assert store.execute("SELECT mode FROM release").fetchall() == [("demonstration",)]
        topics = {topic for topic, in store.execute("SELECT id FROM topic")}
    national = {path.stem for path in (content / "topics").glob("*.md")}
    assert topics == national, "all that is national, and nothing of the layers"

    other = run("build", "content", "-o", out, "--site", "central-missouri", folder=content.parent)
    assert other.returncode == 0, other.stdout + other.stderr
    assert run("check", "content", folder=content.parent).returncode == 1


def opened_by_the_kiosk(home, out):
    release = home.folder / "without-site"
    shutil.rmtree(release, ignore_errors=True)
    shutil.copytree(out, release)
    releases.readable(release)
    made = subprocess.run([home.bin / "porchlight", "--self-test", "--window", "1080x1920", "--builtin", release, "--root", home.empty],
                          env=home.environment(QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=60)
    assert made.returncode == 0 and "first page drawn, status 0" in made.stdout, made.stdout + made.stderr
