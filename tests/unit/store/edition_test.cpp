// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>

namespace porchlight::store {
namespace {

using content::Block;
using content::Edition;
using testing::ElementsAre;

std::shared_ptr<const Edition> editionOf(const ReleaseRows &rows, const std::string &tag,
                                         content::Date today = newestDate)
{
    const TempFolder folder;
    if (const auto built = buildStore(folder / "content.sqlite", rows); !built)
        throw std::runtime_error(built.fault().describe());
    auto reader = Reader::open(folder / "content.sqlite");
    if (!reader)
        throw std::runtime_error(reader.fault().describe());
    auto edition = reader->edition(tag, today);
    if (!edition)
        throw std::runtime_error(edition.fault().describe());
    return *std::move(edition); // outlives its reader and its file
}

template <class T> std::vector<std::string> idsOf(const std::vector<T> &all)
{
    std::vector<std::string> ids;
    for (const T &one : all)
        ids.push_back(one.id);
    return ids;
}

TEST(EditionOfAStore, SaysWhatIsTrueOfTheRelease)
{
    const auto edition = editionOf(smallRelease(), "ar");
    EXPECT_EQ(edition->release.sequence, 3);
    EXPECT_EQ(edition->release.site, "demo");
    EXPECT_EQ(edition->release.mode, content::Mode::Live);
    EXPECT_EQ(edition->release.newestDate, newestDate);
    EXPECT_EQ(edition->release.defaultLanguage, "en");
    EXPECT_EQ(edition->siteName, "The Example Library");
    EXPECT_THAT(edition->siteHours, ElementsAre("من الاثنين إلى الجمعة"));
    EXPECT_THAT(edition->siteServices, ElementsAre("Free rooms and computers", "المكالمة مجانية."));
    EXPECT_EQ(edition->interface.at("bar.home"), "الرئيسية");
}

TEST(EditionOfAStore, HasAllLanguagesInOrder)
{
    const auto edition = editionOf(smallRelease(), "ar");
    ASSERT_EQ(edition->languages.size(), 3U);
    EXPECT_EQ(edition->languages[0].tag, "en");
    EXPECT_TRUE(edition->languages[0].source);
    EXPECT_EQ(edition->languages[2].ownName, "Español");
    EXPECT_EQ(edition->language.tag, "ar");
    EXPECT_EQ(edition->language.ownName, "العربية");
    EXPECT_EQ(edition->language.spokenName, "العربية");
    EXPECT_EQ(edition->language.learnLevel, content::TranslationLevel::L1);
    EXPECT_EQ(edition->language.englishName, "Arabic");
    EXPECT_EQ(edition->language.script, "Arab");
    EXPECT_EQ(edition->language.direction, content::Direction::RightToLeft);
    EXPECT_EQ(edition->language.fontFamily, "Noto Sans Arabic");
    EXPECT_EQ(edition->language.level, content::TranslationLevel::L1);
    EXPECT_EQ(edition->language.askForInterpreter, "Arabic, please. I need an interpreter.");
}

TEST(EditionOfAStore, FallsBackToTheSourceLanguage)
{
    const auto arabic = editionOf(smallRelease(), "ar");
    EXPECT_EQ(arabic->findTopic("pay")->title, "الأجر");
    EXPECT_EQ(arabic->findTopic("pay")->blocks[0].text, "Your pay");
    const auto spanish = editionOf(smallRelease(), "es");
    EXPECT_EQ(spanish->findTopic("pay")->title, "Pay");
    EXPECT_EQ(spanish->interface.at("bar.home"), "Home");
}

TEST(EditionOfAStore, KeepsTheOrderOfTilesAndTopics)
{
    const auto edition = editionOf(smallRelease(), "en");
    EXPECT_THAT(idsOf(edition->tiles), ElementsAre("work", "papers", "more", "talk"));
    EXPECT_THAT(edition->tiles[0].topicIds, ElementsAre("rest", "pay"));
    EXPECT_EQ(edition->tiles[0].hint, "Wages, hours, contracts");
    EXPECT_EQ(edition->tiles[0].icon, "work");
    EXPECT_EQ(edition->tiles[1].hint, "");
    EXPECT_EQ(edition->tiles[3].opens, content::Tile::Opens::Numbers);
    EXPECT_TRUE(edition->tiles[3].small);
}

TEST(EditionOfAStore, HoldsATopicWhole)
{
    const content::Topic pay = *editionOf(smallRelease(), "en")->findTopic("pay");
    EXPECT_EQ(pay.summary, "What you are owed");
    EXPECT_EQ(pay.picture, "envelope");
    EXPECT_TRUE(pay.sensitive);
    EXPECT_EQ(pay.layer, content::Layer::Ordinary);
    ASSERT_EQ(pay.blocks.size(), 5U); // the card of the withdrawn line is gone
    EXPECT_EQ(pay.blocks[0].kind, Block::Kind::Heading);
    EXPECT_EQ(pay.blocks[1].kind, Block::Kind::Bullet);
    EXPECT_EQ(pay.blocks[2].kind, Block::Kind::ContactCard);
    EXPECT_EQ(pay.blocks[2].contactId, "hotline");
    EXPECT_EQ(pay.blocks[2].text, "");
    EXPECT_EQ(pay.blocks[4].kind, Block::Kind::Note);
    ASSERT_EQ(pay.sources.size(), 1U);
    EXPECT_EQ(pay.sources[0].what, "Minimum wage");
    EXPECT_EQ(pay.sources[0].url, "https://example.org/wage");
    EXPECT_EQ(content::formatDate(pay.sources[0].checkedOn), "2026-05-22");
    EXPECT_EQ(content::formatDate(pay.sources[0].recheckBy), "2026-11-18");
}

TEST(EditionOfAStore, PutsNumbersInAndIsolatesThem)
{
    EXPECT_EQ(editionOf(smallRelease(), "ar")->findTopic("pay")->blocks[3].text, "اتصل بالرقم \u2066"
                                                                                 "1-888-373-7888\u2069 من أي هاتف.");
}

TEST(EditionOfAStore, HoldsAContactWhole)
{
    const auto edition = editionOf(smallRelease(), "en");
    const content::Contact &hotline = *edition->findContact("hotline");
    EXPECT_EQ(hotline.name, "National help line");
    EXPECT_EQ(hotline.slipName, "Free help line, day and night");
    EXPECT_EQ(hotline.forWhat, "Someone to talk to.");
    EXPECT_EQ(hotline.answers, "A nonprofit runs this line.");
    EXPECT_EQ(hotline.cost, "The call is free.");
    EXPECT_EQ(hotline.languages, "More than 200 languages, through interpreters.");
    EXPECT_EQ(hotline.tellsAuthoritiesWhen, "They keep what you say private.");
    EXPECT_EQ(hotline.trust, content::TrustClass::T1);
    EXPECT_EQ(edition->findContact("legal-aid")->trust, content::TrustClass::Unclassed);
    EXPECT_FALSE(hotline.local);
    EXPECT_FALSE(hotline.ordinary);
    EXPECT_TRUE(edition->findContact("legal-aid")->ordinary);
    EXPECT_TRUE(edition->findContact("legal-aid")->local);
    const content::Channel &call = hotline.channels.at(0);
    EXPECT_EQ(call.id, "hotline.call");
    EXPECT_EQ(call.kind, content::ChannelKind::Call);
    EXPECT_EQ(call.value, "1-888-373-7888");
    EXPECT_EQ(call.instruction, "");
    EXPECT_EQ(call.hours, "Day and night, \u2066"
                          "24/7\u2069");
    EXPECT_EQ(content::formatDate(call.recheckBy), "2026-08-02");
    EXPECT_THAT(call.languageTags, ElementsAre("en", "es"));
    EXPECT_TRUE(call.interpreters);
    EXPECT_EQ(call.sourceUrl, "https://example.org/numbers");
    EXPECT_EQ(call.checkedBy, "A. Tester");
    EXPECT_EQ(call.method, content::CheckMethod::Dialled);
    EXPECT_EQ(content::formatDate(call.checkedOn), "2026-05-24");
    EXPECT_EQ(content::formatDate(call.expiresOn), "2026-08-22");
    EXPECT_EQ(call.status, content::ChannelStatus::Ok);
    EXPECT_TRUE(call.core && call.showPublic && call.showPrivate && call.printOk);
}

TEST(EditionOfAStore, LiveHidesWhatNobodyHasTried)
{
    ReleaseRows rows = smallRelease();
    EXPECT_THAT(idsOf(editionOf(rows, "en")->findContact("hotline")->channels), ElementsAre("hotline.call"));
    rows.info.mode = content::Mode::Demonstration;
    const auto shown = editionOf(rows, "en");
    EXPECT_THAT(idsOf(shown->findContact("hotline")->channels), ElementsAre("hotline.call", "hotline.text"));
    EXPECT_EQ(shown->findContact("hotline")->channels[1].instruction, "Send the word \u2066HELP\u2069.");
}

TEST(EditionOfAStore, NeverShowsWhatIsWithdrawn)
{
    ReleaseRows rows = smallRelease();
    rows.info.mode = content::Mode::Demonstration;
    EXPECT_EQ(editionOf(rows, "en")->findContact("old"), nullptr);
}

TEST(EditionOfAStore, AnExpiredLocalLineGoesWithAllThatRestsOnIt)
{
    EXPECT_NE(editionOf(smallRelease(), "en", localExpiry)->findContact("legal-aid"), nullptr);
    const auto later = editionOf(smallRelease(), "en", localExpiry + std::chrono::days{1});
    EXPECT_THAT(idsOf(later->contacts), ElementsAre("hotline")); // a core line stays
    EXPECT_EQ(later->findTopic("lawyer"), nullptr);              // a heading alone is nothing to read
    EXPECT_THAT(idsOf(later->tiles), ElementsAre("work", "more", "talk"));
}

TEST(EditionOfAStore, IsNeverReadForADayBeforeTheReleaseWasMade)
{
    ReleaseRows rows = smallRelease();
    rows.info.newestDate = localExpiry + std::chrono::days{1};
    EXPECT_EQ(editionOf(rows, "en", content::Date{})->findContact("legal-aid"), nullptr);
}

TEST(EditionOfAStore, HasTheSlips)
{
    const auto slips = editionOf(smallRelease(), "ar")->slipDesigns;
    ASSERT_EQ(slips.size(), 3U);
    EXPECT_EQ(slips[0].id, "card");
    EXPECT_EQ(slips[0].title, "بطاقة صغيرة");
    EXPECT_EQ(slips[0].heading, "خدمات محلية");
    EXPECT_DOUBLE_EQ(slips[0].widthMm, 54);
    EXPECT_DOUBLE_EQ(slips[0].heightMm, 85.6);
    EXPECT_DOUBLE_EQ(slips[0].bodyPt, 8);
    EXPECT_DOUBLE_EQ(slips[0].numberPt, 11);
    EXPECT_TRUE(slips[0].names);
    EXPECT_EQ(slips[0].ordinaryLines, 3);
    EXPECT_EQ(slips[0].english, content::EnglishBeside::Drafts);
    EXPECT_TRUE(slips[0].hours);
    EXPECT_THAT(slips[0].notes, ::testing::IsEmpty());
    EXPECT_EQ(slips[1].heading, "");
    EXPECT_FALSE(slips[1].names);
    EXPECT_DOUBLE_EQ(slips[2].widthMm, 0);
    EXPECT_EQ(slips[2].english, content::EnglishBeside::Always);
    EXPECT_FALSE(slips[2].hours);
    EXPECT_TRUE(slips[2].cost);
    EXPECT_TRUE(slips[2].languages);
    EXPECT_TRUE(slips[2].cutMarks);
    EXPECT_EQ(slips[2].fold, content::Fold::Thirds);
    EXPECT_THAT(slips[2].notes, ::testing::ElementsAre("المكالمة مجانية.", "شخص تتحدث إليه."));
}

TEST(EditionOfAStore, HasTheEnglishOfWhatStandsOnPaper)
{
    const auto arabic = editionOf(smallRelease(), "ar");
    EXPECT_EQ(arabic->slipDesigns[0].headingEnglish, "Local services");
    EXPECT_THAT(arabic->slipDesigns[2].notesEnglish,
                ::testing::ElementsAre("The call is free.", "Someone to talk to."));
    const content::Contact &hotline = *arabic->findContact("hotline");
    EXPECT_EQ(hotline.channels[0].hours, "ليل نهار، \u2066"
                                         "24/7\u2069");
    EXPECT_EQ(hotline.channels[0].hoursEnglish, "Day and night, \u2066"
                                                "24/7\u2069");
    EXPECT_EQ(hotline.languagesEnglish, "") << "it stands in English already";
    const auto english = editionOf(smallRelease(), "en");
    EXPECT_EQ(english->slipDesigns[0].headingEnglish, "");
    EXPECT_EQ(english->findContact("hotline")->channels[0].hoursEnglish, "");
}

/// What is read first is the beginning of the whole, and no other.
TEST(EditionOfAStore, IsReadInPartsThatAgree)
{
    const TempFolder folder;
    for (const auto mode : {content::Mode::Live, content::Mode::Demonstration}) {
        ReleaseRows rows = largeRelease(20);
        rows.info.mode = mode;
        ASSERT_TRUE(buildStore(folder / "content.sqlite", rows));
        const auto reader = Reader::open(folder / "content.sqlite");
        for (const content::Date day : {newestDate, localExpiry + std::chrono::days{1}})
            for (const char *tag : {"en", "ar", "es"}) {
                const auto whole = *reader->edition(tag, day);
                const auto first = *reader->edition(tag, day, content::Extent::FirstPage);
                const auto lists = *reader->edition(tag, day, content::Extent::Lists, "pay");
                EXPECT_EQ(first->interface, whole->interface);
                EXPECT_EQ(first->interfaceEnglish, whole->interfaceEnglish);
                EXPECT_EQ(first->contacts.size(), whole->contacts.size());
                EXPECT_EQ(first->siteServices, whole->siteServices);
                EXPECT_TRUE(first->topics.empty());
                ASSERT_EQ(lists->tiles.size(), whole->tiles.size());
                for (std::size_t i = 0; i < whole->tiles.size(); ++i) {
                    EXPECT_EQ(lists->tiles[i].title, whole->tiles[i].title);
                    EXPECT_EQ(lists->tiles[i].topicIds, whole->tiles[i].topicIds);
                    EXPECT_EQ(lists->tiles[i].childIds, whole->tiles[i].childIds);
                }
                ASSERT_EQ(lists->topics.size(), whole->topics.size());
                for (const auto &[id, topic] : whole->topics) {
                    EXPECT_EQ(lists->findTopic(id)->title, topic.title);
                    EXPECT_EQ(lists->findTopic(id)->blocks.size(), id == "pay" ? topic.blocks.size() : 0U);
                }
            }
    }
}

TEST(EditionOfAStore, AnUnknownLanguageIsAFault)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    const auto reader = Reader::open(folder / "content.sqlite");
    ASSERT_TRUE(reader);
    for (const char *tag : {"xx", "", "EN", "en' OR 1=1 --"}) {
        const auto edition = reader->edition(tag, newestDate);
        ASSERT_FALSE(edition) << tag;
        EXPECT_EQ(edition.fault().code, "language-unknown");
    }
    EXPECT_TRUE(reader->edition("en", newestDate));
}

TEST(EditionOfAStore, IsReadOnAnotherThreadThanTheOneThatOpened)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    auto reader = Reader::open(folder / "content.sqlite");
    ASSERT_TRUE(reader);
    std::shared_ptr<const Edition> edition;
    std::thread([&] { edition = *reader->edition("es", newestDate); }).join();
    EXPECT_EQ(edition->language.tag, "es");
}

} // namespace
} // namespace porchlight::store
