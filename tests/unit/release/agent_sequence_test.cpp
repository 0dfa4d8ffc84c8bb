// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/sequence_rule.h"

#include <gtest/gtest.h>

namespace porchlight::release {
namespace {

Trust trustIn(std::vector<std::string> fingerprints)
{
    Trust trust;
    for (std::string &fingerprint : fingerprints)
        trust.keys.push_back({std::move(fingerprint), "somebody", false});
    return trust;
}

TEST(SequenceRule, TheHighestOfAllThatCount)
{
    Numbers numbers;
    const Trust trust = trustIn({"A", "B"});
    EXPECT_EQ(highestAccepted(numbers, trust), 0);
    remember(numbers, {"A"}, 5, trust);
    remember(numbers, {"B"}, 7, trust);
    remember(numbers, {"A"}, 6, trust);
    EXPECT_EQ(highestAccepted(numbers, trust), 7);
    remember(numbers, {"B"}, 2, trust); // never goes back
    EXPECT_EQ(highestAccepted(numbers, trust), 7);
}

TEST(SequenceRule, AStolenKeysNumbersGoWithIt)
{
    Numbers numbers;
    Trust trust = trustIn({"A", "thief"});
    remember(numbers, {"A"}, 5, trust);
    remember(numbers, {"thief"}, 2'000'000'000, trust);
    EXPECT_EQ(highestAccepted(numbers, trust), 2'000'000'000);
    trust.keys[1].revoked = true;
    EXPECT_EQ(highestAccepted(numbers, trust), 5);
    trust.keys[1].revoked = false; // somebody brings the key without its revocation
    trust.revoked = {"thief"};
    EXPECT_EQ(highestAccepted(numbers, trust), 5);
    remember(numbers, {"A"}, 6, trust);
    EXPECT_FALSE(numbers.contains("thief"));
}

TEST(SequenceRule, AKeyThatIsNotAcceptedDoesNotCount)
{
    Numbers numbers{{"A", 5}, {"gone", 50}};
    EXPECT_EQ(highestAccepted(numbers, trustIn({"A"})), 5);
    remember(numbers, {"A"}, 6, trustIn({"A"}));
    EXPECT_EQ(highestAccepted(numbers, trustIn({"A", "gone"})), 50); // but comes back with its numbers
}

TEST(SequenceRule, VersionsArePartsOfThree)
{
    EXPECT_TRUE(versionReaches("0.1.0", "0.1.0"));
    EXPECT_TRUE(versionReaches("0.10.0", "0.9.9"));
    EXPECT_TRUE(versionReaches("1.0.0", "0.99.99"));
    EXPECT_FALSE(versionReaches("0.1.0", "0.1.1"));
    EXPECT_FALSE(versionReaches("0.1.0", "0.2.0"));
    EXPECT_FALSE(versionReaches("0.1.0", "1.0.0"));
    for (const char *wrong : {"", "0", "0.1", "0.1.", "0.1.0.0", "0.1.x", "-1.0.0", " 0.1.0", "0.1.99999999999"})
        EXPECT_FALSE(versionReaches("9.9.9", wrong)) << wrong;
}

} // namespace
} // namespace porchlight::release
