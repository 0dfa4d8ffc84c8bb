// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace porchlight::content {

/// A JSON string with its quotes, from valid UTF-8.
std::string jsonText(std::string_view utf8);

} // namespace porchlight::content
