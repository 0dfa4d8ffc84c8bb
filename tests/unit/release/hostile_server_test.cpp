// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching.h"
#include "web_server.h"

#include <gmock/gmock.h>

#include <sys/resource.h>

#include <chrono>

namespace porchlight::release {
namespace {

using Manner = WebServer::Manner;
using std::chrono::seconds;
using std::chrono::steady_clock;

struct HostileServer : Fetch {
    std::string checksum;
    Repository repository = opened();

    HostileServer()
    {
        published.files["large"] = std::string(300'000, 'l');
        checksum = published.commit();
        // The facts come from a good server: what is to be seen happens in fetchAll.
        use(repository, published.source());
        EXPECT_TRUE(repository.fetchFacts(stableRef, checksum));
    }
    std::string codeOfAll(const WebServer &server, const Repository::Limits &limits = {1U << 20, 1U << 20, 2})
    {
        use(repository, server.source());
        const auto started = steady_clock::now();
        const content::Outcome all = repository.fetchAll(stableRef, checksum, limits, {});
        EXPECT_LT(steady_clock::now() - started, seconds(5));
        EXPECT_FALSE(repository.has(checksum) && !all);
        return all ? "none" : all.fault().code;
    }
    std::string codeOfHeads(const WebServer &server)
    {
        use(repository, server.source());
        const auto heads = repository.heads();
        return heads ? "none" : heads.fault().code;
    }
};

TEST_F(HostileServer, Stalls)
{
    const WebServer server(published.folder(), {Manner::Stall, ".filez", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-stalled");
}

TEST_F(HostileServer, StallsBeforeTheFirstObject)
{
    const WebServer server(published.folder(), {Manner::Stall, "config", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-stalled");
}

TEST_F(HostileServer, Drips)
{
    const WebServer server(published.folder(), {Manner::Drip, ".filez", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-stalled");
}

TEST_F(HostileServer, SendsEndlessData)
{
    const WebServer server(published.folder(), {Manner::Endless, ".filez", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-too-much");
    // However much may come in all, no file grows beyond what was signed.
    EXPECT_EQ(codeOfAll(server, {1ULL << 40, 1U << 20, 2}), "source-too-much");
}

TEST_F(HostileServer, SendsAnEndlessList)
{
    const WebServer server(published.folder(), {Manner::Endless, "summary", 0, ""});
    EXPECT_EQ(codeOfHeads(server), "source-too-much");
}

TEST_F(HostileServer, SendsEndlessMetadata)
{
    const WebServer server(published.folder(), {Manner::Endless, ".dirtree", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-too-much");
    const WebServer signatures(published.folder(), {Manner::Endless, ".commitmeta", 0, ""});
    EXPECT_EQ(faultOfFacts(signatures.source(), checksum), "source-too-much");
}

TEST_F(HostileServer, SendsLessThanItAnnounced)
{
    const WebServer server(published.folder(), {Manner::Short, ".filez", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-damaged");
}

TEST_F(HostileServer, SendsUsElsewhere)
{
    const WebServer good(published.folder());
    // The same server as another host: whatever stands there, it is not the one that was named.
    std::string elsewhere = good.url();
    elsewhere.replace(elsewhere.find("127.0.0.1"), 9, "127.0.0.2");
    const WebServer server(published.folder(), {Manner::Redirect, ".filez", 0, elsewhere});
    EXPECT_EQ(codeOfAll(server), "source-unreachable");
    const WebServer list(published.folder(), {Manner::Redirect, "summary", 0, elsewhere});
    EXPECT_EQ(codeOfHeads(list), "source-unreachable");
    const WebServer file(published.folder(), {Manner::Redirect, "summary", 0, "file://" + published.folder().string()});
    EXPECT_EQ(codeOfHeads(file), "source-unreachable");
    EXPECT_TRUE(good.requests().empty());
}

TEST_F(HostileServer, IsBroken)
{
    const WebServer server(published.folder(), {Manner::Broken, "", 0, ""});
    EXPECT_EQ(codeOfHeads(server), "source-unreachable");
    EXPECT_EQ(codeOfAll(server), "source-unreachable");
}

TEST_F(HostileServer, IsGone)
{
    Source source;
    source.url = "http://127.0.0.1:1";
    use(repository, source);
    EXPECT_EQ(repository.heads().fault().code, "source-unreachable");
    source.url = "http://name.invalid";
    use(repository, source);
    EXPECT_EQ(repository.heads().fault().code, "source-unreachable");
}

TEST_F(HostileServer, LacksAnObject)
{
    for (const auto &entry : std::filesystem::recursive_directory_iterator(published.folder() / "objects"))
        if (entry.path().extension() == ".filez") {
            std::filesystem::remove(entry.path());
            break;
        }
    const WebServer server(published.folder());
    EXPECT_EQ(codeOfAll(server), "source-lacks");
    use(repository, published.source());
    EXPECT_EQ(repository.fetchAll(stableRef, checksum, wide, {}).fault().code, "source-lacks");
}

TEST_F(HostileServer, AFlippedByteInAnyKindOfObjectIsRefused)
{
    for (const std::string kind : {".filez", ".dirtree", ".dirmeta"}) {
        std::filesystem::path object;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(published.folder() / "objects"))
            if (entry.path().extension() == kind)
                object = entry.path();
        const std::string good = bytesOf(object);
        std::string bad = good;
        bad[bad.size() - 3] = static_cast<char>(bad[bad.size() - 3] ^ 4);
        writeBytes(object, bad);
        const WebServer server(published.folder());
        for (const Source &source : {published.source(), server.source()}) {
            Repository kiosk = opened("for-" + kind + (source.kind == Source::Kind::Web ? "-web" : "-folder"));
            use(kiosk, source);
            ASSERT_TRUE(kiosk.fetchFacts(stableRef, checksum));
            const content::Outcome all = kiosk.fetchAll(stableRef, checksum, wide, {});
            ASSERT_FALSE(all) << kind;
            EXPECT_EQ(all.fault().code, "source-damaged") << kind << all.fault().describe();
            EXPECT_FALSE(kiosk.has(checksum));
        }
        writeBytes(object, good);
    }
    for (const std::string kind : {"commit", "commitmeta"}) {
        const std::string good = bytesOf(published.object(checksum, kind));
        std::string bad = good;
        bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 4);
        writeBytes(published.object(checksum, kind), bad);
        const WebServer server(published.folder());
        for (const Source &source : {published.source(), server.source()})
            EXPECT_THAT(faultOfFacts(source, checksum),
                        testing::AnyOf("source-damaged", "signature-bad", "signature-missing"))
                << kind;
        writeBytes(published.object(checksum, kind), good);
    }
    use(repository, published.source());
    EXPECT_TRUE(repository.fetchAll(stableRef, checksum, wide, {}));
}

TEST_F(HostileServer, LeavesNoLimitsBehind)
{
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const WebServer server(published.folder(), {Manner::Broken, "", 0, ""});
    EXPECT_EQ(codeOfAll(server), "source-unreachable");
    rlimit after{};
    getrlimit(RLIMIT_FSIZE, &after);
    EXPECT_EQ(before.rlim_cur, after.rlim_cur);
}

} // namespace
} // namespace porchlight::release
