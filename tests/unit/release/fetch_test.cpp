// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching.h"
#include "web_server.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

void bringsAll(Repository &repository, const std::string &checksum, const TempFolder &folder)
{
    const auto heads = repository.heads();
    ASSERT_TRUE(heads) << heads.fault().describe();
    EXPECT_THAT(*heads, ElementsAre(Pair(stableRef, checksum)));
    const auto facts = repository.fetchFacts(stableRef, checksum);
    ASSERT_TRUE(facts) << facts.fault().describe();
    EXPECT_EQ(*facts, demoFacts());
    EXPECT_FALSE(repository.has(checksum));
    EXPECT_EQ(*repository.missingBytes(checksum), 1000U);
    const content::Outcome all = repository.fetchAll(stableRef, checksum, wide, {});
    ASSERT_TRUE(all) << all.fault().describe();
    EXPECT_TRUE(repository.has(checksum));
    EXPECT_EQ(*repository.missingBytes(checksum), 0U);
    const content::Outcome out = repository.checkOut(checksum, folder / "shown");
    ASSERT_TRUE(out) << out.fault().describe();
    EXPECT_EQ(bytesOf(folder / "shown/a.txt"), "first");
    EXPECT_EQ(bytesOf(folder / "shown/media/b.txt"), "second");
    EXPECT_TRUE(repository.verify(checksum));
}

TEST_F(Fetch, FromAFolder)
{
    const std::string checksum = published.commit();
    Repository repository = opened();
    use(repository, published.source());
    bringsAll(repository, checksum, folder);
}

TEST_F(Fetch, FromTheWeb)
{
    const std::string checksum = published.commit();
    const WebServer server(published.folder());
    Repository repository = opened();
    use(repository, server.source());
    bringsAll(repository, checksum, folder);
}

TEST_F(Fetch, AnIdleCheckIsOneConditionalRequest)
{
    const std::string checksum = published.commit();
    const WebServer server(published.folder());
    Repository repository = opened();
    use(repository, server.source());
    ASSERT_TRUE(repository.heads());
    const std::size_t before = server.requests().size();
    // Also by a program that was started anew.
    Repository again = opened();
    use(again, server.source());
    const auto heads = again.heads();
    ASSERT_TRUE(heads);
    EXPECT_THAT(*heads, ElementsAre(Pair(stableRef, checksum)));
    const std::vector<std::string> requests = server.requests();
    EXPECT_THAT(std::vector<std::string>(requests.begin() + static_cast<long>(before), requests.end()),
                ElementsAre("304 /summary.sig"));
}

TEST_F(Fetch, AChangeIsSeenAtOnce)
{
    const std::string first = published.commit();
    const WebServer server(published.folder());
    Repository repository = opened();
    use(repository, server.source());
    ASSERT_TRUE(repository.heads());
    published.files["a.txt"] = "changed";
    const std::string second = published.commit();
    ASSERT_NE(first, second);
    EXPECT_THAT(*repository.heads(), ElementsAre(Pair(stableRef, second)));
}

TEST_F(Fetch, OneServersListNeverAnswersForAnother)
{
    const std::string checksum = published.commit();
    Published other(folder / "other");
    other.files["a.txt"] = "other";
    const std::string otherChecksum = other.commit();
    const WebServer server(published.folder());
    const WebServer otherServer(other.folder());
    Repository repository = opened();
    for (int round = 0; round < 2; ++round) {
        use(repository, server.source());
        EXPECT_THAT(*repository.heads(), Contains(Pair(stableRef, checksum)));
        use(repository, otherServer.source());
        EXPECT_THAT(*repository.heads(), Contains(Pair(stableRef, otherChecksum)));
    }
}

TEST_F(Fetch, KeysThatChangeCountAtOnce)
{
    const std::string checksum = published.commit();
    Repository repository = opened();
    use(repository, published.source());
    EXPECT_TRUE(repository.fetchFacts(stableRef, checksum));
    trust = trustIn(folder / "keys.gpg", {"bob"});
    use(repository, published.source());
    EXPECT_EQ(repository.fetchFacts(stableRef, checksum).fault().code, "signature-unknown-key");
    trust = trustIn(folder / "keys.gpg", {"ann"});
    use(repository, published.source());
    EXPECT_TRUE(repository.fetchFacts(stableRef, checksum));
}

TEST_F(Fetch, AStickHasItsReleasesUnderTheCollection)
{
    const std::string checksum = published.commit();
    fs::create_directory(folder / "stick");
    (void)published.ostree("create-usb '" + (folder / "stick").string() + "' " + collection + " " + stableRef);
    const auto source = openSource(folder / "stick");
    ASSERT_TRUE(source) << source.fault().describe();
    Repository repository = opened();
    use(repository, *source);
    bringsAll(repository, checksum, folder);
}

TEST_F(Fetch, FactsAloneBringNothingElse)
{
    const std::string checksum = published.commit();
    const WebServer server(published.folder());
    Repository repository = opened();
    use(repository, server.source());
    ASSERT_TRUE(repository.heads());
    ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
    for (const std::string &request : server.requests())
        if (request.find("/objects/") != std::string::npos) {
            EXPECT_THAT(request, HasSubstr(".commit"));
        }
}

TEST_F(Fetch, BindingsAreKept)
{
    const std::string checksum = published.commit();
    EXPECT_EQ(faultOfFacts(checksum), "none");
    EXPECT_EQ(faultOfFacts(checksum, "porchlight/demo/canary"), "none") << "bound to all channels";
    EXPECT_EQ(faultOfFacts(checksum, "porchlight/other/stable"), "binding-wrong");
    EXPECT_EQ(faultOfFacts(checksum, withdrawalsRef), "binding-wrong");
    EXPECT_EQ(faultOfFacts("", stableRef), "ref-missing");
    // Another collection's, with the same names and the same people.
    Published other(folder / "other", "org.example.Other");
    const std::string foreign = other.commit();
    EXPECT_EQ(faultOfFacts(other.source(), foreign), "binding-wrong");
    const WebServer server(other.folder());
    Repository repository = opened();
    use(repository, server.source());
    EXPECT_EQ(repository.heads().fault().code, "binding-wrong");
    const content::Result<CommitFacts> facts = repository.fetchFacts(stableRef, foreign);
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.fault().code, "binding-wrong") << facts.fault().describe();
    // Signed for its ref, but says it is for another site, or of another kind.
    published.metadata["porchlight.site"] = "other";
    EXPECT_EQ(faultOfFacts(published.commit()), "binding-wrong");
    EXPECT_EQ(faultOfFacts(published.commit(withdrawalsRef), withdrawalsRef), "binding-wrong");
}

TEST_F(Fetch, FactsThatAreNotByTheRulesAreRefused)
{
    published.metadata["porchlight.files"] = "200001";
    EXPECT_EQ(faultOfFacts(published.commit()), "facts-wrong");
}

/// Files that do not shrink, so that each is an object of some size.
void manyFiles(Published &published, int count, std::size_t bytes)
{
    std::mt19937 random(7);
    for (int i = 0; i < count; ++i) {
        std::string noise(bytes, '\0');
        for (char &letter : noise)
            letter = static_cast<char>(random());
        published.files["media/" + std::to_string(i)] = noise;
    }
}

std::multiset<std::string> objectsThatCame(const WebServer &server)
{
    std::multiset<std::string> came;
    for (const std::string &request : server.requests())
        if (request.starts_with("200 /objects/") && request.find(".commit") == std::string::npos)
            came.insert(request);
    return came;
}

TEST_F(Fetch, WhatCameBeforeACutIsNotFetchedAgain)
{
    manyFiles(published, 40, 20'000);
    const std::string checksum = published.commit();
    const auto cutting = std::make_unique<WebServer>(
        published.folder(), WebServer::Behaviour{WebServer::Manner::Cut, ".filez", 400'000, ""});
    {
        Repository repository = opened();
        use(repository, cutting->source());
        ASSERT_TRUE(repository.heads());
        ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
        const content::Outcome cut = repository.fetchAll(stableRef, checksum, wide, {});
        ASSERT_FALSE(cut);
        EXPECT_FALSE(repository.has(checksum));
        const std::uint64_t missing = *repository.missingBytes(checksum);
        EXPECT_EQ(missing, 0U) << "the facts of this test say 1000 bytes, and more than that came";
    }
    // As after the machine was started anew: what lies in OSTree's staging folder would be gone.
    for (const auto &entry : fs::directory_iterator(folder / "kiosk/tmp"))
        if (entry.path().filename().string().starts_with("staging-"))
            fs::remove_all(entry.path());
    const std::multiset<std::string> before = objectsThatCame(*cutting);
    ASSERT_GE(before.size(), 10U);
    const WebServer good(published.folder());
    Repository repository = opened();
    use(repository, good.source());
    ASSERT_TRUE(repository.heads());
    const content::Outcome rest = repository.fetchAll(stableRef, checksum, wide, {});
    ASSERT_TRUE(rest) << rest.fault().describe();
    EXPECT_TRUE(repository.verify(checksum));
    const std::multiset<std::string> after = objectsThatCame(good);
    std::vector<std::string> twice;
    std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(twice));
    // One that was on its way when the line broke may have come whole and not been noted any more.
    EXPECT_LE(twice.size(), 2U) << "of " << before.size();
    EXPECT_GE(before.size() + after.size(), 42U);
}

TEST_F(Fetch, AStaticDeltaTakesThePlaceOfObjects)
{
    manyFiles(published, 20, 5000);
    const std::string first = published.commit();
    const WebServer server(published.folder());
    Repository repository = opened();
    use(repository, server.source());
    ASSERT_TRUE(repository.heads());
    ASSERT_TRUE(repository.fetchFacts(stableRef, first));
    ASSERT_TRUE(repository.fetchAll(stableRef, first, wide, {}));
    for (int i = 0; i < 10; ++i)
        published.files["media/" + std::to_string(i)] += "more";
    const std::string second = published.commit();
    (void)published.ostree("static-delta generate --from=" + first + " --to=" + second);
    published.summarise();
    const std::size_t before = objectsThatCame(server).size();
    ASSERT_TRUE(repository.heads());
    ASSERT_TRUE(repository.fetchFacts(stableRef, second));
    const content::Outcome all = repository.fetchAll(stableRef, second, wide, {});
    ASSERT_TRUE(all) << all.fault().describe();
    EXPECT_TRUE(repository.verify(second));
    EXPECT_EQ(objectsThatCame(server).size(), before);
    EXPECT_THAT(server.requests(), Contains(HasSubstr("/deltas/")));
}

TEST_F(Fetch, ItStopsWhenAskedTo)
{
    manyFiles(published, 3, 1000);
    const std::string checksum = published.commit();
    const WebServer server(published.folder(), {WebServer::Manner::Stall, ".filez", 0, ""});
    Repository repository = opened();
    use(repository, server.source());
    ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
    int calls = 0;
    const content::Outcome stopped =
        repository.fetchAll(stableRef, checksum, wide, [&](const Repository::Progress &) { return ++calls < 2; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.fault().code, "cancelled");
    EXPECT_EQ(calls, 2);
}

TEST_F(Fetch, ACommitWhoseMarkCameTooEarlyIsNotWhole)
{
    const std::string checksum = published.commit();
    Repository repository = opened();
    use(repository, published.source());
    ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
    // As when the power fails between OSTree's mark and the objects.
    fs::remove(folder / "kiosk/state" / (checksum + ".commitpartial"));
    EXPECT_FALSE(repository.has(checksum));
    const content::Outcome all = repository.fetchAll(stableRef, checksum, wide, {});
    ASSERT_TRUE(all) << all.fault().describe();
    EXPECT_TRUE(repository.has(checksum));
    EXPECT_TRUE(repository.verify(checksum));
}

TEST_F(Fetch, AStickThatIsPulledOutLeavesWhatCame)
{
    const std::string checksum = published.commit();
    Repository repository = opened();
    use(repository, published.source());
    ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
    fs::rename(published.folder(), folder / "pulled-out");
    EXPECT_EQ(repository.fetchAll(stableRef, checksum, wide, {}).fault().code, "source-unreachable");
    EXPECT_EQ(repository.heads().fault().code, "source-unreachable");
    fs::rename(folder / "pulled-out", published.folder());
    EXPECT_TRUE(repository.fetchAll(stableRef, checksum, wide, {}));
}

TEST_F(Fetch, AStickThatPointsElsewhereIsRefused)
{
    const std::string checksum = published.commit();
    std::string config = bytesOf(published.folder() / "config");
    writeBytes(published.folder() / "config", config + "parent=/\n");
    EXPECT_EQ(faultOfFacts(checksum), "source-damaged");
    config.replace(config.find("archive-z2"), 10, "bare");
    writeBytes(published.folder() / "config", config);
    EXPECT_EQ(faultOfFacts(checksum), "source-damaged");
}

} // namespace
} // namespace porchlight::release
