# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A language, a topic, a layer, a site and a list of services are added as content/README.md says, by the commands that stand there and with the programs as
they are; the kiosk then shows them."""

import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest
import yaml
from support import releases, repo
from support.tour import Tour

DAY = ["--today", "2026-11-22"]
GUIDE = repo.text("content/README.md")


def part(heading):
    return GUIDE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def block(text, kind):
    """The fenced block of this kind, as it stands in a numbered step."""
    blocks = re.findall(r"^( *)```(\w*)\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL)
    indent, lines = next((indent, lines) for indent, name, lines in blocks if name == kind)
    return re.sub(rf"^{indent}", "", lines, flags=re.MULTILINE)


@pytest.fixture
def desk(home, tmp_path):
    """Where an editor works: a copy of the content, drawings beside it, the program on the PATH, no compiler."""
    shutil.copytree(repo.TOP / "content", tmp_path / "content")
    shutil.copytree(repo.TOP / "media", tmp_path / "media")

    def run(*command, status=0):
        line = command[0] if len(command) == 1 else command
        made = subprocess.run(line, shell=isinstance(line, str), cwd=tmp_path, stdin=subprocess.DEVNULL, text=True,
                              env=home.environment(QT_QPA_PLATFORM="offscreen", PATH=f"{home.bin}{os.pathsep}/usr/bin:/bin"), capture_output=True, timeout=120)
        assert made.returncode == status, made.stdout + made.stderr
        return made.stdout

    run.folder = tmp_path
    return run


def built(home, desk):
    """The release, which the kiosk opens and draws."""
    desk("porchlight-content", "build", "content", "-o", "out", *DAY)
    release = home.folder / "added"
    shutil.rmtree(release, ignore_errors=True)
    shutil.copytree(desk.folder / "out", release)
    releases.readable(release)
    told = desk("porchlight", "--self-test", "--window", "1080x1920", "--builtin", release, "--root", home.empty)
    assert "first page drawn, status 0" in told
    return release


def ask(release, question):
    with closing(sqlite3.connect(f"file:{release}/content.sqlite?immutable=1", uri=True)) as store:
        return store.execute(question).fetchall()


def shows(home, release, folder, language, page):
    walk = Tour(home, "1080x1920", [language], folder / "tour", builtin=release, flags=["--pages", page, "--check"])
    return walk.file(page, language).is_file()


def test_a_language(home, desk):
    """Portuguese, by the very steps that the guide takes with Vietnamese."""
    content, steps = desk.folder / "content", part("Add a language")
    entry = yaml.safe_load(block(steps, "yaml"))
    assert len(entry) == 1, "the guide shows one language"
    entry = block(steps, "yaml").replace("tag: vi", "tag: pt").replace("Tiếng Việt", "Português").replace("Vietnamese", "Portuguese")
    with open(content / "languages.yaml", "a") as languages:
        languages.write("\n" + entry)
    before = ask(home.content, "SELECT count(*) FROM language")[0][0]

    desk("set -e\n" + block(steps, "").replace("vi.po", "pt.po").replace("=vi ", "=pt "))
    po = content / "translations/pt.po"
    text = po.read_text()
    assert all(field in text for field in ('"Language: pt\\n"', "charset=UTF-8", '"X-Porchlight-Level: L0\\n"'))
    text = re.sub(r'(msgctxt "welcome.title"\nmsgid "Welcome"\nmsgstr ")"', r'\1Bem-vindo"', text)
    po.write_text(text.replace("#: ", "# level: L1\n#: ", 1))

    assert "[incomplete]" in desk("porchlight-content", "check", "content", *DAY)
    assert "pt" in desk("porchlight-content", "stats", "content")
    release = built(home, desk)
    assert ask(release, "SELECT count(*) FROM language")[0][0] == before + 1
    assert ask(release, "SELECT own_name, level FROM language WHERE tag = 'pt'") == [("Português", "L0")]
    assert ask(release, "SELECT t.value FROM translation t JOIN text x ON x.number = t.text "
                        "WHERE t.language = 'pt' AND x.value = 'Welcome'") == [("Bem-vindo",)]
    assert shows(home, release, desk.folder, "pt", "home")


def test_a_language_follows_the_texts(home, desk):
    """The last step: a changed text comes to the translator by the command that the guide names."""
    steps, content = part("Add a language"), desk.folder / "content"
    update = re.search(r"`(msgmerge --update [^`]+)`", steps).group(1)
    interface = content / "interface.yaml"
    interface.write_text(interface.read_text().replace('text: "Welcome"', 'text: "Welcome in"'))
    desk("set -e\nporchlight-content extract content -o texts.pot\n" + update)
    po = (content / "translations/vi.po").read_text()
    entry = next(part for part in po.split("\n\n") if 'msgctxt "welcome.title"' in part)
    assert 'msgid "Welcome in"' in entry and "#, fuzzy" in entry
    desk("porchlight-content", "check", "content", *DAY)


def test_a_topic(home, desk):
    content = desk.folder / "content"
    assert "Copy a file in `topics/`" in part("Add a topic")
    source = (content / "topics/place-to-stay.md").read_text()
    before = {topic for topic, in ask(home.content, "SELECT id FROM topic")}
    (content / "topics/night-bus.md").write_text(
        re.sub(r"^title: .*", 'title: "The night bus"', source.replace("id: place-to-stay", "id: night-bus"), flags=re.MULTILINE))
    desk("porchlight-content", "check", "content", *DAY)
    release = built(home, desk)
    assert {topic for topic, in ask(release, "SELECT id FROM topic")} == before | {"night-bus"}
    assert shows(home, release, desk.folder, "en", "topic-night-bus")


def test_a_layer_and_a_site(home, desk):
    """A layer with a page of its own, taken by a new site, as the guide's examples have them."""
    content = desk.folder / "content"
    layer, site = content / "layers/missouri-river", content / "sites/river-house"
    (layer / "topics").mkdir(parents=True)
    (layer / "layer.yaml").write_text("id: missouri-river\nname: The river counties\nkind: agency\n")
    source = (content / "topics/place-to-stay.md").read_text()
    (layer / "topics/ferry.md").write_text(
        re.sub(r"^title: .*", 'title: "The ferry"', source.replace("id: place-to-stay", "id: ferry"), flags=re.MULTILINE))
    site.mkdir()
    example = (content / "sites/demo/site.yaml").read_text()
    site.joinpath("site.yaml").write_text(example.replace("id: demo", "id: river-house").replace("[missouri, cardv]", "[missouri, missouri-river]"))
    desk("porchlight-content", "check", "content", *DAY)
    desk("porchlight-content", "build", "content", "--site", "river-house", "-o", "river", *DAY)
    assert ask(desk.folder / "river", "SELECT site FROM release") == [("river-house",)]
    assert ask(desk.folder / "river", "SELECT id FROM topic WHERE id IN ('ferry', 'local-agency')") == [("ferry",)]
    assert ("ferry",) not in ask(built(home, desk), "SELECT id FROM topic")


def test_a_list_of_services(home, desk):
    """The guide's own list: hidden on a live kiosk, and shown as unverified on a demonstration."""
    steps = part("Bring in a list of services")
    (desk.folder / "list.csv").write_text(block(steps, ""))
    command = re.search(r"`(porchlight-content import [^`]+)`", steps).group(1).replace("SITE", "demo")
    assert "content/sites/demo/contacts/food-pantry.yaml" in desk(command + " --today 2026-11-22").splitlines()
    desk("porchlight-content", "check", "content", "--site", "demo", *DAY)
    release = built(home, desk)
    assert ask(release, "SELECT value, status, print_ok, source_url FROM channel WHERE contact = 'food-pantry'") == [
        ("1-573-555-0171", "unverified", 0, "https://pantry.example.org/hours")]
    told = desk("porchlight", "--self-test", "--window", "1080x1920", "--builtin", release, "--root", home.empty)
    assert "check food-pantry.call: " in told
