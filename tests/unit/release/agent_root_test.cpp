// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/atomic_file.h"
#include "release/content_root.h"
#include "unit/store/temp_folder.h"

#include <cerrno>
#include <gtest/gtest.h>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;

const std::string first = "1-0123456789abcdef";
const std::string second = "2-0123456789abcdef";

class Root : public testing::Test {
protected:
    void add(const std::string &name) const
    {
        fs::create_directories(root.staging(name));
        store::writeBytes(root.staging(name) / "content.sqlite", name);
        ASSERT_TRUE(root.unstage(name));
    }
    store::TempFolder temp;
    ContentRoot root{temp.path()};
};

TEST_F(Root, LinksAreRelativeAndCanGo)
{
    add(first);
    add(second);
    ASSERT_TRUE(root.link(second, first));
    EXPECT_EQ(fs::read_symlink(temp / "current"), second);
    EXPECT_EQ(root.linked("current"), second);
    EXPECT_EQ(root.linked("previous"), first);
    ASSERT_TRUE(root.link(first, ""));
    EXPECT_EQ(root.linked("current"), first);
    EXPECT_FALSE(fs::exists(fs::symlink_status(temp / "previous")));
    ASSERT_TRUE(root.link("", ""));
    EXPECT_FALSE(fs::exists(fs::symlink_status(temp / "current")));
}

TEST_F(Root, ALinkThatLeadsElsewhereIsNotBelieved)
{
    for (const char *target : {"/etc", "../x", "missing", "current", "3-0123456789abcdef"}) {
        fs::remove(temp / "current");
        fs::create_symlink(target, temp / "current");
        EXPECT_EQ(root.linked("current"), "") << target;
    }
    add(first);
    fs::create_directory_symlink(first, temp / second);
    fs::remove(temp / "current");
    fs::create_symlink(second, temp / "current");
    EXPECT_EQ(root.linked("current"), "");
}

TEST_F(Root, WhatIsHalfDoneGoes)
{
    add(first);
    fs::create_directories(root.staging(second) / "fonts");
    fs::create_symlink(first, root.staging("current"));
    root.removeStaged();
    EXPECT_TRUE(fs::exists(root.release(first)));
    EXPECT_FALSE(fs::exists(root.staging(second)));
    EXPECT_FALSE(fs::exists(fs::symlink_status(root.staging("current"))));
}

TEST_F(Root, OnlyReleasesAreRemoved)
{
    add(first);
    add(second);
    store::writeBytes(temp / "withdrawn", "");
    fs::create_directories(temp / "lost+found");
    fs::create_directories(root.own(""));
    EXPECT_TRUE(root.keepOnly({second}));
    EXPECT_FALSE(fs::exists(root.release(first)));
    EXPECT_TRUE(fs::exists(root.release(second) / "content.sqlite"));
    EXPECT_TRUE(fs::exists(temp / "withdrawn"));
    EXPECT_TRUE(fs::exists(temp / "lost+found"));
    EXPECT_TRUE(fs::exists(root.own("")));
    EXPECT_FALSE(root.keepOnly({second}));
}

TEST_F(Root, NamesOfReleases)
{
    for (const char *name : {"1-0123456789abcdef", "2147483647-ffffffffffffffff", "12-0123456789abcdef-again"})
        EXPECT_TRUE(ContentRoot::isReleaseName(name)) << name;
    for (const char *name :
         {"", "1", "-0123456789abcdef", "1-0123456789abcde", "1-0123456789abcdeg", "current", "1-0123456789ABCDEF",
          "a1-0123456789abcdef", "1-0123456789abcdef-more", "1 0123456789abcdef"})
        EXPECT_FALSE(ContentRoot::isReleaseName(name)) << name;
}

TEST_F(Root, AFileIsReplacedWhole)
{
    const fs::path file = temp / "withdrawn";
    ASSERT_TRUE(writeAtomically(file, "old"));
    store::writeBytes(temp / "withdrawn.new", "left by a run that was killed");
    ASSERT_TRUE(writeAtomically(file, "new"));
    EXPECT_EQ(store::bytesOf(file), "new");
    EXPECT_FALSE(fs::exists(temp / "withdrawn.new"));
    EXPECT_EQ(readSmall(file, 3), "new");
    EXPECT_EQ(readSmall(file, 2), std::nullopt);
    EXPECT_EQ(readSmall(temp / "missing", 100), std::nullopt);
    fs::create_symlink(file, temp / "link");
    EXPECT_EQ(readSmall(temp / "link", 100), std::nullopt);
}

TEST_F(Root, WhatTheDiskSaysHasNames)
{
    EXPECT_EQ(writeAtomically(temp / "missing" / "file", "x").fault().code, "disk-failed");
    EXPECT_EQ(diskFault("x", ENOSPC).code, "disk-full");
    EXPECT_EQ(diskFault("x", EROFS).code, "disk-read-only");
    // A device that is always full.
    fs::create_symlink("/dev/full", temp / "full.new");
    EXPECT_TRUE(writeAtomically(temp / "full", "x")); // the link goes, it is not followed
    EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(temp / "full")));
}

} // namespace
} // namespace porchlight::release
