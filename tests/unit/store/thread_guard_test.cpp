// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/reader.h"
#include "store/thread_guard.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>
#include <thread>

namespace porchlight::store {
namespace {

// Named ...DeathTest so that GoogleTest runs it before other tests start threads.
TEST(ThreadGuardDeathTest, OpenAborts)
{
    EXPECT_DEATH(
        {
            forbidOnThisThread();
            (void)Reader::open("nowhere");
        },
        "must never wait for it \\(Reader::open\\)");
}

TEST(ThreadGuardDeathTest, EditionAborts)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    const auto reader = Reader::open(folder / "content.sqlite");
    ASSERT_TRUE(reader);
    EXPECT_DEATH(
        {
            forbidOnThisThread();
            (void)reader->edition("en", newestDate);
        },
        "must never wait for it \\(Reader::edition\\)");
}

TEST(ThreadGuardDeathTest, BuildingAborts)
{
    EXPECT_DEATH(
        {
            forbidOnThisThread();
            (void)buildStore("nowhere", {});
        },
        "must never wait for it \\(buildStore\\)");
}

TEST(ThreadGuard, ForbidsOnlyItsOwnThread)
{
    std::thread(forbidOnThisThread).join();
    EXPECT_FALSE(Reader::open("nowhere"));
}

} // namespace
} // namespace porchlight::store
