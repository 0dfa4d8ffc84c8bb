# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clips of the real programs: what they say, that they last, and that only what has changed is said again."""

import re
import shutil
import subprocess

import pytest
from support import recogniser, repo

SITE = repo.TOP / "tests/data/site-small"
DAY = ["--today", "2026-11-22"]


def run(*arguments, folder):
    return subprocess.run([repo.PROGRAMS / "porchlight-content", *map(str, arguments)], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=300)


def script_lines(folder, content="content", *more):
    told = run("narrate", content, "--script", "en", "-o", folder / "en.tsv", *more, folder=folder)
    assert told.returncode == 0, told.stdout
    return [line.split("\t") for line in (folder / "en.tsv").read_text().splitlines() if not line.startswith("#")]


def index_of(release, tag):
    head, *lines = (release / f"sound/{tag}/index.tsv").read_text().splitlines()
    return head, {key: (int(milliseconds), kind) for key, milliseconds, kind in (line.split("\t") for line in lines)}


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """The fixture site in English, with its clips."""
    folder = tmp_path_factory.mktemp("narration")
    shutil.copytree(SITE, folder / "content")
    made = run("narrate", "content", "--cache", "clips", "--languages", "en", *DAY, folder=folder)
    assert made.returncode == 0, made.stdout
    built = run("build", "content", "-o", "release", "--narration", "clips", *DAY, folder=folder)
    assert built.returncode == 0, built.stdout
    return folder


def test_numbers_are_understood(spoken):
    """What a recogniser for English hears in the clips of what people dial."""
    numbers = [line for line in script_lines(spoken, "content", *DAY) if re.fullmatch(r"[\d-]{3,}", line[2])]
    assert len(numbers) >= 2
    right = 0
    for _, key, text, *_ in numbers:
        expected = text.replace("-", "")
        said = recogniser.heard_digits(spoken / f"release/sound/en/{key}.opus", len(expected))
        assert recogniser.wrong_words(expected, said) <= 2, f"{text} is heard as {said}"
        right += said == expected
    assert right * 2 >= len(numbers), "most numbers are heard without a mistake"


def test_a_clip_lasts_as_long_as_its_index_says(spoken):
    head, index = index_of(spoken / "release", "en")
    assert head == "# voice\tsynthetic\tflite slt"
    for key in list(index)[:5]:
        told = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "stream=codec_name,channels,sample_rate,duration",
                               "-of", "csv=p=0", spoken / f"release/sound/en/{key}.opus"], check=True, capture_output=True,
                              text=True).stdout.strip().split(",")
        assert told[:3] == ["opus", "48000", "1"]
        assert abs(float(told[3]) * 1000 - index[key][0]) < 20


def test_only_a_changed_text_is_said_again(spoken, tmp_path):
    shutil.copytree(spoken / "content", tmp_path / "content")
    again = run("narrate", "content", "--cache", spoken / "clips", "--languages", "en", *DAY, folder=tmp_path)
    assert re.search(r"^en +0 made, \d+ kept", again.stdout, re.M), again.stdout
    page = tmp_path / "content/topics/pay.md"
    page.write_text(page.read_text().replace("title: Your pay", "title: Your fair pay"))
    changed = run("narrate", "content", "--cache", spoken / "clips", "--languages", "en", *DAY, folder=tmp_path)
    assert re.search(r"^en +1 made, \d+ kept", changed.stdout, re.M), changed.stdout


def test_the_same_clips_make_the_same_bytes(spoken):
    run("build", "content", "-o", "again", "--narration", "clips", *DAY, folder=spoken)
    compared = subprocess.run(["diff", "-r", "release", "again"], cwd=spoken, capture_output=True, text=True, check=False)
    assert compared.returncode == 0, compared.stdout


@pytest.mark.parametrize("command, complaint", [
    (["narrate", "content"], "--cache"),
    (["narrate", "content", "--script", "en"], "-o"),
    (["narrate", "content", "--take", "wavs"], "--script"),
    (["check", "content", "--cache", "clips"], "makes no sense"),
])
def test_a_wrong_command_line_is_told(spoken, command, complaint):
    told = run(*command, folder=spoken)
    assert told.returncode == 2 and complaint in told.stderr


def test_the_built_in_release_speaks():
    """What the build has made: every clip that an index names is there, and the digits of each language."""
    release = repo.RELEASE / "share/porchlight/content"
    if not (release / "sound").is_dir():
        pytest.skip("built without sound (PORCHLIGHT_NARRATE)")
    for folder in (release / "sound").iterdir():
        _, index = index_of(release, folder.name)
        assert index.keys() == {clip.stem for clip in folder.glob("*.opus")}
        assert list(index) == sorted(index) and all(milliseconds > 50 for milliseconds, _ in index.values())
