// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/page_sums.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace porchlight::store {
namespace {

const std::filesystem::path stores = std::filesystem::path(TEST_DATA) / "stores";

// One store of every released schema stays in tests/data/stores and is never made again: what was released once must
// stay readable. When a schema is released, add its file and its test here.

TEST(FrozenStore, ThresholdIsStillRead)
{
    const auto reader = Reader::open(stores / "threshold.sqlite");
    ASSERT_TRUE(reader) << reader.fault().describe();
    EXPECT_EQ(reader->info().sequence, 3);
    const auto edition = reader->edition("ar", newestDate);
    ASSERT_TRUE(edition) << edition.fault().describe();
    const content::Topic *pay = (*edition)->findTopic("pay");
    ASSERT_NE(pay, nullptr);
    EXPECT_EQ(pay->title, "الأجر");
    EXPECT_EQ(pay->blocks.at(1).text, "يجب أن تتقاضى أجرا عن كل ساعة.");
    EXPECT_EQ(pay->blocks.at(2).contactId, "hotline");
    EXPECT_EQ((*edition)->findContact("hotline")->channels.at(0).value, "1-888-373-7888");
    EXPECT_EQ((*edition)->findContact("legal-aid")->trust, content::TrustClass::Unclassed);
    EXPECT_EQ((*edition)->findTile("work")->id, "work");
    EXPECT_EQ((*edition)->slipDesigns.at(0).heading, "خدمات محلية");
}

// Makes the file, once per released schema: --gtest_also_run_disabled_tests --gtest_filter=FrozenStore.DISABLED_Make
TEST(FrozenStore, DISABLED_Make)
{
    const std::filesystem::path file = stores / "threshold.sqlite";
    ASSERT_FALSE(std::filesystem::exists(file)) << "a frozen store is never made again";
    const auto outcome = buildStore(file, smallRelease());
    ASSERT_TRUE(outcome) << outcome.fault().describe();
    sqlite3 *database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    // Small pages: the repository carries this file for ever.
    EXPECT_EQ(sqlite3_exec(database, "PRAGMA page_size = 1024; VACUUM;", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
    writeSums(file, 1024);
}

} // namespace
} // namespace porchlight::store
