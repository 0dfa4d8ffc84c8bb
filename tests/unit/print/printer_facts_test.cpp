// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/printer_facts.h"

#include <gtest/gtest.h>

#include <memory>

namespace porchlight::print {
namespace {

using Format = PrinterFacts::Format;
using Readiness = PrinterStatus::Readiness;

struct Delete {
    void operator()(ipp_t *ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, Delete>;

/// An answer as printers give it, written attribute by attribute.
class Answer {
public:
    Answer &words(const char *name, ipp_tag_t tag, std::vector<const char *> values)
    {
        ippAddStrings(m_ipp.get(), IPP_TAG_PRINTER, tag, name, static_cast<int>(values.size()), nullptr, values.data());
        return *this;
    }
    Answer &formats(std::vector<const char *> values)
    {
        return words("document-format-supported", IPP_TAG_MIMETYPE, std::move(values));
    }
    Answer &rasterType(const char *type)
    {
        return words("pwg-raster-document-type-supported", IPP_TAG_KEYWORD, {type});
    }
    Answer &reasons(std::vector<const char *> values)
    {
        return words("printer-state-reasons", IPP_TAG_KEYWORD, std::move(values));
    }
    /// A medium, in hundredths of a millimetre.
    Answer &media(const char *name, int width, int height, int sideMargin, int topMargin)
    {
        const Ipp size(ippNew());
        ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", width);
        ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", height);
        const Ipp media(ippNew());
        ippAddCollection(media.get(), IPP_TAG_ZERO, "media-size", size.get());
        for (const auto &[side, margin] : {std::pair("media-left-margin", sideMargin),
                                           {"media-right-margin", sideMargin},
                                           {"media-top-margin", topMargin},
                                           {"media-bottom-margin", topMargin}})
            ippAddInteger(media.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, side, margin);
        ippAddCollection(m_ipp.get(), IPP_TAG_PRINTER, name, media.get());
        return *this;
    }
    Answer &sizes(int fromWidth, int toWidth, int fromHeight, int toHeight)
    {
        const Ipp size(ippNew());
        ippAddRange(size.get(), IPP_TAG_ZERO, "x-dimension", fromWidth, toWidth);
        ippAddRange(size.get(), IPP_TAG_ZERO, "y-dimension", fromHeight, toHeight);
        ippAddCollection(m_ipp.get(), IPP_TAG_PRINTER, "media-size-supported", size.get());
        return *this;
    }
    Answer &resolution(const char *name, int across)
    {
        ippAddResolution(m_ipp.get(), IPP_TAG_PRINTER, name, IPP_RES_PER_INCH, across, across);
        return *this;
    }
    Answer &state(int state, bool accepting)
    {
        ippAddInteger(m_ipp.get(), IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", state);
        ippAddBoolean(m_ipp.get(), IPP_TAG_PRINTER, "printer-is-accepting-jobs", accepting ? 1 : 0);
        return *this;
    }
    [[nodiscard]] PrinterFacts facts() const { return factsOf(m_ipp.get()); }

private:
    Ipp m_ipp{ippNew()};
};

TEST(PrinterFacts, PdfIsPreferredAndRasterMustBeBlack)
{
    EXPECT_EQ(Answer().formats({"image/pwg-raster", "application/pdf"}).rasterType("black_1").facts().format,
              Format::Pdf);
    EXPECT_EQ(Answer().formats({"image/pwg-raster"}).rasterType("black_1").facts().format, Format::Raster);
    EXPECT_EQ(Answer().formats({"image/pwg-raster"}).rasterType("sgray_8").facts().format, Format::None);
    EXPECT_EQ(Answer().formats({"image/urf"}).facts().format, Format::None);
    EXPECT_EQ(Answer().facts().format, Format::Pdf) << "a queue that is just being made";
}

TEST(PrinterFacts, ResolutionOfRasterComesFirst)
{
    EXPECT_EQ(Answer().facts().dpi, 203);
    EXPECT_EQ(Answer().resolution("printer-resolution-default", 600).facts().dpi, 600);
    EXPECT_EQ(Answer()
                  .resolution("printer-resolution-default", 600)
                  .resolution("pwg-raster-document-resolution-supported", 180)
                  .facts()
                  .dpi,
              180);
}

TEST(PrinterFacts, AReceiptPrinterHoldsARoll)
{
    const auto facts = Answer().media("media-col-default", 8000, 20000, 400, 0).sizes(8000, 8000, 2000, 200000).facts();
    EXPECT_EQ(facts.paper, (Paper{80, 0, 4}));
    EXPECT_TRUE(facts.has({80, 123}));
    EXPECT_FALSE(facts.has({60, 90}));
    EXPECT_EQ(Answer().media("media-col-default", 5800, 500000, 500, 300).facts().paper, (Paper{58, 0, 5}))
        << "no dot is lost above and below";
}

TEST(PrinterFacts, AnOfficePrinterHoldsSheetsEvenIfItTakesBanners)
{
    EXPECT_EQ(
        Answer().media("media-col-default", 21000, 29700, 340, 635).sizes(7600, 21600, 12700, 120000).facts().paper,
        (Paper{210, 297, 6.35}));
}

TEST(PrinterFacts, WhatLiesInThePrinterWinsOverItsDefault)
{
    Answer onlyA4;
    onlyA4.media("media-col-default", 21590, 27940, 635, 635).media("media-col-ready", 21000, 29700, 300, 300);
    EXPECT_EQ(onlyA4.facts().paper, (Paper{210, 297, 3}));
    Answer letterToo;
    letterToo.media("media-col-default", 21590, 27940, 635, 635).media("media-col-ready", 21590, 27940, 300, 300);
    EXPECT_EQ(letterToo.facts().paper, (Paper{215.9, 279.4, 6.35}));
    EXPECT_EQ(Answer().facts().paper, std::nullopt);
}

TEST(PrinterFacts, SaysHowThePrinterIs)
{
    const auto readiness = [](const Answer &answer) { return statusOf(answer.facts(), false).readiness; };
    EXPECT_EQ(readiness(Answer().state(IPP_PSTATE_IDLE, true).reasons({"none"})), Readiness::Ready);
    EXPECT_EQ(readiness(Answer().state(IPP_PSTATE_STOPPED, true).reasons({"paused"})), Readiness::NotReachable);
    EXPECT_EQ(readiness(Answer().state(IPP_PSTATE_IDLE, false)), Readiness::NotReachable);
    EXPECT_EQ(readiness(Answer().reasons({"offline"})), Readiness::NotReachable);
    EXPECT_EQ(readiness(Answer().state(IPP_PSTATE_STOPPED, true).reasons({"media-empty-error"})), Readiness::OutOfPaper)
        << "why it stopped tells more";
    EXPECT_EQ(readiness(Answer().reasons({"cover-open-warning"})), Readiness::CoverOpen);
    EXPECT_EQ(readiness(Answer().reasons({"media-jam"})), Readiness::NeedsHelp);
    EXPECT_EQ(readiness(Answer().reasons({"other"})), Readiness::NeedsHelp);
    const PrinterStatus low = statusOf(Answer().reasons({"media-low-warning"}).facts(), false);
    EXPECT_EQ(low.readiness, Readiness::Ready);
    EXPECT_TRUE(low.paperLow);
}

TEST(PrinterFacts, AQueueIsBelievedOnlyWhereThePrinterWasAsked)
{
    const auto readiness = [](const Answer &answer) { return statusOf(answer.facts(), true).readiness; };
    EXPECT_EQ(readiness(Answer().reasons({"media-empty-warning"})), Readiness::Unknown) << "of the last job";
    EXPECT_EQ(readiness(Answer().reasons({"none"})), Readiness::Unknown);
    EXPECT_EQ(readiness(Answer().reasons({"porchlight-asked", "media-empty"})), Readiness::OutOfPaper);
    EXPECT_EQ(readiness(Answer().reasons({"porchlight-asked"})), Readiness::Ready);
    EXPECT_EQ(readiness(Answer().state(IPP_PSTATE_STOPPED, true).reasons({"paused"})), Readiness::NotReachable);
    EXPECT_EQ(readiness(Answer().state(IPP_PSTATE_IDLE, false).reasons({"none"})), Readiness::NotReachable);
}

} // namespace
} // namespace porchlight::print
