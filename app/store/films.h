// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/film.h"

#include <filesystem>
#include <map>
#include <string>

namespace porchlight::store {

/// The films of a release folder (films/TOPIC/) by topic. One whose cues cannot be read is left out; whether its
/// picture can be shown, the player finds out.
std::map<std::string, content::Film> filmsIn(const std::filesystem::path &release);

} // namespace porchlight::store
