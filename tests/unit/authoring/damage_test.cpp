// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One table of damages: each breaks a sound content folder in one place and names the finding that must tell of it.
#include "site_copy.h"

#include "authoring/report_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

namespace porchlight::tests {

using authoring::Severity;

namespace {

struct Damage {
    const char *name;
    const char *file; ///< that is damaged
    const char *from;
    const char *to;
    const char *code;         ///< that must be told
    const char *at;           ///< what the line in question holds; empty for a finding about the whole file
    const char *in = nullptr; ///< the file that the finding names, where that is another
    Severity severity = Severity::Error;
};

constexpr const char *pay = "topics/pay.md";
constexpr const char *helpline = "contacts/helpline.yaml";
constexpr const char *house = "contacts/house.yaml";
constexpr const char *es = "translations/es.po";
constexpr const char *tiles = "tiles.yaml";
constexpr const char *small = "sites/small/site.yaml";

const Damage damages[] = {
    // YAML
    {"broken_yaml", tiles, "title: Home and family", "title: \"Home and family", "yaml-syntax", "\"Home and family"},
    {"broken_front_matter", pay, "order: 10", "order: [10", "yaml-syntax", "title: Your pay"},
    {"no_list", tiles, "- id: work", "id: work", "yaml-syntax", "title: Work and pay"},
    {"unknown_field", tiles, "icon: bus", "ikon: bus", "unknown-field", "ikon: bus"},
    {"missing_field", tiles, "  icon: bus\n", "", "missing-field", "- id: work"},
    {"missing_field_in_channel", helpline, "    checked_by: Tests\n    method: dialled", "    method: dialled",
     "missing-field", "- id: call"},
    {"wrong_type_number", pay, "order: 10", "order: ten", "wrong-type", "order: ten"},
    {"wrong_type_boolean", pay, "sensitive: false", "sensitive: no", "wrong-type", "sensitive: no"},
    {"wrong_type_list", helpline, "language_tags: [en, es]", "language_tags: en", "wrong-type", "language_tags: en"},
    {"wrong_type_date", house, "checked_on: 2026-11-01", "checked_on: 2026-11-31", "wrong-type", "2026-11-31"},
    {"wrong_type_map", tiles, "- id: home\n  title: Home and family\n  icon: lamp\n  opens: topics\n", "- home\n",
     "wrong-type", "- home"},
    {"bad_value", helpline, "kind: text", "kind: sms", "bad-value", "kind: sms"},
    {"bad_trust_class", helpline, "trust_class: T1", "trust_class: T9", "bad-value", "T9"},
    {"bad_mark", helpline, "mark: B", "mark: C", "bad-value", "mark: C"},
    {"duplicate_field", tiles, "icon: bus", "icon: bus\n  icon: lamp", "duplicate-field", "icon: lamp"},
    {"duplicate_id", tiles, "id: home", "id: work", "duplicate-id", "id: work\n  title: Home"},
    {"duplicate_interface_id", "interface.yaml", "id: bar.back", "id: bar.home", "duplicate-id",
     "id: bar.home\n  text: Back"},
    {"duplicate_channel", helpline, "- id: text", "- id: call", "duplicate-id", "- id: call\n    kind: text"},
    {"duplicate_language", "languages.yaml", "tag: ar", "tag: es", "duplicate-id", "tag: es\n  own_name: العربية"},
    {"bad_id", tiles, "id: talk", "id: Talk!", "bad-id", "Talk!"},
    {"empty_text", tiles, "title: Home and family", "title: \"\"", "empty-field", "title: \"\""},
    {"file_name", house, "id: house", "id: hut", "file-name", "id: hut"},
    {"site_folder_name", small, "id: small", "id: tiny", "file-name", "id: tiny"},
    {"not_utf8", pay, "Your pay", "Your \xff pay", "not-utf8", "\xff"},
    {"control_character", pay, "Your pay", "Your \x01 pay", "not-utf8", "\x01"},
    // Languages
    {"bad_tag", "languages.yaml", "tag: es", "tag: es_MX", "bad-language-tag", "es_MX"},
    {"tag_of_no_form", "languages.yaml", "tag: ar", "tag: arabic!", "bad-language-tag", "arabic!"},
    {"bad_channel_tag", helpline, "language_tags: [en, es]", "language_tags: [english]", "bad-language-tag",
     "- id: call"},
    {"po_of_unknown_language", "languages.yaml", "tag: es", "tag: pt", "unknown-language", "SPDX", es},
    {"site_names_unknown_language", "sites/demo/site.yaml", "[en, es, ar]", "[en, es, xx]", "unknown-language", "xx]"},
    {"unknown_default_language", small, "default_language: en", "default_language: fr", "unknown-language", ": fr"},
    {"no_source_language", "languages.yaml", "source: true", "source: false", "source-language", ""},
    {"source_language_not_offered", "sites/demo/site.yaml", "[en, es, ar]\n", "[es, ar]\n", "source-language",
     "[es, ar]"},
    {"missing_font", "languages.yaml", "font: Noto Sans Arabic", "font: No Such Font", "missing-font", "No Such Font"},
    {"missing_glyph_in_english", pay, "Your pay", "Your \xF0\x9F\x92\xB0 pay", "missing-glyph", "title: Your"},
    {"missing_glyph_in_translation", es, "\"Su pago\"", "\"Su pago \xE4\xB8\xAD\"", "missing-glyph",
     "msgid \"Your pay\""},
    // Tiles and topics
    {"missing_tile", pay, "tile: work", "tile: shop", "missing-tile", "tile: shop"},
    {"empty_tile", pay, "tile: work", "tile: home", "empty-tile", "id: work", tiles},
    {"missing_icon", tiles, "icon: bus", "icon: train", "missing-icon", "icon: train"},
    {"missing_picture", pay, "picture: paper", "picture: cloud", "missing-picture", "picture: cloud"},
    {"missing_contact", pay, "{contact:info}", "{contact:nobody}", "missing-contact", "{contact:nobody}"},
    {"missing_channel", pay, "{number:info.call}", "{number:info.fax}", "missing-channel", "{number:info.fax}"},
    {"channel_not_core", pay, "{number:info.call}", "{number:house.call}", "channel-not-core", "{number:house.call}"},
    {"contact_in_text", pay, "Call {number:info.call}", "Call {contact:info}", "contact-in-text",
     "Call {contact:info}"},
    {"unknown_placeholder", pay, "{number:info.call}", "{phone}", "unknown-placeholder", "{phone}"},
    {"open_brace", pay, "Write down each work day.", "Write { each work day.", "unknown-placeholder", "Write {"},
    {"no_front_matter", pay, "---\n# SPDX", "# SPDX", "no-front-matter", "SPDX"},
    {"emphasis", pay, "each work day", "*each* work day", "unknown-markup", "*each*"},
    {"link", pay, "each work day", "[each](x) work day", "unknown-markup", "[each]"},
    {"image", pay, "each work day", "![each](x) work day", "unknown-markup", "![each]"},
    {"code", pay, "each work day", "`each` work day", "unknown-markup", "`each`"},
    {"html", pay, "each work day", "<b>each</b> work day", "unknown-markup", "<b>"},
    {"entity", pay, "each work day", "each&nbsp;work day", "unknown-markup", "&nbsp;"},
    {"wrong_heading", pay, "## You have", "# You have", "unknown-markup", "# You have"},
    {"numbered_list", pay, "- Write down each work day.\n- Write down", "1. One.\n2. Two", "unknown-markup", "1. One."},
    {"rule_across", pay, "> Keep", "***\n\n> Keep", "unknown-markup", "***"},
    {"table", pay, "> Keep", "| a | b |\n|---|---|\n| c | d |\n\n> Keep", "unknown-markup", "| a | b |"},
    {"nested_list", pay, "- Write down\n", "- Write down\n  - twice\n", "unknown-markup", "- twice"},
    {"hard_break", pay, "- Write down\n", "- Write down  \n", "unknown-markup", "- Write down  \n"},
    // Contacts
    {"number_with_letters", helpline, "1-800-555-0100", "1-800-HELP", "bad-number", "- id: call"},
    {"expires_too_late", house, "expires_on: 2026-12-31", "expires_on: 2027-11-01", "expires-too-late", "- id: call"},
    {"expires_before_check", house, "expires_on: 2026-12-31", "expires_on: 2026-10-31", "expires-before-check",
     "- id: call"},
    {"unverified_mark", helpline, "status: unverified", "status: ok", "unverified-mark", "- id: text"},
    {"local_core", house, "status: ok", "status: ok\n    core: true", "core-not-national", "- id: call"},
    {"core_text_line", helpline, "status: unverified", "status: unverified\n    core: true", "core-not-national",
     "- id: text"},
    {"core_unverified", helpline, "mark: A", "mark: B", "core-unverified", "- id: call"},
    {"no_slip_name", house, "slip_name: Example House\n", "", "no-slip-name", "id: house"},
    {"no_channel", "contacts/new.yaml", "", "", "no-channel", "id: new"},
    {"far_future", house, "checked_on: 2026-11-01", "checked_on: 2062-11-01", "date-in-future", "- id: call"},
    {"near_future", house, "checked_on: 2026-11-01", "checked_on: 2026-12-01", "date-in-future", "- id: call", nullptr,
     Severity::Warning},
    {"expired", house, "expires_on: 2026-12-31", "expires_on: 2026-11-21", "expired", "- id: call", nullptr,
     Severity::Warning},
    {"recheck_due", pay, "recheck_by: 2027-01-30", "recheck_by: 2026-11-21", "recheck-due", "what: A pamphlet", nullptr,
     Severity::Warning},
    // What must stand nowhere
    {"denied_in_topic", pay, "each work day", "to 866.555.0199", "denied", "866.555.0199"},
    {"denied_in_contact", helpline, "1-800-555-0100", "1-866-555-0199", "denied", "- id: call"},
    {"denied_in_translation", es, "Su pago", "WRONG.example.org", "denied", "msgid \"Your pay\""},
    {"topic_word_on_slip", helpline, "slip_name: Help line", "slip_name: Trafficking line", "topic-word",
     "Trafficking"},
    {"topic_word_on_page", pay, "each work day", "each trafficking", "topic-word", "each trafficking"},
    {"topic_word_on_tile", tiles, "title: Talk to someone", "title: Rescue", "topic-word", "title: Rescue"},
    {"too_long", "interface.yaml", "text: Home", "text: The home of all pages", "too-long", "- id: bar.home"},
    {"translation_too_long", es, "\"Inicio\"", "\"Inicio de todas las páginas\"", "too-long", "msgid \"Home\""},
    {"direction_mark", pay, "Your pay", "Your \xE2\x80\xAE pay", "direction-mark", "title: Your"},
    // Translations
    {"po_syntax", es, "msgstr \"Inicio\"", "msgstr \"Inicio", "po-syntax", "msgstr \"Inicio"},
    {"po_without_header", es, "msgid \"\"\nmsgstr \"\"\n", "msgctxt \"x\"\nmsgid \"x\"\nmsgstr \"\"\n", "po-header",
     "SPDX"},
    {"po_charset", es, "charset=UTF-8", "charset=ISO-8859-1", "po-charset", "msgid \"\""},
    {"po_language", es, "Language: es", "Language: de", "po-language", "msgid \"\""},
    {"po_level", es, "X-Porchlight-Level: L3", "X-Porchlight-Level: L7", "po-level", "msgid \"\""},
    {"level_differs", es, "X-Porchlight-Level: L3", "X-Porchlight-Level: L4", "level-differs", "msgid \"\""},
    {"plural_count", "translations/ar.po",
     "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
     "nplurals=2; plural=(n != 1);", "wrong-plural", "msgid \"\""},
    {"plural_formula", es, "plural=(n != 1);", "plural=(n !! 1);", "wrong-plural", "msgid \"\""},
    {"plural_out_of_range", es, "plural=(n != 1);", "plural=(n > 1 ? 7 : 0);", "wrong-plural", "msgid \"\""},
    {"plural_entry", es, "msgid \"Home\"\nmsgstr \"Inicio\"",
     "msgid \"Home\"\nmsgid_plural \"Homes\"\nmsgstr[0] \"Inicio\"", "plural-not-allowed", "msgid \"Home\""},
    {"wrong_context", es, "msgctxt \"bar.home\"", "msgctxt \"bar.hime\"", "wrong-context", "msgid \"Home\""},
    {"no_context", es, "msgctxt \"bar.home\"\n", "", "wrong-context", "msgid \"Home\""},
    {"stale_entry", es, "msgid \"Your pay\"", "msgid \"Your old pay\"", "stale-entry", "msgid \"Your old pay\"",
     nullptr, Severity::Warning},
    {"changed_placeholder", es, "Llame al {number:info.call}", "Llame al {number:info.llamar}", "changed-placeholder",
     "msgid \"You can ask about"},
    {"lost_placeholder", es, "Llame al {number:info.call}", "Llame", "changed-placeholder",
     "msgid \"You can ask about"},
    {"changed_number", es, "de 9 a 5\"\n\nmsgctxt \"contact:info\"", "de 9 a 6\"\n\nmsgctxt \"contact:info\"",
     "changed-number", "msgid \"Monday to Friday, 9 to 5\""},
    {"swapped_digits", es, "msgstr \"2-1-1\"", "msgstr \"1-2-1\"", "changed-number", "msgid \"2-1-1\""},
    {"added_number", es, "\"Su pago\"", "\"Su pago 911\"", "changed-number", "msgid \"Your pay\""},
    {"other_digits", "translations/ar.po", "msgstr \"2-1-1\"", "msgstr \"٢-١-١\"", "changed-number", "msgid \"2-1-1\""},
    {"no_translation", "languages.yaml", "ask_for_interpreter: \"Arabic", "ask_for_interpreter: \"Arab", "incomplete",
     "", "translations/ar.po", Severity::Warning},
    // Sites
    {"unknown_item", small, "item: lawyer", "item: liar", "unknown-item", "item: liar"},
    {"half_done", small, "done_on: 2026-11-04, ", "", "half-done", "item: lawyer"},
    {"duplicate_item", small, "item: lawyer", "item: numbers-tried", "duplicate-id", "2026-11-04"},
    {"duplicate_go_live", "go-live.yaml", "id: lawyer", "id: numbers-tried", "duplicate-id",
     "id: numbers-tried\n  what: A"},
};

/// PORCHLIGHT_RANDOM_ROUNDS makes the random test as long as one likes.
int randomRounds()
{
    const char *rounds = std::getenv("PORCHLIGHT_RANDOM_ROUNDS");
    return rounds ? std::atoi(rounds) : 40;
}

class DamageTest : public testing::TestWithParam<Damage> {};

std::string nameOf(const testing::TestParamInfo<Damage> &info)
{
    return info.param.name;
}

} // namespace

TEST_P(DamageTest, IsToldWithFileAndLine)
{
    const Damage &damage = GetParam();
    const SiteCopy site;
    if (std::string(damage.name) == "no_channel") {
        std::string text = site.read(house);
        text = text.substr(0, text.find("channels:")) + "channels: []\n";
        text.replace(text.find("id: house"), 9, "id: new");
        site.write(damage.file, text);
    } else {
        site.replace(damage.file, damage.from, damage.to);
    }
    const std::string file = damage.in ? damage.in : damage.file;
    std::string where = (site.content() / file).string();
    if (*damage.at != '\0')
        where += ":" + std::to_string(site.lineOf(file, damage.at));

    const authoring::Report report = site.check();
    const bool told = std::any_of(report.faults.begin(), report.faults.end(), [&](const authoring::Finding &f) {
        return f.code == damage.code && f.where == where && f.severity == damage.severity;
    });
    EXPECT_TRUE(told) << "expected " << damage.code << " at " << where << ", got:\n"
                      << authoring::formatFindings(report, false);
    for (const authoring::Finding &finding : report.faults) {
        EXPECT_FALSE(finding.what.empty());
        EXPECT_FALSE(finding.remedy.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Authoring, DamageTest, testing::ValuesIn(damages), nameOf);

TEST(Check, FindsNothingInTheSoundSite)
{
    const authoring::Report report = SiteCopy().check();
    EXPECT_EQ(report.errors(), 0U) << authoring::formatFindings(report, false);
    ASSERT_EQ(report.warnings(), 1U) << authoring::formatFindings(report, false);
    EXPECT_EQ(report.faults[0].code, "incomplete"); // Arabic is a part only, on purpose
}

TEST(Check, TellsAllFaultsSortedByFileAndLine)
{
    const SiteCopy site;
    site.replace(tiles, "icon: phone", "icon: gone");
    site.replace(tiles, "icon: bus", "icon: gone");
    site.replace(pay, "tile: work", "tile: nowhere");
    site.replace(es, "msgstr \"2-1-1\"", "msgstr \"3-1-1\"");
    std::vector<std::string> codes;
    for (const authoring::Finding &finding : site.check().faults)
        codes.push_back(finding.code);
    EXPECT_THAT(codes, testing::ElementsAre("empty-tile", "missing-icon", "missing-picture", "missing-icon",
                                            "missing-picture", "missing-tile", "incomplete", "changed-number"));
}

TEST(Check, TellsAMissingFolderSiteOrFile)
{
    const auto codeOf = [](const authoring::Report &report) {
        return report.faults.empty() ? "" : report.faults[0].code;
    };
    EXPECT_EQ(codeOf(authoring::check("/does/not/exist", "small")), "missing-file");
    const SiteCopy site;
    const authoring::Report noSite = authoring::check(site.content(), "nowhere", fixtureDay());
    EXPECT_EQ(noSite.errors(), 1U);
    EXPECT_EQ(codeOf(noSite), "no-such-site");
    std::filesystem::remove(site.content() / "tiles.yaml");
    EXPECT_FALSE(site.check().ok());
}

TEST(Check, GivesPlacesAsTheFolderWasTyped)
{
    const SiteCopy site;
    site.replace(tiles, "icon: bus", "icon: gone");
    std::filesystem::current_path(site.root());
    const authoring::Report report = authoring::check("content/", "small", fixtureDay());
    ASSERT_FALSE(report.faults.empty());
    EXPECT_EQ(report.faults[0].where, "content/tiles.yaml:6");
}

TEST(Check, EveryCodeIsExplainedToEditors)
{
    std::ifstream in(SOURCE_ROOT "/content/README.md");
    const std::string guide{std::istreambuf_iterator<char>(in), {}};
    for (const Damage &damage : damages)
        EXPECT_THAT(guide, testing::HasSubstr("`" + std::string(damage.code) + "`"));
}

TEST(Check, SurvivesRandomDamage)
{
    const char *const files[] = {
        tiles, pay, helpline, es, small, "languages.yaml", "interface.yaml", "slips/card.yaml"};
    std::mt19937 random(7); // the same every time
    const SiteCopy site;
    for (int round = 0; round < randomRounds(); ++round) {
        const std::string file = files[random() % std::size(files)];
        const std::string sound = site.read(file);
        std::string text = sound;
        for (int change = 0; change < 3; ++change) {
            const std::size_t at = random() % text.size();
            if (random() % 4 == 0)
                text.resize(std::max<std::size_t>(at, 1));
            else
                text[at] = "\"'\n :-{}[]|>#&*!%\\\t0az\xff"[random() % 24];
        }
        site.write(file, text);
        for (const authoring::Finding &finding : site.check().faults)
            EXPECT_FALSE(finding.code.empty());
        site.write(file, sound);
    }
    EXPECT_TRUE(site.check().ok());
}

} // namespace porchlight::tests
