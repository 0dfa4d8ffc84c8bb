// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent_impl.h"
#include "release/atomic_file.h"
#include "release/sequence_rule.h"

#include <system_error>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t mostOfList = store::largestWithdrawals + largestKeyring;

content::Fault ofList(const std::string &code, const std::string &what, const std::string &remedy)
{
    return {code, withdrawalsRef, what, remedy};
}

content::Outcome acceptableList(const CommitFacts &facts, const std::vector<std::string> &signers,
                                const AgentOptions &options, const Numbers &numbers, const Trust &trust)
{
    if (facts.kind != CommitFacts::Kind::Withdrawals)
        return ofList("facts-wrong", "A release stands in the place of the withdrawal list.",
                      "Publish the list again with `porchlight-content withdraw`.");
    if (static_cast<int>(signers.size()) < options.needed)
        return ofList("signatures-wanted",
                      "The withdrawal list takes signatures of " + std::to_string(options.needed) + " people; " +
                          std::to_string(signers.size()) + " have signed it.",
                      "Have another one sign it with `porchlight-content sign --ref porchlight/withdrawals`.");
    if (const int highest = highestAccepted(numbers, trust); facts.sequence <= highest)
        return ofList("sequence-older",
                      "The withdrawal list has the number " + std::to_string(facts.sequence) + ", but number " +
                          std::to_string(highest) + " was accepted before.",
                      "Publish the list again from the repository that has the newest one.");
    if (facts.bytes > mostOfList)
        return ofList("facts-wrong", "The withdrawal list is larger than one may be.", "Publish a shorter one.");
    return content::Nothing{};
}

/// What each key has signed last, by fingerprint. A later list must hold all of it while that key counts; what a
/// revoked one has put on it binds nobody, or a thief could make an entry that no honest list has.
fs::path signedBy(const ContentRoot &root, const std::string &fingerprint)
{
    return root.own("lists") / fingerprint;
}

} // namespace

content::Outcome Agent::State::holdsTheOld(const store::Withdrawals &fresh, const Trust &trust) const
{
    for (const auto &[fingerprint, number] : known.listNumbers) {
        if (!counts(fingerprint, trust))
            continue;
        const auto old = store::readWithdrawals(signedBy(root, fingerprint));
        if (old && !fresh.holdsAllOf(*old))
            return ofList("withdrawals-shrunk", "An entry of the former withdrawal list is missing in the new one.",
                          "Publish the list again from the repository that has the newest one: entries stay for good.");
    }
    return content::Nothing{};
}

// Order: the list that the kiosk reads, then what is remembered of it. Killed in between, the next pull takes the same
// list once more, which changes nothing.
content::Result<bool> Agent::State::pullWithdrawals(const Source &source, const Heads &heads, const Trust &trust)
{
    const auto head = heads.find(withdrawalsRef);
    if (head == heads.end()) {
        if (known.listOnWeb && source.kind == Source::Kind::Web)
            return ofList("withdrawals-missing", "The source had a withdrawal list before, and has none now.",
                          "Publish the list there again.");
        return false;
    }
    const std::string &checksum = head->second;
    if (checksum == known.listChecksum)
        return false;
    const auto facts = repository->fetchFacts(withdrawalsRef, checksum);
    if (!facts)
        return facts.fault();
    const auto signers = repository->signers(checksum, trust);
    if (!signers)
        return signers.fault();
    if (auto may = acceptableList(*facts, *signers, options, known.listNumbers, trust); !may)
        return may.fault();
    constexpr std::uint64_t headers = 64 * 1024;
    const Repository::Limits limits{mostOfList + headers, mostOfList, static_cast<int>(options.patience.count())};
    if (auto fetched = repository->fetchAll(withdrawalsRef, checksum, limits, {}); !fetched)
        return fetched.fault();
    const auto text = repository->readFile(checksum, withdrawalsFileName, store::largestWithdrawals);
    if (!text)
        return text.fault();
    const auto fresh = store::parseWithdrawals(*text, withdrawalsRef);
    if (!fresh)
        return fresh.fault();
    if (auto held = holdsTheOld(*fresh, trust); !held)
        return held.fault();
    const auto keys = broughtKeys(checksum, *facts);
    if (!keys)
        return keys.fault();

    // One that cannot be read any more is replaced: the lists that are to come hold all that it held.
    auto all = store::readWithdrawals(root.withdrawn());
    store::Withdrawals whole = all ? std::move(*all) : store::Withdrawals{};
    whole.add(*fresh);
    if (auto written = writeAtomically(root.withdrawn(), whole.text()); !written)
        return written.fault();
    std::error_code ignored;
    fs::create_directories(root.own("lists"), ignored);
    for (const std::string &signer : *signers)
        if (auto written = writeAtomically(signedBy(root, signer), fresh->text()); !written)
            return written.fault();
    remember(known.listNumbers, *signers, facts->sequence, trust);
    known.listChecksum = checksum;
    known.listSequence = facts->sequence;
    known.listOnWeb = known.listOnWeb || source.kind == Source::Kind::Web;
    if (*keys)
        takeKeys(**keys, known);
    if (auto saved = save(); !saved)
        return saved.fault();
    return true;
}

} // namespace porchlight::release
