// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching.h"
#include "web_server.h"

#include <gmock/gmock.h>

namespace porchlight::release {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

using Signatures = Fetch;

std::string printOf(const std::string &who)
{
    return people().fingerprints.at(who);
}

TEST_F(Signatures, FaultsAreToldApart)
{
    published.signers = {};
    const std::string unsignedCommit = published.commit();
    published.signers = {"eve"};
    published.files["a.txt"] = "by eve";
    const std::string byEve = published.commit();
    published.signers = {"ann"};
    published.files["a.txt"] = "by ann";
    const std::string byAnn = published.commit();
    published.files["a.txt"] = "forged";
    const std::string forged = published.commit();
    std::filesystem::copy_file(published.object(byAnn, "commitmeta"), published.object(forged, "commitmeta"),
                               std::filesystem::copy_options::overwrite_existing);
    const WebServer server(published.folder());
    for (const Source &source : {published.source(), server.source()}) {
        EXPECT_EQ(faultOfFacts(source, byAnn), "none");
        EXPECT_EQ(faultOfFacts(source, unsignedCommit), "signature-missing");
        EXPECT_EQ(faultOfFacts(source, byEve), "signature-unknown-key");
        EXPECT_EQ(faultOfFacts(source, forged), "signature-bad");
        // Revoked, as the keyring says.
        trust.keyring = folder / "revoked.gpg";
        writeBytes(trust.keyring, people().revoked("ann"));
        trust.keys = *readKeys(trust.keyring);
        EXPECT_EQ(faultOfFacts(source, byAnn), "signature-revoked");
        // Revoked once, and somebody brings the key as it was before.
        trust = trustIn(folder / "keys.gpg", {"ann", "bob"});
        trust.revoked = {printOf("ann")};
        EXPECT_EQ(faultOfFacts(source, byAnn), "signature-revoked");
        trust.revoked.clear();
    }
}

TEST_F(Signatures, CountPeople)
{
    published.signers = {"ann", "eve", "bob"};
    const std::string checksum = published.commit();
    published.sign(checksum, "ann"); // once more is no second person
    Repository repository = opened();
    use(repository, published.source());
    ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
    EXPECT_THAT(*repository.signers(checksum, trust), UnorderedElementsAre(printOf("ann"), printOf("bob")));
    EXPECT_THAT(*repository.signers(checksum, trustIn(folder / "bob.gpg", {"bob"})), ElementsAre(printOf("bob")));
    Trust annRevoked = trust;
    annRevoked.revoked = {printOf("ann")};
    EXPECT_THAT(*repository.signers(checksum, annRevoked), ElementsAre(printOf("bob")));
    // The keyring has eve's key, but she is not accepted.
    Trust narrowed = trustIn(folder / "all.gpg", {"ann", "bob", "eve"});
    std::erase_if(narrowed.keys, [](const Key &key) { return key.fingerprint == printOf("eve"); });
    EXPECT_THAT(*repository.signers(checksum, narrowed), UnorderedElementsAre(printOf("ann"), printOf("bob")));
}

TEST_F(Signatures, ASecondPersonsIsSeenLater)
{
    const std::string checksum = published.commit();
    const WebServer server(published.folder());
    for (const Source &source : {published.source(), server.source()}) {
        Repository repository = opened(source.kind == Source::Kind::Web ? "web" : "folder");
        use(repository, source);
        std::filesystem::copy_file(published.object(checksum, "commitmeta"), folder / "one",
                                   std::filesystem::copy_options::overwrite_existing);
        ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
        EXPECT_THAT(*repository.signers(checksum, trust), ElementsAre(printOf("ann")));
        published.sign(checksum, "bob");
        ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
        EXPECT_THAT(*repository.signers(checksum, trust), UnorderedElementsAre(printOf("ann"), printOf("bob")));
        // Also for one that is here whole.
        ASSERT_TRUE(repository.fetchAll(stableRef, checksum, wide, {}));
        ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
        EXPECT_TRUE(repository.has(checksum));
        std::filesystem::copy_file(folder / "one", published.object(checksum, "commitmeta"),
                                   std::filesystem::copy_options::overwrite_existing);
    }
}

TEST_F(Signatures, TheSummaryNeedsOneToo)
{
    const std::string checksum = published.commit();
    const WebServer server(published.folder());
    const auto codeOfHeads = [&](const std::string &kiosk) {
        Repository repository = opened(kiosk);
        use(repository, server.source());
        const auto heads = repository.heads();
        return heads ? "none" : heads.fault().code;
    };
    EXPECT_EQ(codeOfHeads("good"), "none");
    published.summarise("eve");
    EXPECT_EQ(codeOfHeads("eve"), "signature-unknown-key");
    published.summarise("");
    std::filesystem::remove(published.folder() / "summary.sig");
    EXPECT_EQ(codeOfHeads("unsigned"), "signature-missing");
    published.summarise("ann");
    const std::string signature = bytesOf(published.folder() / "summary.sig");
    published.files["a.txt"] = "other";
    (void)published.commit();
    writeBytes(published.folder() / "summary.sig", signature);
    EXPECT_EQ(codeOfHeads("other"), "signature-bad");
    std::filesystem::remove(published.folder() / "summary");
    std::filesystem::remove(published.folder() / "summary.sig");
    EXPECT_EQ(codeOfHeads("none"), "source-lacks");
}

TEST_F(Signatures, KeysOfTheSystemDoNotCount)
{
    published.signers = {"eve"};
    const std::string checksum = published.commit();
    // Where OSTree looks for them, were it not told otherwise.
    std::filesystem::create_directory(folder / "system-keys");
    writeBytes(folder / "system-keys/eve.gpg", people().exported({"eve"}));
    setenv("OSTREE_GPG_HOME", (folder / "system-keys").c_str(), 1);
    EXPECT_EQ(faultOfFacts(checksum), "signature-unknown-key");
}

TEST_F(Signatures, KeysThatCantBeReadAreAFault)
{
    Repository repository = opened();
    Trust nothing = trust;
    nothing.keyring = folder / "nothing";
    EXPECT_EQ(repository.use(published.source(), nothing, collection).fault().code, "keys-missing");
}

} // namespace
} // namespace porchlight::release
