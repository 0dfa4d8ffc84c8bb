// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

namespace porchlight::store {
namespace {

TEST(Builder, EqualRowsGiveEqualBytes)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "a.sqlite", largeRelease(20)));
    ASSERT_TRUE(buildStore(folder / "b.sqlite", largeRelease(20)));
    EXPECT_EQ(bytesOf(folder / "a.sqlite"), bytesOf(folder / "b.sqlite"));
}

TEST(Builder, TheOrderOfTextsChangesNothing)
{
    const TempFolder folder;
    ReleaseRows rows = smallRelease();
    ASSERT_TRUE(buildStore(folder / "a.sqlite", rows));
    std::reverse(rows.texts.begin(), rows.texts.end());
    std::reverse(rows.interface.begin(), rows.interface.end());
    ASSERT_TRUE(buildStore(folder / "b.sqlite", rows));
    EXPECT_EQ(bytesOf(folder / "a.sqlite"), bytesOf(folder / "b.sqlite"));
}

TEST(Builder, LeavesNothingButTheStore)
{
    const TempFolder folder;
    writeBytes(folder / "content.sqlite.new", "left by a build that was stopped");
    writeBytes(folder / "content.sqlite.new-journal", "and its journal");
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    std::filesystem::directory_iterator files(folder.path());
    EXPECT_EQ(std::distance(begin(files), end(files)), 1);
    EXPECT_TRUE(Reader::open(folder / "content.sqlite"));
}

TEST(Builder, AFaultKeepsTheFormerStore)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", smallRelease()));
    const std::string before = bytesOf(folder / "content.sqlite");
    ReleaseRows wrong = smallRelease();
    wrong.topics[0].tile = "nowhere";
    EXPECT_FALSE(buildStore(folder / "content.sqlite", wrong));
    EXPECT_EQ(bytesOf(folder / "content.sqlite"), before);
    EXPECT_FALSE(std::filesystem::exists(folder / "content.sqlite.new"));
}

TEST(Builder, SaysWhenItCannotWrite)
{
    const TempFolder folder;
    const auto outcome = buildStore(folder.path() / "missing" / "content.sqlite", smallRelease());
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.fault().code, "store-not-written");
    std::filesystem::create_directories(folder / "folder/inside");
    const auto overFolder = buildStore(folder / "folder", smallRelease());
    ASSERT_FALSE(overFolder);
    EXPECT_EQ(overFolder.fault().code, "store-not-written");
    EXPECT_FALSE(std::filesystem::exists(folder / "folder.new"));
}

TEST(Builder, NamesTheRowThatBreaksARule)
{
    using content::Date;
    const struct {
        const char *where;
        std::function<void(ReleaseRows &)> spoil;
    } table[] = {
        {"languages", [](ReleaseRows &r) { r.languages[0].source = false; }},
        {"language ar", [](ReleaseRows &r) { r.languages[1].source = true; }},
        {"language en", [](ReleaseRows &r) { r.languages[1].tag = "en"; }},
        {"text pay.one (en)",
         [](ReleaseRows &r) {
             r.texts.push_back({"pay.one", "en", "Twice.", {}});
         }},
        {"text empty (en)",
         [](ReleaseRows &r) {
             r.texts.push_back({"empty", "en", "", {}});
         }},
        {"text alone (ar)",
         [](ReleaseRows &r) {
             r.texts.push_back({"alone", "ar", "وحيد", {}});
         }},
        {"text always (fr)",
         [](ReleaseRows &r) {
             r.texts.push_back({"always", "fr", "Toujours", {}});
         }},
        {"text call (en)",
         [](ReleaseRows &r) {
             r.texts.push_back({"call", "en", "{number:no.line}", {}});
         }},
        {"text call (en)",
         [](ReleaseRows &r) {
             r.texts.push_back({"call", "en", "{number:hotline.text}", {}});
         }},
        {"text call (en)",
         [](ReleaseRows &r) {
             r.texts.push_back({"call", "en", "{number:hotline.call", {}});
         }},
        {"interface word x",
         [](ReleaseRows &r) {
             r.interface.push_back({"x", "no-text"});
         }},
        {"tile talk", [](ReleaseRows &r) { r.tiles[3].title = ""; }},
        {"tile more", [](ReleaseRows &r) { r.tiles[2].parent = "nowhere"; }},
        {"tile more", [](ReleaseRows &r) { r.tiles[2].parent = "more"; }},
        {"tile work", [](ReleaseRows &r) { r.tiles[1].id = "work"; }},
        {"topic pay", [](ReleaseRows &r) { r.topics[1].tile = "nowhere"; }},
        {"topic pay, block 4", [](ReleaseRows &r) { r.topics[1].blocks[3].contact = "nobody"; }},
        {"topic pay, block 4", [](ReleaseRows &r) { r.topics[1].blocks[3].text = "note"; }},
        {"topic pay, block 1", [](ReleaseRows &r) { r.topics[1].blocks[0].contact = "hotline"; }},
        {"topic pay, block 1", [](ReleaseRows &r) { r.topics[1].blocks[0].card = "phone"; }},
        {"topic count, block 3", [](ReleaseRows &r) { r.topics[2].blocks[2].card = "gone"; }},
        {"topic count, source 1", [](ReleaseRows &r) { r.topics[2].sources[0].fact = "gone"; }},
        {"topic count, source 1", [](ReleaseRows &r) { r.topics[2].sources[0].mark = 'B'; }},
        {"topic count, source 1", [](ReleaseRows &r) { r.topics[2].sources[0].url = ""; }},
        {"fact forced-labor", [](ReleaseRows &r) { r.facts[0].source.mark = 'B'; }},
        {"fact forced-labor", [](ReleaseRows &r) { r.facts[0].source.what = ""; }},
        {"text counted (ar)", [](ReleaseRows &r) { r.facts.clear(); }},
        {"show card phone", [](ReleaseRows &r) { r.showCards[0].text = "no-text"; }},
        {"channel hotline.call", [](ReleaseRows &r) { r.contacts[0].channels[0].hours = ""; }},
        {"channel hotline.call", [](ReleaseRows &r) { r.contacts[0].channels[0].recheckBy = Date{}; }},
        {"topic pay, block 2", [](ReleaseRows &r) { r.topics[1].blocks[1].text = "no-text"; }},
        {"contact hotline", [](ReleaseRows &r) { r.contacts[0].answers = ""; }},
        {"contact hotline", [](ReleaseRows &r) { r.contacts[0].trust = static_cast<content::TrustClass>(9); }},
        {"channel hotline.call", [](ReleaseRows &r) { r.contacts[1].channels[0].id = "hotline.call"; }},
        {"channel hotline.call", [](ReleaseRows &r) { r.contacts[0].channels[0].expiresOn = Date{}; }},
        {"slip card", [](ReleaseRows &r) { r.slips[0].widthMm = 0; }},
        {"slip card", [](ReleaseRows &r) { r.slips[0].fold = static_cast<content::Fold>(9); }},
        {"slip sheet", [](ReleaseRows &r) { r.slips[2].notes[1] = "no-text"; }},
        {"site demo", [](ReleaseRows &r) { r.info.sequence = 0; }},
        {"site demo", [](ReleaseRows &r) { r.info.defaultLanguage = "fr"; }},
        {"site demo, line of services 2", [](ReleaseRows &r) { r.site.services[1] = "no-text"; }},
    };
    const TempFolder folder;
    for (const auto &row : table) {
        ReleaseRows rows = smallRelease();
        row.spoil(rows);
        const auto outcome = buildStore(folder / "content.sqlite", rows);
        ASSERT_FALSE(outcome) << row.where;
        EXPECT_EQ(outcome.fault().code, "store-bad-row") << outcome.fault().describe();
        EXPECT_EQ(outcome.fault().where, row.where);
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

} // namespace
} // namespace porchlight::store
