// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "print/escpos/model.h"

#include <filesystem>

namespace porchlight::print::escpos {

/// Reads deploy/printers/thermal/models/*.yaml. A fault names the file and its line.
[[nodiscard]] content::Result<Model> readModel(const std::filesystem::path &file);

} // namespace porchlight::print::escpos
