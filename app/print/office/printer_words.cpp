// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/printer_words.h"

#include "print/printer_reasons.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace porchlight::print {

namespace {

struct Plain {
    std::string_view word; ///< of RFC 8011 and PWG 5100.9, without its severity
    std::string_view plain;
};

constexpr std::array plainNames{
    Plain{"cover-open", "cover-open"},     Plain{"door-open", "cover-open"},
    Plain{"interlock-open", "cover-open"}, Plain{"media-empty", "media-empty"},
    Plain{"media-needed", "media-empty"},  Plain{"input-tray-missing", "media-empty"},
    Plain{"media-jam", "media-jam"},       Plain{"media-low", "media-low"},
    Plain{"shutdown", "offline"},          Plain{"timed-out", "offline"},
    Plain{"offline", "offline"},           Plain{"paused", "other"},
    Plain{"moving-to-paused", "other"},    Plain{"deactivated", "other"},
    Plain{"output-area-full", "other"},    Plain{"toner-empty", "other"},
    Plain{"marker-supply-empty", "other"}, Plain{"fuser-over-temp", "other"},
    Plain{"fuser-under-temp", "other"},    Plain{"marker-waste-full", "other"},
    Plain{"output-tray-missing", "other"}, Plain{"spool-area-full", "other"},
};

/// Does any tray hold paper? "level" is a count, or -3 for "some".
bool holdsPaper(const std::vector<std::string> &trays)
{
    constexpr std::string_view key = "level=";
    return std::any_of(trays.begin(), trays.end(), [&](const std::string &tray) {
        size_t at = tray.starts_with(key) ? 0 : tray.find(";level=");
        if (at == std::string::npos)
            return false;
        at = tray.find('=', at) + 1;
        return tray.compare(at, 2, "-3") == 0 || (at < tray.size() && tray[at] >= '1' && tray[at] <= '9');
    });
}

} // namespace

std::vector<std::string> plainWords(const PrinterAnswer &answer)
{
    constexpr std::string_view grave = "-error";
    std::set<std::string> words;
    for (const std::string &reason : answer.reasons) {
        const std::string_view word = withoutSeverity(reason);
        const auto *known =
            std::find_if(plainNames.begin(), plainNames.end(), [&](const Plain &plain) { return plain.word == word; });
        // An empty tray beside a full one does not stop an office printer, and it says so by not calling it an error.
        const bool oneTrayOfMany = known != plainNames.end() && known->plain == "media-empty" && !answer.stopped &&
                                   !reason.ends_with(grave) && holdsPaper(answer.trays);
        if (oneTrayOfMany)
            words.emplace("media-low");
        else if (known != plainNames.end())
            words.emplace(known->plain);
        else if (reason.ends_with(grave))
            words.emplace("other");
    }
    const bool told = std::any_of(words.begin(), words.end(), [](const auto &word) { return word != "media-low"; });
    if (answer.stopped && !told)
        words.emplace("other");
    return {words.begin(), words.end()};
}

std::vector<std::string> offlineWords()
{
    return {"offline"};
}

} // namespace porchlight::print
