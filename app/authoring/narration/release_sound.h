// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"
#include "content/result.h"
#include "store/builder.h"

#include <filesystem>
#include <vector>

namespace porchlight::authoring {

/// Puts the clips of a release into `folder`/sound, from recordings and from what narrate() left in `cache`: hard links
/// where the file system has them. A voiced language of which nothing is in the cache stays silent, and so does a
/// language without a voice of which not all is recorded. Where only a part is there, that is taken, and told:
/// "not-narrated". Faults: "output-not-written", "unreadable-file" (a clip that is damaged).
content::Outcome writeSound(const std::filesystem::path &folder, const std::filesystem::path &content,
                            const Sources &sources, const store::ReleaseRows &rows, const std::filesystem::path &cache,
                            Findings &findings);

} // namespace porchlight::authoring
