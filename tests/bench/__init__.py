# SPDX-FileCopyrightText: 2026 The Porchlight developers
# SPDX-License-Identifier: GPL-3.0-or-later
# A package, so that its name is not taken for bench.py, which is run as a program from here.
