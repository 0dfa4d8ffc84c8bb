// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/archive_commit.h"
#include "release/publish.h"

namespace porchlight::release {

content::Result<CommitFacts> withdraw(const std::filesystem::path &repository, const store::Withdrawals &more,
                                      const std::filesystem::path &keyFile, const std::string &collection,
                                      const Signing &signing)
{
    return atBorder([&] {
        const SigningKey key = orThrow(findSigningKey(signing));
        const Archive archive = Archive::openOrMake(repository, collection);
        const auto heads = archive.heads();
        const auto last = heads.find(withdrawalsRef);
        store::Withdrawals list;
        CommitFacts facts;
        facts.kind = CommitFacts::Kind::Withdrawals;
        CommitWords words;
        int serialBefore = 0;
        if (last != heads.end()) {
            words.parent = last->second;
            list = orThrow(store::parseWithdrawals(archive.file(last->second, withdrawalsFileName), withdrawalsRef));
            const CommitFacts before = archive.facts(last->second);
            facts.sequence = before.sequence;
            serialBefore = before.keysSerial;
        }
        const PublishedKeys keys = keysToBring(archive, keyFile);
        if (last != heads.end() && list.holdsAllOf(more) && keys.serial == serialBefore)
            throw content::Fault{"withdrawn-already", withdrawalsRef, "All of this is withdrawn already.",
                                 "Nothing is left to do."};
        list.add(more);
        const std::string text = list.text();
        if (text.size() > store::largestWithdrawals)
            throw content::Fault{"withdrawals-large", withdrawalsRef, "The list would be longer than kiosks read.",
                                 "Take the lines out of the content, and publish a release."};
        ++facts.sequence;
        facts.version = std::to_string(facts.sequence);
        facts.keysSerial = keys.serial;
        TopFiles top{{withdrawalsFileName, text}};
        if (keys.serial > 0)
            top[keysFileName] = keys.bytes;
        measure({}, top, facts);
        words.subject = "Withdrawal list " + facts.version;
        words.body = "Withdrawn with this list:\n" + more.text();
        const std::string checksum = writeCommit(archive, {}, top, facts, {withdrawalsRef}, words);
        if (!archive.isSignedBy(checksum, key))
            archive.sign(checksum, key);
        archive.makePublic({{withdrawalsRef, checksum}}, key);
        return facts;
    });
}

} // namespace porchlight::release
