// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "print/escpos/link.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::programs {

struct ThermalOptions {
    enum class Verb { Serve, Help, Version };
    Verb verb = Verb::Serve;
    std::filesystem::path socket = "/run/porchlight-thermal/ipp.sock";
    std::filesystem::path sys = "/sys"; ///< where USB printers are looked for; tests have their own
    std::filesystem::path dev = "/dev";
    print::escpos::Address address;
    print::escpos::Model model;
};

/// The words of the command line without the program's name. Reads the model's file.
[[nodiscard]] content::Result<ThermalOptions> parseThermalOptions(const std::vector<std::string> &words);

extern const char *const thermalHelp;

} // namespace porchlight::programs
