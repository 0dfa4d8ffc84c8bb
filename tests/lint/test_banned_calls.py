# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that have one home, or none."""

import re

import pytest
from support import repo

CLOCK = "app/content/clock.cpp"
NOBODY = ""
BANNED = [
    (r"\bQ(?:Date|Time|DateTime)::current\w+", CLOCK, "ask the injected content::Clock"),
    (r"\bsystem_clock::now\b", CLOCK, "ask the injected content::Clock"),
    (r"(?<![\w.>:])(?:std::)?time\(\s*(?:0|nullptr|NULL|&\w+)\s*\)", CLOCK, "ask the injected content::Clock"),
    (r"\bgettimeofday\(|\bclock_gettime\(", CLOCK, "ask the injected content::Clock"),
    (r"\bnew Date\b|\bDate\.now\b", NOBODY, "ask the view-models: they know the injected clock"),
    (r"\bQSettings\b", NOBODY, "the kiosk writes nothing"),
    (r"\bQNetwork\w+|\bXMLHttpRequest\b|\bWebSocket\b|\bQt\.openUrlExternally\b", NOBODY, "the kiosk has no network"),
    (r"\bgc\(\)|\blayer\.effect\b|\bShaderEffect\b", NOBODY, "not on the software scene graph"),
    (r"\bsetContextProperty\b", NOBODY, "hand typed objects over"),
]


def violations(path, text):
    code = re.sub(r"//.*", "", text)
    for pattern, home, instead in BANNED:
        if str(path) != home:
            yield from (f"{path}: {found.group()}: {instead}" for found in re.finditer(pattern, code))


def test_no_banned_call():
    paths = repo.files_under("app", ".cpp", ".h") + repo.files_under("qml", ".qml")
    found = [line for path in paths for line in violations(path, repo.text(path))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", [
    "auto d = QDateTime::currentDateTime();", "auto t = std::chrono::system_clock::now();", "auto t = time(nullptr);",
    "auto t = std::time(nullptr);", "property var d: new Date()", "QSettings s;",
])
def test_a_violation_is_seen(line):
    assert list(violations(repo.Path("app/visit/a.cpp"), line))


def test_what_only_looks_alike_passes():
    assert not list(violations(repo.Path("app/visit/a.cpp"), "m_idle.time(now); // QDateTime::currentDateTime()"))
