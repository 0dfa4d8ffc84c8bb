# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language somebody chose stands nowhere: not on stderr, which systemd writes to the journal. Qt would tell the script
while the font changes (app/programs/porchlight/message_filter)."""

import re

import pytest
import yaml
from support import repo
from support.kiosk import Kiosk
from support.tour import Tour

# One of each script that Qt's own fonts may lack.
TAGS = ("hi", "am", "my", "ps", "ko", "zh-Hant", "ru")
OWN_NAMES = {language["tag"]: language["own_name"] for language in yaml.safe_load(repo.text("content/languages.yaml"))}


def words(log):
    return re.sub(r"\d+", "0", log)


@pytest.fixture(scope="module")
def walk(home, tmp_path_factory):
    return Tour(home, "1080x1920", ["en", *TAGS], tmp_path_factory.mktemp("tour"), flags=["--pages", "welcome,home,languages,cover"])


def test_choosing_a_language_says_nothing(home, display, visitor, walk):
    visitor.tour = walk
    # All that Qt would say, wherever it would go.
    loud = {"QT_LOGGING_RULES": "*.warning=true;*.critical=true", "QT_FORCE_STDERR_LOGGING": "1"}
    with Kiosk(home, display, environment=loud) as kiosk:
        visitor.waits_for("welcome")
        kiosk.run_for(1)
        assert kiosk.end() == 0
        untouched = words(kiosk.log)
    with Kiosk(home, display, environment=loud) as kiosk:
        visitor.waits_for("welcome")
        for tag in TAGS:
            visitor.taps("welcome", OWN_NAMES[tag])
            visitor.waits_for("home", tag)
            visitor.taps("home", walk.translated("bar.language", tag), tag)
            visitor.waits_for("languages", tag)
            visitor.taps("languages", OWN_NAMES["en"], tag)
            visitor.waits_for("home")
            visitor.leaves_from("home")
        assert kiosk.end() == 0, kiosk.log
        assert words(kiosk.log) == untouched
    assert "script" not in untouched.lower()
