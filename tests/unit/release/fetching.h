// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "published.h"

#include <gtest/gtest.h>

#include <utility>

namespace porchlight::release {

inline constexpr Repository::Limits wide{1U << 30, 1U << 30, 30};

/// A publisher, and a kiosk that trusts ann and bob.
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
    /// The code of what is wrong with it; "none".
    std::string faultOfFacts(const std::string &checksum, const std::string &ref = stableRef)
    {
        return faultOfFacts(published.source(), checksum, ref);
    }
    std::string faultOfFacts(const Source &source, const std::string &checksum, const std::string &ref = stableRef)
    {
        Repository repository = opened("kiosk-" + std::to_string(++m_kiosks));
        use(repository, source);
        const content::Result<CommitFacts> facts = repository.fetchFacts(ref, checksum);
        return facts ? "none" : facts.fault().code;
    }

private:
    int m_kiosks = 0;
};

} // namespace porchlight::release
