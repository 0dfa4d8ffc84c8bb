// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/fonts.h"
#include "authoring/sources.h"
#include "store/builder.h"

#include <string>

namespace porchlight::authoring {

/// The rows of the release of one site, from sources without errors. Texts keep the ids they have in Sources, so that
/// the same sources give the same rows.
store::ReleaseRows releaseRows(const Sources &sources, const std::string &site, int sequence);

/// Every character that a release may have to draw: its texts in all languages, names, numbers, and ASCII and Latin-1
/// with common punctuation for what the kiosk itself adds.
CharacterSet charactersIn(const store::ReleaseRows &rows);

} // namespace porchlight::authoring
