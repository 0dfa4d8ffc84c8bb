// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/placeholders.h"

#include "content/bidi.h"

namespace porchlight::store {

std::optional<std::string> fillNumbers(std::string_view text, const Numbers &numbers)
{
    static constexpr std::string_view opening = "{number:";

    std::string filled;
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening)) {
        const auto end = text.find('}', at);
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto found = numbers.find(std::string(text.substr(at + opening.size(), end - at - opening.size())));
        if (found == numbers.end())
            return std::nullopt;
        filled.append(text.substr(0, at))
            .append(content::leftToRightIsolate)
            .append(found->second)
            .append(content::popIsolate);
        text.remove_prefix(end + 1);
    }
    return filled.append(text);
}

} // namespace porchlight::store
