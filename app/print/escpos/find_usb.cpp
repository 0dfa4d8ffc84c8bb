// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/find_usb.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

namespace porchlight::print::escpos {
namespace {

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    });
    return text;
}

/// The value of "CMD:" or "COMMAND SET:" in an IEEE 1284 identity; nothing where it is not named.
std::string languagesOf(const std::string &identity)
{
    const std::string text = ";" + upper(identity);
    for (const std::string key : {";CMD:", ";COMMAND SET:"}) {
        const auto at = text.find(key);
        if (at != std::string::npos)
            return text.substr(at + key.size(), text.find(';', at + key.size()) - at - key.size());
    }
    return {};
}

} // namespace

std::vector<std::filesystem::path> usbPrinters(const std::filesystem::path &sys, const std::filesystem::path &dev)
{
    std::vector<std::filesystem::path> named;
    std::vector<std::filesystem::path> unnamed;
    std::error_code none;
    for (const auto &entry : std::filesystem::directory_iterator(sys / "class/usbmisc", none)) {
        const std::string name = entry.path().filename();
        if (!name.starts_with("lp"))
            continue;
        std::ifstream file(entry.path() / "device/ieee1284_id");
        const std::string identity{std::istreambuf_iterator<char>(file), {}};
        const std::string languages = languagesOf(identity);
        if (languages.find("ESC/POS") != std::string::npos || languages.find("ESCPOS") != std::string::npos)
            named.push_back(dev / "usb" / name);
        else if (languages.find_first_not_of(" \n") == std::string::npos)
            unnamed.push_back(dev / "usb" / name);
    }
    std::sort(named.begin(), named.end());
    std::sort(unnamed.begin(), unnamed.end());
    named.insert(named.end(), unnamed.begin(), unnamed.end());
    return named;
}

} // namespace porchlight::print::escpos
