# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips through the real porchlight-thermal to an emulated receipt printer: what comes out, what is told, what is left."""

import pytest
from support.receipt_printer import rows_of
from support.thermal import PAGE_DOTS, PRINTED_DOTS, thermal, thermal_lab  # noqa: F401 (fixtures)
from support.pwg import dots


def middle(row, page, printed):
    """The dots of a page's row that a printer of so many dots prints, as its bytes."""
    bits = int.from_bytes(row, "big") >> (len(row) * 8 - page)
    left = (page - printed) // 2
    right = page - printed - left
    return ((bits >> right) & ((1 << printed) - 1)).to_bytes(printed // 8, "big")


@pytest.mark.parametrize("kind, width", [("tcp", 80), ("pty", 58)])
def test_what_is_sent_comes_out(thermal_lab, kind, width):  # noqa: F811
    lab = thermal_lab(kind, "--width", str(width))
    page, printed = PAGE_DOTS[width], PRINTED_DOTS[width]
    lab.printer.forget()
    assert lab.thermal.print() == "completed"
    assert len(lab.printer.slips) == 1 and not lab.printer.torn and not lab.printer.unknown
    row_bytes, rows = rows_of(lab.printer.slips[0])
    assert row_bytes == printed // 8
    wanted = [middle(row, page, printed) for row in dots(page, 719)]
    assert len(rows) == len(wanted)
    different = [n for n, (got, want) in enumerate(zip(rows, wanted)) if got != want]
    assert not different, different[:5]
