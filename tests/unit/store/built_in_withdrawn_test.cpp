// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The release that the package ships, in each of its languages: no number that is withdrawn stands anywhere in it.
#include "store/reader.h"
#include "unit/store/edition_texts.h"
#include "unit/store/release_rows.h"

#include <gtest/gtest.h>
#include <set>

namespace porchlight::store {
namespace {

using content::Edition;
using content::Extent;

const char *const builtIn = BUILT_IN_RELEASE "/content.sqlite";

bool isDigit(const std::string &text, std::size_t at)
{
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::string digitsOf(const std::string &text)
{
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (isDigit(text, i))
            digits.push_back(text[i]);
    return digits;
}

/// Without the hyphens, spaces, points, brackets and marks that stand in a number that people dial.
std::string joined(std::string text)
{
    for (const char *between : {"-", "\u2010", "\u2011", "\u2066", "\u2069", "(", ")"})
        for (std::size_t at = 0; (at = text.find(between, at)) != std::string::npos;)
            text.erase(at, std::string(between).size());
    return text;
}

/// Looks otherwise than the reader does: for the digits in a row, between what are no digits.
bool names(const std::string &text, const std::string &number)
{
    const std::string row = joined(text);
    for (std::size_t at = row.find(number); at != std::string::npos; at = row.find(number, at + 1)) {
        const bool amount = at > 0 && (row[at - 1] == ',' || row[at - 1] == '.') && at > 1 && isDigit(row, at - 2);
        if (!(at > 0 && isDigit(row, at - 1)) && !isDigit(row, at + number.size()) && !amount)
            return true;
    }
    return false;
}

std::vector<std::shared_ptr<const Edition>> allEditions(const Withdrawals &withdrawals)
{
    const auto reader = Reader::open(builtIn, withdrawals);
    if (!reader)
        throw std::runtime_error(reader.fault().describe());
    std::vector<std::shared_ptr<const Edition>> editions;
    const auto first = *reader->edition("en", newestDate, Extent::FirstPage);
    for (const content::Language &language : first->languages)
        for (const Extent extent : {Extent::FirstPage, Extent::Lists, Extent::Whole})
            editions.push_back(*reader->edition(language.tag, newestDate, extent));
    return editions;
}

std::set<std::string> allNumbers()
{
    std::set<std::string> numbers;
    for (const auto &edition : allEditions({}))
        for (const content::Contact &contact : edition->contacts)
            for (const content::Channel &channel : contact.channels)
                if (const std::string digits = digitsOf(channel.value); digits.size() >= 3 &&
                                                                        channel.kind != content::ChannelKind::Web &&
                                                                        channel.kind != content::ChannelKind::Email)
                    numbers.insert(digits);
    return numbers;
}

int countNaming(const std::vector<std::shared_ptr<const Edition>> &editions, const std::set<std::string> &numbers)
{
    int count = 0;
    for (const auto &edition : editions)
        for (const std::string &text : textsOf(*edition))
            for (const std::string &number : numbers)
                if (names(text, number) || (number.size() == 11 && names(text, number.substr(1)))) {
                    if (++count < 5)
                        ADD_FAILURE() << edition->language.tag << ": " << number << " in: " << text;
                }
    return count;
}

TEST(TheBuiltInRelease, NamesNoNumberThatIsWithdrawnInAnyLanguage)
{
    const std::set<std::string> numbers = allNumbers();
    ASSERT_GE(numbers.size(), 10U);
    EXPECT_TRUE(names("\u2066"
                      "1-888-373-7888\u2069",
                      "18883737888"))
        << "the test can fail";
    Withdrawals all;
    all.numbers = numbers;
    const auto editions = allEditions(all);
    ASSERT_GE(editions.size(), 3 * 20U);
    EXPECT_EQ(countNaming(editions, numbers), 0);
    for (const auto &edition : editions) {
        EXPECT_FALSE(edition->interface.at("bar.home").empty());
        if (edition->extent == Extent::Whole) {
            EXPECT_GE(edition->topics.size(), 10U) << edition->language.tag << ": the rest stands";
        }
    }
}

TEST(TheBuiltInRelease, LosesOneNumberWithoutTheOthers)
{
    const std::set<std::string> numbers = allNumbers();
    for (const std::string number : {"18883737888", "988", "911", "211"}) {
        ASSERT_EQ(numbers.count(number), 1U) << number;
        Withdrawals one;
        one.numbers = {number};
        const auto editions = allEditions(one);
        EXPECT_EQ(countNaming(editions, {number}), 0);
        for (const std::string &other : numbers) {
            if (number == "211" && other == "18004274626")
                continue; // of the contact whose very name is 2-1-1
            bool stands = false;
            for (const content::Contact &contact : editions.front()->contacts)
                for (const content::Channel &channel : contact.channels)
                    stands = stands || digitsOf(channel.value) == other;
            EXPECT_EQ(stands, other != number) << other << " without " << number;
        }
    }
}

/// The lists of the first look and the whole that follows it must say the same: a topic that is in one is in the other.
TEST(TheBuiltInRelease, HasTheSameTopicsInItsListsAsInTheWhole)
{
    Withdrawals all;
    all.numbers = allNumbers();
    const auto editions = allEditions(all);
    for (std::size_t i = 0; i + 2 < editions.size(); i += 3) {
        std::set<std::string> lists;
        std::set<std::string> whole;
        for (const auto &[id, topic] : editions[i + 1]->topics)
            lists.insert(id);
        for (const auto &[id, topic] : editions[i + 2]->topics)
            whole.insert(id);
        EXPECT_EQ(lists, whole) << editions[i]->language.tag;
    }
}

} // namespace
} // namespace porchlight::store
