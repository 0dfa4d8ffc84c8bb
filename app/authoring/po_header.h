// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/po_file.h"
#include "authoring/source_folder.h"
#include "authoring/sources.h"

#include <optional>
#include <string_view>

namespace porchlight::authoring {

/// "L0" to "L4"; nothing for anything else.
std::optional<content::TranslationLevel> parseLevel(std::string_view name);

/// Reads and checks the header of a translation: language, character set, level, plural forms. Gives the level.
content::TranslationLevel readPoHeader(const PoFile &po, const std::string &tag, const std::string &file,
                                       const Sources &sources, Findings &findings);

} // namespace porchlight::authoring
