// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent.h"

#include "release/agent_impl.h"
#include "release/atomic_file.h"
#include "release/trial.h"

#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largestState = 4 * 1024 * 1024;
constexpr const char *sumMark = "# sha256 ";

std::string sumLine(const std::string &text)
{
    return sumMark + sha256(text) + '\n';
}

content::Fault unwritable(const fs::path &folder, int error)
{
    return {
        "root-unwritable", folder.string(),
        "Releases cannot be kept here (" + std::generic_category().message(error) + ").",
        "Run porchlight-sync as its own user, and see that the folder belongs to it and the disk can be written to."};
}

/// Waits a little: one that was killed leaves the lock, for a moment, to a GPG that it was just starting.
bool takeLock(int file)
{
    constexpr int tries = 100;
    constexpr auto pause = std::chrono::milliseconds(20);
    for (int i = 0; i < tries; ++i) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        std::this_thread::sleep_for(pause);
    }
    return false;
}

/// `previous` may name the release that is shown: a run was killed between the two links.
AgentState fromLinks(const ContentRoot &root)
{
    return stateFromLinks(root.linked("current"), root.linked("previous"));
}

} // namespace

AgentState loadState(const ContentRoot &root)
{
    const std::optional<std::string> bytes = readSmall(root.own("state"), largestState);
    const std::size_t end = bytes ? bytes->find('\n') : std::string::npos;
    if (end == std::string::npos)
        return fromLinks(root);
    const std::string text = bytes->substr(end + 1);
    if (bytes->substr(0, end + 1) != sumLine(text))
        return fromLinks(root);
    return parseState(text).value_or(fromLinks(root));
}

content::Outcome saveState(const ContentRoot &root, const AgentState &state)
{
    const std::string text = stateText(state);
    return writeAtomically(root.own("state"), sumLine(text) + text);
}

Moment momentOf(const content::Clock &clock, const fs::path &bootId)
{
    constexpr std::size_t longest = 100;
    std::string boot = readSmall(bootId, longest).value_or("");
    boot.erase(boot.find_last_not_of('\n') + 1);
    return {boot, clock.now()};
}

Agent::State::~State()
{
    if (lock >= 0)
        close(lock); // gives the lock back
}

content::Outcome Agent::State::begin()
{
    std::error_code failed;
    fs::create_directories(root.own(""), failed);
    if (failed)
        return unwritable(root.folder(), failed.value());
    constexpr mode_t othersRead = 0644;
    const fs::path file = root.own("lock");
    lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, othersRead);
    if (lock < 0)
        return unwritable(root.folder(), errno);
    if (!takeLock(lock))
        return content::Fault{"agent-busy", root.folder().string(), "Another porchlight-sync is at work here.",
                              "Wait until it has ended."};
    known = loadState(root);
    if (auto last = store::readSyncReport(options.run); last && !options.run.empty())
        report = std::move(*last);
    root.removeStaged();
    return makeLinks();
}

content::Outcome Agent::State::makeLinks()
{
    std::error_code failed;
    const auto there = [&](const std::string &name) {
        return !name.empty() && fs::is_directory(root.release(name), failed);
    };
    if (known.current.empty() || there(known.current))
        return root.link(known.current, there(known.previous) ? known.previous : std::string());
    // Somebody has removed what was shown: it is fetched again, as after any damage.
    known.find(known.current)->damaged = true;
    return root.link(there(known.previous) ? known.previous : std::string(), {});
}

content::Outcome Agent::State::openRepository()
{
    if (repository)
        return content::Nothing{};
    auto opened = Repository::open(root.own("repo"));
    if (!opened)
        return opened.fault();
    repository.emplace(std::move(*opened));
    repository->waitAtMost(options.patience);
    return content::Nothing{};
}

content::Outcome Agent::State::settle()
{
    if (auto linked = makeLinks(); !linked)
        return linked;
    std::set<std::string> names{known.current, known.previous};
    std::vector<std::string> checksums{known.fetching};
    for (const std::string &name : names)
        if (const KnownRelease *release = known.find(name))
            checksums.push_back(release->installed.checksum);
    std::erase(checksums, std::string());
    // The kiosk reads what it shows by its own name until the next visit.
    if (const auto kiosk = options.run.empty() ? std::nullopt : store::readKioskReport(options.run))
        names.insert(kiosk->release);
    root.keepOnly(names);
    if (auto opened = openRepository(); !opened)
        return opened;
    return repository->keepOnly(checksums);
}

content::Outcome Agent::State::dropPrevious()
{
    known.releases.erase(known.previous);
    known.previous.clear();
    if (auto saved = save(); !saved)
        return saved;
    return settle();
}

content::Outcome Agent::State::leaveCurrent()
{
    if (const KnownRelease *left = known.find(known.current))
        known.giveUp(left->installed.checksum);
    known.releases.erase(known.current);
    known.current = std::exchange(known.previous, std::string());
    if (KnownRelease *back = known.find(known.current)) {
        // It must show itself again.
        back->drawn = false;
        back->trialSince = back->shownSince = {};
        back->trialStarts = 0;
    }
    if (auto saved = save(); !saved)
        return saved;
    return settle();
}

AgentStatus Agent::State::status() const
{
    AgentStatus status;
    if (const KnownRelease *current = known.find(known.current)) {
        status.current = current->installed;
        status.drawn = current->drawn;
        status.shownFor = shownFor(*current, now());
    }
    if (const KnownRelease *previous = known.find(known.previous))
        status.previous = previous->installed;
    status.givenUp = known.givenUp;
    status.keysSerial = known.keysSerial;
    status.needed = options.needed;
    status.withdrawalsSequence = known.listSequence;
    if (const auto list = store::readWithdrawals(root.withdrawn()))
        status.withdrawn = list->channels.size() + list->numbers.size() + list->facts.size() + list->topics.size();
    std::error_code failed;
    const fs::path keyring = root.own("keys.gpg");
    if (auto keys = readKeys(fs::exists(keyring, failed) ? keyring : options.keys))
        status.keys = std::move(*keys);
    for (Key &key : status.keys)
        key.revoked = key.revoked || known.revoked.contains(key.fingerprint);
    status.last = report;
    return status;
}

Agent::Agent(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Agent::Agent(Agent &&) noexcept = default;
Agent &Agent::operator=(Agent &&) noexcept = default;
Agent::~Agent() = default;

content::Result<Agent> Agent::open(const AgentOptions &options, const content::Clock &clock)
{
    auto state = std::make_unique<State>(options, clock);
    if (auto begun = state->begin(); !begun) {
        if (begun.fault().code != "agent-busy") { // the other one reports
            state->known = loadState(state->root);
            state->tellFault(begun.fault());
        }
        return begun.fault();
    }
    return Agent(std::move(state));
}

content::Result<Pulled> Agent::pull(const Source &source, const OnProgress &progress)
{
    auto pulled = m_state->pull(source, progress);
    if (!pulled)
        m_state->tellFault(pulled.fault());
    else if (pulled->withdrawalsFault)
        m_state->tellFault(*pulled->withdrawalsFault);
    else
        m_state->tellShown();
    return pulled;
}

content::Result<Pulled> Agent::pullFromFirst(const std::vector<std::string> &places, const OnProgress &progress)
{
    std::optional<content::Fault> last;
    for (const std::string &place : places) {
        const auto source = openSource(place);
        if (!source) {
            last = source.fault();
            m_state->report.from = place;
            m_state->tellFault(*last);
            continue;
        }
        auto pulled = pull(*source, progress);
        if (pulled || pulled.fault().code == "signatures-wanted" || pulled.fault().code == "cancelled")
            return pulled;
        last = pulled.fault();
    }
    return last.value_or(
        content::Fault{"source-missing", "", "No place to pull from was named.", "Name one with --from."});
}

content::Result<Installed> Agent::rollback()
{
    State &state = *m_state;
    if (state.known.previous.empty())
        return content::Fault{"no-previous", state.root.folder().string(), "There is no release before this one.",
                              "Publish the former content again with a higher number."};
    if (auto left = state.leaveCurrent(); !left)
        return left.fault();
    state.tellShown();
    return state.known.find(state.known.current)->installed;
}

content::Outcome Agent::tend()
{
    return m_state->tend();
}

AgentStatus Agent::status() const
{
    return m_state->status();
}

content::Result<AgentStatus> Agent::look(const AgentOptions &options)
{
    const content::BootClock clock;
    State state(options, clock);
    state.known = loadState(state.root);
    if (auto last = store::readSyncReport(options.run); last && !options.run.empty())
        state.report = std::move(*last);
    return state.status();
}

} // namespace porchlight::release
