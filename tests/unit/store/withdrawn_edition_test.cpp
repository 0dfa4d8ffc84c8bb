// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is withdrawn is absent from a release, whatever the release says of it.
#include "store/builder.h"
#include "store/reader.h"
#include "unit/store/edition_texts.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

namespace porchlight::store {
namespace {

using content::Edition;
using content::Extent;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

Withdrawals listed(const std::string &text)
{
    auto list = parseWithdrawals(text, "list");
    if (!list)
        throw std::runtime_error(list.fault().describe());
    return *list;
}

class Withdrawn : public testing::TestWithParam<content::Mode> {
protected:
    void SetUp() override
    {
        rows.info.mode = GetParam();
        // A sentence of every kind that names what will be withdrawn; all are core lines' numbers or facts.
        rows.interface.push_back({"says.number", "ask"});
        rows.texts.push_back({"typed", "en", "Or dial 888 373 7888.", content::TranslationLevel::L4});
        rows.texts.push_back({"card.call", "en", "May I call {number:hotline.call}?", content::TranslationLevel::L4});
        rows.showCards.push_back({"call", "card.call"});
        rows.topics[0].blocks.push_back({content::Block::Kind::Paragraph, "typed", "", ""});
        rows.topics[0].blocks.push_back({content::Block::Kind::ShowCard, "", "", "call"});
        rows.site.services.push_back("ask");
        rows.slips[2].notes.push_back("ask");
    }

    Reader reader(const std::string &list)
    {
        std::filesystem::remove(folder / "content.sqlite");
        if (const auto built = buildStore(folder / "content.sqlite", rows); !built)
            throw std::runtime_error(built.fault().describe());
        auto opened = Reader::open(folder / "content.sqlite", listed(list));
        if (!opened)
            throw std::runtime_error(opened.fault().describe());
        return *std::move(opened);
    }

    std::shared_ptr<const Edition> edition(const std::string &list, const std::string &tag = "en",
                                           Extent extent = Extent::Whole, const std::string &topic = {})
    {
        auto read = reader(list).edition(tag, newestDate, extent, topic);
        if (!read)
            throw std::runtime_error(read.fault().describe());
        return *read;
    }

    void expectHotlineGone(const std::string &list)
    {
        for (const char *tag : {"en", "ar", "es"})
            for (const Extent extent : {Extent::FirstPage, Extent::Lists, Extent::Whole}) {
                const auto shown = edition(list, tag, extent, "pay");
                EXPECT_EQ(shown->findContact("hotline"), nullptr) << tag;
                for (const std::string &text : textsOf(*shown)) {
                    EXPECT_THAT(text, Not(HasSubstr("7888"))) << list << tag;
                    EXPECT_THAT(text, Not(HasSubstr("{number"))) << list << tag;
                }
            }
        const auto whole = edition(list);
        for (const content::Block &block : whole->findTopic("pay")->blocks) {
            EXPECT_NE(block.contactId, "hotline");
            EXPECT_TRUE(block.kind == content::Block::Kind::ContactCard || !block.text.empty());
        }
        EXPECT_EQ(whole->findShowCard("call"), nullptr);
        EXPECT_THAT(whole->siteServices, Each(Not(testing::IsEmpty())));
        EXPECT_EQ(whole->slipDesigns[2].notes.size(), whole->slipDesigns[2].notesEnglish.size());
        EXPECT_THAT(whole->slipDesigns[2].notes, Each(Not(testing::IsEmpty())));
        // The rest stands.
        EXPECT_NE(whole->findTopic("rest"), nullptr);
        EXPECT_EQ(whole->interface.at("bar.home"), "Home");
        EXPECT_NE(whole->findContact("legal-aid"), nullptr);
    }

    TempFolder folder;
    ReleaseRows rows = smallRelease();
};

INSTANTIATE_TEST_SUITE_P(InEveryMode, Withdrawn, testing::Values(content::Mode::Live, content::Mode::Demonstration));

TEST_P(Withdrawn, NothingIsAbsentWithoutAList)
{
    const auto whole = edition("");
    EXPECT_THAT(textsOf(*whole), Contains(HasSubstr("7888.")));
    EXPECT_THAT(whole->interface.at("says.number"), HasSubstr("7888"));
    EXPECT_NE(whole->findShowCard("call"), nullptr);
    EXPECT_EQ(whole->siteServices.size(), 3U);
}

/// It is a core line, which stays whatever its dates say.
TEST_P(Withdrawn, AChannelByItsIdIsAbsentEverywhere)
{
    // The typed number stands for itself: by its id a channel goes with what names it.
    rows.topics[0].blocks.erase(rows.topics[0].blocks.begin() + 1);
    rows.contacts[0].channels.pop_back();
    expectHotlineGone("channel hotline.call\n");
}

TEST_P(Withdrawn, ANumberIsAbsentEverywhereInWhateverForm)
{
    rows.contacts[0].channels.pop_back();
    expectHotlineGone("number 18883737888\n");
    expectHotlineGone("number 8883737888\n");
}

TEST_P(Withdrawn, TheOtherLinesOfAContactStay)
{
    rows.contacts[0].channels[1].status = content::ChannelStatus::Ok;
    const auto whole = edition("channel hotline.call\n");
    ASSERT_NE(whole->findContact("hotline"), nullptr);
    EXPECT_EQ(whole->findContact("hotline")->channels.size(), 1U);
    EXPECT_EQ(edition("number 233733\n")->findContact("hotline")->channels[0].id, "hotline.call");
}

TEST_P(Withdrawn, AFactGoesWithItsSentencesAndItsSource)
{
    for (const char *tag : {"en", "ar"}) {
        if (GetParam() == content::Mode::Live && std::string(tag) == "ar")
            continue; // no learn topics below their floor
        for (const Extent extent : {Extent::Lists, Extent::Whole}) {
            const auto shown = edition("fact forced-labor\n", tag, extent, "count");
            const content::Topic *topic = shown->findTopic("count");
            ASSERT_NE(topic, nullptr);
            EXPECT_EQ(topic->blocks.size(), 2U);
            EXPECT_TRUE(topic->sources.empty());
            EXPECT_THAT(textsOf(*shown), Each(Not(HasSubstr("27,600,000"))));
        }
    }
}

TEST_P(Withdrawn, ATopicGoesWithItsTileAndItsCards)
{
    for (const Extent extent : {Extent::FirstPage, Extent::Lists, Extent::Whole}) {
        const auto shown = edition("topic rest\ntopic lawyer\n", "en", extent, "rest");
        EXPECT_EQ(shown->findTopic("rest"), nullptr);
        EXPECT_EQ(shown->findTile("papers"), nullptr) << "nothing else stood behind it";
        EXPECT_EQ(shown->findShowCard("call"), nullptr);
        for (const content::Tile &tile : shown->tiles)
            EXPECT_THAT(tile.topicIds, Not(Contains("rest")));
    }
    const auto whole = edition("topic count\n");
    EXPECT_EQ(whole->findTile("more"), nullptr);
    EXPECT_TRUE(whole->findTile("work")->childIds.empty());
}

/// The lists come before the blocks: they must know, too, that a page would be empty.
TEST_P(Withdrawn, ATopicOfWhichNothingIsLeftIsInNoList)
{
    rows.topics[0].blocks = {{content::Block::Kind::Heading, "pay.heading", "", ""},
                             {content::Block::Kind::Paragraph, "ask", "", ""},
                             {content::Block::Kind::ShowCard, "", "", "call"},
                             {content::Block::Kind::ContactCard, "", "hotline", ""}};
    rows.contacts[0].channels.pop_back();
    for (const Extent extent : {Extent::Lists, Extent::Whole}) {
        EXPECT_NE(edition("", "en", extent)->findTopic("rest"), nullptr);
        const auto shown = edition("number 18883737888\n", "en", extent);
        EXPECT_EQ(shown->findTopic("rest"), nullptr);
        EXPECT_THAT(shown->findTile("work")->topicIds, testing::ElementsAre("pay"));
    }
}

TEST_P(Withdrawn, WhenNoContactIsLeftTheirTileIsGone)
{
    const auto whole = edition("channel hotline.call\nchannel hotline.text\nchannel legal-aid.call\n");
    EXPECT_TRUE(whole->contacts.empty());
    EXPECT_EQ(whole->findTile("talk"), nullptr);
}

TEST_P(Withdrawn, NobodyNeedCheckALineThatIsWithdrawn)
{
    const auto linesOf = [&](const std::string &list) {
        std::vector<std::string> ids;
        const auto told = reader(list).linesToCheck(localExpiry + std::chrono::days{1});
        for (const content::LineToCheck &line : *told)
            ids.push_back(line.channelId);
        return ids;
    };
    EXPECT_THAT(linesOf(""), testing::ElementsAre("hotline.call", "hotline.text", "legal-aid.call"));
    EXPECT_THAT(linesOf("number 18883737888\nchannel legal-aid.call\n"), testing::ElementsAre("hotline.text"));
}

TEST_P(Withdrawn, WhatIsNotInTheReleaseDoesNoHarm)
{
    const auto with = edition("channel a.b\nnumber 18885550100\nfact none\ntopic none\n");
    EXPECT_EQ(textsOf(*with).size(), textsOf(*edition("")).size());
}

} // namespace
} // namespace porchlight::store
