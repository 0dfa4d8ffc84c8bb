# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tour says of the pages: where each control stands, and how a page must look."""

import json
import os
import re
import subprocess

import yaml
from support import repo
from support.picture import Picture


class Tour:
    """Pictures and positions of all pages at one size; made once, by the same program the tour is."""

    def __init__(self, home, size, languages, folder, builtin=None, flags=()):
        self.size, self.folder = size, folder
        folder.mkdir(mode=0o700, exist_ok=True)
        geometry = folder / "geometry.json"
        made = subprocess.run(
            [home.bin / "porchlight-tour", "--tour", folder, "--geometry", geometry, "--languages", ",".join(languages),
             "--size", size, *(["--builtin", builtin] if builtin else []), *flags],
            env=home.environment(QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=str(folder)), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        assert made.returncode == 0, made.stdout + made.stderr
        self.controls = json.loads(geometry.read_text())
        self.words = {entry["id"]: entry["text"] for entry in yaml.safe_load(repo.text("content/interface.yaml"))}

    def picture(self, page, language="en"):
        return Picture.from_file(self.file(page, language))

    def file(self, page, language="en"):
        found = sorted(self.folder.glob(f"{self.size}-*/{language}-{page}.png"))
        assert found, f"no picture of {language}-{page} in {sorted(os.listdir(self.folder))}"
        return found[0]

    def control(self, page, name, language="en"):
        """The middle of the control with this accessible name, or that begins with it."""
        here = [c for c in self.controls if c["page"] == page and c["language"] == language]
        # Languages without spaces have marks between words that no translator types.
        found = [c for c in here if c["name"].replace("\u200b", "") == name.replace("\u200b", "")] or [c for c in here if c["name"].startswith(name)]
        assert found, f"no control {name!r} on {page} in {language}; there are {[c['name'] for c in here]}"
        return found[0]["x"] + found[0]["w"] / 2, found[0]["y"] + found[0]["h"] / 2

    def word(self, interface_id):
        return self.words[interface_id]

    def translated(self, interface_id, language):
        """A word as the PO file has it; msgctxt is the id, each on a line of its own."""
        po = repo.text(f"content/translations/{language}.po")
        entry = po.split(f'msgctxt "{interface_id}"\n')[1]
        return re.search(r'^msgstr "(.*)"$', entry, re.MULTILINE).group(1)

    def tile(self, tile_id):
        return next(tile["title"] for tile in yaml.safe_load(repo.text("content/tiles.yaml")) if tile["id"] == tile_id)

    def topic(self, topic_id):
        front = repo.text(f"content/topics/{topic_id}.md").split("---\n")[1]
        return yaml.safe_load(front)["title"]
