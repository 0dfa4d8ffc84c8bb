// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent_impl.h"
#include "release/sequence_rule.h"
#include "release/staged_checks.h"
#include "store/schema.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

/// GPG knows of no key before the day it was made.
constexpr content::Date keysBegin = std::chrono::year{2000} / 1 / 1;
constexpr std::size_t nameDigits = 16; ///< of a checksum, in the name of a release's folder

content::Fault siteUnclear(const std::set<std::string> &sites)
{
    std::string names;
    for (const std::string &site : sites)
        names += (names.empty() ? "" : ", ") + site;
    return {"site-unclear", names, "The source has releases for several sites.",
            "Name the site of this kiosk with --site."};
}

/// The sites for which `heads` has something on this channel.
std::set<std::string> sitesIn(const Heads &heads, const std::string &channel)
{
    std::set<std::string> sites;
    const std::string before = "porchlight/";
    const std::string after = "/" + channel;
    for (const auto &[ref, checksum] : heads)
        if (ref.size() > before.size() + after.size() && ref.starts_with(before) && ref.ends_with(after))
            sites.insert(ref.substr(before.size(), ref.size() - before.size() - after.size()));
    return sites;
}

/// What a fetch may bring at most: the signed sizes, and room for what names the files.
Repository::Limits limitsFor(const CommitFacts &facts, std::chrono::seconds patience)
{
    constexpr std::uint64_t perFile = 1024;
    constexpr std::uint64_t headers = 1ULL << 20;
    Repository::Limits limits;
    limits.bytes = facts.bytes + facts.files * perFile + headers;
    limits.largest = facts.largest + facts.files * perFile + headers;
    limits.stalledSeconds = static_cast<int>(patience.count());
    return limits;
}

std::string nameOf(const CommitFacts &facts, const std::string &checksum)
{
    return std::to_string(facts.sequence) + '-' + checksum.substr(0, nameDigits);
}

content::Fault asFound(const CommitFacts &facts, const std::string &code, const std::string &what,
                       const std::string &remedy)
{
    return {code, "release " + facts.version, what, remedy};
}

} // namespace

content::Result<Pulled> Agent::State::pull(const Source &source, const OnProgress &progress)
{
    report.from = source.given;
    if (clock.today() < keysBegin)
        return content::Fault{"clock-wrong", "",
                              "This machine's clock stands before the year 2000, when the keys begin.",
                              "Set the clock; any later day will do."};
    if (auto opened = openRepository(); !opened)
        return opened.fault();
    const AgentState before = known;
    auto trust = keysInForce(options, root, known);
    if (!trust)
        return trust.fault();
    if (!(known == before))
        if (auto saved = save(); !saved)
            return saved.fault();
    if (auto used = repository->use(source, *trust, options.collection); !used)
        return used.fault();
    const auto heads = repository->heads();
    if (!heads)
        return heads.fault();
    report.checkedOn = content::formatDate(clock.today());

    // Neither may hold up the other: a bad list must not keep a good release away, nor a bad release the list.
    const auto withdrawn = pullWithdrawals(source, *heads, *trust);
    if (withdrawn && *withdrawn) {
        trust = keysInForce(options, root, known); // the list may have brought others
        if (!trust)
            return trust.fault();
        if (auto used = repository->use(source, *trust, options.collection); !used)
            return used.fault();
    }
    auto release = pullRelease(*heads, *trust, progress);
    if (!release)
        return release.fault();
    if (!withdrawn && !*release)
        return withdrawn.fault();

    Pulled pulled;
    if (!withdrawn)
        pulled.withdrawalsFault = withdrawn.fault();
    if (*release) {
        pulled.what = Pulled::What::Release;
        pulled.release = **release;
        pulled.words = "Release " + (*release)->version + " is there; the kiosk takes it when nobody is touching it.";
    } else if (*withdrawn) {
        pulled.what = Pulled::What::WithdrawalsOnly;
        pulled.words = "The list of withdrawn entries is new; the release is the same.";
    } else {
        pulled.words = "Nothing newer is there.";
    }
    return pulled;
}

content::Result<std::string> Agent::State::wantedRef(const Heads &heads) const
{
    const std::set<std::string> sites = sitesIn(heads, options.channel);
    const KnownRelease *current = known.find(known.current);
    std::string site = options.site;
    if (site.empty() && current)
        site = current->installed.site;
    if (site.empty() && sites.size() == 1)
        site = *sites.begin();
    if (site.empty() && sites.size() > 1)
        return siteUnclear(sites);
    if (!sites.contains(site))
        return content::Fault{"ref-missing", site.empty() ? options.channel : releaseRef(site, options.channel),
                              "The source has no release for this site and channel.",
                              "Check --site and --channel, and what was published there."};
    return releaseRef(site, options.channel);
}

content::Result<std::optional<Installed>> Agent::State::pullRelease(const Heads &heads, const Trust &trust,
                                                                    const OnProgress &progress)
{
    const auto ref = wantedRef(heads);
    if (!ref)
        return ref.fault();
    const std::string &checksum = heads.at(*ref);
    if (const KnownRelease *current = known.find(known.current);
        current && current->installed.checksum == checksum && !current->damaged)
        return std::optional<Installed>();
    if (known.isGivenUp(checksum))
        return content::Fault{"given-up", checksum, "This release was tried here, and left again.",
                              "Publish a mended one with a higher number."};
    const auto facts = repository->fetchFacts(*ref, checksum);
    if (!facts)
        return facts.fault();
    const auto signers = repository->signers(checksum, trust);
    if (!signers)
        return signers.fault();
    if (auto may = acceptable(*facts, *ref, checksum, *signers, trust); !may)
        return may.fault();
    if (auto room = makeRoom(checksum); !room)
        return room.fault();
    if (auto fetched = fetch(*ref, checksum, *facts, progress); !fetched)
        return fetched.fault();
    const auto keys = broughtKeys(checksum, *facts);
    if (!keys)
        return keys.fault();
    const auto verified = stage(checksum, *facts, *signers);
    if (!verified)
        return verified.fault();
    if (auto switched = switchTo(*verified, *keys, trust); !switched)
        return switched.fault();
    return std::optional(known.find(known.current)->installed);
}

content::Outcome Agent::State::acceptable(const CommitFacts &facts, const std::string &ref, const std::string &checksum,
                                          const std::vector<std::string> &signers, const Trust &trust) const
{
    if (facts.kind != CommitFacts::Kind::Release)
        return asFound(facts, "facts-wrong", "A withdrawal list stands in the place of a release.",
                       "Publish the release again.");
    if (static_cast<int>(signers.size()) < options.needed)
        return asFound(facts, "signatures-wanted",
                       "It takes signatures of " + std::to_string(options.needed) + " people; " +
                           std::to_string(signers.size()) + " have signed it.",
                       "Have another one sign it with `porchlight-content sign`.");
    if (releaseRef(facts.site, options.channel) != ref)
        return asFound(facts, "site-other", "It was made for the site \"" + facts.site + "\".",
                       "Check --site, and which release was published there.");
    // The one that is shown may come again: a part of it is damaged, or its name is all that is still known of it.
    const KnownRelease *current = known.find(known.current);
    const bool again =
        current && (current->installed.checksum == checksum ||
                    (current->installed.checksum.empty() && known.current.starts_with(nameOf(facts, checksum))));
    if (const int highest = highestAccepted(known.releaseNumbers, trust); facts.sequence <= highest && !again)
        return asFound(facts, "sequence-older",
                       "It has the number " + std::to_string(facts.sequence) + ", but number " +
                           std::to_string(highest) + " was accepted before.",
                       "Publish the content again with a higher number.");
    if (facts.schema < store::readableFrom || facts.schema > store::schemaVersion ||
        !versionReaches(PORCHLIGHT_VERSION, facts.program))
        return asFound(facts, "program-older",
                       "It needs Porchlight " + facts.program + "; this is Porchlight " PORCHLIGHT_VERSION ".",
                       "Update Porchlight on this kiosk.");
    return content::Nothing{};
}

content::Outcome Agent::State::makeRoom(const std::string &checksum)
{
    const auto missing = repository->missingBytes(checksum);
    if (!missing)
        return missing.fault();
    const auto fits = [&] {
        std::error_code failed;
        const fs::space_info space = fs::space(root.folder(), failed);
        return failed || space.available >= *missing + options.reserve;
    };
    if (fits())
        return content::Nothing{};
    // What nothing leads to goes first, then the release before, unless the kiosk may still need it.
    if (auto settled = settle(); !settled)
        return settled;
    if (const KnownRelease *current = known.find(known.current);
        !fits() && current && current->drawn && !known.previous.empty()) {
        if (auto dropped = dropPrevious(); !dropped)
            return dropped;
    }
    if (fits())
        return content::Nothing{};
    constexpr std::uint64_t megabyte = 1ULL << 20;
    return content::Fault{"space", root.folder().string(),
                          "The release needs " + std::to_string((*missing + options.reserve) / megabyte + 1) +
                              " MB of free disk, and there is less.",
                          "Make room on this kiosk's disk."};
}

content::Outcome Agent::State::fetch(const std::string &ref, const std::string &checksum, const CommitFacts &facts,
                                     const OnProgress &progress)
{
    const bool resumed = known.fetching == checksum;
    if (!resumed) {
        known.fetching = checksum;
        if (auto saved = save(); !saved)
            return saved;
    }
    const auto all = [&] {
        return repository->fetchAll(ref, checksum, limitsFor(facts, options.patience),
                                    [&](const Repository::Progress &now) {
                                        tellFetching(now);
                                        return !progress || progress(now);
                                    });
    };
    tellFetching({});
    if (auto fetched = all(); !fetched || !resumed)
        return fetched;
    // What an earlier run fetched may have suffered when that was cut; what is wrong is dropped, and comes once more.
    if (auto whole = repository->verify(checksum); whole || whole.fault().code != "release-damaged")
        return whole;
    if (auto again = repository->fetchFacts(ref, checksum); !again)
        return again.fault();
    if (auto fetched = all(); !fetched)
        return fetched;
    return repository->verify(checksum);
}

content::Result<std::optional<NewKeys>> Agent::State::broughtKeys(const std::string &checksum, const CommitFacts &facts)
{
    if (facts.keysSerial <= known.keysSerial)
        return std::optional<NewKeys>();
    const auto bytes = repository->readFile(checksum, keysFileName, largestKeyring);
    if (!bytes)
        return bytes.fault();
    auto keys = lookAtKeys(*bytes, facts.keysSerial, options, root, known);
    if (!keys)
        return keys.fault();
    return std::optional(std::move(*keys));
}

content::Result<VerifiedRelease> Agent::State::stage(const std::string &checksum, const CommitFacts &facts,
                                                     const std::vector<std::string> &signers)
{
    std::string name = nameOf(facts, checksum);
    if (name == known.current || name == known.previous)
        name += "-again"; // the damaged one is shown until this one takes its place
    std::error_code failed;
    fs::remove_all(root.staging(name), failed);
    // A whole one of this name may be there, from a run that was killed before it was accepted.
    std::set<std::string> others{known.current, known.previous};
    if (!others.contains(name) && fs::exists(root.release(name), failed))
        fs::remove_all(root.release(name), failed);
    if (auto out = repository->checkOut(checksum, root.staging(name)); !out)
        return out.fault();
    const auto withdrawals = store::readWithdrawals(root.withdrawn());
    if (auto good = checkStaged(root.staging(name), facts, withdrawals ? *withdrawals : store::Withdrawals{}); !good) {
        fs::remove_all(root.staging(name), failed);
        return good.fault();
    }
    if (auto named = root.unstage(name); !named)
        return named.fault();
    VerifiedRelease verified;
    verified.m_checksum = checksum;
    verified.m_facts = facts;
    verified.m_signers = signers;
    verified.m_folder = root.release(name);
    return verified;
}

content::Outcome Agent::State::switchTo(const VerifiedRelease &release, const std::optional<NewKeys> &keys,
                                        const Trust &trust)
{
    const std::string name = release.folder().filename().string();
    const KnownRelease *old = known.find(known.current);
    // The release to go back to is one that the kiosk has shown, and one that is whole.
    const KnownRelease *older = known.find(known.previous);
    const bool keepOlder = older && (!old || old->damaged || (older->drawn && !old->drawn));
    if (!keepOlder)
        known.previous = old && !old->damaged ? known.current : std::string();
    known.current = name;
    KnownRelease &fresh = known.releases[name];
    fresh = {};
    fresh.installed = {name,
                       release.checksum(),
                       release.facts().sequence,
                       release.facts().version,
                       release.facts().site,
                       release.signers()};
    std::erase_if(known.releases,
                  [&](const auto &entry) { return entry.first != known.current && entry.first != known.previous; });
    remember(known.releaseNumbers, release.signers(), release.facts().sequence, trust);
    known.fetching.clear();
    if (keys)
        takeKeys(*keys, known);
    // From here on it is accepted: see AgentState.
    if (auto saved = save(); !saved)
        return saved;
    if (auto written = writeKeyring(root, known); !written)
        return written;
    return settle();
}

} // namespace porchlight::release
