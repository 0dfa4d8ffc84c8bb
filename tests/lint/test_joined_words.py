# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that a page joins to one text need one clip: app/content/utterances.cpp must know them all."""

import re

from support import repo

JOINED = re.compile(r'qsTrId\("[a-z0-9.:-]+"\)(?:\s*\+\s*(?:" "\s*\+\s*)?qsTrId\("[a-z0-9.:-]+"\))+')
ID = re.compile(r'qsTrId\("([a-z0-9.-]+)(?::english)?"\)')


def known():
    table = repo.text(repo.Path("app/content/utterances.cpp")).split("joints{", 1)[1].split("};", 1)[0]
    return {tuple(re.findall(r'"([^"]+)"', row)) for row in re.findall(r"\{([^}]+)\}", table)}


def test_what_pages_join_has_a_clip():
    joined = {}
    for path in repo.files_under("qml", ".qml"):
        for found in JOINED.findall(repo.text(path)):
            joined[tuple(ID.findall(found))] = path
    assert len(joined) > 5
    assert joined.keys() == known(), joined.keys() ^ known()
