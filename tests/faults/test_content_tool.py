# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""How porchlight-content speaks: to people on a terminal, to programs, and about a part only."""

import json
import os
import pty
import shutil
import subprocess

import pytest
from support import repo

DAY = ["--today", "2026-11-22"]


@pytest.fixture
def content(tmp_path):
    shutil.copytree(repo.TOP / "tests/data/site-small", tmp_path / "content")
    tiles = tmp_path / "content/tiles.yaml"
    tiles.write_text(tiles.read_text().replace("opens: topics", "opens: nothing", 1))
    return tmp_path / "content"


def run(*arguments, folder, **options):
    return subprocess.run([repo.PROGRAMS / "porchlight-content", *arguments], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=60, **options)


def on_terminal(*arguments, folder, **environment):
    """What a terminal gets on stdout and stderr."""
    master, slave = pty.openpty()
    with subprocess.Popen([repo.PROGRAMS / "porchlight-content", *arguments], cwd=folder, stdin=subprocess.DEVNULL,
                          stdout=slave, stderr=slave, env={**os.environ, **environment}) as program:
        os.close(slave)
        told = b""
        try:
            while part := os.read(master, 65536):
                told += part
        except OSError:  # the other end is closed
            pass
        program.wait(60)
    os.close(master)
    return told.decode()


def test_findings_stand_file_by_file_and_are_summed_up(content):
    told = run("check", "content", *DAY, folder=content.parent).stdout.splitlines()
    assert told[0] == "content/tiles.yaml  1 error, 0 warnings."
    assert told[1].startswith("content/tiles.yaml:7: error: ") and told[1].endswith(" [bad-value]")
    assert "  bad-value   1 error, 0 warnings." in told
    assert told[-1] == "1 error, 1 warning."


def test_colors_and_progress_are_for_terminals(content):
    plain = run("check", "content", *DAY, folder=content.parent)
    assert "\033" not in plain.stdout and plain.stderr == ""
    shown = on_terminal("check", "content", *DAY, folder=content.parent, NO_COLOR="")
    assert "\033[1;31merror" in shown and "sources..." in shown and "fonts and widths..." in shown
    assert "\033[1" not in on_terminal("check", "content", *DAY, folder=content.parent, NO_COLOR="1")


def test_progress_can_be_asked_for(content):
    asked = run("check", "content", "--progress", *DAY, folder=content.parent)
    assert asked.stderr.splitlines()[0] == "sources..." and "\033" not in asked.stderr


def test_only_some_codes(content):
    only = run("check", "content", "--only", "incomplete,expired", *DAY, folder=content.parent)
    assert only.returncode == 0 and "[incomplete]" in only.stdout and "bad-value" not in only.stdout
    assert run("check", "content", "--only", "bad-value", *DAY, folder=content.parent).returncode == 1
    wrong = run("check", "content", "--only", "bad-valeu", folder=content.parent)
    assert wrong.returncode == 2 and "bad-valeu" in wrong.stderr


def test_all_checks_are_named(content):
    names = run("check", "--list", folder=content.parent)
    assert names.returncode == 0 and "hotline-misprint" in names.stdout
    listed = json.loads(run("check", "--list", "--json", folder=content.parent).stdout)
    assert len(listed) == len(names.stdout.splitlines())
    assert all(set(check) == {"code", "told", "means"} for check in listed)


def test_json_says_all_that_people_are_told(content):
    told = json.loads(run("check", "content", "--json", *DAY, folder=content.parent).stdout)
    assert told["codes"] == {"bad-value": 1, "incomplete": 1}
    assert told["faults"][0]["line"] == 7 and told["faults"][0]["remedy"]


def test_a_list_is_imported(content, tmp_path):
    (tmp_path / "list.csv").write_text("service_name,number,url\nPantry,573-555-0171,https://a.example.org\nNo page,1,\n")
    made = run("import", "content", "--site", "small", "list.csv", "--json", *DAY, folder=tmp_path)
    told = json.loads(made.stdout)
    assert made.returncode == 1 and told["codes"] == {"bad-row": 1}
    assert told["written"] == ["sites/small/contacts/pantry.yaml"]
    assert (content / told["written"][0]).is_file()
    assert run("import", "content", "list.csv", folder=tmp_path).returncode == 2
