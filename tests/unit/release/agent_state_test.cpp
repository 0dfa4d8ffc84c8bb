// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent_impl.h"
#include "release/agent_state.h"
#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;

constexpr const char *current = "12-0123456789abcdef";
constexpr const char *previous = "11-fedcba9876543210";

AgentState everything()
{
    AgentState state;
    state.current = current;
    state.previous = previous;
    KnownRelease known;
    known.installed = {current, std::string(64, 'a'), 12, "12; [a] = \"b\"\nc", "demo", {"AA;BB", "CC"}};
    known.drawn = true;
    known.shown = milliseconds{123'456'789'012};
    known.checked = milliseconds{5};
    known.shownSince = {"boot-1", milliseconds{77}};
    known.trialStarts = 2;
    state.releases[current] = known;
    known = {};
    known.installed = {previous, std::string(64, 'b'), 11, "11", "demo", {}};
    known.damaged = true;
    known.trialSince = {"boot-2", milliseconds{78}};
    state.releases[previous] = known;
    state.givenUp = {std::string(64, 'c'), std::string(64, 'd')};
    state.fetching = std::string(64, 'e');
    state.releaseNumbers = {{std::string(40, 'A'), 12}, {std::string(40, 'B'), 2'147'483'647}};
    state.listNumbers = {{std::string(40, 'A'), 4}};
    state.floor = 3;
    state.provisioned = std::string(64, 'f');
    state.keyring = std::string("\0\1\xff bytes\n", 10);
    state.keysSerial = 2;
    state.revoked = {std::string(40, 'C')};
    state.listChecksum = std::string(64, '1');
    state.listSequence = 4;
    state.listOnWeb = true;
    return state;
}

TEST(AgentState, EverythingIsReadBackAsItWas)
{
    const auto back = parseState(stateText(everything()));
    ASSERT_TRUE(back);
    EXPECT_TRUE(*back == everything());
    EXPECT_TRUE(*parseState(stateText({})) == AgentState{});
}

TEST(AgentState, WhatIsNotWholeIsNotRead)
{
    const std::string text = stateText(everything());
    EXPECT_FALSE(parseState(""));
    EXPECT_FALSE(parseState("form=1"));
    for (const char *line : {"sequence=12", "revoked=", "form=1", "current=", "trial-starts=", "checksum="}) {
        const std::size_t at = text.find(std::string("\n") + line);
        ASSERT_NE(at, std::string::npos) << line;
        std::string cut = text;
        cut.erase(at, cut.find('\n', at + 1) - at);
        EXPECT_FALSE(parseState(cut)) << line;
    }
    std::string otherForm = text;
    otherForm.replace(otherForm.find("form=1"), 6, "form=2");
    EXPECT_FALSE(parseState(otherForm));
}

TEST(AgentState, OnlySoManyAreRememberedAsGivenUp)
{
    AgentState state;
    for (int i = 0; i < 150; ++i)
        state.giveUp(std::to_string(i));
    EXPECT_EQ(state.givenUp.size(), 100U);
    EXPECT_TRUE(state.isGivenUp("149"));
    EXPECT_FALSE(state.isGivenUp("0"));
    state.giveUp("149");
    state.giveUp("");
    EXPECT_EQ(state.givenUp.size(), 100U);
}

class StateOnDisk : public testing::Test {
protected:
    void SetUp() override
    {
        fs::create_directories(root.own(""));
        fs::create_directories(root.release(current));
        fs::create_directories(root.release(previous));
        ASSERT_TRUE(root.link(current, previous));
    }
    store::TempFolder temp;
    ContentRoot root{temp.path()};
};

TEST_F(StateOnDisk, IsReadBack)
{
    ASSERT_TRUE(saveState(root, everything()));
    EXPECT_TRUE(loadState(root) == everything());
    EXPECT_FALSE(fs::exists(root.own("state.new")));
}

TEST_F(StateOnDisk, WithoutItTheLinksTell)
{
    const AgentState state = loadState(root);
    EXPECT_EQ(state.current, current);
    EXPECT_EQ(state.previous, previous);
    EXPECT_EQ(state.floor, 12); // nothing older may come now
    ASSERT_TRUE(state.find(current));
    EXPECT_EQ(state.find(current)->installed.sequence, 12);
}

TEST_F(StateOnDisk, AnyWrongByteCountsAsLost)
{
    ASSERT_TRUE(saveState(root, everything()));
    const std::string whole = store::bytesOf(root.own("state"));
    for (std::size_t at = 0; at < whole.size(); at += 37) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        store::writeBytes(root.own("state"), bytes);
        EXPECT_EQ(loadState(root).floor, 12) << at;
        store::writeBytes(root.own("state"), whole.substr(0, at));
        EXPECT_EQ(loadState(root).floor, 12) << at;
    }
}

} // namespace
} // namespace porchlight::release
