# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words QML asks for and the words of content/interface.yaml are the same list."""

import re

import yaml
from support import repo

ASKED = re.compile(r'\bqsTrId\(\s*"([^":]+)"\s*\)')
BESIDE = re.compile(r'\bqsTrId\(\s*"([^":]+):english"\s*\)')
MARKED = re.compile(r'\bQT_TRID_NOOP\(\s*"([^"]+)"\s*\)')
COMPUTED = re.compile(r"\bqsTrId\(\s*[^\"\s]")
OTHER = re.compile(r"\bqsTr(?:anslate)?\(")
# C++ may ask the edition for a word: the slip does.
IN_CPP = re.compile(r'"((?:[a-z0-9-]+\.)+[a-z0-9-]+)"')


def qml():
    return [(path, repo.text(path)) for path in repo.files_under("qml", ".qml")]


def listed():
    return [entry["id"] for entry in yaml.safe_load(repo.text("content/interface.yaml"))]


def test_no_id_stands_twice():
    ids = listed()
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})


def test_qml_asks_only_for_listed_words():
    unknown = [f"{path}: {i}" for path, text in qml() for i in ASKED.findall(text) + MARKED.findall(text) if i not in listed()]
    assert not unknown, "not in content/interface.yaml:\n" + "\n".join(unknown)


def test_no_safety_sentence_stands_alone():
    """A draft shows a safety sentence together with its English, so QML asks for both: "x" and "x:english"."""
    beside = {i for _, text in qml() for i in BESIDE.findall(text)}
    marked = {entry["id"] for entry in yaml.safe_load(repo.text("content/interface.yaml")) if entry.get("safety")}
    in_qml = {i for _, text in qml() for i in ASKED.findall(text)}
    assert beside == marked & in_qml, f"without English: {marked & in_qml - beside}; not `safety`: {beside - marked}"


def test_every_listed_word_is_used():
    used = {i for _, text in qml() for i in ASKED.findall(text) + MARKED.findall(text)}
    for path in repo.files_under("app", ".cpp", ".h"):
        used.update(IN_CPP.findall(repo.text(path)))
    unused = [i for i in listed() if i not in used]
    assert not unused, "in content/interface.yaml, but nothing shows them:\n" + "\n".join(unused)


def test_ids_are_written_out():
    """A computed id can not be checked: write the qsTrId calls out, or mark the ids with QT_TRID_NOOP."""
    computed = [str(path) for path, text in qml()
                if OTHER.search(text) or COMPUTED.search(text) and not MARKED.search(text)]
    assert not computed, "\n".join(computed)
