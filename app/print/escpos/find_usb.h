// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::print::escpos {

/// Device files of the USB printers that may speak ESC/POS, by what they say of themselves (IEEE 1284): those that name
/// it first, then those that name no language at all. Whether they do shows when they are asked for their status;
/// printers of other languages are never written to. `sys` and `dev` are /sys and /dev.
[[nodiscard]] std::vector<std::filesystem::path> usbPrinters(const std::filesystem::path &sys,
                                                             const std::filesystem::path &dev);

} // namespace porchlight::print::escpos
