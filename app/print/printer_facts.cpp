// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/printer_facts.h"

#include "print/office/watch_mark.h"
#include "print/printer_reasons.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace porchlight::print {

namespace {

constexpr int hundredthsPerMm = 100;
constexpr int tolerance = 1 * hundredthsPerMm;
// Laser printers take banners of more than a metre too, but no receipt printer is wider than this.
constexpr int widestRoll = 130 * hundredthsPerMm;
constexpr int rollLength = 1000 * hundredthsPerMm;

bool holds(ipp_t *ipp, const char *name, const char *value)
{
    ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_ZERO);
    return attribute && ippContainsString(attribute, value) != 0;
}

std::optional<int> number(ipp_t *ipp, const char *name)
{
    ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_ZERO);
    return attribute ? std::optional(ippGetInteger(attribute, 0)) : std::nullopt;
}

/// A dimension is one number or a range.
PrinterFacts::Range dimension(ipp_t *size, const char *name)
{
    ipp_attribute_t *attribute = ippFindAttribute(size, name, IPP_TAG_ZERO);
    if (!attribute)
        return {};
    if (ippGetValueTag(attribute) != IPP_TAG_RANGE) {
        const int value = ippGetInteger(attribute, 0);
        return {value, value};
    }
    PrinterFacts::Range range;
    range.from = ippGetRange(attribute, 0, &range.to);
    return range;
}

std::vector<std::string> texts(ipp_t *ipp, const char *name)
{
    std::vector<std::string> found;
    if (ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_ZERO))
        for (int i = 0; i < ippGetCount(attribute); ++i)
            if (const char *text = ippGetString(attribute, i, nullptr))
                found.emplace_back(text);
    return found;
}

std::vector<ipp_t *> collections(ipp_t *ipp, const char *name)
{
    std::vector<ipp_t *> found;
    if (ipp_attribute_t *attribute = ippFindAttribute(ipp, name, IPP_TAG_BEGIN_COLLECTION))
        for (int i = 0; i < ippGetCount(attribute); ++i)
            found.push_back(ippGetCollection(attribute, i));
    return found;
}

PrinterFacts::MediaSize sizeOf(ipp_t *media)
{
    const auto sizes = collections(media, "media-size");
    if (sizes.empty())
        return {};
    return {dimension(sizes.front(), "x-dimension"), dimension(sizes.front(), "y-dimension")};
}

bool near(const PrinterFacts::MediaSize &one, const PrinterFacts::MediaSize &other)
{
    return std::abs(one.width.from - other.width.from) <= tolerance &&
           std::abs(one.height.from - other.height.from) <= tolerance;
}

/// What lies in the printer: its default, unless it says that something else does.
ipp_t *loadedMedia(ipp_t *answer)
{
    const auto usual = collections(answer, "media-col-default");
    const auto ready = collections(answer, "media-col-ready");
    if (usual.empty() || sizeOf(usual.front()).width.from <= 0)
        return ready.empty() ? nullptr : ready.front();
    const bool there = std::any_of(ready.begin(), ready.end(),
                                   [&](ipp_t *media) { return near(sizeOf(media), sizeOf(usual.front())); });
    return ready.empty() || there ? usual.front() : ready.front();
}

std::optional<Paper> paperOf(ipp_t *answer, const std::vector<PrinterFacts::MediaSize> &sizes)
{
    ipp_t *media = loadedMedia(answer);
    const PrinterFacts::MediaSize size = media ? sizeOf(media) : PrinterFacts::MediaSize();
    if (size.width.to <= 0)
        return std::nullopt;
    const int width = size.width.to;
    const bool longLengths = size.height.to >= rollLength ||
                             std::any_of(sizes.begin(), sizes.end(), [&](const PrinterFacts::MediaSize &one) {
                                 return one.height.from < one.height.to && one.height.to >= rollLength &&
                                        one.width.from <= width && width <= one.width.to;
                             });
    const bool roll = width <= widestRoll && longLengths;
    int margin = 0;
    for (const char *side : {"media-left-margin", "media-right-margin"})
        margin = std::max(margin, number(media, side).value_or(0));
    if (!roll) // on a roll they are what the cutter takes, and no dot is lost there
        for (const char *side : {"media-top-margin", "media-bottom-margin"})
            margin = std::max(margin, number(media, side).value_or(0));
    constexpr double mm = hundredthsPerMm;
    return Paper{width / mm, roll ? 0 : size.height.to / mm, margin / mm};
}

int resolutionOf(ipp_t *answer, int otherwise)
{
    for (const char *name : {"pwg-raster-document-resolution-supported", "printer-resolution-default"}) {
        ipp_attribute_t *attribute = ippFindAttribute(answer, name, IPP_TAG_RESOLUTION);
        if (!attribute)
            continue;
        int down = 0;
        ipp_res_t units = IPP_RES_PER_INCH;
        const int across = ippGetResolution(attribute, 0, &down, &units);
        if (across > 0)
            return units == IPP_RES_PER_CM ? qRound(across * 2.54) : across;
    }
    return otherwise;
}

PrinterFacts::Format formatOf(ipp_t *answer)
{
    // A queue that was made a moment ago says nothing yet; a scheduler takes PDF for any of them.
    if (!ippFindAttribute(answer, "document-format-supported", IPP_TAG_ZERO) ||
        holds(answer, "document-format-supported", "application/pdf"))
        return PrinterFacts::Format::Pdf;
    if (holds(answer, "document-format-supported", "image/pwg-raster") &&
        holds(answer, "pwg-raster-document-type-supported", "black_1"))
        return PrinterFacts::Format::Raster;
    return PrinterFacts::Format::None;
}

} // namespace

std::span<const char *const> factNames()
{
    static constexpr std::array names{
        "document-format-supported",
        "media-col-default",
        "media-col-ready",
        "media-size-supported",
        "printer-is-accepting-jobs",
        "printer-resolution-default",
        "printer-state",
        "printer-state-reasons",
        "pwg-raster-document-resolution-supported",
        "pwg-raster-document-type-supported",
    };
    return names;
}

PrinterFacts factsOf(ipp_t *answer)
{
    PrinterFacts facts;
    facts.format = formatOf(answer);
    facts.dpi = resolutionOf(answer, facts.dpi);
    for (ipp_t *size : collections(answer, "media-size-supported"))
        facts.sizes.push_back({dimension(size, "x-dimension"), dimension(size, "y-dimension")});
    facts.paper = paperOf(answer, facts.sizes);
    facts.stopped = number(answer, "printer-state") == IPP_PSTATE_STOPPED;
    if (ipp_attribute_t *accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", IPP_TAG_BOOLEAN))
        facts.accepting = ippGetBoolean(accepting, 0) != 0;
    facts.reasons = texts(answer, "printer-state-reasons");
    return facts;
}

bool PrinterFacts::has(QSizeF sizeMm) const
{
    const auto holdsOne = [](const Range &range, double mm) {
        const int wanted = qRound(mm * hundredthsPerMm);
        const int slack = range.from == range.to ? tolerance : 0;
        return range.from - slack <= wanted && wanted <= range.to + slack;
    };
    return std::any_of(sizes.begin(), sizes.end(), [&](const MediaSize &size) {
        return holdsOne(size.width, sizeMm.width()) && holdsOne(size.height, sizeMm.height());
    });
}

PrinterStatus statusOf(const PrinterFacts &facts, bool scheduler)
{
    using Readiness = PrinterStatus::Readiness;
    const auto &reasons = facts.reasons;
    if (scheduler && std::find(reasons.begin(), reasons.end(), watchMark) == reasons.end()) {
        const bool closed = facts.stopped || !facts.accepting;
        return {closed ? Readiness::NotReachable : Readiness::Unknown, false, facts.paper};
    }
    PrinterStatus status{Readiness::Ready, isPaperLow(facts.reasons), facts.paper};
    switch (hindranceOf(facts.reasons)) {
    case Hindrance::OutOfPaper:
        status.readiness = Readiness::OutOfPaper;
        break;
    case Hindrance::CoverOpen:
        status.readiness = Readiness::CoverOpen;
        break;
    case Hindrance::Jam:
    case Hindrance::Other:
        status.readiness = Readiness::NeedsHelp;
        break;
    case Hindrance::NotReachable:
        status.readiness = Readiness::NotReachable;
        break;
    case Hindrance::None:
        if (facts.stopped || !facts.accepting)
            status.readiness = Readiness::NotReachable;
        break;
    }
    return status;
}

} // namespace porchlight::print
