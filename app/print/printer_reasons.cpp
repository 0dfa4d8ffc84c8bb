// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/printer_reasons.h"

#include <algorithm>
#include <array>

namespace porchlight::print {

namespace {

struct Meaning {
    std::string_view reason;
    Hindrance hindrance;
};

bool isMild(std::string_view reason)
{
    return reason.ends_with("-warning") || reason.ends_with("-report");
}

// The earlier wins: an open cover explains all the others.
constexpr std::array meanings{
    Meaning{"cover-open", Hindrance::CoverOpen},
    Meaning{"door-open", Hindrance::CoverOpen},
    Meaning{"interlock-open", Hindrance::CoverOpen},
    Meaning{"media-jam", Hindrance::Jam},
    Meaning{"media-empty", Hindrance::OutOfPaper},
    Meaning{"media-needed", Hindrance::OutOfPaper},
    Meaning{"input-tray-missing", Hindrance::OutOfPaper},
    Meaning{"offline", Hindrance::NotReachable},
    Meaning{"shutdown", Hindrance::NotReachable},
    Meaning{"timed-out", Hindrance::NotReachable},
    Meaning{"connecting-to-device", Hindrance::NotReachable},
    Meaning{"other", Hindrance::Other},
};

bool holds(const std::vector<std::string> &reasons, std::string_view wanted)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const std::string &reason) {
        // Office printers warn of "other" things, such as strange ink, and print all the same.
        return withoutSeverity(reason) == wanted && (wanted != "other" || !isMild(reason));
    });
}

} // namespace

std::string_view withoutSeverity(std::string_view reason)
{
    for (const std::string_view severity : {"-error", "-warning", "-report"})
        if (reason.ends_with(severity))
            return reason.substr(0, reason.size() - severity.size());
    return reason;
}

bool isAtPrinter(const std::vector<std::string> &reasons)
{
    return std::find(reasons.begin(), reasons.end(), "cups-waiting-for-job-completed") != reasons.end();
}

Hindrance hindranceOf(const std::vector<std::string> &reasons)
{
    for (const Meaning &meaning : meanings)
        if (holds(reasons, meaning.reason))
            return meaning.hindrance;
    return Hindrance::None;
}

bool isPaperLow(const std::vector<std::string> &reasons)
{
    return holds(reasons, "media-low");
}

} // namespace porchlight::print
