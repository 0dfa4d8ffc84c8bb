// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <chrono>
#include <gtest/gtest.h>

namespace porchlight::store {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

template <class F> Milliseconds fastestOf(int times, F work)
{
    Milliseconds best = Milliseconds::max();
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, Milliseconds(std::chrono::steady_clock::now() - start));
    }
    return best;
}

// A few ms in a release build; the bound only catches a query per topic, or worse, in any build on any machine.
TEST(Speed, AFullReleaseIsReadInOneGo)
{
    const TempFolder folder;
    ASSERT_TRUE(buildStore(folder / "content.sqlite", largeRelease(100)));
    const auto opening = fastestOf(5, [&] { ASSERT_TRUE(Reader::open(folder / "content.sqlite")); });
    const auto reader = Reader::open(folder / "content.sqlite");
    const auto reading = fastestOf(5, [&] { ASSERT_TRUE(reader->edition("ar", newestDate)); });
    RecordProperty("open_ms", std::to_string(opening.count()));
    RecordProperty("edition_ms", std::to_string(reading.count()));
    EXPECT_LT(opening.count(), 500);
    EXPECT_LT(reading.count(), 250);
}

} // namespace
} // namespace porchlight::store
