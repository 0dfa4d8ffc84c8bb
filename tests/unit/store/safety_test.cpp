// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What an edition does so that a draft misleads nobody, and what staff are told.
#include "store/builder.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

namespace porchlight::store {
namespace {

using content::CheckReason;
using content::Edition;
using content::TranslationLevel;
using testing::ElementsAre;

Reader readerOf(const TempFolder &folder, const ReleaseRows &rows)
{
    if (const auto built = buildStore(folder / "content.sqlite", rows); !built)
        throw std::runtime_error(built.fault().describe());
    auto reader = Reader::open(folder / "content.sqlite");
    if (!reader)
        throw std::runtime_error(reader.fault().describe());
    return *std::move(reader);
}

std::shared_ptr<const Edition> editionOf(const ReleaseRows &rows, const std::string &tag)
{
    const TempFolder folder;
    return *readerOf(folder, rows).edition(tag, newestDate);
}

ReleaseRows demonstration()
{
    ReleaseRows rows = smallRelease();
    rows.info.mode = content::Mode::Demonstration;
    return rows;
}

void setLevel(ReleaseRows &rows, const std::string &text, TranslationLevel level)
{
    for (TextRow &row : rows.texts)
        if (row.id == text && row.language == "ar")
            row.level = level;
}

} // namespace

TEST(DraftsOfAStore, HaveTheEnglishBesideASafetySentence)
{
    ReleaseRows rows = demonstration();
    const content::Block draft = editionOf(rows, "ar")->findTopic("count")->blocks.at(0);
    EXPECT_EQ(draft.kind, content::Block::Kind::Safety);
    EXPECT_EQ(draft.text, "أنت تختار ما تقوله.");
    EXPECT_EQ(draft.english, "You choose what to share.");
    EXPECT_EQ(editionOf(rows, "ar")->interfaceEnglish.at("slip.safe"), "You choose what to share.");
    EXPECT_EQ(editionOf(rows, "ar")->interfaceEnglish.count("bar.home"), 0U);

    setLevel(rows, "safe", TranslationLevel::L3);
    EXPECT_EQ(editionOf(rows, "ar")->findTopic("count")->blocks.at(0).english, "");
    EXPECT_TRUE(editionOf(rows, "ar")->interfaceEnglish.empty());
}

TEST(DraftsOfAStore, SayNothingTwiceInEnglish)
{
    for (const char *tag : {"en", "es"}) { // Spanish has no translation: it stands in English
        const auto edition = editionOf(demonstration(), tag);
        EXPECT_EQ(edition->findTopic("count")->blocks.at(0).text, "You choose what to share.") << tag;
        EXPECT_EQ(edition->findTopic("count")->blocks.at(0).english, "") << tag;
        EXPECT_TRUE(edition->interfaceEnglish.empty()) << tag;
    }
    EXPECT_EQ(editionOf(demonstration(), "es")->findShowCard("phone")->english, "");
    // Nobody asks in English for an interpreter for English.
    EXPECT_EQ(editionOf(demonstration(), "en")->findShowCard("phone"), nullptr);
}

TEST(DraftsOfAStore, HaveTheEnglishOfWhoAnswersAndTells)
{
    ReleaseRows rows = demonstration();
    rows.texts.push_back({"answers", "ar", "منظمة تدير هذا الخط.", TranslationLevel::L1});
    rows.texts.push_back({"tells", "ar", "يحفظون ما تقوله.", TranslationLevel::L3});
    const content::Contact hotline = *editionOf(rows, "ar")->findContact("hotline");
    EXPECT_EQ(hotline.answersEnglish, "A nonprofit runs this line.");
    EXPECT_EQ(hotline.tellsEnglish, "");
}

TEST(ShowCards, SpeakBothLanguages)
{
    const auto edition = editionOf(demonstration(), "ar");
    ASSERT_EQ(edition->showCards.size(), 1U); // only the one that a page names
    EXPECT_EQ(edition->showCards[0].id, "phone");
    EXPECT_EQ(edition->showCards[0].text, "هل يمكنني استخدام هاتف؟ أتحدث العربية.");
    EXPECT_EQ(edition->showCards[0].english, "May I use a phone? I speak Arabic.");
    EXPECT_EQ(edition->findTopic("count")->blocks.at(2).cardId, "phone");
    EXPECT_EQ(editionOf(demonstration(), "es")->findShowCard("phone")->text, "May I use a phone? I speak Spanish.");
}

TEST(Facts, AreDrawnInWithTheirSource)
{
    const content::Topic topic = *editionOf(demonstration(), "ar")->findTopic("count");
    EXPECT_EQ(topic.blocks.at(1).text, "\u2066"
                                       "27,600,000\u2069 شخص.");
    ASSERT_EQ(topic.sources.size(), 1U);
    EXPECT_EQ(topic.sources[0].fact, "forced-labor");
    EXPECT_EQ(topic.sources[0].mark, 'A');
}

TEST(Groups, StandInTheListOfTheirTile)
{
    const auto edition = editionOf(smallRelease(), "en");
    EXPECT_THAT(edition->findTile("work")->childIds, ElementsAre("more"));
    EXPECT_EQ(edition->findTile("more")->parent, "work");
    EXPECT_THAT(edition->findTile("more")->topicIds, ElementsAre("count"));
}

TEST(Groups, GoWithTheirLastTopicAndATileWithItsLastGroup)
{
    ReleaseRows rows = smallRelease();
    rows.topics.erase(rows.topics.begin() + 2);
    EXPECT_TRUE(editionOf(rows, "en")->findTile("work")->childIds.empty());
    EXPECT_EQ(editionOf(rows, "en")->findTile("more"), nullptr);

    rows = smallRelease();
    for (TopicRow &topic : rows.topics)
        topic.tile = topic.tile == "work" ? "papers" : topic.tile;
    EXPECT_NE(editionOf(rows, "en")->findTile("work"), nullptr); // its group still leads somewhere
}

TEST(Groups, MayStandBeforeTheirTileInTheList)
{
    ReleaseRows rows = smallRelease();
    std::swap(rows.tiles[0], rows.tiles[2]);
    EXPECT_THAT(editionOf(rows, "en")->findTile("work")->childIds, ElementsAre("more"));
}

TEST(ATopic, OfWhichNothingIsLeftIsNotShown)
{
    ReleaseRows rows = smallRelease();
    rows.topics[0].blocks.clear();
    EXPECT_EQ(editionOf(rows, "en")->findTopic("rest"), nullptr);
    EXPECT_THAT(editionOf(rows, "en")->findTile("work")->topicIds, ElementsAre("pay"));
}

TEST(ATileOfNumbers, MayHaveTopicsBelowThem)
{
    ReleaseRows rows = smallRelease();
    rows.topics[0].tile = "talk";
    EXPECT_THAT(editionOf(rows, "en")->findTile("talk")->topicIds, ElementsAre("rest"));
}

TEST(LearnTopics, AreShownOnALiveKioskOnlyAboveTheirFloor)
{
    ReleaseRows rows = smallRelease();
    rows.languages[1].level = TranslationLevel::L3;
    EXPECT_EQ(editionOf(rows, "ar")->findTopic("count"), nullptr);
    EXPECT_EQ(editionOf(rows, "ar")->findTile("more"), nullptr);
    EXPECT_NE(editionOf(rows, "ar")->findTopic("pay"), nullptr);
    EXPECT_NE(editionOf(rows, "en")->findTopic("count"), nullptr);

    rows.languages[1].learnLevel = TranslationLevel::L2;
    EXPECT_NE(editionOf(rows, "ar")->findTopic("count"), nullptr);
    EXPECT_NE(editionOf(demonstration(), "ar")->findTopic("count"), nullptr);
}

TEST(LinesToCheck, SayWhatStaffShallLookAt)
{
    const TempFolder folder;
    const Reader reader = readerOf(folder, smallRelease());
    const auto linesOn = [&](content::Date day) {
        std::vector<std::string> lines;
        const auto told = reader.linesToCheck(day);
        for (const content::LineToCheck &line : *told)
            lines.push_back(line.channelId + " " + std::to_string(static_cast<int>(line.reason)) +
                            (line.stillShown ? " shown" : " hidden"));
        return lines;
    };
    using std::chrono::days;
    const std::string expired = " " + std::to_string(static_cast<int>(CheckReason::Expired));
    const std::string untried = " " + std::to_string(static_cast<int>(CheckReason::Unverified));
    const std::string due = " " + std::to_string(static_cast<int>(CheckReason::RecheckDue));
    EXPECT_THAT(linesOn(localExpiry - days{21}), ElementsAre("hotline.text" + untried + " hidden"));
    EXPECT_THAT(linesOn(localExpiry - days{20}),
                ElementsAre("hotline.call" + due + " shown", "hotline.text" + untried + " hidden",
                            "legal-aid.call" + due + " shown"));
    EXPECT_THAT(linesOn(localExpiry + days{1}),
                ElementsAre("hotline.call" + expired + " shown", "hotline.text" + expired + " hidden",
                            "legal-aid.call" + expired + " hidden"));
    EXPECT_EQ(linesOn({}), linesOn(newestDate)); // a clock that makes no sense
}

} // namespace porchlight::store
