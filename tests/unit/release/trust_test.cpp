// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.h"
#include "release/trust.h"

#include <gmock/gmock.h>

namespace porchlight::release {
namespace {

std::string codeOf(const std::filesystem::path &file)
{
    const content::Result<std::vector<Key>> keys = readKeys(file);
    return keys ? "none" : keys.fault().code;
}

std::vector<Key> annAndBob()
{
    return {{people().fingerprints.at("ann"), "ann <ann@example.org>", false},
            {people().fingerprints.at("bob"), "bob <bob@example.org>", false}};
}

TEST(Trust, ReadsBinaryKeys)
{
    const TempFolder folder;
    writeBytes(folder / "keys.gpg", people().exported({"ann", "bob"}));
    const auto keys = readKeys(folder / "keys.gpg");
    ASSERT_TRUE(keys) << keys.fault().describe();
    EXPECT_THAT(*keys, testing::UnorderedElementsAreArray(annAndBob()));
}

TEST(Trust, ReadsArmouredKeysInOneBlockOrMany)
{
    const TempFolder folder;
    writeBytes(folder / "one.asc", people().exported({"ann", "bob"}, true));
    writeBytes(folder / "two.asc", people().exported({"ann"}, true) + "\n" + people().exported({"bob"}, true));
    for (const char *name : {"one.asc", "two.asc"}) {
        const auto keys = readKeys(folder / name);
        ASSERT_TRUE(keys) << keys.fault().describe();
        EXPECT_THAT(*keys, testing::UnorderedElementsAreArray(annAndBob())) << name;
    }
}

TEST(Trust, KnowsARevokedKey)
{
    const TempFolder folder;
    writeBytes(folder / "keys.gpg", people().exported({"ann", "old"}));
    EXPECT_FALSE(readKeys(folder / "keys.gpg")->at(0).revoked);
    writeBytes(folder / "revoked.gpg", people().revoked("old"));
    const auto keys = readKeys(folder / "revoked.gpg");
    ASSERT_TRUE(keys) << keys.fault().describe();
    ASSERT_EQ(keys->size(), 1U);
    EXPECT_EQ(keys->at(0).fingerprint, people().fingerprints.at("old"));
    EXPECT_TRUE(keys->at(0).revoked);
    // Once before and once after: it stays revoked, and is one key.
    writeBytes(folder / "both.gpg", people().exported({"old"}) + people().revoked("old"));
    const auto both = readKeys(folder / "both.gpg");
    ASSERT_EQ(both->size(), 1U);
    EXPECT_TRUE(both->at(0).revoked);
}

TEST(Trust, RefusesWhatIsNoKeyring)
{
    const TempFolder folder;
    EXPECT_EQ(codeOf(folder / "nothing"), "keys-missing");
    EXPECT_EQ(codeOf(folder.path()), "keys-missing");
    const std::string good = people().exported({"ann"});
    const std::string armoured = people().exported({"ann"}, true);
    const std::map<std::string, std::string> wrong = {
        {"empty", ""},
        {"text", "hello\n"},
        {"cut", good.substr(0, good.size() - 1)},
        {"cut-armour", armoured.substr(0, armoured.size() / 2)},
        {"long-length", good.substr(0, 1) + std::string("\xff\xff\xff\xff\xff", 5) + good.substr(2)},
        {"partial-length", std::string("\xc6\xe0", 2) + good},
        {"user-first", std::string("\xb4\x03", 2) + "ann" + good},
        {"large", std::string((4U << 20) + 1, 'x')},
    };
    for (const auto &[name, bytes] : wrong) {
        writeBytes(folder / name, bytes);
        EXPECT_EQ(codeOf(folder / name), "keys-unreadable") << name;
    }
}

TEST(Trust, RefusesASecretKeyInAnyForm)
{
    const TempFolder folder;
    for (const std::string armour : {"", "--armor "}) {
        const std::string secret = run("gpg --homedir '" + people().home.string() + "' --batch -q --passphrase '' " +
                                       armour + "--export-secret-keys ann@example.org | base64 -w0");
        writeBytes(folder / "secret64", secret);
        run("base64 -d '" + (folder / "secret64").string() + "' > '" + (folder / "secret").string() + "'");
        EXPECT_EQ(codeOf(folder / "secret"), "keys-secret");
        // An innocent headline changes nothing.
        run("sed -i 's/PRIVATE/PUBLIC/' '" + (folder / "secret").string() + "'");
        EXPECT_EQ(codeOf(folder / "secret"), "keys-secret");
    }
}

TEST(Trust, ShowsAnyNameAsOnePlainLine)
{
    const TempFolder folder;
    const std::string good = people().exported({"ann"});
    // The packet of ann's key alone, then a name somebody thought up.
    const std::size_t length = static_cast<unsigned char>(good[1]);
    writeBytes(folder / "name", good.substr(0, length + 2) + std::string("\xb4\x06", 2) + "a\x1b[\n\xff" + "b");
    const auto keys = readKeys(folder / "name");
    ASSERT_TRUE(keys) << keys.fault().describe();
    EXPECT_EQ(keys->at(0).name, "a[\xEF\xBF\xBD"
                                "b");
}

} // namespace
} // namespace porchlight::release
