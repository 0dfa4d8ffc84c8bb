# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases in a folder of JUnit files: "passed failed skipped".

usage: tally.py FOLDER EXPECTED

A file that is missing or without a test case stands for a part that crashed, hung or found nothing: one failure each.
CTest knows a Qt Quick test program as one test; its own lines ("PASS   : Bar::test_back()") are what is counted then.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

QT_LINE = re.compile(r"^(PASS|FAIL!|XPASS|XFAIL|SKIP|BPASS|BFAIL)\s*: (\S+?)\(", re.MULTILINE)
QT_OUTCOME = {"PASS": "passed", "XFAIL": "passed", "BPASS": "passed", "SKIP": "skipped", "BFAIL": "skipped"}
QT_SETUP = ("initTestCase", "cleanupTestCase")


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None or case.get("status") == "fail":
        return "failed"
    if case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
        return "skipped"
    return "passed"


def qt_cases(case):
    """One outcome per line of a Qt Test program; nothing where this is none."""
    lines = QT_LINE.findall(case.findtext("system-out") or "")
    return [QT_OUTCOME.get(word, "failed") for word, name in lines
            if not (word == "PASS" and name.endswith(QT_SETUP))]


def tally(folder, expected):
    count = Counter()
    files = sorted(Path(folder).glob("*.xml"))
    for file in files:
        try:
            cases = list(ElementTree.parse(file).iter("testcase"))
        except ElementTree.ParseError:
            cases = []
        if not cases:
            count["failed"] += 1
        for case in cases:
            result, functions = outcome(case), qt_cases(case)
            count.update(functions or [result])
            # Crashed, or failed after the last function: the program's own status is the only trace.
            if functions and result == "failed" and "failed" not in functions:
                count["failed"] += 1
    count["failed"] += max(0, expected - len(files))
    return count


if __name__ == "__main__":
    total = tally(sys.argv[1], int(sys.argv[2]))
    print(total["passed"], total["failed"], total["skipped"])
