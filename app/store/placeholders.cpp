// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/placeholders.h"

#include "content/bidi.h"

namespace porchlight::store {

std::optional<std::string> fillPlaceholders(std::string_view text, const Values &values)
{
    std::string filled;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{')) {
        filled.append(text.substr(0, at));
        text.remove_prefix(at + 1);
        const auto end = text.find('}');
        const std::string name(text.substr(0, end));
        const bool needed = name.starts_with("number:") || name.starts_with("fact:");
        const auto found = end == std::string_view::npos ? values.end() : values.find(name);
        if (found != values.end()) {
            filled.append(content::leftToRightIsolate).append(found->second).append(content::popIsolate);
            text.remove_prefix(end + 1);
        } else if (needed) {
            return std::nullopt;
        } else {
            filled.push_back('{');
        }
    }
    return filled.append(text);
}

std::string fillWord(std::string_view text, std::string_view placeholder, std::string_view word)
{
    std::string filled(text);
    for (auto at = filled.find(placeholder); at != std::string::npos; at = filled.find(placeholder, at + word.size()))
        filled.replace(at, placeholder.size(), word);
    return filled;
}

} // namespace porchlight::store
