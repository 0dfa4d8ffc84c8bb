# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The units are sound, and the kiosk's is well shut."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import repo

FOLDER = repo.TOP / "deploy/systemd"
THERMAL = repo.TOP / "deploy/printers/thermal"
UNITS = [FOLDER / "porchlight.service", repo.TOP / "deploy/sound/porchlight-sound.service",
         repo.TOP / "deploy/printers/office/porchlight-printer-watch.service", THERMAL / "porchlight-thermal.service"]
WORST_EXPOSURE = 15  # tenths, of 100 that an unguarded service has


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_is_sound(unit, tmp_path):
    # Together: one names the other. Our own programs are not installed where the tests run: another stands in.
    for other in UNITS:
        text = re.sub(r"^(ExecStart=)/usr/bin/porchlight-\S+", r"\1/usr/bin/env", other.read_text(), flags=re.M)
        (tmp_path / other.name).write_text(text)
    check = subprocess.run(["systemd-analyze", "verify", "--man=no", tmp_path / unit.name,
                            *(tmp_path / other.name for other in UNITS if other != unit)], capture_output=True, text=True)
    own = [line for line in check.stderr.splitlines() if "porchlight" in line]
    assert check.returncode == 0 and not own, check.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit_is_well_shut(unit):
    check = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={WORST_EXPOSURE}", unit],
        capture_output=True, text=True)
    assert check.returncode == 0, check.stdout[-4000:] + check.stderr


def test_user_and_folders(tmp_path):
    (tmp_path / "etc").mkdir()
    for command, folder in (("systemd-sysusers", "sysusers.d"), ("systemd-tmpfiles", "tmpfiles.d")):
        more = ["--create"] if command == "systemd-tmpfiles" else []
        check = subprocess.run([command, *more, f"--root={tmp_path}", FOLDER / folder / "porchlight.conf"],
                               capture_output=True, text=True)
        assert check.returncode == 0, check.stderr
    assert "porchlight" in (tmp_path / "etc/passwd").read_text()
    assert (tmp_path / "var/lib/porchlight/content").is_dir()
    reports = (tmp_path / "run/porchlight/kiosk").stat()
    kiosk = next(line.split(":") for line in (tmp_path / "etc/passwd").read_text().splitlines() if line.startswith("porchlight:"))
    assert reports.st_uid == int(kiosk[2]) and reports.st_mode & 0o777 == 0o755
    assert (tmp_path / "run/porchlight").stat().st_uid == 0


def test_kiosk_writes_its_report_and_nothing_else():
    unit = (FOLDER / "porchlight.service").read_text()
    assert "ProtectSystem=strict\n" in unit
    assert [line for line in unit.splitlines() if "WritePaths" in line] == ["ReadWritePaths=-/run/porchlight/kiosk"]


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
