// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A service of an HSDS list as a file of contacts/.
#include "authoring/hsds_contact.h"

#include "authoring/phone_numbers.h"
#include "authoring/readability.h"
#include "authoring/unicode_text.h"
#include "content/json.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace porchlight::authoring {

namespace {

constexpr std::chrono::days trust{90};
constexpr std::chrono::days recheck{60};

struct Way {
    std::string kind;
    std::string value;
    std::string instruction;
};

struct Hours {
    std::string locked; ///< "8:00-17:00"
    std::string words;  ///< "Monday to Friday, {hours}"
};

bool isDigits(const std::string &text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string kindOf(const std::string &type)
{
    static const std::map<std::string, std::string> kinds{{"", "call"},        {"voice", "call"},   {"phone", "call"},
                                                          {"hotline", "call"}, {"main", "call"},    {"cell", "call"},
                                                          {"text", "text"},    {"sms", "text"},     {"tty", "tty"},
                                                          {"tdd", "tty"},      {"textphone", "tty"}};
    const auto it = kinds.find(type);
    return it == kinds.end() ? "" : it->second;
}

bool isWebAddress(const std::string &url)
{
    const bool scheme = url.starts_with("https://") || url.starts_with("http://");
    return scheme && url.find('.') != std::string::npos && url.find(' ') == std::string::npos;
}

/// As people type it: without the scheme and the last slash.
std::string typed(std::string url)
{
    url.erase(0, url.find("//") + 2);
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

std::vector<Way> waysOf(const HsdsService &service, Findings &findings)
{
    std::vector<Way> ways;
    std::set<std::string> known;
    for (const HsdsService::Phone &phone : service.phones) {
        const std::string kind = kindOf(phone.type);
        if (kind.empty()) {
            findings.warning("row-left-out", phone.at,
                             "A telephone of the type `" + phone.type + "` is of no use here.",
                             "Nothing needs to be done; only voice, text and TTY are taken.");
            continue;
        }
        const NumberJudgement judged =
            judgeNumber(phone.number, kind == "text" ? NumberUse::Texted : NumberUse::Dialled);
        if (judged.form == NumberForm::Unknown) {
            findings.error("bad-row", phone.at, "`" + phone.number + "` is no number that can be dialled.",
                           "Correct it in the list; the number was left out.");
            continue;
        }
        if (known.insert(kind + judged.asWritten).second)
            ways.push_back({kind, judged.asWritten,
                            isDigits(phone.extension) ? "Then dial extension " + phone.extension + "." : ""});
    }
    if (ways.empty() && service.phones.empty())
        ways.push_back({"web", typed(service.url), ""});
    return ways;
}

/// "08:00:00-06:00" -> "8:00"; empty for anything else.
std::string clockTime(const std::string &time)
{
    const auto colon = time.find(':');
    if (colon == std::string::npos || colon == 0 || colon > 2 || time.size() < colon + 3)
        return {};
    const std::string hour = time.substr(0, colon);
    const std::string minute = time.substr(colon + 1, 2);
    // "8:00 PM" would be told twelve hours wrong.
    const bool half = time.find_first_of("aApPmM") != std::string::npos;
    if (half || !isDigits(hour) || !isDigits(minute) || std::stoi(hour) > 24 || std::stoi(minute) > 59)
        return {};
    return std::to_string(std::stoi(hour)) + ":" + minute;
}

/// "MO,TU,WE,TH,FR" -> "Monday to Friday"; empty for anything that is no list of whole days.
std::string daysOf(const std::string &byday)
{
    constexpr std::array<const char *, 7> codes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    constexpr std::array<const char *, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                "Friday", "Saturday", "Sunday"};
    std::vector<std::size_t> days;
    for (std::size_t at = 0; at < byday.size(); at += 3) {
        const auto code = std::find(codes.begin(), codes.end(), byday.substr(at, 2));
        if (code == codes.end() || (at + 2 < byday.size() && byday[at + 2] != ','))
            return {};
        days.push_back(static_cast<std::size_t>(code - codes.begin()));
    }
    const bool inARow =
        std::adjacent_find(days.begin(), days.end(), [](auto a, auto b) { return b != a + 1; }) == days.end();
    if (days.size() > 2 && inARow)
        return std::string(names[days.front()]) + " to " + names[days.back()];
    std::string list;
    for (const std::size_t day : days)
        list += (list.empty() ? "" : ", ") + std::string(names[day]);
    return list;
}

/// Hours that are the same on all days; others do not fit into one line, and half of them would mislead.
std::optional<Hours> hoursOf(const HsdsService &service, Findings &findings)
{
    if (service.schedules.empty())
        return std::nullopt;
    const HsdsService::Schedule &schedule = service.schedules.front();
    const std::string opens = clockTime(schedule.opensAt);
    const std::string closes = clockTime(schedule.closesAt);
    const std::string days = daysOf(schedule.byday);
    if (service.schedules.size() == 1 && !opens.empty() && !closes.empty() && !days.empty())
        return Hours{opens + "-" + closes, days + ", {hours}"};
    findings.warning("row-left-out", schedule.at, "These hours do not fit into one line; they were left out.",
                     "Write them into the new file by hand.");
    return std::nullopt;
}

/// A sentence that keeps the rules for texts; else what is always true. The whole stands above, for the editor.
std::string shortOr(const std::string &text, const std::string &otherwise)
{
    const auto sentences = sentencesOf(text, "en");
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool braces = text.find_first_of("{}") != std::string::npos;
    const bool fits =
        sentences.size() == 1 && static_cast<int>(wordsOf(text).size()) <= longestSentence(content::Domain::Help);
    return fits && !digits && !braces ? text : otherwise;
}

std::string line(const std::string &field, const std::string &value)
{
    return field + ": " + content::jsonText(value) + "\n"; // a JSON string is one of YAML too
}

std::string channelYaml(const Way &way, const std::string &id, const HsdsService &service,
                        const std::optional<Hours> &hours, content::Date today)
{
    std::string yaml = "  - id: " + id + "\n    kind: " + way.kind + "\n    " + line("value", way.value);
    if (!way.instruction.empty())
        yaml += "    " + line("instruction", way.instruction);
    yaml += "    language_tags: [en]\n    interpreters: false\n";
    if (hours)
        yaml += "    " + line("hours", hours->locked) + "    " + line("hours_words", hours->words);
    yaml += "    mark: B\n    " + line("source_url", service.url);
    yaml += "    checked_on: " + content::formatDate(today) + "\n    checked_by: Import\n    method: page\n";
    yaml += "    recheck_by: " + content::formatDate(today + recheck) + "\n";
    yaml += "    expires_on: " + content::formatDate(today + trust) + "\n    status: unverified\n";
    return yaml + "    show_public: false\n    show_private: true\n    print_ok: false\n";
}

std::string headOf(const HsdsService &service, const std::string &id, int order)
{
    std::string yaml = "# Imported from " + service.at.file + ". Nobody has read or tried this yet.\n";
    if (!service.description.empty())
        yaml += "# The list says: " + service.description + "\n";
    yaml += "id: " + id + "\norder: " + std::to_string(order) + "\nordinary: false\n";
    yaml += line("name", service.name);
    yaml += line("for_what", shortOr(service.description, "Ask what they offer."));
    const std::string who = service.organization.empty() ? "" : service.organization + " answers.";
    yaml += line("answers", shortOr(who, "Ask who answers."));
    yaml += line("languages", "Ask which languages they speak.");
    yaml += line("tells_authorities_when", "Ask first: what do you share, and with whom?");
    yaml += "# The most careful class, until somebody knows who answers.\ntrust_class: T4\nlocal: true\nchannels:\n";
    return yaml;
}

} // namespace

std::string idOf(const std::string &name)
{
    constexpr std::size_t longest = 48;
    std::string id;
    for (const char c : folded(name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain && id.size() < longest)
            id += c;
        else if (!id.empty() && id.back() != '-' && c != '\'' && id.size() < longest)
            id += '-';
    }
    if (id.ends_with('-'))
        id.pop_back();
    return id;
}

std::optional<std::string> contactYaml(const HsdsService &service, const std::string &id, int order,
                                       content::Date today, Findings &findings)
{
    const auto refuse = [&](const std::string &what, const char *remedy) {
        findings.error("bad-row", service.at, what, remedy);
        return std::nullopt;
    };
    if (service.name.empty() || id.empty())
        return refuse("This service has no name in Latin letters.", "Give it one; the row was left out.");
    if (!isWebAddress(service.url))
        return refuse("`" + service.name + "` does not say where it was read: `url` is no web address.",
                      "Write the page of the service or its organization, with https://; the row was left out.");
    if (!service.status.empty() && service.status != "active") {
        findings.warning("row-left-out", service.at, "`" + service.name + "` is " + service.status + ".",
                         "Nothing needs to be done; only active services are taken.");
        return std::nullopt;
    }
    const std::vector<Way> ways = waysOf(service, findings);
    if (ways.empty())
        return refuse("`" + service.name + "` has no number that can be dialled.", "Correct its numbers in the list.");
    const auto hours = hoursOf(service, findings);
    std::string yaml = headOf(service, id, order);
    std::map<std::string, int> used;
    for (const Way &way : ways) {
        const int count = ++used[way.kind];
        yaml += channelYaml(way, way.kind + (count > 1 ? "-" + std::to_string(count) : ""), service, hours, today);
    }
    return yaml;
}

} // namespace porchlight::authoring
