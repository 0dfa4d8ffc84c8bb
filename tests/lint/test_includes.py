# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom in app/: the house plan of app/README.md. The link lists keep the same rules."""

import re

import pytest
from support import repo

MAY_INCLUDE = {
    "content": set(),
    "store": {"content"},
    "print": {"content"},
    "visit": {"content"},
    "playback": {"content"},
    "device": {"content"},
    "authoring": {"content", "store"},
    "release": {"content", "store"},
    "viewmodels": {"content", "store", "print", "visit", "playback", "device"},
    "programs": {"content", "store", "print", "visit", "playback", "device", "authoring", "release", "viewmodels"},
}
# The kiosk must not even be able to read sources, or to fetch.
KIOSK_MAY_INCLUDE = MAY_INCLUDE["programs"] - {"authoring", "release"}

# A library of others that lives in some folders only.
AT_HOME = [
    (r"sqlite3\.h", {"store"}),
    (r"yaml-cpp/.*", {"authoring", "print"}),
    (r"md4c\.h|gettext-po\.h|hb.*\.h|unicode/.*|phonenumbers/.*|csv\.h", {"authoring"}),
    (r"cups/.*", {"print"}),
    (r"pappl/.*", {"programs"}),
    (r"ostree\.h|glib.*\.h|gio/.*", {"release"}),
    (r"espeak-ng/.*|flite/.*|opusenc\.h", {"authoring"}),
    (r"sndfile\.h", {"authoring"}),
    (r"opusfile\.h", {"authoring", "playback"}),
    (r"pulse/.*|sonic\.h|QMedia\w*|QVideo\w*|QAudio\w*", {"playback"}),
    (r"alsa/.*", {"device"}),
    (r"Q\w+|Qt\w+/.*|q\w+\.h", {"print", "playback", "device", "viewmodels", "programs"}),
]
NOWHERE = r"QtNetwork.*|QNetwork\w*|Q\w*Socket|QTcp\w*|QUdp\w*|QLocalS\w+|QSsl\w*|QDns\w*|QHostAddress"

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def violations(path, text):
    folder = path.parts[1]
    allowed = MAY_INCLUDE.get(folder, set()) | {folder}
    if path.parts[1:3] == ("programs", "porchlight"):
        allowed = KIOSK_MAY_INCLUDE | {folder}
    for kind, name in INCLUDE.findall(text):
        if kind == '"':
            if "/" not in name and not name.endswith(".moc"):
                yield f'{path}: "{name}": write it as "folder/header.h"'
            elif "/" in name and name.split("/")[0] not in allowed:
                yield f'{path}: "{name}": {folder} may include only {", ".join(sorted(allowed))}'
            continue
        if re.fullmatch(NOWHERE, name):
            yield f"{path}: <{name}>: nothing of ours uses the network"
        for pattern, home in AT_HOME:
            if re.fullmatch(pattern, name) and folder not in home:
                yield f"{path}: <{name}>: only in {', '.join(sorted(home))}"


def sources():
    return [path for path in repo.files_under("app", ".h", ".cpp") if len(path.parts) > 2]


def test_includes_follow_the_house_plan():
    found = [line for path in sources() for line in violations(path, repo.text(path))]
    assert not found, "\n".join(found)


def test_every_folder_has_a_rule():
    assert {path.parts[1] for path in sources()} <= MAY_INCLUDE.keys()


@pytest.mark.parametrize("place, line", [
    ("app/content/a.h", '#include "store/reader.h"'),
    ("app/visit/a.h", '#include "print/printer.h"'),
    ("app/programs/porchlight/a.cpp", '#include "authoring/check.h"'),
    ("app/viewmodels/a.cpp", "#include <sqlite3.h>"),
    ("app/visit/a.cpp", "#include <QString>"),
    ("app/print/a.cpp", "#include <QNetworkAccessManager>"),
    ("app/print/a.cpp", '#include "printer.h"'),
])
def test_a_violation_is_seen(place, line):
    assert list(violations(repo.Path(place), line + "\n"))
