// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

namespace porchlight::authoring {

/// A text as a voice shall say it. What is dialled goes digit by digit with a pause after each group ("1, 8 8 8, ..."),
/// 24/7, times and addresses become words where `says` has them (VoiceSource::says), else pauses. `dialled`: numbers
/// that are dialled though they look like any other ("988").
std::string spokenForm(const std::string &text, const std::map<std::string, std::string> &says,
                       const std::set<std::string> &dialled, bool english);

} // namespace porchlight::authoring
