// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_files.h"

#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <thread>

namespace porchlight::store {
namespace {

namespace fs = std::filesystem;

class RunFiles : public testing::Test {
protected:
    TempFolder folder;
    fs::path run = folder / "run";
    fs::path kiosk = run / "kiosk/release";

    std::optional<KioskReport> reading(const std::string &text)
    {
        fs::create_directories(kiosk.parent_path());
        writeBytes(kiosk, text);
        return readKioskReport(run);
    }
};

TEST_F(RunFiles, WhatIsWrittenIsRead)
{
    const KioskReport report{KioskReport::State::Failed, "12-1f2e3d4c5b6a7988", "store-damaged"};
    ASSERT_TRUE(writeReport(run, report));
    EXPECT_EQ(readKioskReport(run), report);

    SyncReport sync;
    sync.state = SyncReport::State::Fetching;
    sync.release = "11-1f2e3d4c5b6a7988";
    sync.sequence = 11;
    sync.percent = 40;
    sync.from = "https://releases.example.org/repo";
    sync.checkedOn = "2026-11-23";
    sync.code = "source-cut";
    sync.words = "A new release is being fetched. 40 of 100.";
    ASSERT_TRUE(writeReport(run, sync));
    EXPECT_EQ(readSyncReport(run), sync);

    const StickReport stick{StickReport::State::Refused, "demo", 12, "key-unknown", "Nobody we know has signed it."};
    ASSERT_TRUE(writeReport(run, stick));
    EXPECT_EQ(readStickReport(run), stick);
}

TEST_F(RunFiles, EveryStateIsWrittenAndRead)
{
    for (const auto state : {KioskReport::State::Trying, KioskReport::State::Drawn, KioskReport::State::Failed,
                             KioskReport::State::Opened}) {
        ASSERT_TRUE(writeReport(run, KioskReport{state, "1", {}}));
        EXPECT_EQ(readKioskReport(run)->state, state);
    }
    for (const auto state : {SyncReport::State::Current, SyncReport::State::Fetching, SyncReport::State::Waiting,
                             SyncReport::State::Trying, SyncReport::State::Failed}) {
        ASSERT_TRUE(writeReport(run, SyncReport{state, {}, 0, 0, {}, {}, {}, {}}));
        EXPECT_EQ(readSyncReport(run)->state, state);
    }
    for (const auto state : {StickReport::State::None, StickReport::State::Reading, StickReport::State::Nothing,
                             StickReport::State::Same, StickReport::State::Applied, StickReport::State::Refused}) {
        ASSERT_TRUE(writeReport(run, StickReport{state, {}, 0, {}, {}}));
        EXPECT_EQ(readStickReport(run)->state, state);
    }
}

TEST_F(RunFiles, TheFormIsWhatOtherProgramsReadToo)
{
    ASSERT_TRUE(writeReport(run, KioskReport{KioskReport::State::Drawn, "12-ab", {}}));
    EXPECT_EQ(bytesOf(kiosk), "porchlight-kiosk-release 1\nstate drawn\nrelease 12-ab\n");
}

TEST_F(RunFiles, OthersMayReadThem)
{
    const mode_t before = umask(0077); // as the kiosk's service has it
    ASSERT_TRUE(writeReport(run, KioskReport{KioskReport::State::Drawn, "12-ab", {}}));
    umask(before);
    EXPECT_EQ(fs::status(kiosk).permissions(), fs::perms(0644));
    EXPECT_EQ(fs::status(kiosk.parent_path()).permissions(), fs::perms(0755));
}

TEST_F(RunFiles, AValueIsOneLineAndNotLong)
{
    SyncReport sync;
    sync.words = "One.\nstate failed\nTwo.\r\t\x01" + std::string(100'000, 'x') + "\xd9\x85";
    sync.from = "\xff\xfe";
    ASSERT_TRUE(writeReport(run, sync));
    const auto read = readSyncReport(run);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->state, SyncReport::State::Current);
    EXPECT_EQ(read->words.substr(0, 26), "One. state failed Two.   x");
    EXPECT_LE(read->words.size(), 1024U);
    EXPECT_LT(fs::file_size(run / "sync/state"), 8 * 1024U);

    sync.words = std::string(1023, 'x') + "\xd9\x85\xd9\x85"; // cut between letters, not in one
    ASSERT_TRUE(writeReport(run, sync));
    EXPECT_EQ(readSyncReport(run)->words, std::string(1023, 'x'));
}

TEST_F(RunFiles, WhatMakesNoSenseIsNothing)
{
    EXPECT_FALSE(readKioskReport(run));
    EXPECT_FALSE(readSyncReport(run));
    EXPECT_FALSE(readStickReport(run));
    const std::string good = "porchlight-kiosk-release 1\nstate drawn\nrelease 12-ab\n";
    ASSERT_TRUE(reading(good));
    for (const std::string &text : {std::string(), std::string("\n"), std::string("state drawn\nrelease 12-ab\n"),
                                    std::string("porchlight-kiosk-release 2\nstate drawn\nrelease 12-ab\n"),
                                    std::string("porchlight-sync-state 1\nstate current\nrelease 12-ab\n"),
                                    std::string("porchlight-kiosk-release 1\nrelease 12-ab\n"),
                                    std::string("porchlight-kiosk-release 1\nstate asleep\nrelease 12-ab\n"),
                                    std::string("porchlight-kiosk-release 1\nstate drawn\n"),
                                    good + std::string(100'000, '\n'), std::string("\0\0\0\0", 4)})
        EXPECT_FALSE(reading(text)) << text.substr(0, 80);
    fs::remove(kiosk);
    fs::create_directory(kiosk);
    EXPECT_FALSE(readKioskReport(run));
    fs::remove(kiosk);
    ASSERT_EQ(mkfifo(kiosk.c_str(), 0600), 0);
    EXPECT_FALSE(readKioskReport(run)) << "and it did not wait";
}

TEST_F(RunFiles, AKeyOfALaterProgramIsPassedOver)
{
    EXPECT_TRUE(reading("porchlight-kiosk-release 1\nstate drawn\nmood good\nnonsense\nrelease 12-ab\n"));
}

/// The folder belongs to another user, who may put anything there.
TEST_F(RunFiles, ALinkIsNotFollowed)
{
    ASSERT_TRUE(writeReport(run, KioskReport{KioskReport::State::Drawn, "12-ab", {}}));
    fs::rename(kiosk, folder / "elsewhere");
    fs::create_symlink(folder / "elsewhere", kiosk);
    EXPECT_FALSE(readKioskReport(run));
    ASSERT_TRUE(writeReport(run, KioskReport{KioskReport::State::Trying, "13-cd", {}}));
    EXPECT_TRUE(readKioskReport(run)) << "replaced, not written through";
    EXPECT_NE(bytesOf(folder / "elsewhere").find("12-ab"), std::string::npos);
}

TEST_F(RunFiles, NumbersThatAreNoneAreZero)
{
    fs::create_directories(run / "sync");
    writeBytes(run / "sync/state", "porchlight-sync-state 1\nstate fetching\nsequence -4\npercent 1e9\n");
    const auto read = readSyncReport(run);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->sequence, 0);
    EXPECT_EQ(read->percent, 0);
}

TEST_F(RunFiles, AReaderNeverSeesAPart)
{
    ASSERT_TRUE(writeReport(run, KioskReport{KioskReport::State::Drawn, "0", {}}));
    std::jthread writer([&](const std::stop_token &stop) {
        for (int i = 0; !stop.stop_requested(); ++i)
            (void)writeReport(run,
                              KioskReport{KioskReport::State::Drawn, std::string(500, 'a') + std::to_string(i), {}});
    });
    for (int i = 0; i < 2000; ++i)
        ASSERT_TRUE(readKioskReport(run)) << i;
    writer.request_stop();
    writer.join();
    EXPECT_EQ(std::distance(fs::directory_iterator(kiosk.parent_path()), fs::directory_iterator()), 1)
        << "nothing is left beside it";
}

TEST_F(RunFiles, WhereNothingCanBeWrittenIsTold)
{
    writeBytes(folder / "file", "no folder");
    const auto outcome = writeReport(folder / "file", KioskReport{});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.fault().code, "run-unwritable");
    EXPECT_EQ(outcome.fault().where, (folder / "file/kiosk/release").string());
    // What has its name already is a folder: the new one must not stay beside it.
    fs::create_directories(kiosk / "full");
    EXPECT_FALSE(writeReport(run, KioskReport{}));
    EXPECT_EQ(std::distance(fs::directory_iterator(kiosk.parent_path()), fs::directory_iterator()), 1);
}

} // namespace
} // namespace porchlight::store
