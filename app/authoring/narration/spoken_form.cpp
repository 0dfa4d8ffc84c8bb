// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/spoken_form.h"

#include "content/speech.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace porchlight::authoring {

namespace {

using Words = std::map<std::string, std::string>;

bool isDigit(char sign)
{
    return sign >= '0' && sign <= '9';
}

bool isAsciiWord(char sign)
{
    return isDigit(sign) || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

/// "1-888-373-7888" -> "1, 8 8 8, 3 7 3, 7 8 8 8"
std::string digitByDigit(const std::string &number)
{
    std::string said;
    for (const char sign : number) {
        if (isDigit(sign))
            said += (said.empty() || said.back() == ' ' ? "" : " ") + std::string(1, sign);
        else if (!said.empty() && said.back() != ' ')
            said += ", ";
    }
    return said;
}

/// Two hyphens between digits, or the six digits of a text code.
bool isDialled(const std::string &word)
{
    if (!std::all_of(word.begin(), word.end(), [](char sign) { return isDigit(sign) || sign == '-'; }))
        return false;
    const auto hyphens = std::count(word.begin(), word.end(), '-');
    return hyphens >= 2 || (hyphens == 0 && word.size() == 6);
}

struct Clock {
    int hour = 0;
    std::string minutes;
};

/// "8:00" at the beginning of `word`; `word` goes on behind it.
bool takeClock(std::string_view &word, Clock &clock)
{
    const auto colon = word.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 2 || word.size() < colon + 3 ||
        !std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(colon), isDigit) ||
        !isDigit(word[colon + 1]) || !isDigit(word[colon + 2]))
        return false;
    clock = {std::stoi(std::string(word.substr(0, colon))), std::string(word.substr(colon + 1, 2))};
    word.remove_prefix(colon + 3);
    return true;
}

std::string saidClock(const Clock &clock, bool english)
{
    const int hour = english && clock.hour > 12 ? clock.hour - 12 : english && clock.hour == 0 ? 12 : clock.hour;
    std::string said = std::to_string(hour);
    if (clock.minutes != "00")
        said += " " + clock.minutes;
    if (english)
        said += clock.hour >= 12 ? " P M" : " A M";
    return said;
}

std::string wordOr(const Words &says, const char *name, const char *otherwise)
{
    const auto it = says.find(name);
    return it == says.end() ? otherwise : " " + it->second + " ";
}

/// "8:00-17:00"; empty where it is none.
std::string saidHours(std::string_view word, const Words &says, bool english)
{
    Clock from;
    Clock to;
    if (!takeClock(word, from))
        return {};
    if (word.empty())
        return saidClock(from, english);
    if (!word.starts_with('-'))
        return {};
    word.remove_prefix(1);
    return takeClock(word, to) && word.empty()
               ? saidClock(from, english) + wordOr(says, "to", ", ") + saidClock(to, english)
               : std::string();
}

/// "name@example.org", "example.org/chat": a dot between letters, and nothing but letters, digits and joints.
bool isAddress(const std::string &word)
{
    bool dot = false;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (!isAsciiWord(word[at]) && std::string_view(".-_/@:").find(word[at]) == std::string_view::npos)
            return false;
        dot = dot || (word[at] == '.' && at > 1 && at + 2 < word.size() && isAsciiWord(word[at - 1]) &&
                      isAsciiWord(word[at + 1]) && !isDigit(word[at + 1]));
    }
    return dot;
}

std::string saidAddress(std::string word, const Words &says)
{
    for (const std::string_view scheme : {"https://", "http://", "www."})
        if (word.starts_with(scheme))
            word.erase(0, scheme.size());
    while (word.ends_with('/'))
        word.pop_back();
    std::string said;
    for (const char sign : word)
        said += sign == '.'                  ? wordOr(says, "dot", ", ")
                : sign == '@'                ? wordOr(says, "at", ", ")
                : sign == '/'                ? wordOr(says, "slash", ", ")
                : sign == '-' || sign == '_' ? wordOr(says, "dash", " ")
                                             : std::string(1, sign);
    return said;
}

/// Marks that stand around a word and are no part of it.
struct Peeled {
    std::string before;
    std::string core;
    std::string after;
};

Peeled peel(const std::string &word)
{
    const auto first = std::find_if(word.begin(), word.end(), isAsciiWord);
    const auto last = std::find_if(word.rbegin(), std::make_reverse_iterator(first), isAsciiWord).base();
    return {{word.begin(), first}, {first, last}, {last, word.end()}};
}

std::string saidWord(const std::string &word, const Words &says, const std::set<std::string> &dialled, bool english)
{
    const auto [before, core, after] = peel(word);
    if (core.empty())
        return word;
    if (core == "24/7")
        return before + (says.contains(core) ? says.at(core) : "24, 7") + after;
    if (says.contains(core) && std::all_of(core.begin(), core.end(), isDigit))
        return before + says.at(core) + after;
    if (dialled.contains(core) || isDialled(core))
        return before + digitByDigit(core) + after;
    if (const std::string hours = saidHours(core, says, english); !hours.empty())
        return before + hours + after;
    if (isAddress(core))
        return before + saidAddress(core, says) + after;
    return word;
}

/// Marks that a voice stumbles over, or reads out.
void dropQuotes(std::string &text)
{
    constexpr std::array<std::string_view, 6> quotes{"“", "”", "„", "«", "»", "\""};
    for (const std::string_view quote : quotes)
        for (auto at = text.find(quote); at != std::string::npos; at = text.find(quote, at))
            text.erase(at, quote.size());
}

} // namespace

std::string spokenForm(const std::string &text, const Words &says, const std::set<std::string> &dialled, bool english)
{
    std::string rest = content::speakable(text);
    dropQuotes(rest);
    std::string said;
    for (std::size_t at = 0; at < rest.size();) {
        const auto end = std::min(rest.find(' ', at), rest.size());
        said += (said.empty() ? "" : " ") + saidWord(rest.substr(at, end - at), says, dialled, english);
        at = end + 1;
    }
    return content::speakable(said); // one space at a time
}

} // namespace porchlight::authoring
