// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: the inside of Agent, which several files share.

#include "release/accepted_keys.h"
#include "release/agent.h"
#include "release/agent_state.h"
#include "release/content_root.h"
#include "release/verified_release.h"
#include "store/withdrawals.h"

#include <map>

namespace porchlight::release {

using Heads = std::map<std::string, std::string>; ///< checksums by ref
using OnProgress = std::function<bool(const Repository::Progress &)>;

/// The state as it stands on the disk, or, where that is lost, what the links tell.
AgentState loadState(const ContentRoot &root);

/// "sha256 ..." and the text: a file of which a part is wrong is taken for lost.
content::Outcome saveState(const ContentRoot &root, const AgentState &state);

/// This moment, in terms of this start of the machine.
Moment momentOf(const content::Clock &clock, const std::filesystem::path &bootId);

struct Agent::State {
    State(const AgentOptions &given, const content::Clock &ours) : options(given), clock(ours), root(given.root) {}
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State();

    AgentOptions options;
    const content::Clock &clock;
    ContentRoot root;
    int lock = -1; ///< descriptor
    AgentState known;
    std::optional<Repository> repository; ///< opened when it is first needed
    store::SyncReport report;

    // agent.cpp
    content::Outcome begin();
    content::Outcome openRepository();
    [[nodiscard]] content::Outcome save() const { return saveState(root, known); }
    /// Makes the links so as `known` says, and lets go of what nothing leads to any more.
    content::Outcome settle();
    content::Outcome makeLinks();
    [[nodiscard]] Moment now() const { return momentOf(clock, options.bootId); }
    [[nodiscard]] AgentStatus status() const;
    /// From now on there is none to go back to.
    content::Outcome dropPrevious();
    /// `release` is not tried again; the one before, or the built-in one, is shown.
    content::Outcome leaveCurrent();

    // agent_pull.cpp
    content::Result<Pulled> pull(const Source &source, const OnProgress &progress);
    content::Result<std::optional<Installed>> pullRelease(const Heads &heads, const Trust &trust,
                                                          const OnProgress &progress);
    content::Result<std::string> wantedRef(const Heads &heads) const;
    [[nodiscard]] content::Outcome acceptable(const CommitFacts &facts, const std::string &ref,
                                              const std::string &checksum, const std::vector<std::string> &signers,
                                              const Trust &trust) const;
    content::Outcome makeRoom(const std::string &checksum);
    content::Outcome fetch(const std::string &ref, const std::string &checksum, const CommitFacts &facts,
                           const OnProgress &progress);
    content::Result<VerifiedRelease> stage(const std::string &checksum, const CommitFacts &facts,
                                           const std::vector<std::string> &signers);
    content::Result<std::optional<NewKeys>> broughtKeys(const std::string &checksum, const CommitFacts &facts);
    content::Outcome switchTo(const VerifiedRelease &release, const std::optional<NewKeys> &keys, const Trust &trust);

    // agent_withdrawals.cpp
    /// True where a newer list was taken.
    content::Result<bool> pullWithdrawals(const Source &source, const Heads &heads, const Trust &trust);
    [[nodiscard]] content::Outcome holdsTheOld(const store::Withdrawals &fresh, const Trust &trust) const;

    // agent_tend.cpp
    content::Outcome tend();
    content::Outcome giveUp(const std::string &why);
    content::Outcome readThrough();

    // agent_report.cpp: what staff are told
    void tell();
    void tellFetching(const Repository::Progress &progress);
    void tellShown();
    void tellFault(const content::Fault &fault);
};

/// Plain sentences for staff.
std::string wordsFor(const content::Fault &fault);

} // namespace porchlight::release
