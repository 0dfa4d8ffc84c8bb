// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/releases.h"

#include "content/json.h"
#include "programs/porchlight-content/built_in.h"
#include "programs/porchlight-content/progress.h"
#include "programs/porchlight-content/releases_report.h"
#include "release/publish.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <string_view>

namespace porchlight::programs {

const char *const releasesHelp = R"(
Publishing, step by step in content/README.md:

  porchlight-content publish --repo DIR --key KEY [--release DIR] [--channel canary|stable] [--keys FILE]
        [--to-stick PATH]... [--collection ID] [--gpg-home DIR] [--json] [--progress]
      Signs a built release and puts it into a repository, a folder that any web server can hand out. Tells what reads
      differently since the release before, in each language, and how much a kiosk has to fetch. Until its last step no
      kiosk sees any of it. Without --release: the built-in one. Without --channel: stable, for all kiosks.
  porchlight-content sign --repo DIR --key KEY (--site SITE [--channel CHANNEL] | --ref REF) [--gpg-home DIR]
      Another person's signature on what a channel holds now. REF: porchlight/withdrawals, for the withdrawal list.
  porchlight-content promote --repo DIR --key KEY --site SITE [--from canary] [--to stable] [--gpg-home DIR]
      Gives what one channel holds to the kiosks of another, as it was signed.
  porchlight-content withdraw --repo DIR --key KEY (channel ID | number N | fact ID | topic ID)... [--keys FILE]
        [--collection ID] [--gpg-home DIR] [--json]
      Takes a line, a number, a fact or a topic off every kiosk, whatever release it shows, for ever.
  porchlight-content stick --repo DIR PATH...
      Brings the newest releases and the withdrawal list to a stick, for kiosks without a line. publish --to-stick does
      the same at once.

  --repo DIR      the repository; publish and withdraw make it where there is none
  --key KEY       the key to sign with, as gpg knows it: a fingerprint or an address. Keys are dated 2000-01-01 and
                  never end, so that a kiosk whose clock is wrong takes what they sign
  --gpg-home DIR  where gpg keeps this key; otherwise its usual place
  --keys FILE     the keys that kiosks shall accept from now on: gpg --export --armor ADDRESS... > FILE
  --collection ID the name under which kiosks know the repository (where it is made: org.porchlight.Content)
)";

namespace {

constexpr int failed = 1;
constexpr int wrongUsage = 2;

struct Parsed {
    std::string verb;
    std::map<std::string, std::string> options; ///< each once
    std::vector<std::string> sticks;
    std::vector<std::string> others; ///< words that are no options
    bool json = false;
    bool progress = false;
    bool help = false;
    std::string complaint;

    [[nodiscard]] std::string get(const char *option, const char *otherwise = "") const
    {
        const auto it = options.find(option);
        return it == options.end() ? otherwise : it->second;
    }
};

/// What each verb takes.
const std::map<std::string, std::vector<std::string>> &verbs()
{
    static const std::map<std::string, std::vector<std::string>> table{
        {"publish",
         {"--repo", "--key", "--release", "--channel", "--keys", "--to-stick", "--collection", "--gpg-home"}},
        {"sign", {"--repo", "--key", "--site", "--channel", "--ref", "--gpg-home"}},
        {"promote", {"--repo", "--key", "--site", "--from", "--to", "--gpg-home"}},
        {"withdraw", {"--repo", "--key", "--keys", "--collection", "--gpg-home"}},
        {"stick", {"--repo"}}};
    return table;
}

void check(Parsed &parsed)
{
    const bool signs = parsed.verb != "stick";
    const bool ofSite = parsed.verb == "promote" || (parsed.verb == "sign" && parsed.get("--ref").empty());
    if (parsed.get("--repo").empty())
        parsed.complaint = "Name the repository with --repo.";
    else if (signs && parsed.get("--key").empty())
        parsed.complaint = "Name the key to sign with: --key.";
    else if (ofSite && parsed.get("--site").empty())
        parsed.complaint = "Name the site with --site.";
    else if (parsed.verb == "sign" && !parsed.get("--ref").empty() &&
             (parsed.options.contains("--site") || parsed.options.contains("--channel")))
        parsed.complaint = "Name a site and its channel, or a ref, not both.";
    else if (parsed.verb == "stick" && parsed.others.empty())
        parsed.complaint = "Name the folder of the stick.";
    else if (parsed.verb == "withdraw" && parsed.others.size() % 2 != 0)
        parsed.complaint = "Say what to withdraw in pairs: channel ID, number N, fact ID or topic ID.";
    else if (parsed.verb == "withdraw" && parsed.others.empty() && parsed.get("--keys").empty())
        parsed.complaint = "Say what to withdraw: channel ID, number N, fact ID or topic ID.";
    else if (!parsed.others.empty() && parsed.verb != "withdraw" && parsed.verb != "stick")
        parsed.complaint = "`" + parsed.others.front() + "` makes no sense here.";
}

Parsed parse(const std::vector<std::string> &words)
{
    Parsed parsed;
    parsed.verb = words.front();
    const std::vector<std::string> &known = verbs().at(parsed.verb);
    for (std::size_t at = 1; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word == "--help" || word == "-h") {
            parsed.help = true;
            return parsed;
        }
        if (word == "--json")
            parsed.json = true;
        else if (word == "--progress")
            parsed.progress = true;
        else if (!word.starts_with('-'))
            parsed.others.push_back(word);
        else if (std::find(known.begin(), known.end(), word) == known.end() || at + 1 == words.size())
            parsed.complaint = "`" + word + "` makes no sense here.";
        else if (word == "--to-stick")
            parsed.sticks.push_back(words[++at]);
        else if (!parsed.options.emplace(word, words[at + 1]).second)
            parsed.complaint = "`" + word + "` is said twice.";
        else
            ++at;
        if (!parsed.complaint.empty())
            return parsed;
    }
    check(parsed);
    return parsed;
}

int refused(const content::Fault &fault, bool json)
{
    if (json)
        std::cout << faultJson(fault);
    std::cerr << "porchlight-content: " << fault.describe() << '\n';
    return failed;
}

release::Signing signingOf(const Parsed &parsed)
{
    return {parsed.get("--key"), parsed.get("--gpg-home")};
}

int publish(const Parsed &parsed)
{
    release::PublishOptions options;
    options.repository = parsed.get("--repo");
    options.release = parsed.options.contains("--release") ? parsed.get("--release") : builtIn("content").string();
    options.signing = signingOf(parsed);
    options.collection = parsed.get("--collection");
    options.channel = parsed.get("--channel", "stable");
    options.keys = parsed.get("--keys");
    options.sticks.assign(parsed.sticks.begin(), parsed.sticks.end());
    const auto report = [&] {
        Progress progress(parsed.progress);
        return release::publish(options, [&](const std::string &step) { progress.show(step); });
    }();
    if (!report)
        return refused(report.fault(), parsed.json);
    std::cout << (parsed.json ? publishJson(*report, options.channel) : publishWords(*report, options.channel));
    return 0;
}

int withdraw(const Parsed &parsed)
{
    std::string lines;
    for (std::size_t i = 0; i < parsed.others.size(); i += 2) {
        std::string id = parsed.others[i + 1];
        if (parsed.others[i] == "number") // as people write them: 1-888-373-7888
            std::erase_if(
                id, [](char letter) { return std::string_view("-+ ().").find(letter) != std::string_view::npos; });
        lines += parsed.others[i] + ' ' + id + '\n';
    }
    const auto more = store::parseWithdrawals(lines, "what to withdraw");
    if (!more)
        return refused(more.fault(), parsed.json);
    const auto facts = release::withdraw(parsed.get("--repo"), *more, parsed.get("--keys"), parsed.get("--collection"),
                                         signingOf(parsed));
    if (!facts)
        return refused(facts.fault(), parsed.json);
    std::cout << (parsed.json ? withdrawnJson(*facts)
                              : "Withdrawal list " + facts->version + " is published: kiosks take it before anything " +
                                    "else when they next ask.\n");
    return 0;
}

int tellOutcome(const content::Outcome &outcome, const Parsed &parsed, const std::string &done)
{
    if (!outcome)
        return refused(outcome.fault(), parsed.json);
    if (parsed.json)
        std::cout << "{\"ok\": true}\n";
    else
        std::cout << done << '\n';
    return 0;
}

int sign(const Parsed &parsed)
{
    const std::string channel = parsed.get("--channel", "stable");
    const std::string ref =
        parsed.options.contains("--ref") ? parsed.get("--ref") : release::releaseRef(parsed.get("--site"), channel);
    return tellOutcome(release::sign(parsed.get("--repo"), ref, signingOf(parsed)), parsed, "Signed: " + ref + ".");
}

int promote(const Parsed &parsed)
{
    const std::string from = parsed.get("--from", "canary");
    const std::string to = parsed.get("--to", "stable");
    return tellOutcome(release::promote(parsed.get("--repo"), parsed.get("--site"), from, to, signingOf(parsed)),
                       parsed, "The kiosks of " + to + " get what " + from + " has.");
}

int stick(const Parsed &parsed)
{
    for (const std::string &path : parsed.others) {
        Progress progress(parsed.progress);
        const auto told = [&](const std::string &step) { progress.show(step); };
        if (const auto written = release::writeStick(parsed.get("--repo"), path, told); !written)
            return refused(written.fault(), parsed.json);
    }
    return tellOutcome(content::Nothing{}, parsed, "Written: the stick may be taken out.");
}

} // namespace

std::optional<int> releases(const std::vector<std::string> &words)
{
    if (words.empty() || !verbs().contains(words.front()))
        return std::nullopt;
    const Parsed parsed = parse(words);
    if (parsed.help) {
        std::cout << releasesHelp + 1;
        return 0;
    }
    if (!parsed.complaint.empty()) {
        std::cerr << "porchlight-content: " << parsed.complaint << " Try porchlight-content " << parsed.verb
                  << " --help.\n";
        return wrongUsage;
    }
    static const std::map<std::string, int (*)(const Parsed &)> works{
        {"publish", publish}, {"sign", sign}, {"promote", promote}, {"withdraw", withdraw}, {"stick", stick}};
    return works.at(parsed.verb)(parsed);
}

} // namespace porchlight::programs
