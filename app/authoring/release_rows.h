// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/fonts.h"
#include "authoring/sources.h"
#include "store/builder.h"

#include <string>

namespace porchlight::authoring {

/// The rows of the release of one site, from merged sources without errors; where they lack the site, a demonstration
/// of the national content that bears its id. Texts keep the ids they have in Sources, so that the same sources give
/// the same rows.
store::ReleaseRows releaseRows(const Sources &sources, const std::string &site, int sequence);

/// Every character that a release may have to draw with this font: the texts of the languages that are drawn with it,
/// names, numbers, and ASCII and Latin-1 with common punctuation for what the kiosk itself adds. English goes into all:
/// it stands where a translation is missing. (Han looks different in each language: three fonts, each cut to its own.)
CharacterSet charactersIn(const store::ReleaseRows &rows, const std::string &family);

} // namespace porchlight::authoring
