// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-sync/arguments.h"

#include <charconv>
#include <map>

namespace porchlight::programs {

const char *const helpText =
    R"(porchlight-sync: brings signed releases to a kiosk. Nothing is shown but what the editors signed.

  porchlight-sync [OPTION...] pull --from URL-or-PATH [--from ...]
      Asks the first source that answers. A newer release is fetched, checked and switched to; what was fetched before
      the line broke is kept. The list of withdrawn numbers comes first.
  porchlight-sync [OPTION...] status [--json]
      What is shown, what was shown before, whose signatures count, how the last attempt ended.
  porchlight-sync [OPTION...] rollback
      Back to the release before. The one that is left is not tried again.
  porchlight-sync [OPTION...] watch [--from URL-or-PATH ...] [--every MINUTES]
      Goes on until it is ended: pulls every so often, and goes back by itself from a release that the kiosk could not
      show.
  porchlight-sync [OPTION...] stick PATH
      Takes what the stick that is mounted at PATH brings, and says in the --run folder what it holds.
  porchlight-sync [OPTION...] stick --gone
      The stick was pulled out: what was said of it goes too.
  porchlight-sync check --list
      Names the checks that a release must pass before it is shown.

  --root DIR       where releases are kept; DIR/current is the one shown (default: /var/lib/porchlight/content)
  --keys FILE      public keys of the editors (default: /etc/porchlight/keys.gpg); a release may bring newer ones
  --run DIR        where the kiosk and this program report to each other (default: /run/porchlight; with --root: nowhere)
  --site SITE      the site this kiosk stands in (default: the one it shows, or the only one there is)
  --channel NAME   canary or stable (default: stable)
  --collection ID  whose releases these are (default: org.porchlight.Content)
  --need N         signatures of different people that a release needs (default: 1)
  --reserve MB     room to leave on the disk (default: 64)
  --patience S     seconds that a source may send nothing before it is left (default: 60)
  --from SOURCE    https://..., http://..., or a folder: a repository, a share, a mounted stick; the first is asked first
  --every MINUTES  watch: between two pulls (default: 60); the first comes after a random part of it
  --json           status: for programs
  --help, --version

Exit status: 0 done, or nothing to do; 1 a fault; 2 the command line is wrong; 3 a release waits for more signatures;
4 another porchlight-sync is at work here.
)";

namespace {

template <class T> bool number(const std::string &value, T &to)
{
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), to);
    return failed == std::errc{} && end == value.data() + value.size();
}

bool isName(const std::string &word)
{
    return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

class Parser {
public:
    explicit Parser(const std::vector<std::string> &words) : m_words(words) {}
    void all();
    Arguments arguments;
    std::string complaint;

private:
    void plain(const std::string &word);
    void option(const std::string &word);
    /// False, with a complaint, where `word` is none that takes a value.
    void withValue(const std::string &word, const std::string &value);
    void numbers(const std::string &word, const std::string &value);
    void whole();

    const std::vector<std::string> &m_words;
    std::size_t m_at = 0;
    bool m_verb = false;
    bool m_told = false; ///< help or version, whatever else was said
    bool m_list = false;
    bool m_run = false;
    bool m_root = false;
};

void Parser::plain(const std::string &word)
{
    static const std::map<std::string, Verb> verbs{{"pull", Verb::Pull},         {"status", Verb::Status},
                                                   {"rollback", Verb::Rollback}, {"watch", Verb::Watch},
                                                   {"stick", Verb::Stick},       {"check", Verb::ListChecks}};
    if (!m_verb) {
        m_verb = true;
        if (const auto it = verbs.find(word); it != verbs.end())
            arguments.verb = it->second;
        else
            complaint = "There is no command `" + word + "`.";
    } else if (arguments.verb == Verb::Stick && arguments.stick.empty()) {
        arguments.stick = word;
    } else {
        complaint = "`" + word + "` makes no sense here.";
    }
}

void Parser::numbers(const std::string &word, const std::string &value)
{
    constexpr int mostPeople = 20;
    constexpr std::uint64_t mostReserve = 1ULL << 24; // in MB: what one disk may have
    constexpr int mostPatience = 3600;
    constexpr double mostMinutes = 60.0 * 24 * 28;
    std::uint64_t megabytes = 0;
    double minutes = 0;
    if (word == "--need") {
        if (!number(value, arguments.agent.needed) || arguments.agent.needed < 1 || arguments.agent.needed > mostPeople)
            complaint = "--need takes a number of people, 1 to 20.";
    } else if (word == "--reserve") {
        if (!number(value, megabytes) || megabytes > mostReserve)
            complaint = "--reserve takes a number of megabytes.";
        arguments.agent.reserve = megabytes << 20;
    } else if (word == "--patience") {
        int seconds = 0;
        if (!number(value, seconds) || seconds < 1 || seconds > mostPatience)
            complaint = "--patience takes a number of seconds, 1 to 3600.";
        arguments.agent.patience = std::chrono::seconds(seconds);
    } else if (word == "--every") {
        if (!number(value, minutes) || !(minutes > 0) || minutes > mostMinutes)
            complaint = "--every takes a number of minutes.";
        else
            arguments.every = std::chrono::milliseconds(static_cast<std::int64_t>(minutes * 60'000));
    } else {
        complaint = "`" + word + "` makes no sense here.";
    }
}

void Parser::withValue(const std::string &word, const std::string &value)
{
    release::AgentOptions &agent = arguments.agent;
    if (word == "--root") {
        agent.root = value;
        m_root = true;
    } else if (word == "--keys") {
        agent.keys = value;
    } else if (word == "--run") {
        agent.run = value;
        m_run = true;
    } else if (word == "--collection") {
        agent.collection = value;
    } else if (word == "--from") {
        arguments.from.push_back(value);
    } else if (word == "--site" || word == "--channel") {
        (word == "--site" ? agent.site : agent.channel) = value;
        if (!isName(value))
            complaint = word + " takes a name of small letters, digits and hyphens.";
    } else {
        numbers(word, value);
    }
}

void Parser::option(const std::string &word)
{
    if (word == "--help" || word == "-h" || word == "--version") {
        arguments.verb = word == "--version" ? Verb::Version : Verb::Help;
        m_told = true;
        m_at = m_words.size();
    } else if (word == "--json") {
        arguments.json = true;
    } else if (word == "--list") {
        m_list = true;
    } else if (word == "--gone") {
        arguments.gone = true;
    } else if (const std::size_t equals = word.find('='); equals != std::string::npos) {
        withValue(word.substr(0, equals), word.substr(equals + 1));
    } else if (m_at < m_words.size()) {
        withValue(word, m_words[m_at++]);
    } else {
        complaint = "`" + word + "` makes no sense here, or lacks its value.";
    }
}

void Parser::whole()
{
    const Verb verb = arguments.verb;
    if (m_told)
        return;
    if (!m_verb)
        complaint = "Say what to do: pull, status, rollback, watch, stick or check --list.";
    else if (verb == Verb::Pull && arguments.from.empty())
        complaint = "Say where to pull from with --from.";
    else if (verb == Verb::Stick && arguments.stick.empty() != arguments.gone)
        complaint = "Say where the stick is mounted, or --gone.";
    else if (arguments.gone && verb != Verb::Stick)
        complaint = "--gone is for stick.";
    else if ((verb == Verb::ListChecks) != m_list)
        complaint = "`check` and --list belong together.";
    else if (arguments.json && verb != Verb::Status)
        complaint = "--json is for status.";
    else if (!arguments.from.empty() && verb != Verb::Pull && verb != Verb::Watch)
        complaint = "--from is for pull and watch.";
}

void Parser::all()
{
    release::AgentOptions &agent = arguments.agent;
    agent.root = "/var/lib/porchlight/content";
    agent.keys = "/etc/porchlight/keys.gpg";
    while (complaint.empty() && m_at < m_words.size()) {
        const std::string &word = m_words[m_at++];
        if (word.starts_with('-'))
            option(word);
        else
            plain(word);
    }
    if (!m_run && !m_root)
        agent.run = "/run/porchlight";
    if (complaint.empty())
        whole();
}

} // namespace

std::optional<Arguments> parseArguments(const std::vector<std::string> &words, std::string &complaint)
{
    Parser parser(words);
    parser.all();
    complaint = parser.complaint;
    if (!complaint.empty())
        return std::nullopt;
    return std::move(parser.arguments);
}

} // namespace porchlight::programs
