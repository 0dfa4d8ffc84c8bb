# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What gettext's tools, Weblate and Poedit do to a PO file changes nothing of what we read from it."""

import re
import shutil
import sqlite3
import subprocess

import pytest
from support import repo

DAY = ["--today", "2026-11-22"]
ES = "content/translations/es.po"
TRANSLATED = 'msgctxt "topic:pay"\nmsgid "Write down each work day."\n'

WEBLATE = ("PO-Revision-Date: 2026-11-20 09:12+0000", "Last-Translator: A Person <person@example.org>",
           "Language-Team: Spanish <https://translate.example.org/projects/porchlight/content/es/>",
           "Plural-Forms: nplurals=2; plural=n != 1;", "X-Generator: Weblate 5.4")
POEDIT = ("PO-Revision-Date: 2026-11-20 09:12-0600", "Last-Translator: ", "Language-Team: ",
          "Plural-Forms: nplurals=3; plural=(n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2);",
          "X-Generator: Poedit 3.2.2", "X-Poedit-Basepath: ../..", "X-Poedit-SearchPath-0: .")


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(repo.TOP / "tests/data/site-small", tmp_path / "content")
    return tmp_path


def run(folder, *command):
    made = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout


def ours(folder, verb, *arguments):
    return run(folder, repo.PROGRAMS / "porchlight-content", verb, "content", *arguments)


def store_of(folder, name="out"):
    ours(folder, "build", "-o", name, "--site", "demo", *DAY)
    return folder / name / "content.sqlite"


def change(file, old, new):
    text = file.read_text()
    assert old in text, f"{file.name} has no {old!r}"
    file.write_text(text.replace(old, new, 1))


def header(folder, lines):
    """Puts these lines into the header of the Spanish file, as a tool does when it saves."""
    po = folder / ES
    text = "".join(line + "\n" for line in po.read_text().splitlines() if "Plural-Forms" not in line)
    po.write_text(text.replace('"X-Porchlight-Level', "".join(f'"{line}\\n"\n' for line in lines) + '"X-Porchlight-Level', 1))


def levels(store):
    return dict(store.execute("SELECT x.value, t.level FROM translation t JOIN text x ON x.number = t.text "
                              "WHERE t.language = 'es'"))


@pytest.mark.parametrize("saved_with", [("--width=77",), ("--width=79",), ("--no-wrap",), ("--width=20", "--sort-output"),
                                        ("--no-location", "--add-location=never")], ids=" ".join)
@pytest.mark.parametrize("fields", [WEBLATE, POEDIT], ids=["weblate", "poedit"])
def test_saving_changes_nothing(folder, saved_with, fields):
    """Wrapped otherwise, sorted, with a tool's own header: the very same store."""
    change(folder / ES, TRANSLATED, "#. Note.\n#: topics/pay.md:24\n# level: L4\n" + TRANSLATED)
    before = store_of(folder, "before")
    header(folder, fields)
    run(folder, "msgcat", *saved_with, ES, "-o", "saved.po")
    shutil.move(folder / "saved.po", folder / ES)
    run(folder, "msgfmt", "--check", ES, "-o", "/dev/null")
    assert re.search(r"^# *level: L4$", (folder / ES).read_text(), re.MULTILINE)
    assert store_of(folder, "after").read_bytes() == before.read_bytes()


def test_lines_may_end_as_on_windows(folder):
    before = store_of(folder, "before")
    po = folder / ES
    po.write_bytes(po.read_bytes().replace(b"\n", b"\r\n"))
    assert store_of(folder, "after").read_bytes() == before.read_bytes()


def test_an_update_keeps_what_people_wrote(folder):
    """English changes: msgmerge keeps comments and levels, guesses (fuzzy), and keeps what is gone (obsolete)."""
    po = folder / ES
    header(folder, POEDIT)
    change(po, TRANSLATED, "# level: L4\n# Ask Ana about this.\n" + TRANSLATED)
    change(folder / "content/topics/pay.md", "Write down each work day.", "Write down each day of work.")
    change(folder / "content/interface.yaml", 'text: Home', 'text: An entirely other button')
    change(folder / "content/interface.yaml", "longest: 14", "longest: 40")
    ours(folder, "extract", "-o", "texts.pot")
    run(folder, "msgmerge", "--update", "--previous", "--backup=none", ES, "texts.pot")
    run(folder, "msgfmt", "--check", ES, "-o", "/dev/null")
    entry = next(part for part in po.read_text().split("\n\n") if "Write down each day of work." in part)
    assert "# level: L4" in entry and "# Ask Ana about this." in entry
    assert "#, fuzzy" in entry and '#| msgid "Write down each work day."' in entry
    assert '#~ msgid "Home"' in po.read_text() or '#| msgid "Home"' in po.read_text()
    assert "X-Porchlight-Level: L3" in po.read_text() and "X-Generator: Poedit" in po.read_text()

    assert not re.search(r"es\.po:.*\[stale-entry\]", ours(folder, "check", *DAY)), "what is obsolete is left alone"
    with sqlite3.connect(store_of(folder)) as store:
        reached = levels(store)
        assert reached["Write down each day of work."] == "L0", "a fuzzy entry is a draft, whatever its comment says"
        assert set(reached.values()) == {"L0", "L3"}
        assert store.execute("SELECT level FROM language WHERE tag = 'es'").fetchone() == ("L0",)

    po.write_text(re.sub(r'^#, fuzzy\n(#\| .*\n)+(?=msgctxt "topic:pay")', "", po.read_text(), flags=re.MULTILINE))
    with sqlite3.connect(store_of(folder, "approved")) as store:
        assert levels(store)["Write down each day of work."] == "L4"


def test_the_real_files_come_back_whole(tmp_path):
    """Template, merge and check of every language of the content, with nothing lost, guessed or left over."""
    shutil.copytree(repo.TOP / "content", tmp_path / "content")
    ours(tmp_path, "extract", "-o", "texts.pot")
    run(tmp_path, "msgfmt", "--check-format", "--check-domain", "texts.pot", "-o", "/dev/null")
    for po in sorted((tmp_path / "content/translations").glob("*.po")):
        merged = tmp_path / po.name
        run(tmp_path, "msgmerge", "--no-fuzzy-matching", po, "texts.pot", "-o", merged)
        run(tmp_path, "msgfmt", "--check", merged, "-o", "/dev/null")
        plain = [run(tmp_path, "msgattrib", "--translated", "--no-obsolete", "--no-location", "--sort-output", file)
                 for file in (po, merged)]
        contexts = [re.findall(r'^msgctxt .*$', text, re.MULTILINE) for text in plain]
        assert contexts[0] == contexts[1], f"{po.name} has entries that the template lacks"
        assert [re.findall(r"^# *level: .*$", text, re.MULTILINE) for text in plain][0] == \
            re.findall(r"^# *level: .*$", plain[1], re.MULTILINE)
