// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/narration/sound.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace porchlight::authoring {

/// A clip as it lies in a release: Ogg Opus, 48 kHz, mono, 24 kbit/s. The same sound, comments and key give the same
/// bytes: no date, no random number. Empty where it cannot be encoded.
std::string encodeClip(const Sound &sound, const std::string &key,
                       const std::vector<std::pair<std::string, std::string>> &comments);

/// How long a clip is, told by its first and last pages; nothing where the file is no Opus clip of one channel.
std::optional<int> clipMilliseconds(const std::filesystem::path &file);

/// All of it, decoded to 48 kHz; nothing where a part of it is damaged or missing.
std::optional<Sound> decodeClip(const std::filesystem::path &file);

} // namespace porchlight::authoring
