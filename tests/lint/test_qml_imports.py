# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""QML imports downward: theme <- controls <- pages <- shell; only the shell knows the visit."""

import re

import pytest
from support import repo

PLAIN = {"QtQuick", "QtQuick.Window", "QtQuick.Shapes", "QtQml", "QtQml.Models"}
MAY_IMPORT = {
    "theme": set(),
    "controls": {"Porchlight.Theme", "Porchlight.Controls"},  # itself: its C++ types are not found on 6.4 otherwise
    "pages": {"Porchlight.Theme", "Porchlight.Controls", "Porchlight.ViewModels"},
    "staff": {"Porchlight.Theme", "Porchlight.Controls", "Porchlight.ViewModels"},
    "shell": {"Porchlight.Theme", "Porchlight.Controls", "Porchlight.ViewModels", "Porchlight.Pages", "Porchlight.Staff"},
}
IMPORT = re.compile(r'^\s*import\s+("[^"]*"|[\w.]+)', re.MULTILINE)
# Pages take models and objects from the view-models, but never the visit: they speak in signals.
VISIT = re.compile(r"\bVisit\.(?!Light\b|Dark\b|Contrast\b)\w+")


def violations(path, text):
    folder = path.parts[1]
    allowed = MAY_IMPORT[folder] | PLAIN
    for name in IMPORT.findall(text):
        if name not in allowed:
            yield f"{path}: import {name}: {folder} may import only {', '.join(sorted(allowed))}"
    if folder != "shell":
        code = re.sub(r"//.*|/\*.*?\*/", "", text)
        for use in VISIT.findall(code):
            yield f"{path}: {use}: only the shell uses Visit"
        if re.search(r"\bLayoutMirroring\b", code) and folder != "theme":
            yield f"{path}: LayoutMirroring: only the shell turns the layout"


def test_imports_go_downward():
    found = [line for path in repo.files_under("qml", ".qml") for line in violations(path, repo.text(path))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("place, line", [
    ("qml/theme/A.qml", "import Porchlight.Controls"),
    ("qml/controls/A.qml", "import Porchlight.ViewModels"),
    ("qml/pages/home/A.qml", "import Porchlight.Shell"),
    ("qml/pages/home/A.qml", 'import "../numbers"'),
    ("qml/pages/home/A.qml", "import QtQuick.Controls"),
    ("qml/pages/home/A.qml", "onClicked: Visit.home()"),
])
def test_a_violation_is_seen(place, line):
    assert list(violations(repo.Path(place), line + "\n"))
