// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/contact.h"

#include <gtest/gtest.h>

namespace porchlight::content {
namespace {

using namespace std::chrono_literals;

constexpr Date lastDay{2026y / 11 / 22};
constexpr Date before = lastDay - std::chrono::days{1};
constexpr Date after = lastDay + std::chrono::days{1};

Channel channel(ChannelStatus status, bool core = false)
{
    Channel made;
    made.status = status;
    made.core = core;
    made.showPrivate = true;
    made.expiresOn = lastDay;
    return made;
}

TEST(Channel, ExpiresAfterItsLastDay)
{
    const Channel line = channel(ChannelStatus::Ok);
    EXPECT_FALSE(isExpired(line, before));
    EXPECT_FALSE(isExpired(line, lastDay));
    EXPECT_TRUE(isExpired(line, after));
}

TEST(Channel, ACoreLineExpiresToo_SoThatStaffAreTold)
{
    EXPECT_TRUE(isExpired(channel(ChannelStatus::Ok, true), after));
}

TEST(Channel, IsToBeCheckedFromItsDayOn)
{
    Channel line = channel(ChannelStatus::Ok);
    line.recheckBy = before;
    EXPECT_EQ(whyCheck(line, before - std::chrono::days{1}), std::nullopt);
    EXPECT_EQ(whyCheck(line, before), CheckReason::RecheckDue);
    EXPECT_EQ(whyCheck(line, after), CheckReason::Expired);
    line.status = ChannelStatus::Unverified;
    EXPECT_EQ(whyCheck(line, before), CheckReason::Unverified);
    line.status = ChannelStatus::Withdrawn;
    EXPECT_EQ(whyCheck(line, after), std::nullopt);
}

TEST(Channel, IsShownAsTheTableSays)
{
    using enum ChannelStatus;
    using enum Mode;
    struct Row {
        const char *name;
        ChannelStatus status;
        bool core;
        Mode mode;
        Date today;
        bool shown;
    };
    const Row table[] = {
        {"ok, live", Ok, false, Live, lastDay, true},
        {"ok, demonstration", Ok, false, Demonstration, lastDay, true},
        {"expired, live", Ok, false, Live, after, false},
        {"expired, demonstration", Ok, false, Demonstration, after, false},
        {"unverified, live", Unverified, false, Live, before, false},
        {"unverified, demonstration", Unverified, false, Demonstration, before, true},
        {"unverified and expired", Unverified, false, Demonstration, after, false},
        {"withdrawn, live", Withdrawn, false, Live, before, false},
        {"withdrawn, demonstration", Withdrawn, false, Demonstration, before, false},
        {"core", Ok, true, Live, before, true},
        {"an expired core line stays", Ok, true, Live, after, true},
        {"a withdrawn core line goes", Withdrawn, true, Live, before, false},
    };
    for (const Row &row : table)
        EXPECT_EQ(isShown(channel(row.status, row.core), row.mode, row.today), row.shown) << row.name;
}

TEST(Channel, ShownNowhereIsNotShown)
{
    Channel line = channel(ChannelStatus::Ok, true);
    line.showPrivate = false;
    EXPECT_FALSE(isShown(line, Mode::Live, before));
    EXPECT_FALSE(isShown(line, Mode::Demonstration, before));
    line.showPublic = true;
    EXPECT_TRUE(isShown(line, Mode::Live, before));
}

TEST(Channel, WithNothingSaidIsNotShown)
{
    EXPECT_FALSE(isShown(Channel{}, Mode::Live, before));
    EXPECT_FALSE(isShown(Channel{}, Mode::Demonstration, before));
}

} // namespace
} // namespace porchlight::content
