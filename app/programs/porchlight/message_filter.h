// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace porchlight::programs {

/// Would this message of Qt's tell whoever reads the journal which language somebody chose? While the font changes,
/// text of the old language is shaped once with the new font, and Qt warns that it lacks the script, by its number.
/// Whether fonts hold all that is shown, porchlight-content and the tour's walk have checked.
bool tellsOfAVisit(const QString &message);

/// From now on such messages are dropped; all others go where they went.
void installMessageFilter();

} // namespace porchlight::programs
