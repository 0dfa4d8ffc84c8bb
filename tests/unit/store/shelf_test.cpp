// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shelf.h"
#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>

namespace porchlight::store {
namespace {

namespace fs = std::filesystem;

class ShelfTest : public testing::Test {
protected:
    void SetUp() override
    {
        for (const char *release : {"content/r1", "content/r2", "built-in"}) {
            fs::create_directories(folder / release);
            writeBytes(folder.path() / release / "content.sqlite", "a store");
        }
    }
    void pointTo(const std::string &release)
    {
        fs::create_directory_symlink(release, folder / "content/next");
        fs::rename(folder / "content/next", folder / "content/current");
    }

    TempFolder folder;
    Shelf shelf{folder / "content", folder / "built-in"};
};

TEST_F(ShelfTest, GivesTheCurrentReleaseByItsRealPathAndThenTheBuiltInOne)
{
    pointTo("r1");
    const auto places = shelf.candidates();
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].folder, folder / "content/r1");
    EXPECT_EQ(places[0].storeFile, folder / "content/r1/content.sqlite");
    EXPECT_FALSE(places[0].builtIn);
    EXPECT_EQ(places[1].storeFile, folder / "built-in/content.sqlite");
    EXPECT_TRUE(places[1].builtIn);
}

TEST_F(ShelfTest, CurrentMayBeAFolder)
{
    fs::create_directory(folder / "content/current");
    EXPECT_EQ(shelf.candidates().at(0).folder, folder / "content/current");
}

TEST_F(ShelfTest, WithoutACurrentReleaseThereIsTheBuiltInOne)
{
    ASSERT_EQ(shelf.candidates().size(), 1U);
    EXPECT_TRUE(shelf.candidates()[0].builtIn);
}

TEST_F(ShelfTest, ALinkThatLeadsNowhereIsABrokenReleaseNotNone)
{
    for (const char *target : {"gone", "current", "r1/content.sqlite"}) {
        pointTo(target);
        const auto places = shelf.candidates();
        ASSERT_EQ(places.size(), 2U) << target;
        EXPECT_FALSE(places[0].builtIn);
        EXPECT_TRUE(places[1].builtIn);
    }
}

TEST(Shelf, WithNothingAtAllStillNamesWhereItLooked)
{
    const auto places = Shelf("", "/nowhere/built-in").candidates();
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].storeFile, "/nowhere/built-in/content.sqlite");
}

TEST_F(ShelfTest, IdentityChangesWithTheLink)
{
    pointTo("r1");
    const std::string first = shelf.identity();
    EXPECT_EQ(shelf.identity(), first);
    pointTo("r2");
    EXPECT_NE(shelf.identity(), first);
    pointTo("r1");
    EXPECT_EQ(shelf.identity(), first);
}

TEST_F(ShelfTest, IdentityChangesWhenTheStoreIsReplaced)
{
    pointTo("r1");
    const std::string first = shelf.identity();
    writeBytes(folder / "content/r1/content.sqlite.new", "a store"); // as long as the former one
    fs::rename(folder / "content/r1/content.sqlite.new", folder / "content/r1/content.sqlite");
    EXPECT_NE(shelf.identity(), first);
    fs::remove(folder / "content/r1/content.sqlite");
    EXPECT_NE(shelf.identity(), first);
}

TEST_F(ShelfTest, IdentityDoesNotChangeWithTime)
{
    pointTo("r1");
    const std::string first = shelf.identity();
    fs::last_write_time(folder / "content/r1/content.sqlite", fs::file_time_type{});
    EXPECT_EQ(shelf.identity(), first);
}

TEST_F(ShelfTest, NamesAReleaseByItsFolderAlsoOneThatIsNotThere)
{
    pointTo("r1");
    EXPECT_EQ(shelf.candidates()[0].name, "r1");
    EXPECT_EQ(shelf.candidates()[1].name, "built-in");
    pointTo("13-gone");
    EXPECT_EQ(shelf.candidates()[0].name, "13-gone");
}

TEST_F(ShelfTest, IdentityChangesWithTheListOfWhatIsWithdrawn)
{
    pointTo("r1");
    std::string before = shelf.identity();
    writeBytes(folder / "content/withdrawn", "topic t\n");
    EXPECT_NE(shelf.identity(), before);
    before = shelf.identity();
    EXPECT_EQ(shelf.identity(), before);
    writeBytes(folder / "content/next", "topic u\n"); // as long
    fs::rename(folder / "content/next", folder / "content/withdrawn");
    EXPECT_NE(shelf.identity(), before);
}

TEST_F(ShelfTest, WhatWasWithdrawnStaysSo)
{
    std::optional<content::Fault> fault;
    EXPECT_TRUE(shelf.withdrawn(fault).empty());
    writeBytes(folder / "content/withdrawn", "topic a\n");
    EXPECT_EQ(shelf.withdrawn(fault).topics.size(), 1U);
    EXPECT_FALSE(fault);
    writeBytes(folder / "content/withdrawn", "rubbish\ntopic b\n");
    EXPECT_EQ(shelf.withdrawn(fault).topics.size(), 2U) << "the lines that can be read count";
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->code, "withdrawals-syntax");
    fault.reset();
    fs::remove(folder / "content/withdrawn");
    EXPECT_EQ(shelf.withdrawn(fault).topics.size(), 2U);
    fs::create_directory(folder / "content/withdrawn");
    EXPECT_EQ(shelf.withdrawn(fault).topics.size(), 2U);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->code, "withdrawals-unreadable");
    EXPECT_TRUE(Shelf("", folder / "built-in").withdrawn(fault).empty());
}

} // namespace
} // namespace porchlight::store
