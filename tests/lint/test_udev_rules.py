# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which things that are plugged in are taken for a stick: by our own reading of the rules, and by udev's where it is installed."""

import os
import re
import shutil
import subprocess
from fnmatch import fnmatchcase

import pytest
from support import repo

RULES = repo.TOP / "deploy/sync/udev/71-porchlight-stick.rules"
ALL_RULES = [RULES, *(repo.TOP / path for path in repo.files_under("deploy") if path.suffix == ".rules" and path.name != RULES.name)]
PART = re.compile(r'([A-Z]+(?:\{[A-Za-z0-9_/]+\})?)\s*(==|!=|\+=|:=|=)\s*"((?:[^"\\]|\\.)*)"\s*(?:,\s*|$)')
MATCHED = {"ACTION", "KERNEL", "SUBSYSTEM", "SUBSYSTEMS", "ATTR", "ATTRS", "ENV"}
SET = {"ENV", "TAG", "GROUP", "MODE", "SYMLINK", "GOTO", "LABEL"}


def parts(line):
    """(key, operator, value) of a rule; nothing may be left over."""
    found, at = [], 0
    while at < len(line):
        match = PART.match(line, at)
        assert match, f"not a rule from here: {line[at:]}"
        found.append(match.groups())
        at = match.end()
    return found


def rules(text):
    return [parts(line.strip()) for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("file", ALL_RULES, ids=lambda file: file.name)
def test_rules_are_well_formed(file):
    labels, wanted = set(), set()
    for rule in rules(file.read_text()):
        for key, operator, value in rule:
            kind = key.split("{")[0]
            assert kind in (MATCHED if operator in ("==", "!=") else SET), (key, operator)
            labels |= {value} if key == "LABEL" else set()
            wanted |= {value} if key == "GOTO" else set()
    assert wanted <= labels


def run(device, text):
    """What udev would do: matching, GOTO, ENV and TAG."""
    device, tags, skip = dict(device), [], None
    for rule in rules(text):
        conditions = [part for part in rule if part[1] in ("==", "!=")]
        if skip:
            if ("LABEL", "=", skip) in rule:
                skip = None
            continue
        if not all(any(fnmatchcase(device.get(key.removeprefix("ENV{").rstrip("}"), ""), one) for one in value.split("|")) == (operator == "==")
                   for key, operator, value in conditions):
            continue
        for key, operator, value in rule:
            if operator in ("==", "!="):
                continue
            if key == "GOTO":
                skip = value
            elif key == "TAG":
                tags.append(value)
            elif key.startswith("ENV"):
                device[key[4:-1]] = value.replace("%k", device["KERNEL"])
    return device, tags


STICK = {"ACTION": "add", "SUBSYSTEM": "block", "KERNEL": "sda1", "DEVTYPE": "partition", "ID_BUS": "usb", "ID_FS_TYPE": "vfat",
         "ID_PART_TABLE_TYPE": "dos"}
STICKS = [{}, {"ID_FS_TYPE": "exfat"}, {"ID_FS_TYPE": "ext4"}, {"ACTION": "change"},
          {"DEVTYPE": "disk", "KERNEL": "sdb", "ID_PART_TABLE_TYPE": ""}]
OTHERS = [{"ID_FS_TYPE": "ntfs"}, {"ID_FS_TYPE": "iso9660"}, {"ID_FS_TYPE": "btrfs"}, {"ID_FS_TYPE": ""}, {"ID_BUS": "ata"}, {"ID_BUS": ""},
          {"ACTION": "remove"}, {"SUBSYSTEM": "usb"}, {"DEVTYPE": "disk", "KERNEL": "sdb"}]


@pytest.mark.parametrize("change", STICKS, ids=str)
def test_a_stick_starts_its_service(change):
    device, tags = run(STICK | change, RULES.read_text())
    assert device.get("SYSTEMD_WANTS") == f"porchlight-stick@{device['KERNEL']}.service" and tags == ["systemd"]
    assert device.get("UDISKS_IGNORE") == "1"
    assert (repo.TOP / "deploy/sync/porchlight-stick@.service").exists()


@pytest.mark.parametrize("change", OTHERS, ids=str)
def test_nothing_else_does(change):
    device, tags = run(STICK | change, RULES.read_text())
    assert "SYSTEMD_WANTS" not in device and not tags and "UDISKS_IGNORE" not in device


@pytest.mark.parametrize(("kind", "bus", "starts"), [("ext4", "usb", True), ("ntfs", "usb", False), ("ext4", "ata", False)])
def test_udev_reads_them_so(kind, bus, starts):
    udevadm = shutil.which("udevadm")
    if not udevadm or os.geteuid() != 0 or not os.path.exists("/sys/block/loop7"):
        pytest.skip("no udev, no root or no loop device here")
    script = f"""set -e
        mount -t tmpfs none /run; mkdir -p /run/udev/rules.d
        echo 'KERNEL=="loop7", ENV{{ID_BUS}}="{bus}", ENV{{ID_FS_TYPE}}="{kind}"' >/run/udev/rules.d/70-pretend.rules
        cp '{RULES}' /run/udev/rules.d/
        exec '{udevadm}' test --action=add /sys/block/loop7"""
    told = subprocess.run(["unshare", "--mount", "sh", "-c", script], capture_output=True, text=True, timeout=60)
    assert told.returncode == 0, told.stderr
    assert not [line for line in told.stderr.splitlines() if RULES.name + ":" in line and "nvalid" in line], told.stderr
    assert ("SYSTEMD_WANTS=porchlight-stick@loop7.service" in told.stdout + told.stderr) == starts
