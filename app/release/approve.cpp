// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive.h"
#include "release/deltas.h"
#include "release/publish.h"

#include <algorithm>
#include <iterator>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

void checkChannel(const std::string &channel)
{
    if (std::find(std::begin(channels), std::end(channels), channel) == std::end(channels))
        throw content::Fault{"channel-unknown", channel, "There is no such channel.", "Name canary or stable."};
}

} // namespace

content::Outcome sign(const fs::path &repository, const std::string &ref, const Signing &signing)
{
    return atBorder([&] {
        const SigningKey key = orThrow(findSigningKey(signing));
        const Archive archive = Archive::open(repository);
        const std::string checksum = archive.head(ref);
        // An earlier run may have been cut off between the two steps: then only the second is left to do.
        if (!archive.isSignedBy(checksum, key) || !archive.signedSinceSummary(checksum))
            archive.sign(checksum, key);
        // A new summary, so that kiosks which wait for this signature see that there is something to look at.
        archive.makePublic({}, key, superblocksWithSignatures(archive, checksum));
        return content::Nothing{};
    });
}

content::Outcome promote(const fs::path &repository, const std::string &site, const std::string &from,
                         const std::string &to, const Signing &signing)
{
    return atBorder([&] {
        checkChannel(from);
        checkChannel(to);
        const SigningKey key = orThrow(findSigningKey(signing));
        const Archive archive = Archive::open(repository);
        const std::string checksum = archive.head(releaseRef(site, from));
        const auto heads = archive.heads();
        const auto there = heads.find(releaseRef(site, to));
        if (there != heads.end() && archive.facts(there->second).sequence > archive.facts(checksum).sequence)
            throw content::Fault{"sequence-older", releaseRef(site, to),
                                 "It has a newer release than " + from + " has.",
                                 "Publish a release with a higher number."};
        archive.makePublic({{releaseRef(site, to), checksum}}, key);
        return content::Nothing{};
    });
}

} // namespace porchlight::release
