// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <map>
#include <unistd.h>

namespace porchlight::store {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> filesIn(const fs::path &folder)
{
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::directory_iterator(folder))
        files[entry.path().filename().string()] = bytesOf(entry.path());
    return files;
}

void readEverything(const Reader &reader)
{
    for (const char *tag : {"en", "ar", "es"})
        ASSERT_TRUE(reader.edition(tag, newestDate));
}

TEST(ReaderLeavesNoTrace, NoFileIsMadeOrChanged)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    const auto before = filesIn(folder.path());
    const auto changed = fs::last_write_time(folder / "content.sqlite");
    const auto folderChanged = fs::last_write_time(folder.path());
    {
        const auto reader = Reader::open(folder / "content.sqlite");
        ASSERT_TRUE(reader);
        readEverything(*reader);
        EXPECT_EQ(filesIn(folder.path()), before); // and no journal while it is open
    }
    EXPECT_EQ(filesIn(folder.path()), before);
    EXPECT_EQ(fs::last_write_time(folder / "content.sqlite"), changed);
    EXPECT_EQ(fs::last_write_time(folder.path()), folderChanged);
}

TEST(ReaderLeavesNoTrace, AJournalOfOthersIsNeitherReadNorRemoved)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    writeBytes(folder / "content.sqlite-journal", "not ours");
    writeBytes(folder / "content.sqlite-wal", "not ours");
    const auto before = filesIn(folder.path());
    const auto reader = Reader::open(folder / "content.sqlite");
    ASSERT_TRUE(reader);
    readEverything(*reader);
    EXPECT_EQ(filesIn(folder.path()), before);
}

TEST(ReaderLeavesNoTrace, TheFileIsOpenForReadingOnlyAndWithoutALock)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    const auto reader = Reader::open(folder / "content.sqlite");
    ASSERT_TRUE(reader);
    readEverything(*reader);
    int found = 0;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator("/proc/self/fd")) {
        if (fs::read_symlink(entry.path(), ignored) != folder / "content.sqlite")
            continue;
        const int descriptor = std::stoi(entry.path().filename().string());
        EXPECT_EQ(fcntl(descriptor, F_GETFL) & O_ACCMODE, O_RDONLY);
        EXPECT_EQ(bytesOf("/proc/self/fdinfo/" + std::to_string(descriptor)).find("lock:"), std::string::npos);
        ++found;
    }
    EXPECT_EQ(found, 1);
}

TEST(ReaderLeavesNoTrace, AStoreIsReadFromAFolderNobodyMayWriteTo)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    fs::permissions(folder / "content.sqlite", fs::perms(0444));
    fs::permissions(folder.path(), fs::perms(0555));
    // The superuser may write anywhere, so a child gives that up first.
    EXPECT_EXIT(
        {
            if (geteuid() == 0 && setuid(65534) != 0)
                _exit(2);
            const auto reader = Reader::open(folder / "content.sqlite");
            _exit(reader && reader->edition("ar", newestDate) ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

TEST(ReaderLeavesNoTrace, GoesOnWithTheFileItOpenedWhenAnotherTakesItsPlace)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    const auto reader = Reader::open(folder / "content.sqlite");
    ASSERT_TRUE(reader);
    ReleaseRows next = smallRelease();
    next.info.sequence = 4;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", next));
    EXPECT_EQ((*reader->edition("en", newestDate))->release.sequence, 3);
    EXPECT_EQ(Reader::open(folder / "content.sqlite")->info().sequence, 4);
}

} // namespace
} // namespace porchlight::store
