# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a content folder of any size: invented pages, and languages that nobody speaks. The same seed, the same bytes.

usage: large_content.py DIR --program porchlight-content [--topics 1000] [--languages 50] [--seed 1]

Words of the screens, contacts, slips and cards are those of content/, so that a store of it differs from the real one
in its size alone. The check allows six choices on a list and groups one level deep: 36 pages for one choice of the
second screen. Of choices that are `small` it allows any number; so 1,000 pages are 27 such, which no editor would
write, but a build takes without an error.
"""

import argparse
import random
import re
import shutil
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CHOICES = 6  # of one list
BLOCKS = 20
# In two parts, so that it is not taken for the licence of this file.
HEADER = "# SPDX" "-FileCopyrightText: 2026 The Porchlight developers\n# SPDX" "-License-Identifier: CC-BY-SA-4.0\n"
SAME_WIDTH = ["aeou", "bdhknp", "cvxyz"]  # letters that may stand for one another where a text must fit

PEOPLE = ["a worker", "your friend", "the cook", "a driver", "the nurse", "your boss", "a guest", "the clerk"]
DEEDS = ["can ask for", "may keep", "must give you", "can help with", "should show you", "can write down"]
THINGS = ["a bed", "the list", "your pay", "a warm meal", "the bus", "your papers", "a room", "the keys", "a coat"]
WHERE = ["at the desk", "near the door", "in the hall", "each week", "with no fee", "on the first day", "at noon"]


def code(number):
    """0: aa, 1: ab ... : words of letters, as digits would be taken for facts."""
    return chr(ord("a") + number // 26 % 26) + chr(ord("a") + number % 26)


def sentence(rng):
    words = f"{rng.choice(PEOPLE)} {rng.choice(DEEDS)} {rng.choice(THINGS)} {rng.choice(WHERE)}."
    return words[0].upper() + words[1:]


def topic(rng, name, tile, order):
    lines = ["---", HEADER.rstrip(), f"id: {name}", f"tile: {tile}", f"order: {order}", f"title: About {name}",
             f"summary: What {name} is for", "picture: paper", "layer: ordinary", "sensitive: false",
             "sources:", f"  - what: A page about {name}", f"    url: https://example.org/{name}", "    mark: A",
             "    checked_on: 2026-11-01", "    recheck_by: 2027-01-30", "---"]
    for block in range(BLOCKS):
        if block == BLOCKS - 1:
            text = "{contact:hotline}"
        elif block % 5 == 0:
            text = f"## {rng.choice(THINGS).capitalize()} {rng.choice(WHERE)}"
        elif block % 5 == 4:
            text = "> " + sentence(rng)
        else:
            text = f"{sentence(rng)} {sentence(rng)}"
        lines += ["", text]
    return "\n".join(lines) + "\n"


def tiles_for(topics):
    """(id, parent) of what 1,000 pages need, and the lists that pages stand in."""
    lists = -(-topics // CHOICES)
    parents = [f"choice-{code(i)}" for i in range(-(-lists // CHOICES))]
    groups = [(f"group-{code(i)}", parents[i // CHOICES]) for i in range(lists)]
    return parents, groups


def write_english(folder, topics, rng):
    parents, groups = tiles_for(topics)
    tiles = [HEADER, "- id: talk\n  title: Talk to someone\n  icon: phone\n  opens: numbers\n"]
    tiles += [f"- id: {one}\n  title: Choice {one[-2:]}\n  icon: paper\n  opens: topics\n" +
              ("" if i < CHOICES - 1 else "  small: true\n") for i, one in enumerate(parents)]
    tiles += [f"- id: {one}\n  parent: {parent}\n  title: Group {one[-2:]}\n  icon: paper\n  opens: topics\n"
              for one, parent in groups]
    (folder / "tiles.yaml").write_text("".join(tiles))
    for i in range(topics):
        name = f"page-{code(i // 676)}{code(i)}"
        (folder / "topics" / f"{name}.md").write_text(topic(rng, name, groups[i // CHOICES][0], i))


def write_languages(folder, tags):
    entry = """- tag: {0}
  own_name: {1}
  spoken_name: {1}
  english_name: {1}
  script: Latn
  direction: ltr
  font: Noto Sans
{2}  ask_for_interpreter: "{1}, please. I need an interpreter."
  no_voice: "A made-up language."
"""
    lines = [entry.format("en", "English", "  source: true\n")]
    lines += [entry.format(tag, f"Language {tag}", "  level: L0\n") for tag in tags]
    (folder / "languages.yaml").write_text(HEADER + "".join(lines))


def cipher(rng):
    """Letters that change places with others: each language its own, and none longer than the English."""
    table = {}
    for letters in SAME_WIDTH:
        others = rng.sample(letters, len(letters))
        table |= dict(zip(letters, others)) | dict(zip(letters.upper(), (c.upper() for c in others)))
    return str.maketrans(table)


def translated(text, table):
    """All but what stands in braces, and what a backslash begins."""
    return "".join(part if part.startswith(("{", "\\")) else part.translate(table)
                   for part in re.split(r"(\{[^}]*\}|\\.)", text))


def read_pot(pot):
    """[(msgctxt, msgid)], as they are written, without the quotes."""
    entries, fields, at = [], {}, ""
    for line in [*pot.read_text().splitlines(), ""]:
        if found := re.match(r'(msgctxt|msgid|msgstr) "(.*)"$', line):
            at = found[1]
            fields[at] = found[2]
        elif line.startswith('"'):
            fields[at] += line[1:-1]
        elif not line and fields:
            if "msgctxt" in fields:
                entries.append((fields["msgctxt"], fields["msgid"]))
            fields = {}
    return entries


def write_translation(folder, tag, entries, table):
    with open(folder / f"{tag}.po", "w") as po:
        po.write(HEADER + 'msgid ""\nmsgstr ""\n' + f'"Language: {tag}\\n"\n"MIME-Version: 1.0\\n"\n'
                 '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
                 '"X-Porchlight-Level: L0\\n"\n')
        for context, english in entries:
            po.write(f'\nmsgctxt "{context}"\nmsgid "{english}"\nmsgstr "{translated(english, table)}"\n')


def make(folder, program, topics=1000, languages=50, seed=1):
    """Writes the folder anew. `program` is porchlight-content, which says what there is to translate."""
    folder, rng = Path(folder), random.Random(seed)
    shutil.rmtree(folder, ignore_errors=True)
    left_out = shutil.ignore_patterns("topics", "translations", "layers", "sites", "tiles.yaml", "languages.yaml",
                                      "glossary.yaml", "CMakeLists.txt")
    shutil.copytree(TOP / "content", folder, ignore=left_out)
    media = folder.parent / "media"
    media.mkdir(exist_ok=True)
    for drawings in ("icons", "illustrations"):  # no films: their topics are not here
        (media / drawings).exists() or (media / drawings).symlink_to(TOP / "media" / drawings)
    for part in ("topics", "translations", "sites/demo"):
        (folder / part).mkdir(parents=True)
    (folder / "glossary.yaml").write_text(HEADER + "[]\n")
    (folder / "sites/demo/site.yaml").write_text(
        HEADER + "id: demo\nname: A large place\ndefault_language: en\nmode_wanted: demonstration\n"
        "hours: [Please ask at the desk.]\nservices: [Please ask at the desk.]\ngo_live: []\n")
    write_english(folder, topics, rng)
    tags = ["q" + code(i) for i in range(languages)]
    write_languages(folder, tags)
    pot = folder.parent / (folder.name + ".pot")
    subprocess.run([program, "extract", folder, "-o", pot], check=True, capture_output=True)
    entries = read_pot(pot)
    for tag in tags:
        write_translation(folder / "translations", tag, entries, cipher(rng))
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", metavar="DIR")
    parser.add_argument("--program", required=True)
    parser.add_argument("--topics", type=int, default=1000)
    parser.add_argument("--languages", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    make(arguments.folder, arguments.program, arguments.topics, arguments.languages, arguments.seed)


if __name__ == "__main__":
    main()
