// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/seasons.h"

#include <algorithm>
#include <array>

namespace porchlight::content {

namespace {

struct Season {
    int line;
    unsigned from; ///< month, 1 to 12
    unsigned to;   ///< month; before `from` where the year turns in between
};

constexpr std::array seasons{
    Season{7, 11, 12}, // the holidays
    Season{6, 8, 9},   // school starts
    Season{5, 5, 8},   // summer jobs
    Season{1, 11, 3},  // cold weeks
};

constexpr std::array allYear{2, 3, 4};

bool holds(const Season &season, unsigned month)
{
    return season.from <= season.to ? month >= season.from && month <= season.to
                                    : month >= season.from || month <= season.to;
}

} // namespace

std::vector<int> welcomeLines(Date today)
{
    const auto month = static_cast<unsigned>(std::chrono::year_month_day{today}.month());
    std::vector<int> lines;
    for (const Season &season : seasons) {
        if (holds(season, month))
            lines.push_back(season.line);
    }
    std::copy(allYear.begin(), allYear.end(), std::back_inserter(lines));
    return lines;
}

} // namespace porchlight::content
