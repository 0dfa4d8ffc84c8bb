// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "content/result.h"
#include "release/repository.h"
#include "store/run_files.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::release {

struct AgentOptions {
    std::filesystem::path root; ///< holds `current`, `previous`, `withdrawn`, the releases, and .sync/ of its own
    std::filesystem::path keys; ///< provisioned by the administrator; a release may bring newer ones
    std::filesystem::path run;  ///< /run/porchlight; empty: no reports
    std::string site;           ///< empty: the one it shows already, or the only one the source has
    std::string channel = "stable";
    std::string collection = defaultCollection;
    int needed = 1;                                                   ///< signatures of different people
    std::uint64_t reserve = 64ULL << 20;                              ///< bytes to leave free on the disk
    std::chrono::seconds patience{60};                                ///< how long a source may send nothing
    std::filesystem::path bootId = "/proc/sys/kernel/random/boot_id"; ///< names this start of the machine
    std::chrono::milliseconds trial{60'000}; ///< how long the kiosk may try a release before it is given up
    std::chrono::milliseconds keepPrevious{24LL * 60 * 60 *
                                           1000}; ///< how long the new one is shown before the old one goes
};

struct Installed {
    std::string release; ///< folder name
    std::string checksum;
    int sequence = 0;
    std::string version;
    std::string site;
    std::vector<std::string> signers; ///< fingerprints

    bool operator==(const Installed &) const = default;
};

struct AgentStatus {
    std::optional<Installed> current;
    std::optional<Installed> previous;
    bool drawn = false;                    ///< the kiosk has shown `current`
    std::chrono::milliseconds shownFor{0}; ///< as far as it was watched
    std::vector<std::string> givenUp;      ///< checksums that are not tried again
    std::vector<Key> keys;
    int keysSerial = 0;
    int needed = 1;
    int withdrawalsSequence = 0;
    std::size_t withdrawn = 0; ///< entries
    store::SyncReport last;    ///< of the last attempt
};

/// What a pull came to.
struct Pulled {
    enum class What { Nothing, Release, WithdrawalsOnly } what = What::Nothing;
    std::optional<Installed> release; ///< What::Release
    std::string words;
    /// The list of withdrawals could not be taken; a release that came with it could.
    std::optional<content::Fault> withdrawalsFault;
};

/// Fetches, checks, switches and rolls back. One at a time for a root: open() takes a lock.
/// Whatever happens, and wherever it is killed, `current` leads to a whole release, the old one or the new one.
class Agent {
public:
    /// Faults: "agent-busy" (another one is at work), "root-unwritable".
    /// `clock` must outlive it, and count from the start of the machine (content::BootClock).
    static content::Result<Agent> open(const AgentOptions &options, const content::Clock &clock);
    Agent(Agent &&) noexcept;
    Agent &operator=(Agent &&) noexcept;
    ~Agent();

    /// Signature, metadata, space, transfer, named checks, one atomic switch; the withdrawal list before everything.
    /// `progress` as in Repository. Faults beside those of Repository: "sequence-older", "signatures-wanted" (fewer
    /// people than needed), "site-other", "site-unclear" (name one), "program-older" (this program can't read it),
    /// "given-up" (it was tried and failed), "clock-wrong" (before 2000), "space", "withdrawals-shrunk", "check-...".
    content::Result<Pulled> pull(const Source &source,
                                 const std::function<bool(const Repository::Progress &)> &progress);
    /// The same from the first of these places (as openSource takes them) that can be asked. Faults: those of the last
    /// one, and those of openSource.
    content::Result<Pulled> pullFromFirst(const std::vector<std::string> &places,
                                          const std::function<bool(const Repository::Progress &)> &progress);
    /// Back to the previous release; the one that is left is not tried again. Fault: "no-previous".
    content::Result<Installed> rollback();
    /// One look at what the kiosk reports: gives a release up that it could not open or draw, counts how long one was
    /// shown, drops the previous one after its day, and once a week reads the current one again. Call it every few
    /// seconds.
    content::Outcome tend();
    [[nodiscard]] AgentStatus status() const;
    /// The same without a lock, for a person who looks while another is at work.
    static content::Result<AgentStatus> look(const AgentOptions &options);

private:
    struct State;
    explicit Agent(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace porchlight::release
