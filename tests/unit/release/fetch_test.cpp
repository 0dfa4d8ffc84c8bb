// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.h"
#include "web_server.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace porchlight::release {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

constexpr Repository::Limits wide{1U << 30, 1U << 30, 30};

struct Fetch : testing::Test {
    TempFolder folder;
    Published published{folder / "published"};
    Trust trust = trustIn(folder / "keys.gpg", {"ann", "bob"});

    Repository opened(const std::string &name = "kiosk")
    {
        content::Result<Repository> repository = Repository::open(folder / name);
        EXPECT_TRUE(repository) << repository.fault().describe();
        return std::move(*repository);
    }
    void use(Repository &repository, const Source &source)
    {
        const content::Outcome used = repository.use(source, trust, collection);
        ASSERT_TRUE(used) << used.fault().describe();
    }
    std::string faultOfFacts(const std::string &ref, const std::string &checksum)
    {
        Repository repository = opened();
        use(repository, published.source());
        const content::Result<CommitFacts> facts = repository.fetchFacts(ref, checksum);
        return facts ? "none" : facts.fault().code;
    }
};

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

} // namespace
} // namespace porchlight::release
