// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The slips of the release that the package ships, in each of its languages.
#include "print/release_fonts.h"
#include "print/slip_layout.h"
#include "store/reader.h"

#include <QFontDatabase>

#include <gmock/gmock.h>

#include <algorithm>

namespace porchlight::print {
namespace {

constexpr Paper a4{210, 297, 4};
constexpr Paper letter{215.9, 279.4, 4};

struct BuiltInSlips : ::testing::Test {
    BuiltInSlips()
    {
        takeReleaseFonts(BUILT_IN_RELEASE);
        const auto reader = store::Reader::open(BUILT_IN_RELEASE "/content.sqlite");
        if (!reader)
            return;
        const content::Date today = reader->info().newestDate;
        const auto first = reader->edition("en", today);
        for (const content::Language &language : (*first)->languages)
            editions.push_back(*reader->edition(language.tag, today));
    }
    ~BuiltInSlips() override { QFontDatabase::removeAllApplicationFonts(); }

    [[nodiscard]] static const content::SlipDesign &design(const content::Edition &edition, const std::string &id)
    {
        return *std::find_if(edition.slipDesigns.begin(), edition.slipDesigns.end(),
                             [&](const content::SlipDesign &one) { return one.id == id; });
    }
    /// Every channel that may stand on paper.
    [[nodiscard]] static std::vector<std::string> all(const content::Edition &edition)
    {
        std::vector<std::string> ids;
        for (const content::Contact &contact : edition.contacts)
            for (const content::Channel &channel : contact.channels)
                if (channel.printOk)
                    ids.push_back(channel.id);
        return ids;
    }
    [[nodiscard]] static std::vector<std::string> voiceLines(const content::Edition &edition, std::size_t most)
    {
        std::vector<std::string> ids;
        for (const content::Contact &contact : edition.contacts)
            if (const content::Channel *line = voiceLine(contact); line && ids.size() < most)
                ids.push_back(line->id);
        return ids;
    }

    std::vector<std::shared_ptr<const content::Edition>> editions;
};

TEST_F(BuiltInSlips, NameNoTopic)
{
    ASSERT_GE(editions.size(), 21U);
    for (const auto &edition : editions)
        for (const content::SlipDesign &one : edition->slipDesigns)
            for (const WithCode code : {WithCode::No, WithCode::Yes}) {
                const SlipDocument slip = composeSlip(*edition, one, all(*edition), code);
                QStringList texts{slip.code};
                for (const SlipLine &line : slip.lines)
                    texts += line.text;
                EXPECT_GT(texts.size(), 12);
                for (const QString &text : texts) {
                    for (const char *word : {"traffick", "slave", "victim", "rescue", "abuse", "porchlight", "http"})
                        EXPECT_FALSE(text.contains(QLatin1String(word), Qt::CaseInsensitive))
                            << edition->language.tag << ": " << text.toStdString();
                    // What the names of the lines say in this language is what the paper must not.
                    for (const content::Contact &contact : edition->contacts)
                        EXPECT_FALSE(!contact.ordinary && text.contains(QString::fromStdString(contact.name)))
                            << edition->language.tag << ": " << text.toStdString();
                }
            }
}

TEST_F(BuiltInSlips, CardOfOneHelpLineIsACardInEveryLanguage)
{
    for (const auto &edition : editions) {
        const SlipDocument slip = composeSlip(*edition, design(*edition, "card"), {"hotline.call"});
        const SlipLayout card(slip);
        const QSizeF size = card.sizeMm();
        EXPECT_EQ(size.width(), 60) << edition->language.tag;
        EXPECT_LE(edition->language.source ? size.height() : size.height() / 2, 90)
            << edition->language.tag << ": a draft has its English beside it, and is a card when it is folded";
        const auto count = [&](SlipLine::Role role) {
            const auto &lines = card.document().lines;
            return std::count_if(lines.begin(), lines.end(), [&](const SlipLine &line) { return line.role == role; });
        };
        EXPECT_EQ(count(SlipLine::Role::Name), 4) << edition->language.tag;
        EXPECT_EQ(count(SlipLine::Role::Number), 4) << edition->language.tag;
        EXPECT_EQ(count(SlipLine::Role::English) >= 4, !edition->language.source) << edition->language.tag;
    }
}

TEST_F(BuiltInSlips, LeafletHoldsTenLinesInEveryLanguage)
{
    for (const auto &edition : editions)
        for (const WithCode code : {WithCode::No, WithCode::Yes}) {
            const SlipDocument slip = composeSlip(*edition, design(*edition, "full"), voiceLines(*edition, 10), code);
            for (const Paper &paper : {a4, letter}) {
                const SlipLayout leaflet(slip, paper);
                EXPECT_EQ(leaflet.sizeMm(), QSizeF(paper.widthMm, paper.heightMm)) << edition->language.tag;
                EXPECT_FALSE(leaflet.drawnSmaller()) << edition->language.tag;
            }
        }
}

} // namespace
} // namespace porchlight::print
