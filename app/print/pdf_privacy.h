// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace porchlight::print {

/// Metadata without a date, an author or a program.
QByteArray neutralXmp();
/// The same document without the date and the program that Qt writes into it. Sizes stay, so that offsets hold.
QByteArray withoutOrigin(QByteArray pdf);

} // namespace porchlight::print
