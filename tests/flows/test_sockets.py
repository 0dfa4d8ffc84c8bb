# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk opens no socket but local ones: the display's, and a printer's when there is one."""

import re

import pytest
from support import trace
from support.kiosk import Kiosk

# nscd: where the C library asks for user names; /nonexistent: the session bus that Qt must not find.
KNOWN = re.compile(r"/nonexistent|/tmp/\.X11-unix/X\d+|.*/wayland-\d+|/(var/)?run/nscd/socket|.*cups\.sock")


@pytest.mark.parametrize("cage", [False, True], ids=["x11", "cage"])
def test_only_local_sockets(home, display, visitor, cage):
    output = home.runtime / f"sockets-{cage}.strace"
    with Kiosk(home, display, cage=cage, around=trace.strace(trace.SOCKET_CALLS, output)) as kiosk:
        visitor.waits_for("welcome", seconds=60)
        visitor.taps("welcome", "English")
        visitor.waits_for("home")
        assert kiosk.end() == 0, kiosk.log
    families, addresses = trace.sockets(output)
    print("families:", *sorted(families), "\naddresses:", *sorted(addresses), sep="\n  ")
    assert families == {"AF_UNIX"}
    assert not {address for address in addresses if address and not KNOWN.fullmatch(address)}
