// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.h"
#include "release/commit_metadata.h"

#include <gmock/gmock.h>

#include <functional>
#include <limits>

namespace porchlight::release {
namespace {

CommitFacts withdrawalFacts()
{
    CommitFacts facts;
    facts.kind = CommitFacts::Kind::Withdrawals;
    facts.sequence = std::numeric_limits<int>::max();
    facts.version = "2";
    facts.bytes = 10;
    facts.largest = 10;
    facts.files = 1;
    facts.keysSerial = 3;
    return facts;
}

TEST(CommitMetadata, SaysAndReadsTheSame)
{
    CommitFacts largest = demoFacts();
    largest.site = std::string(64, 'a');
    largest.bytes = mostBytes;
    largest.largest = mostBytes;
    largest.files = mostFiles;
    for (const CommitFacts &facts : {demoFacts(), withdrawalFacts(), largest}) {
        const VariantPtr metadata = commitMetadata(facts, collection, {"b", "a"});
        const auto read = readCommitMetadata(metadata.get(), "here");
        ASSERT_TRUE(read) << read.fault().describe();
        EXPECT_EQ(*read, facts);
    }
}

TEST(CommitMetadata, IsBoundAndCarriesWhatChanged)
{
    CommitFacts facts = demoFacts();
    facts.changes = {{"en", {"topic:pay"}, {"line:hotline.call"}, {}}, {"es", {}, {}, {"topic:old"}}};
    const VariantPtr metadata = commitMetadata(facts, collection, {"b", "a"});
    const CharsPtr words(g_variant_print(metadata.get(), FALSE));
    EXPECT_THAT(words.get(), testing::HasSubstr("'ostree.ref-binding': <['a', 'b']>"));
    EXPECT_THAT(words.get(), testing::HasSubstr("'ostree.collection-binding': <'org.example.Content'>"));
    EXPECT_THAT(words.get(), testing::HasSubstr("('en', ['topic:pay'], ['line:hotline.call'], @as [])"));
    const VariantPtr again = commitMetadata(facts, collection, {"a", "b"});
    EXPECT_TRUE(g_variant_equal(metadata.get(), again.get())) << "equal facts make equal bytes";
    // A kiosk has no use for it.
    EXPECT_TRUE(readCommitMetadata(metadata.get(), "here")->changes.empty());
}

TEST(CommitMetadata, RefusesWhatIsOutOfRange)
{
    const std::vector<std::pair<const char *, const char *>> wrong = {
        {"porchlight.kind", "'other'"},
        {"porchlight.kind", "3"},
        {"porchlight.sequence", "'0'"},
        {"porchlight.sequence", "'-1'"},
        {"porchlight.sequence", "'+1'"},
        {"porchlight.sequence", "'01'"},
        {"porchlight.sequence", "' 1'"},
        {"porchlight.sequence", "'1 '"},
        {"porchlight.sequence", "''"},
        {"porchlight.sequence", "'2147483648'"},
        {"porchlight.sequence", "'99999999999999999999'"},
        {"porchlight.sequence", "7"},
        {"version", "''"},
        {"version", "'a\\nb'"},
        {"porchlight.site", "''"},
        {"porchlight.site", "'../x'"},
        {"porchlight.site", "'Demo'"},
        {"porchlight.schema", "'0'"},
        {"porchlight.program", "'1.0'"},
        {"porchlight.program", "'1.0.'"},
        {"porchlight.program", "'1..0'"},
        {"porchlight.program", "'1.0.0.0'"},
        {"porchlight.program", "'1.0.x'"},
        {"porchlight.newest-date", "'2026-02-30'"},
        {"porchlight.bytes", "'0'"},
        {"porchlight.bytes", "'68719476737'"},
        {"porchlight.largest", "'1001'"},
        {"porchlight.largest", "'0'"},
        {"porchlight.files", "'200001'"},
        {"porchlight.files", "'0'"},
        {"porchlight.keys-serial", "'0'"},
    };
    for (const auto &[key, value] : wrong) {
        const VariantPtr good = commitMetadata(demoFacts(), collection, {"a"});
        GVariantDict dict;
        g_variant_dict_init(&dict, good.get());
        const VariantPtr parsed(g_variant_parse(nullptr, value, nullptr, nullptr, nullptr));
        g_variant_dict_insert_value(&dict, key, parsed.get());
        const VariantPtr metadata = sunk(g_variant_dict_end(&dict));
        const auto read = readCommitMetadata(metadata.get(), "here");
        ASSERT_FALSE(read) << key << " " << value;
        EXPECT_EQ(read.fault().code, "facts-wrong");
        EXPECT_EQ(read.fault().where, "here");
    }
}

TEST(CommitMetadata, RefusesWhatIsMissingOrTwiceThere)
{
    for (const char *key : {"version", "porchlight.kind", "porchlight.sequence", "porchlight.site", "porchlight.schema",
                            "porchlight.program", "porchlight.bytes", "porchlight.largest", "porchlight.files"}) {
        const VariantPtr good = commitMetadata(demoFacts(), collection, {"a"});
        GVariantDict dict;
        g_variant_dict_init(&dict, good.get());
        g_variant_dict_remove(&dict, key);
        const VariantPtr missing = sunk(g_variant_dict_end(&dict));
        EXPECT_FALSE(readCommitMetadata(missing.get(), "here")) << key;

        GVariantBuilder builder;
        g_variant_builder_init(&builder, G_VARIANT_TYPE_VARDICT);
        GVariantIter iter;
        g_variant_iter_init(&iter, good.get());
        while (GVariant *raw = g_variant_iter_next_value(&iter)) {
            const VariantPtr entry(raw);
            g_variant_builder_add_value(&builder, raw);
        }
        g_variant_builder_add(&builder, "{sv}", key, g_variant_new_string("9"));
        const VariantPtr twice = sunk(g_variant_builder_end(&builder));
        EXPECT_FALSE(readCommitMetadata(twice.get(), "here")) << key;
    }
}

TEST(CommitMetadata, AWithdrawalListHasNoSite)
{
    const VariantPtr good = commitMetadata(withdrawalFacts(), collection, {withdrawalsRef});
    GVariantDict dict;
    g_variant_dict_init(&dict, good.get());
    g_variant_dict_insert(&dict, "porchlight.site", "s", "demo");
    const VariantPtr metadata = sunk(g_variant_dict_end(&dict));
    EXPECT_FALSE(readCommitMetadata(metadata.get(), "here"));
}

TEST(CommitMetadata, RefusesAnotherFormAltogether)
{
    const VariantPtr number = sunk(g_variant_new_int32(3));
    EXPECT_FALSE(readCommitMetadata(number.get(), "here"));
    EXPECT_FALSE(readCommitMetadata(nullptr, "here"));
    const BytesPtr noise(g_bytes_new_static("\xff\x01\xfe\x80\x7f\x02\x03\x04\x05", 9));
    const VariantPtr broken = sunk(g_variant_new_from_bytes(G_VARIANT_TYPE_VARDICT, noise.get(), FALSE));
    EXPECT_FALSE(readCommitMetadata(broken.get(), "here"));
}

TEST(CommitFacts, PlainNames)
{
    for (const char *good : {"demo", "central-missouri", "7"})
        EXPECT_TRUE(isPlainName(good)) << good;
    for (const std::string &bad : {std::string(), std::string("A"), std::string("a/b"), std::string("a.b"),
                                   std::string("a b"), std::string("ä"), std::string(65, 'a'), std::string("a\0b", 3)})
        EXPECT_FALSE(isPlainName(bad)) << bad;
    EXPECT_EQ(releaseRef("demo", "stable"), "porchlight/demo/stable");
}

} // namespace
} // namespace porchlight::release
