// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/page_sweep.h"
#include "store/reader.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

namespace porchlight::store {
namespace {

/// Damages that no table can list: many, but the same ones each time.
class Damage : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(buildStore(store, smallRelease()));
        whole = bytesOf(store);
        const auto reader = Reader::open(store);
        for (const char *tag : {"en", "ar", "es"})
            sound[tag] = *reader->edition(tag, newestDate);
        for (std::size_t i = 0; i < whole.size(); ++i)
            if (whole[i] != '\0')
                written.push_back(i);
    }

    /// Opens what `bytes` make, and reads all of it. True when that went well; a fault is as good. Only a crash, an
    /// exception or a fault that nobody has heard of is not.
    bool survives(const std::string &bytes)
    {
        writeBytes(store, bytes);
        const std::set<std::string> known{"store-damaged", "store-not-ours", "store-too-new", "store-too-old"};
        const auto reader = Reader::open(store);
        if (!reader) {
            EXPECT_TRUE(known.count(reader.fault().code)) << reader.fault().describe();
            return false;
        }
        bool good = true;
        for (const char *tag : {"en", "ar", "es"})
            for (const auto extent : {content::Extent::FirstPage, content::Extent::Lists, content::Extent::Whole}) {
                const auto edition = reader->edition(tag, newestDate, extent);
                good = good && edition;
                if (edition && extent == content::Extent::Whole) {
                    EXPECT_EQ(wordsOf(**edition), wordsOf(*sound.at(tag))); // no letter of it is wrong
                }
            }
        return good;
    }
    static std::string wordsOf(const content::Edition &edition)
    {
        std::string words = edition.siteName;
        for (const content::Contact &contact : edition.contacts)
            for (const content::Channel &channel : contact.channels)
                words += contact.name + contact.answers + channel.value + channel.hours;
        for (const content::Tile &tile : edition.tiles)
            for (const std::string &id : tile.topicIds)
                for (const content::Block &block : edition.findTopic(id)->blocks)
                    words += tile.title + edition.findTopic(id)->title + block.text + block.contactId;
        return words;
    }
    bool sweeps()
    {
        PageSweep sweep(store);
        for (;;) {
            const auto swept = sweep.step(3);
            if (!swept || *swept)
                return static_cast<bool>(swept);
        }
    }

    TempFolder folder;
    std::filesystem::path store = folder / "content.sqlite";
    std::string whole;
    std::map<std::string, std::shared_ptr<const content::Edition>> sound;
    std::vector<std::size_t> written; ///< where the file is not zero: a flip there matters more
};

TEST_F(Damage, CutShortAnywhereIsSeenAtOpening)
{
    std::vector<std::size_t> lengths;
    for (std::size_t length = 0; length < whole.size(); length += 211)
        lengths.push_back(length);
    for (std::size_t page = 4096; page < whole.size(); page += 4096)
        lengths.insert(lengths.end(), {page - 1, page, page + 1});
    lengths.push_back(whole.size() - 1);
    for (const std::size_t length : lengths) {
        writeBytes(store, whole.substr(0, length));
        const auto reader = Reader::open(store);
        ASSERT_FALSE(reader) << length;
        EXPECT_EQ(reader.fault().code, "store-damaged") << length;
    }
}

TEST_F(Damage, CutShortWithALengthThatAgreesIsSeenAtOpening)
{
    for (std::size_t pages = 1; pages < whole.size() / 4096; ++pages) {
        std::string bytes = whole.substr(0, pages * 4096);
        bytes[30] = static_cast<char>(pages >> 8);
        bytes[31] = static_cast<char>(pages);
        EXPECT_FALSE(survives(bytes)) << pages;
    }
}

TEST_F(Damage, EveryBitOfTheHeader)
{
    for (std::size_t bit = 0; bit < 100 * 8; ++bit) {
        std::string bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        survives(bytes);
    }
}

TEST_F(Damage, FlippedBytes)
{
    std::mt19937 random(20260601);
    int opened = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string bytes = whole;
        const int flips = round % 3 == 0 ? 1 : round % 3 == 1 ? 8 : 64;
        for (int i = 0; i < flips; ++i)
            bytes[written[random() % written.size()]] ^= static_cast<char>(1 + random() % 255);
        opened += survives(bytes);
        EXPECT_EQ(sweeps(), bytes == whole);
    }
    EXPECT_LT(opened, 1000); // what nobody reads, such as an index, is seen by the sweep alone
}

TEST_F(Damage, PagesSwappedRepeatedOrZeroed)
{
    const std::size_t pages = whole.size() / 4096;
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        const std::size_t a = random() % pages * 4096;
        const std::size_t b = random() % pages * 4096;
        if (round % 3 == 0)
            std::swap_ranges(bytes.begin() + static_cast<long>(a), bytes.begin() + static_cast<long>(a) + 4096,
                             bytes.begin() + static_cast<long>(b));
        else if (round % 3 == 1)
            bytes.replace(a, 4096, whole, b, 4096);
        else
            bytes.replace(a, 4096, 4096, '\0');
        const bool good = survives(bytes);
        EXPECT_TRUE(good || bytes != whole) << "round " << round;
        EXPECT_EQ(sweeps(), bytes == whole) << "round " << round;
    }
}

} // namespace
} // namespace porchlight::store
