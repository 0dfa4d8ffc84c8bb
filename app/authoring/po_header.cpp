// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/po_header.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace porchlight::authoring {

using content::TranslationLevel;

namespace {

/// How many plural forms a language may be said to have: gettext's count, then CLDR's where that differs. A language
/// that is not here may have any number: adding one needs no new program.
struct PluralCount {
    std::string_view language;
    std::array<int, 2> forms;
};
constexpr PluralCount pluralCounts[] = {
    {"am", {2, 2}}, {"ar", {6, 6}}, {"bs", {3, 3}}, {"en", {2, 2}}, {"es", {2, 3}},  {"fil", {2, 2}}, {"fr", {2, 3}},
    {"hi", {2, 2}}, {"ht", {2, 2}}, {"ko", {1, 1}}, {"my", {1, 1}}, {"prs", {2, 1}}, {"ps", {2, 2}},  {"ru", {3, 4}},
    {"so", {2, 2}}, {"sw", {2, 2}}, {"ti", {2, 2}}, {"uk", {3, 4}}, {"vi", {1, 1}},  {"zh", {1, 1}},
};

std::string primary(const std::string &tag)
{
    return tag.substr(0, tag.find_first_of("-_"));
}

/// The N of "nplurals=N;", or 0.
int formsIn(std::string_view pluralForms)
{
    constexpr std::string_view name = "nplurals=";
    const auto at = pluralForms.find(name);
    if (at == std::string_view::npos)
        return 0;
    int forms = 0;
    std::from_chars(pluralForms.data() + at + name.size(), pluralForms.data() + pluralForms.size(), forms);
    return std::clamp(forms, 0, 10);
}

void checkPlural(const PoFile &po, const std::string &tag, const Place &at, Findings &findings)
{
    const std::string value = po.field("Plural-Forms");
    if (value.empty())
        return;
    const int forms = formsIn(value);
    const std::string remedy = "Take the line Plural-Forms out, or write the one of this language: no text here has "
                               "plural forms.";
    for (const std::string &complaint : checkPluralForms(value, forms))
        findings.error("wrong-plural", at, "Plural-Forms is wrong: " + complaint + ".", remedy);
    for (const PluralCount &known : pluralCounts)
        if (known.language == primary(tag) &&
            std::find(known.forms.begin(), known.forms.end(), forms) == known.forms.end())
            findings.error("wrong-plural", at,
                           "Plural-Forms says " + std::to_string(forms) + " forms, but `" + tag + "` has " +
                               std::to_string(known.forms[0]) + ".",
                           remedy);
}

TranslationLevel readLevel(const PoFile &po, const std::string &tag, const Place &at, const Sources &sources,
                           Findings &findings)
{
    const std::string value = po.field("X-Porchlight-Level");
    const auto level = parseLevel(value);
    if (!level) {
        findings.error("po-level", at, "The header says no level, or one that there is not: `" + value + "`.",
                       "Write `X-Porchlight-Level: L0` (to L4) in the header.");
        return TranslationLevel::L0;
    }
    if (const auto *language = sources.findLanguage(tag); language && *level != language->value.level)
        findings.error("level-differs", at, "The header says level " + value + ", languages.yaml says another.",
                       "Write in both what the last review reached.");
    return *level;
}

} // namespace

std::optional<TranslationLevel> parseLevel(std::string_view name)
{
    constexpr std::array<std::string_view, 5> names{"L0", "L1", "L2", "L3", "L4"};
    const auto it = std::find(names.begin(), names.end(), name);
    return it == names.end() ? std::nullopt : std::optional(static_cast<TranslationLevel>(it - names.begin()));
}

TranslationLevel readPoHeader(const PoFile &po, const std::string &tag, const std::string &file, const Sources &sources,
                              Findings &findings)
{
    const Place at{file, std::max(po.headerLine, 1)};
    if (po.header.empty()) {
        findings.error("po-header", at, "This file has no header entry.",
                       "Begin it with msgid \"\" and the header fields; content/README.md has an example.");
        return TranslationLevel::L0;
    }
    if (po.field("Content-Type").find("charset=UTF-8") == std::string::npos)
        findings.error("po-charset", at, "The header does not say that the file is UTF-8.",
                       "Write `Content-Type: text/plain; charset=UTF-8`.");
    if (primary(po.field("Language")) != primary(tag))
        findings.error("po-language", at,
                       "The header names another language than the file: `" + po.field("Language") + "`.",
                       "Write `Language: " + tag + "`.");
    checkPlural(po, tag, at, findings);
    return readLevel(po, tag, at, sources, findings);
}

} // namespace porchlight::authoring
