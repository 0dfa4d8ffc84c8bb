// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent.h"
#include "store/builder.h"
#include "store/run_files.h"
#include "unit/release/published.h"
#include "unit/store/release_rows.h"

#include <gtest/gtest.h>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using KioskState = store::KioskReport::State;

/// A kiosk's root beside a publisher's repository, and a clock that the test moves.
class Tending : public testing::Test {
protected:
    void SetUp() override
    {
        writeBytes(options.keys, people().exported({"ann"}));
        writeBytes(options.bootId, "first-start\n");
        options.site = "demo";
    }

    /// Publishes a release of this number and pulls it.
    void bring(int sequence)
    {
        store::ReleaseRows rows = store::smallRelease();
        rows.info.sequence = sequence;
        const fs::path file = temp / ("store-" + std::to_string(sequence));
        ASSERT_TRUE(store::buildStore(file, rows));
        const std::string font("\0\1\0\0 glyphs", 11);
        published.files = {{"content.sqlite", bytesOf(file)},
                           {"fonts/NotoSans-Regular.ttf", font},
                           {"fonts/NotoSans-Bold.ttf", font},
                           {"fonts/NotoSansArabic-Regular.ttf", font},
                           {"fonts/NotoSansArabic-Bold.ttf", font}};
        std::size_t bytes = 0;
        for (const auto &[path, content] : published.files)
            bytes += content.size();
        published.metadata["porchlight.sequence"] = std::to_string(sequence);
        published.metadata["version"] = std::to_string(sequence);
        published.metadata["porchlight.schema"] = "1";
        published.metadata["porchlight.newest-date"] = content::formatDate(store::newestDate);
        published.metadata["porchlight.bytes"] = std::to_string(bytes);
        published.metadata["porchlight.largest"] = std::to_string(fs::file_size(file));
        published.metadata["porchlight.files"] = std::to_string(published.files.size());
        (void)published.commit();
        pull();
    }
    void pull()
    {
        auto agent = Agent::open(options, clock);
        ASSERT_TRUE(agent) << agent.fault().describe();
        const auto pulled = agent->pull(published.source(), {});
        ASSERT_TRUE(pulled) << pulled.fault().describe();
    }
    [[nodiscard]] std::string current() const { return fs::read_symlink(options.root / "current").string(); }
    [[nodiscard]] bool hasPrevious() const { return fs::exists(fs::symlink_status(options.root / "previous")); }
    void kioskSays(KioskState state) const
    {
        ASSERT_TRUE(store::writeReport(options.run, store::KioskReport{state, current(), ""}));
    }
    /// As watch does it: a new agent for each look.
    content::Outcome tend()
    {
        auto agent = Agent::open(options, clock);
        return agent ? agent->tend() : content::Outcome{agent.fault()};
    }
    /// Looks every hour for so long; the first fault.
    content::Outcome tendFor(std::chrono::milliseconds time)
    {
        for (const auto end = clock.now() + time; clock.now() < end;) {
            clock.advance(1h);
            if (auto tended = tend(); !tended)
                return tended;
        }
        return content::Nothing{};
    }

    TempFolder temp;
    Published published{temp / "repository", defaultCollection};
    // The calendar is wrong, and it does not matter; only the keys must have begun.
    content::FrozenClock clock{std::chrono::year{2000} / 1 / 2};
    AgentOptions options = [&] {
        AgentOptions made;
        made.root = temp / "root";
        made.keys = temp / "keys.gpg";
        made.run = temp / "run";
        made.bootId = temp / "boot_id";
        return made;
    }();
};

TEST_F(Tending, TheOneBeforeGoesWhenTheNewOneWasShownForADay)
{
    bring(1);
    const std::string first = current();
    kioskSays(KioskState::Drawn);
    ASSERT_TRUE(tend());
    bring(2);
    ASSERT_TRUE(hasPrevious());
    ASSERT_TRUE(tendFor(48h)); // nobody has shown it yet
    EXPECT_TRUE(hasPrevious());
    kioskSays(KioskState::Drawn);
    ASSERT_TRUE(tendFor(12h));
    // Switched off over night: a new start, whose clock begins anew.
    writeBytes(options.bootId, "second-start\n");
    ASSERT_TRUE(tendFor(11h));
    EXPECT_TRUE(hasPrevious());
    EXPECT_TRUE(fs::exists(options.root / first));
    ASSERT_TRUE(tendFor(6h));
    EXPECT_FALSE(hasPrevious());
    EXPECT_FALSE(fs::exists(options.root / first));
    EXPECT_TRUE(fs::exists(options.root / "current" / "content.sqlite"));
}

TEST_F(Tending, ATrialHasAnEnd)
{
    bring(1);
    const std::string first = current();
    kioskSays(KioskState::Drawn);
    ASSERT_TRUE(tend());
    bring(2);
    kioskSays(KioskState::Trying);
    ASSERT_TRUE(tend());
    clock.advance(59s);
    ASSERT_TRUE(tend());
    EXPECT_NE(current(), first);
    clock.advance(1s);
    const auto left = tend();
    ASSERT_FALSE(left);
    EXPECT_EQ(left.fault().code, "given-up");
    EXPECT_EQ(current(), first);
    EXPECT_FALSE(hasPrevious());
    EXPECT_TRUE(tend()); // said once
}

TEST_F(Tending, DamageIsFoundWithinAWeekAndMended)
{
    bring(1);
    const std::string damaged = current();
    const fs::path font = options.root / "current/fonts/NotoSans-Bold.ttf";
    const std::string sound = bytesOf(font);
    kioskSays(KioskState::Drawn);
    ASSERT_TRUE(tendFor(24h * 7 - 1h));
    fs::permissions(font, fs::perms::owner_write, fs::perm_options::add);
    writeBytes(font, std::string(sound.size(), 'x'));
    const auto read = tendFor(4h);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.fault().code, "release-damaged");
    EXPECT_EQ(store::readSyncReport(options.run)->code, "release-damaged");
    EXPECT_TRUE(tendFor(24h * 8)); // known; not told again and again
    pull();
    EXPECT_NE(current(), damaged);
    EXPECT_EQ(bytesOf(font), sound);
    EXPECT_FALSE(hasPrevious());
    EXPECT_TRUE(fs::exists(options.root / damaged)); // the kiosk may still be showing it
    kioskSays(KioskState::Drawn);
    EXPECT_TRUE(tendFor(24h * 15)); // read again, and whole
    EXPECT_FALSE(fs::exists(options.root / damaged));
}

TEST_F(Tending, WithoutAReleaseThereIsNothingToDo)
{
    EXPECT_TRUE(tend());
    ASSERT_TRUE(store::writeReport(options.run, store::KioskReport{KioskState::Failed, "built-in", "store-damaged"}));
    EXPECT_TRUE(tend());
}

} // namespace
} // namespace porchlight::release
