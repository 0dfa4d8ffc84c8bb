// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/publish.h"

#include "release/archive_commit.h"
#include "release/changes.h"
#include "release/commit_metadata.h"
#include "release/deltas.h"
#include "release/temporary_folder.h"
#include "store/schema.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

/// The first program that reads each schema.
constexpr struct {
    int schema;
    const char *program;
} introduced[] = {{1, "0.1.0"}};
static_assert(std::size(introduced) == store::schemaVersion, "a new schema: say which program brings it");

/// What is about to be published, looked at before anything is written.
struct Candidate {
    store::Reader reader;
    int schema = 0;
};

/// A store says its own schema in SQLite's user_version: bytes 60 to 63 of the file, most significant first.
int schemaOf(const fs::path &store)
{
    std::ifstream in(store, std::ios::binary);
    unsigned char bytes[4] = {};
    in.seekg(60);
    in.read(reinterpret_cast<char *>(bytes), sizeof bytes);
    return bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

Candidate examine(const PublishOptions &options)
{
    const fs::path store = options.release / store::storeFileName;
    if (!fs::exists(store))
        throw content::Fault{"release-missing", options.release.string(), "There is no built release in this folder.",
                             "Build one: porchlight-content build content -o DIR."};
    Candidate candidate{orThrow(store::Reader::open(store)), schemaOf(store)};
    if (!isPlainName(candidate.reader.info().site))
        throw content::Fault{"site-name", candidate.reader.info().site,
                             "The name of the site has other letters than a-z, 0-9 and -.",
                             "Rename its folder in content/sites."};
    if (std::find(std::begin(channels), std::end(channels), options.channel) == std::end(channels))
        throw content::Fault{"channel-unknown", options.channel, "There is no such channel.",
                             "Publish to canary or to stable."};
    return candidate;
}

/// Nobody takes a release that is not newer than the one before it.
void checkSequence(const Archive &archive, const std::string &before, const store::Reader &release)
{
    if (before.empty())
        return;
    const int last = archive.facts(before).sequence;
    if (release.info().sequence > last)
        return;
    throw content::Fault{"sequence-older", release.info().site,
                         "This is release " + std::to_string(release.info().sequence) + ", and release " +
                             std::to_string(last) + " is published already.",
                         "Build it with --sequence " + std::to_string(last + 1) + "."};
}

std::vector<LanguageChanges> changesSince(const Archive &archive, const std::string &before,
                                          const store::Reader &release)
{
    if (before.empty())
        return {};
    const TemporaryFolder folder;
    const fs::path file = folder.path() / store::storeFileName;
    std::ofstream out(file, std::ios::binary);
    out << archive.file(before, file.filename().c_str()) << std::flush;
    out.close();
    const auto old = store::Reader::open(file);
    // What this program can't read any more, or not yet, it can't compare.
    if (!old)
        return {};
    return orThrow(compareReleases(*old, release));
}

std::vector<std::string> refsOf(const std::string &site)
{
    std::vector<std::string> refs;
    for (const char *channel : channels)
        refs.push_back(releaseRef(site, channel));
    return refs;
}

CommitWords wordsOf(const Archive &archive, const CommitFacts &facts, const std::string &before)
{
    CommitWords words;
    words.subject = "Release " + facts.version + " of " + facts.site;
    const std::string changes = changesInWords(facts.changes);
    words.body = before.empty()    ? "The first release."
                 : changes.empty() ? "No topic and no line reads differently."
                                   : "What reads differently since the release before, by language:\n" + changes;
    const auto day = std::chrono::duration_cast<std::chrono::seconds>(facts.newestDate.time_since_epoch()).count();
    // Of the updates that fit, a kiosk takes the one from the commit with the latest time: no two may have the same.
    words.time =
        std::max<std::uint64_t>(static_cast<std::uint64_t>(day), before.empty() ? 0 : archive.timeOf(before) + 1);
    words.parent = before;
    return words;
}

/// Room for all of it, should nothing be shared with what is there.
void checkSpace(const Archive &archive, const CommitFacts &facts)
{
    if (fs::space(archive.folder()).available < facts.bytes + facts.bytes / 4)
        throw content::Fault{"disk-full", archive.folder().string(), "The disk has too little room for the release.",
                             "Make room, and try again: nothing was changed."};
}

PublishReport publishIt(const PublishOptions &options, const Told &told)
{
    told("looking at the release");
    const Candidate candidate = examine(options);
    const store::Reader &release = candidate.reader;
    const SigningKey key = orThrow(findSigningKey(options.signing));
    const Archive archive = Archive::openOrMake(options.repository, options.collection);
    const std::string before = archive.newestOf(release.info().site);
    checkSequence(archive, before, release);
    const PublishedKeys keys = keysToBring(archive, options.keys);

    PublishReport report;
    CommitFacts &facts = report.facts;
    facts.sequence = release.info().sequence;
    facts.newestDate = release.info().newestDate;
    facts.version = std::to_string(facts.sequence) + " (" + content::formatDate(facts.newestDate) + ")";
    facts.site = release.info().site;
    facts.schema = candidate.schema;
    facts.program = introduced[candidate.schema - 1].program;
    facts.keysSerial = keys.serial;
    told("comparing it with the release before");
    facts.changes = changesSince(archive, before, release);
    const TopFiles top = keys.serial > 0 ? TopFiles{{keysFileName, keys.bytes}} : TopFiles{};
    measure(options.release, top, facts);
    checkSpace(archive, facts);

    told("writing its files");
    report.checksum =
        writeCommit(archive, options.release, top, facts, refsOf(facts.site), wordsOf(archive, facts, before));
    told("signing it");
    if (!archive.isSignedBy(report.checksum, key)) // as a run before may have done that was cut off

        archive.sign(report.checksum, key);
    std::string from = before;
    for (int i = 0; i < options.deltas && !from.empty(); ++i, from = archive.parent(from)) {
        const int sequence = archive.facts(from).sequence;
        told("making the update from release " + std::to_string(sequence));
        report.deltaBytes.emplace_back(sequence, makeDelta(archive, from, report.checksum));
    }
    report.updateBytes = report.deltaBytes.empty() ? 0 : report.deltaBytes.front().second;
    report.wholeBytes = storedBytes(archive, report.checksum);
    told("making it public");
    archive.makePublic({{releaseRef(facts.site, options.channel), report.checksum}}, key);
    archive.dropOld(options.deltas);
    return report;
}

} // namespace

content::Result<PublishReport> publish(const PublishOptions &options, const Told &told)
{
    auto report = atBorder([&] { return publishIt(options, told); });
    if (!report)
        return report;
    for (const fs::path &stick : options.sticks)
        if (const auto written = writeStick(options.repository, stick, told); !written)
            return written.fault();
    return report;
}

} // namespace porchlight::release
