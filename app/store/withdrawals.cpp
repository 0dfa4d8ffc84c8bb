// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/withdrawals.h"

#include "store/digit_groups.h"
#include "store/small_file.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace porchlight::store {

namespace {

using Before = DigitGroup::Before;
constexpr std::size_t longNumber = 7; // from here on digits are a telephone number however they are grouped
constexpr std::size_t mostDigits = 15;

/// In the form in which two numbers are compared: without the 1 of the country before ten digits.
std::string_view bare(std::string_view digits)
{
    return digits.size() == 11 && digits.front() == '1' ? digits.substr(1) : digits;
}

bool holds(const std::set<std::string> &numbers, std::string_view digits)
{
    const std::string without(bare(digits));
    return numbers.count(without) || (without.size() == 10 && numbers.count("1" + without));
}

bool isDigits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool isId(std::string_view text)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:";
    return !text.empty() && text.find_first_not_of(letters) == std::string_view::npos;
}

/// False where the line makes no sense.
bool take(std::string_view line, Withdrawals &list)
{
    while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    if (line.empty() || line.front() == '#')
        return true;
    const auto space = line.find(' ');
    if (space == std::string_view::npos)
        return false;
    const std::string_view kind = line.substr(0, space);
    const std::string_view name = line.substr(space + 1);
    if (kind == "number") {
        if (name.size() < 3 || name.size() > mostDigits || !isDigits(name))
            return false;
        return list.numbers.emplace(name), true;
    }
    auto *const ids = kind == "channel" ? &list.channels
                      : kind == "fact"  ? &list.facts
                      : kind == "topic" ? &list.topics
                                        : nullptr;
    if (!ids || !isId(name))
        return false;
    return ids->emplace(name), true;
}

content::Fault unreadable(const std::filesystem::path &file, const std::string &detail)
{
    return {"withdrawals-unreadable", file.string(), "The withdrawal list cannot be read (" + detail + ").",
            "Let porchlight-sync fetch it again: porchlight-sync pull."};
}

std::string tooLarge()
{
    return "it is larger than " + std::to_string(largestWithdrawals / 1024) + " KiB";
}

} // namespace

bool Withdrawals::empty() const
{
    return channels.empty() && numbers.empty() && facts.empty() && topics.empty();
}

bool Withdrawals::withdraws(std::string_view channelId, std::string_view value) const
{
    if (channels.count(std::string(channelId)))
        return true;
    if (numbers.empty())
        return false;
    std::string digits;
    for (const DigitGroup &group : digitGroups(value))
        digits += group.digits;
    return holds(numbers, digits) || namesNumber(value);
}

bool Withdrawals::namesNumber(std::string_view text) const
{
    if (numbers.empty())
        return false;
    const std::vector<DigitGroup> groups = digitGroups(text);
    const auto standsAlone = [&](std::size_t first, std::size_t last) {
        const auto parts = [&](std::size_t i) {
            return i == 0 || i >= groups.size() || groups[i].before == Before::Break ||
                   groups[i].before == Before::Loose;
        };
        return parts(first) && parts(last + 1);
    };
    for (std::size_t first = 0; first < groups.size(); ++first) {
        std::string digits;
        bool hyphensOnly = true;
        for (std::size_t last = first; last < groups.size(); ++last) {
            if (last > first && groups[last].before == Before::Break)
                break;
            hyphensOnly = hyphensOnly && (last == first || groups[last].before == Before::Hyphen);
            digits += groups[last].digits;
            if (digits.size() > mostDigits)
                break;
            // "211" is not in 211-555-0100, nor in 1,211 or $2.11.
            if ((digits.size() >= longNumber || (hyphensOnly && standsAlone(first, last))) && holds(numbers, digits))
                return true;
        }
    }
    return false;
}

bool Withdrawals::holdsAllOf(const Withdrawals &other) const
{
    const auto all = [](const std::set<std::string> &ours, const std::set<std::string> &theirs) {
        return std::includes(ours.begin(), ours.end(), theirs.begin(), theirs.end());
    };
    return all(channels, other.channels) && all(facts, other.facts) && all(topics, other.topics) &&
           std::all_of(other.numbers.begin(), other.numbers.end(),
                       [this](const std::string &number) { return holds(numbers, number); });
}

void Withdrawals::add(const Withdrawals &other)
{
    channels.insert(other.channels.begin(), other.channels.end());
    numbers.insert(other.numbers.begin(), other.numbers.end());
    facts.insert(other.facts.begin(), other.facts.end());
    topics.insert(other.topics.begin(), other.topics.end());
}

std::string Withdrawals::text() const
{
    std::string text;
    const auto append = [&text](const char *kind, const std::set<std::string> &names) {
        for (const std::string &name : names)
            text.append(kind).append(" ").append(name).append("\n");
    };
    append("channel", channels);
    append("fact", facts);
    append("number", numbers);
    append("topic", topics);
    return text;
}

content::Result<Withdrawals> parseWithdrawals(std::string_view text, const std::string &name)
{
    std::optional<content::Fault> fault;
    Withdrawals list = readableWithdrawals(text, name, fault);
    if (fault)
        return *std::move(fault);
    return list;
}

content::Result<Withdrawals> readWithdrawals(const std::filesystem::path &file)
{
    std::optional<content::Fault> fault;
    Withdrawals list = readableWithdrawals(file, fault);
    if (fault)
        return *std::move(fault);
    return list;
}

Withdrawals readableWithdrawals(std::string_view text, const std::string &name, std::optional<content::Fault> &fault)
{
    Withdrawals list;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        if (!take(text.substr(0, end), list) && !fault)
            fault = content::Fault{"withdrawals-syntax", name + ":" + std::to_string(number),
                                   "This line of the withdrawal list makes no sense.",
                                   "Write \"channel ID\", \"number DIGITS\", \"fact ID\" or \"topic ID\"."};
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return list;
}

Withdrawals readableWithdrawals(const std::filesystem::path &file, std::optional<content::Fault> &fault)
{
    const SmallFile read = readSmallFile(file, largestWithdrawals);
    if (read.error == ENOENT || read.error == ENOTDIR)
        return {};
    if (read.error)
        fault = unreadable(file, std::generic_category().message(read.error));
    else if (read.longer)
        fault = unreadable(file, tooLarge());
    return readableWithdrawals(read.bytes, file.string(), fault);
}

} // namespace porchlight::store
