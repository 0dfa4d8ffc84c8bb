// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/commit_facts.h"

#include "release/commit_metadata.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <optional>

namespace porchlight::release {

const char *const withdrawalsRef = "porchlight/withdrawals";

std::string releaseRef(const std::string &site, const std::string &channel)
{
    return "porchlight/" + site + "/" + channel;
}

bool isPlainName(const std::string &name)
{
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
    });
}

namespace {

constexpr const char *prefix = "porchlight.";
constexpr const char *changesType = "a(sasasas)";
constexpr const char *largeType = "a(ss)"; // checksum, bytes
constexpr const char *largeKey = "porchlight.large";
constexpr std::uint64_t mostInt = std::numeric_limits<int>::max();
constexpr std::size_t longestVersion = 120; // bytes

/// Thrown inside this file only: what is wrong, in one sentence.
struct Wrong {
    std::string what;
};

using Entries = std::map<std::string, GVariant *>; // sorted, so that equal facts make equal bytes; values float

void addText(Entries &entries, const char *key, const std::string &text)
{
    entries.emplace(std::string(prefix) + key, g_variant_new_string(text.c_str()));
}

void addNumber(Entries &entries, const char *key, std::uint64_t number)
{
    addText(entries, key, std::to_string(number));
}

void addStrings(GVariantBuilder &row, const std::vector<std::string> &texts)
{
    g_variant_builder_open(&row, G_VARIANT_TYPE_STRING_ARRAY);
    for (const std::string &text : texts)
        g_variant_builder_add(&row, "s", text.c_str());
    g_variant_builder_close(&row);
}

GVariant *changesVariant(const std::vector<LanguageChanges> &changes)
{
    GVariantBuilder builder;
    g_variant_builder_init(&builder, G_VARIANT_TYPE(changesType));
    for (const LanguageChanges &language : changes) {
        g_variant_builder_open(&builder, G_VARIANT_TYPE("(sasasas)"));
        g_variant_builder_add(&builder, "s", language.language.c_str());
        addStrings(builder, language.added);
        addStrings(builder, language.changed);
        addStrings(builder, language.removed);
        g_variant_builder_close(&builder);
    }
    return g_variant_builder_end(&builder);
}

GVariant *largeVariant(const std::vector<LargeObject> &large)
{
    GVariantBuilder builder;
    g_variant_builder_init(&builder, G_VARIANT_TYPE(largeType));
    for (const LargeObject &object : large)
        g_variant_builder_add(&builder, "(ss)", object.checksum.c_str(), std::to_string(object.stored).c_str());
    return g_variant_builder_end(&builder);
}

std::optional<std::string> textOf(GVariant *metadata, const std::string &key)
{
    std::optional<std::string> found;
    GVariantIter iter;
    g_variant_iter_init(&iter, metadata);
    const char *name = nullptr;
    GVariant *raw = nullptr;
    while (g_variant_iter_next(&iter, "{&sv}", &name, &raw)) {
        const VariantPtr value(raw);
        if (key != name)
            continue;
        if (found)
            throw Wrong{"\"" + key + "\" stands in it twice."};
        if (!g_variant_is_of_type(value.get(), G_VARIANT_TYPE_STRING))
            throw Wrong{"\"" + key + "\" is not a text."};
        gsize length = 0;
        const char *text = g_variant_get_string(value.get(), &length);
        found = std::string(text, length);
    }
    return found;
}

std::string needText(GVariant *metadata, const std::string &key)
{
    const std::optional<std::string> text = textOf(metadata, key);
    if (!text)
        throw Wrong{"\"" + key + "\" is missing."};
    return *text;
}

std::uint64_t toNumber(const std::string &key, const std::string &text, std::uint64_t least, std::uint64_t most)
{
    std::uint64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    // One number, one way to write it: no zeros before it, no sign, no space.
    if (error != std::errc() || stopped != end || text != std::to_string(number))
        throw Wrong{"\"" + key + "\" is not a number."};
    if (number < least || number > most)
        throw Wrong{"\"" + key + "\" is " + text + ", and may be " + std::to_string(least) + " to " +
                    std::to_string(most) + "."};
    return number;
}

std::uint64_t needNumber(GVariant *metadata, const char *key, std::uint64_t least, std::uint64_t most)
{
    const std::string name = std::string(prefix) + key;
    return toNumber(name, needText(metadata, name), least, most);
}

/// None where it is not told: then everything comes in one go.
std::vector<LargeObject> readLarge(GVariant *metadata)
{
    std::vector<LargeObject> found;
    const VariantPtr list(g_variant_lookup_value(metadata, largeKey, nullptr));
    if (!list)
        return found;
    const std::string key = largeKey;
    if (!g_variant_is_of_type(list.get(), G_VARIANT_TYPE(largeType)) || g_variant_n_children(list.get()) > mostLarge)
        throw Wrong{"\"" + key + "\" is no list of objects, or too long."};
    GVariantIter iter;
    g_variant_iter_init(&iter, list.get());
    const char *checksum = nullptr;
    const char *stored = nullptr;
    while (g_variant_iter_next(&iter, "(&s&s)", &checksum, &stored)) {
        if (!ostree_validate_checksum_string(checksum, nullptr))
            throw Wrong{"\"" + key + "\" names something that is no object."};
        found.push_back({checksum, toNumber(key, stored, 1, mostBytes)});
    }
    return found;
}

/// "0.1.0": three numbers.
bool isProgramVersion(const std::string &text)
{
    int dots = 0;
    std::size_t digits = 0;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            if (++digits > 6)
                return false;
        } else if (letter == '.' && digits > 0) {
            ++dots;
            digits = 0;
        } else {
            return false;
        }
    }
    return dots == 2 && digits > 0;
}

bool hasControl(const std::string &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; });
}

CommitFacts readFacts(GVariant *metadata)
{
    if (!metadata || !g_variant_is_of_type(metadata, G_VARIANT_TYPE_VARDICT) || !g_variant_is_normal_form(metadata))
        throw Wrong{"What it says of itself has no form we know."};
    CommitFacts facts;
    const std::string kind = needText(metadata, "porchlight.kind");
    if (kind != "release" && kind != "withdrawals")
        throw Wrong{"\"porchlight.kind\" is neither \"release\" nor \"withdrawals\"."};
    facts.kind = kind == "release" ? CommitFacts::Kind::Release : CommitFacts::Kind::Withdrawals;
    facts.sequence = static_cast<int>(needNumber(metadata, "sequence", 1, mostInt));
    facts.version = needText(metadata, OSTREE_COMMIT_META_KEY_VERSION);
    if (facts.version.empty() || facts.version.size() > longestVersion || hasControl(facts.version))
        throw Wrong{"\"version\" is empty, too long, or no plain text."};
    if (facts.kind == CommitFacts::Kind::Release) {
        facts.site = needText(metadata, "porchlight.site");
        if (!isPlainName(facts.site))
            throw Wrong{"\"porchlight.site\" has other letters than a-z, 0-9 and -."};
        facts.schema = static_cast<int>(needNumber(metadata, "schema", 1, mostInt));
        facts.program = needText(metadata, "porchlight.program");
        if (!isProgramVersion(facts.program))
            throw Wrong{"\"porchlight.program\" is no version such as 0.1.0."};
    } else {
        for (const char *key : {"porchlight.site", "porchlight.schema", "porchlight.program"})
            if (textOf(metadata, key))
                throw Wrong{std::string("A withdrawal list has no \"") + key + "\"."};
    }
    if (const std::optional<std::string> date = textOf(metadata, "porchlight.newest-date")) {
        const std::optional<content::Date> day = content::parseDate(*date);
        if (!day)
            throw Wrong{"\"porchlight.newest-date\" is no day."};
        facts.newestDate = *day;
    }
    facts.bytes = needNumber(metadata, "bytes", 1, mostBytes);
    facts.largest = needNumber(metadata, "largest", 1, facts.bytes);
    facts.files = needNumber(metadata, "files", 1, mostFiles);
    if (facts.kind == CommitFacts::Kind::Release)
        facts.large = readLarge(metadata);
    if (const std::optional<std::string> serial = textOf(metadata, "porchlight.keys-serial"))
        facts.keysSerial = static_cast<int>(toNumber("porchlight.keys-serial", *serial, 1, mostInt));
    return facts;
}

} // namespace

VariantPtr commitMetadata(const CommitFacts &facts, const std::string &collection, const std::vector<std::string> &refs)
{
    Entries entries;
    entries.emplace(OSTREE_COMMIT_META_KEY_VERSION, g_variant_new_string(facts.version.c_str()));
    entries.emplace(OSTREE_COMMIT_META_KEY_COLLECTION_BINDING, g_variant_new_string(collection.c_str()));
    std::vector<std::string> sorted = refs;
    std::sort(sorted.begin(), sorted.end()); // as ostree itself writes them
    GVariantBuilder binding;
    g_variant_builder_init(&binding, G_VARIANT_TYPE_STRING_ARRAY);
    for (const std::string &ref : sorted)
        g_variant_builder_add(&binding, "s", ref.c_str());
    entries.emplace(OSTREE_COMMIT_META_KEY_REF_BINDING, g_variant_builder_end(&binding));

    const bool release = facts.kind == CommitFacts::Kind::Release;
    addText(entries, "kind", release ? "release" : "withdrawals");
    addNumber(entries, "sequence", static_cast<std::uint64_t>(facts.sequence));
    if (release) {
        addText(entries, "site", facts.site);
        addNumber(entries, "schema", static_cast<std::uint64_t>(facts.schema));
        addText(entries, "program", facts.program);
    }
    if (facts.newestDate != content::Date{})
        addText(entries, "newest-date", content::formatDate(facts.newestDate));
    addNumber(entries, "bytes", facts.bytes);
    addNumber(entries, "largest", facts.largest);
    addNumber(entries, "files", facts.files);
    if (facts.keysSerial > 0)
        addNumber(entries, "keys-serial", static_cast<std::uint64_t>(facts.keysSerial));
    if (release && !facts.large.empty())
        entries.emplace(largeKey, largeVariant(facts.large));
    if (!facts.changes.empty())
        entries.emplace("porchlight.changes", changesVariant(facts.changes));

    GVariantBuilder builder;
    g_variant_builder_init(&builder, G_VARIANT_TYPE_VARDICT);
    for (const auto &[key, value] : entries)
        g_variant_builder_add(&builder, "{sv}", key.c_str(), value);
    return sunk(g_variant_builder_end(&builder));
}

content::Result<CommitFacts> readCommitMetadata(GVariant *metadata, const std::string &where)
{
    try {
        return readFacts(metadata);
    } catch (const Wrong &wrong) {
        return content::Fault{"facts-wrong", where, wrong.what,
                              "It was signed, but not made by \"porchlight-content publish\": publish it again."};
    }
}

} // namespace porchlight::release
