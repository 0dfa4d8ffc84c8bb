# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The units are sound, and the kiosk's is well shut."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import repo

FOLDER = repo.TOP / "deploy/systemd"
THERMAL = repo.TOP / "deploy/printers/thermal"
SYNC = repo.TOP / "deploy/sync"
UNITS = [FOLDER / "porchlight.service", repo.TOP / "deploy/sound/porchlight-sound.service",
         repo.TOP / "deploy/printers/office/porchlight-printer-watch.service", THERMAL / "porchlight-thermal.service",
         SYNC / "porchlight-sync.service", SYNC / "porchlight-sync-pull.service", SYNC / "porchlight-stick@.service"]
TIMER = SYNC / "porchlight-sync-pull.timer"
WORST_EXPOSURE = 15  # tenths, of 100 that an unguarded service has


def named(unit):
    """A unit for any stick is looked at as that for one."""
    return unit.name.replace("@.", "@sda1.")


@pytest.mark.parametrize("unit", [*UNITS, TIMER], ids=lambda unit: unit.name)
def test_unit_is_sound(unit, tmp_path):
    # Together: one names the other. Our own programs are not installed where the tests run: another stands in.
    for other in [*UNITS, TIMER]:
        text = re.sub(r"^(Exec\w+=[-+]*)/usr/(bin|lib/porchlight)/(porchlight|stick)-\S+", r"\1/usr/bin/env", other.read_text(), flags=re.M)
        (tmp_path / named(other)).write_text(text)
    check = subprocess.run(["systemd-analyze", "verify", "--man=no", tmp_path / named(unit),
                            *(tmp_path / named(other) for other in [*UNITS, TIMER] if other != unit)], capture_output=True, text=True)
    own = [line for line in check.stderr.splitlines() if "porchlight" in line]
    assert check.returncode == 0 and not own, check.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_is_well_shut(unit):
    check = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={WORST_EXPOSURE}", unit],
        capture_output=True, text=True)
    assert check.returncode == 0, check.stdout[-4000:] + check.stderr


def test_users_and_folders(tmp_path):
    """Each folder has one writer: the kiosk can't change releases, and porchlight-sync not what the kiosk says."""
    (tmp_path / "etc").mkdir()
    files = [(FOLDER, "porchlight.conf"), (SYNC, "porchlight-sync.conf")]
    for command, folder in (("systemd-sysusers", "sysusers.d"), ("systemd-tmpfiles", "tmpfiles.d")):
        more = ["--create"] if command == "systemd-tmpfiles" else []
        check = subprocess.run([command, *more, f"--root={tmp_path}", *(place / folder / name for place, name in files)],
                               capture_output=True, text=True)
        assert check.returncode == 0 and "uplicate" not in check.stderr, check.stderr
    numbers = {line.split(":")[0]: int(line.split(":")[2]) for line in (tmp_path / "etc/passwd").read_text().splitlines()}
    for folder, owner in (("var/lib/porchlight/content", "porchlight-sync"), ("run/porchlight/sync", "porchlight-sync"),
                          ("run/porchlight/kiosk", "porchlight")):
        there = (tmp_path / folder).stat()
        assert there.st_mode & 0o777 == 0o755
        if os.geteuid() == 0:
            assert there.st_uid == numbers[owner], folder


def settings(unit, key):
    return re.findall(rf"^{key}=(.*)$", unit.read_text(), flags=re.M)


def test_only_the_look_for_news_has_the_network():
    pull, watch, stick = (SYNC / f"porchlight-{name}.service" for name in ("sync-pull", "sync", "stick@"))
    assert settings(pull, "RestrictAddressFamilies") == ["AF_UNIX AF_INET AF_INET6 AF_NETLINK"]
    for unit in (watch, stick):
        assert settings(unit, "RestrictAddressFamilies") == ["AF_UNIX"]
        assert settings(unit, "PrivateNetwork") == ["yes"] and settings(unit, "IPAddressDeny") == ["any"]
    for unit in (pull, watch, stick):
        assert settings(unit, "ReadWritePaths") == ["/var/lib/porchlight/content /run/porchlight/sync"]
        assert settings(unit, "User") == ["porchlight-sync"] and settings(unit, "MemoryMax") == ["96M"]
        assert settings(unit, "CPUWeight") == ["idle"] and settings(unit, "PrivateDevices") == ["yes"]


def test_only_what_mounts_and_makes_room_is_root():
    stick = (SYNC / "porchlight-stick@.service").read_text()
    root = re.findall(r"^Exec\w+=-?\+(\S+ \S+)", stick, flags=re.M)
    assert set(root) == {"/usr/bin/systemctl stop", "/usr/lib/porchlight/stick-mount mount", "/usr/lib/porchlight/stick-mount unmount"}
    assert "BindsTo=dev-%i.device" in stick
    # Whatever becomes of it, what was mounted is let go of, and the last words are said after that.
    assert re.findall(r"^ExecStopPost=\S+/(\S+)", stick, flags=re.M) == ["stick-mount", "porchlight-sync"]


def test_kiosks_do_not_ask_all_at_once():
    text = TIMER.read_text()
    assert "RandomizedDelaySec=30min" in text and "OnCalendar=hourly" in text and "Persistent=yes" in text
    assert "FixedRandomDelay" not in text  # it hangs on a number that cloned machines share
    told = subprocess.run(["systemd-analyze", "calendar", "hourly"], capture_output=True, text=True)
    assert told.returncode == 0 and "*-*-* *:00:00" in told.stdout


def test_kiosk_writes_its_report_and_nothing_else():
    unit = FOLDER / "porchlight.service"
    assert settings(unit, "ProtectSystem") == ["strict"]
    assert settings(unit, "ReadWritePaths") == ["-/run/porchlight/kiosk"]


def test_user_of_the_receipt_printer(tmp_path):
    (tmp_path / "etc").mkdir()
    check = subprocess.run(["systemd-sysusers", f"--root={tmp_path}", THERMAL / "sysusers.d/porchlight-thermal.conf"],
                           capture_output=True, text=True)
    assert check.returncode == 0, check.stderr
    assert "porchlight-thermal:" in (tmp_path / "etc/passwd").read_text()
    assert "porchlight:" in (tmp_path / "etc/group").read_text()


def test_watch_has_the_user_that_cups_knows(tmp_path):
    office = repo.TOP / "deploy/printers/office"
    (tmp_path / "etc").mkdir()
    subprocess.run(["systemd-sysusers", f"--root={tmp_path}", office / "sysusers.d/porchlight-print.conf"], check=True,
                   capture_output=True)
    assert "porchlight-print:" in (tmp_path / "etc/passwd").read_text()
    assert "User=porchlight-print\n" in (office / "porchlight-printer-watch.service").read_text()
    assert "@SYSTEM porchlight-print\n" in (office / "cupsd.conf").read_text()


def test_kiosk_can_not_be_left():
    """No VT switching (cage -s), no PAM session (it would take the kiosk out of its unit's cgroup)."""
    unit = (FOLDER / "porchlight.service").read_text()
    start = next(line for line in unit.splitlines() if line.startswith("ExecStart="))
    assert start.startswith("ExecStart=/usr/bin/cage ") and " -s" not in start
    assert "PAMName" not in unit
    assert "LIBSEAT_BACKEND=seatd" in unit


def test_what_is_added_to_cups_is_sound(tmp_path):
    """Beside Debian's own unit, as systemd would read both."""
    debian = Path("/usr/lib/systemd/system/cups.service")
    if not debian.exists():
        pytest.skip("no CUPS here")
    unit = tmp_path / "cups.service"
    unit.write_text(debian.read_text().replace("Also=cups.socket cups.path\n", ""))
    shutil.copytree(repo.TOP / "deploy/printers/office/cups.service.d", tmp_path / "cups.service.d")
    check = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True)
    own = [line for line in check.stderr.splitlines() if "porchlight.conf" in line or "cups.service" in line]
    assert check.returncode == 0 and not own, check.stderr
