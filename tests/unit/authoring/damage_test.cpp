// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One table of damages: each breaks a sound content folder in one place and names the finding that must tell of it.
#include "site_copy.h"

#include "authoring/check_names.h"
#include "authoring/report_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
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
constexpr const char *card = "slips/card.yaml";
constexpr const char *house = "contacts/house.yaml";
constexpr const char *northOffice = "layers/north/contacts/north-office.yaml";
constexpr const char *es = "translations/es.po";
constexpr const char *tiles = "tiles.yaml";
constexpr const char *numbers = "topics/numbers.md";
constexpr const char *circle = "layers/circle/layer.yaml";
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
    {"no_voice_and_no_reason", "languages.yaml", "  voice: espeak-ng ar\n", "", "voice-missing", "tag: ar"},
    {"voice_and_reason", "languages.yaml", "  voice: espeak-ng ar\n", "  voice: espeak-ng ar\n  no_voice: None\n",
     "voice-missing", "voice: espeak-ng ar"},
    {"unknown_engine", "languages.yaml", "voice: espeak-ng ar", "voice: festival ar", "bad-voice", "festival ar"},
    {"unknown_voice", "languages.yaml", "voice: espeak-ng ar", "voice: espeak-ng nobody", "bad-voice", "nobody"},
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
    {"core_line_of_a_layer", northOffice, "local: true", "local: false", "core-not-national", "id: north-office"},
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
    {"recheck_due", pay, "recheck_by: 2027-01-30", "recheck_by: 2026-11-21", "fact-out-of-date", "what: A pamphlet",
     nullptr, Severity::Warning},
    {"number_too_short", house, "1-573-555-0142", "1-573-555-014", "bad-number", "- id: call"},
    {"number_of_no_area", house, "1-573-555-0142", "1-111-555-0142", "bad-number", "- id: call"},
    {"code_not_in_use", helpline, "\"555010\"", "\"12345\"", "bad-number", "- id: text"},
    {"number_without_1", house, "1-573-555-0142", "573-555-0142", "number-format", "- id: call"},
    {"number_grouped_otherwise", house, "1-573-555-0142", "1-5735-550-142", "number-format", "- id: call"},
    {"code_grouped_otherwise", "contacts/info.yaml", "value: 2-1-1", "value: 21-1", "number-format", "- id: call"},
    {"channel_shown_nowhere", house, "show_public: true\n    show_private: true\n    print_ok: true",
     "show_public: false\n    show_private: false\n    print_ok: false", "unused-channel", "- id: call", nullptr,
     Severity::Warning},
    {"misprint_in_contact", house, "1-573-555-0142", "1-800-555-0110", "hotline-misprint", "- id: call"},
    // Numbers in texts
    {"number_typed", pay, "each work day", "to 573 555 0187", "number-in-text", "573 555 0187"},
    {"number_typed_without_area", pay, "each work day", "to (555) 0187", "number-in-text", "(555) 0187"},
    {"number_typed_with_odd_hyphens", pay, "each work day", "to 573\u2011555\u20110187", "number-in-text", "- Write"},
    {"right_number_typed", pay, "each work day", "to 1-800-555-0100", "number-in-text", "1-800-555-0100"},
    {"number_typed_in_translation", es, "La llamada es gratis.", "Llame al 573 555 0187.", "number-in-text",
     "msgid \"The call is free.\""},
    {"number_typed_in_arabic_digits", "translations/ar.po", "المكالمة مجانية.", "٥٧٣-٥٥٥-٠١٨٧", "number-in-text",
     "msgid \"The call is free.\""},
    {"number_typed_in_burmese_digits", es, "La llamada es gratis.", "၅၇၃ ၅၅၅ ၀၁၈၇", "number-in-text",
     "msgid \"The call is free.\""},
    {"number_typed_in_instruction", helpline, "Send the word {code}", "Then ask for 1-800-555-0100 {code}",
     "number-in-text", "Then ask"},
    {"misprint_wrong_digit", pay, "each work day", "to 1-800-555-0101", "hotline-misprint", "1-800-555-0101"},
    {"misprint_swapped_digits", pay, "each work day", "to 1-800-555-1000", "hotline-misprint", "1-800-555-1000"},
    {"misprint_lost_digit", pay, "each work day", "to 1-800-55-0100", "hotline-misprint", "1-800-55-0100"},
    {"misprint_doubled_digit", pay, "each work day", "to 1-800-555-01000", "hotline-misprint", "1-800-555-01000"},
    {"misprint_beside_the_right_one", pay, "each work day", "to 1-800-555-0100, 1-800-555-0108", "hotline-misprint",
     "1-800-555-0108"},
    {"misprint_of_text_code", pay, "each work day", "HELP to 550510", "hotline-misprint", "550510"},
    {"misprint_in_arabic_digits", "translations/ar.po", "المكالمة مجانية.", "٥٥٥٠١١", "hotline-misprint",
     "msgid \"The call is free.\""},
    {"misprint_of_short_number", es, "msgstr \"2-1-1\"", "msgstr \"2-1-7\"", "hotline-misprint", "msgid \"2-1-1\""},
    // Facts
    {"figure_without_source", "topics/safety.md", "{card:phone}", "In 2021 it was so.\n\n{card:phone}",
     "fact-without-source", "In 2021"},
    {"learn_page_without_source", "topics/safety.md", "layer: ordinary", "layer: learn", "fact-without-source",
     "id: safety"},
    // How it reads
    {"long_sentence", pay, "each work day", "the day, the hours and the pay of each one of your jobs", "long-sentence",
     "- Write down the day"},
    {"long_sentence_in_interface", "interface.yaml", "text: Back", "text: A b c d e f g h i j k l m", "long-sentence",
     "- id: bar.back"},
    {"long_sentence_in_spanish", es, "Anote cada día de trabajo.",
     "Anote cada día de trabajo y las horas que usted trabajó en él y lo que le dieron o no le dieron.",
     "long-sentence", "msgid \"Write down each work day.\"", nullptr, Severity::Warning},
    {"hard_page", pay, "each work day", "administrative documentation regarding compensation", "reading-level",
     "id: pay"},
    {"too_wide_tile", es, "\"Trabajo y pago\"", "\"Trabajo, pago y todo lo que tiene que ver con ello\"", "too-wide",
     "msgid \"Work and pay\""},
    {"too_wide_slip_name", es, "\"Línea de ayuda\"", "\"Línea de ayuda para todas las personas que la necesitan\"",
     "too-wide", "msgid \"Help line\""},
    {"tile_too_long", tiles, "title: Talk to someone", "title: Talk to someone who listens to you", "too-long",
     "title: Talk"},
    // The glossary
    {"term_otherwise", es, "\"Pago justo y notas\"", "\"Pago bueno y notas\"", "glossary",
     "msgid \"Fair pay and notes\""},
    {"term_otherwise_in_a_draft", es,
     "msgctxt \"topic:pay\"\nmsgid \"Fair pay and notes\"\nmsgstr \"Pago justo y notas\"",
     "#, fuzzy\nmsgctxt \"topic:pay\"\nmsgid \"Fair pay and notes\"\nmsgstr \"Notas\"", "glossary",
     "msgid \"Fair pay and notes\"", nullptr, Severity::Warning},
    {"forbidden_word", es, "Anote cada día de trabajo.", "Anote el PAGO CORRECTO.", "glossary-never",
     "msgid \"Write down each work day.\""},
    {"forbidden_word_of_other_code_points", es, "Anote cada día de trabajo.", "Anote el pago \uFF43orrecto.",
     "glossary-never", "msgid \"Write down each work day.\""},
    {"term_without_a_language", "glossary.yaml", "    ar: {use: [أجر عادل]}\n", "", "glossary-gap", "- tag: ar",
     "languages.yaml", Severity::Warning},
    {"term_of_unknown_language", "glossary.yaml", "    ar:", "    pt:", "unknown-language", "    pt:"},
    {"term_that_no_text_holds", "glossary.yaml", "english: [fair pay]", "english: [fair wage]", "unused-term",
     "- id: fair-pay", nullptr, Severity::Warning},
    {"term_without_words", "glossary.yaml", "{use: [pago justo], ", "{", "missing-field", "es: {"},
    {"bad_hours", house, "hours: 9:00-17:00", "hours: nine to five", "bad-hours", "hours_words: \"Monday"},
    {"hours_without_words", house, "    hours_words: \"Monday to Friday, {hours}\"\n", "", "hours-words",
     "hours: 9:00"},
    {"words_without_hours", house, "    hours: 9:00-17:00\n", "", "hours-words", "hours_words:"},
    {"words_that_lack_the_hours", house, "Friday, {hours}", "Friday", "hours-words", "hours_words:"},
    {"code_of_two_words", helpline, "code: HELP", "code: HELP ME", "bad-value", "- id: text"},
    {"code_that_is_not_there", helpline, "    code: HELP\n", "", "unknown-placeholder", "instruction:"},
    {"recheck_after_the_end", house, "recheck_by: 2026-12-15", "recheck_by: 2027-01-15", "bad-recheck", "- id: call"},
    {"recheck_due_of_a_line", house, "recheck_by: 2026-12-15", "recheck_by: 2026-11-22", "recheck-due", "- id: call",
     nullptr, Severity::Warning},
    // Facts, fragments, show cards, what is true of the site
    {"missing_fact", numbers, "{fact:counted}", "{fact:gone}", "missing-fact", "In one year"},
    {"unused_fact", "facts.yaml", "id: counted", "id: other", "unused-fact", "id: other", nullptr, Severity::Warning},
    {"fact_of_mark_b", "facts.yaml", "mark: A", "mark: B", "bad-value", "mark: B"},
    {"fact_without_source", "facts.yaml", "  url: https://example.org/count\n", "", "missing-field", "- id: counted"},
    {"fact_recheck_due", "facts.yaml", "recheck_by: 2027-05-01", "recheck_by: 2026-11-21", "fact-out-of-date",
     "id: counted", nullptr, Severity::Warning},
    {"fact_in_a_contact", house, "A bed for some nights.", "A bed for {fact:counted}.", "unknown-placeholder",
     "for_what"},
    {"missing_fragment", numbers, "{fragment:may-share}", "{fragment:gone}", "missing-fragment", "{fragment:gone}"},
    {"fragment_in_text", numbers, "In one year", "{fragment:may-share} In one year", "block-in-text", "In one year"},
    {"topic_word_in_a_fragment", "fragments.yaml", "No one may make", "No trafficker may make", "topic-word",
     "{fragment:every-person}", "topics/safety.md"},
    {"missing_card", "topics/safety.md", "{card:phone}", "{card:gone}", "missing-card", "{card:gone}"},
    {"unknown_site_line", "topics/staff.md", "{site:must-report}", "{site:weather}", "unknown-placeholder",
     "{site:weather}"},
    {"number_in_a_card", "show-cards.yaml", "I speak {language}", "Call {number:info.call}", "unknown-placeholder",
     "May I use"},
    {"contact_in_a_card", "show-cards.yaml", "I speak {language}", "Call {contact:info}", "unknown-placeholder",
     "May I use"},
    {"hours_in_a_card", "show-cards.yaml", "I speak {language}", "Come {hours}", "unknown-placeholder", "May I use"},
    {"missing_word", "interface.yaml", "id: site.phone-desk", "id: site.phone-chair", "missing-word",
     "{site:phone-here}", "topics/safety.md"},
    // Groups
    {"missing_parent", tiles, "parent: home", "parent: house", "missing-tile", "parent: house"},
    {"parent_of_numbers", tiles, "parent: home", "parent: talk", "bad-parent", "parent: talk"},
    // Layers
    {"missing_layer", small, "layers: [north]", "layers: [south]", "missing-layer", "layers:"},
    {"layer_order", "sites/demo/site.yaml", "[north, circle]", "[circle, north]", "layer-order", "layers:"},
    {"layer_twice", small, "layers: [north]", "layers: [north, north]", "duplicate-id", "layers:"},
    {"layer_folder_name", "layers/north/layer.yaml", "id: north", "id: south", "file-name", "id: south"},
    {"layer_bears_a_national_id", "layers/north/topics/north-law.md", "id: north-law", "id: pay", "duplicate-id",
     "id: pay"},
    {"layer_fact_bears_a_national_id", "layers/north/facts.yaml", "id: north-counted", "id: counted", "duplicate-id",
     "id: counted"},
    {"national_names_a_layers_contact", pay, "{contact:info}", "{contact:north-office}", "missing-contact",
     "{contact:north-office}"},
    {"national_names_a_layers_fact", numbers, "{fact:counted}", "{fact:north-counted}", "missing-fact", "In one year"},
    {"hides_help", circle, "topics: [numbers]", "topics: [pay]", "hides-help", "topics: [pay]"},
    {"hides_a_core_line", circle, "contacts: [house]", "contacts: [helpline]", "hides-help", "contacts: [helpline]"},
    {"hides_what_is_not_there", circle, "topics: [numbers]", "topics: [gone]", "missing-topic", "topics: [gone]"},
    {"bad_phone_here", small, "phone_here: desk", "phone_here: shelf", "bad-value", "phone_here: shelf"},
    // Kinds of slip
    {"slip_too_large", card, "width_mm: 60", "width_mm: 80", "slip-size", "id: card"},
    {"slip_without_width", card, "width_mm: 60\n", "", "slip-size", "id: card"},
    {"small_print", card, "body_pt: 12", "body_pt: 9", "small-print", "id: card"},
    {"small_numbers", card, "number_pt: 18", "number_pt: 13.5", "small-print", "id: card"},
    {"small_print_on_a_sheet", card, "width_mm: 60\nheight_mm: 90\nbody_pt: 12", "body_pt: 11", "small-print",
     "id: card"},
    {"bad_fold", card, "names: true", "names: true\nfold: quarter", "bad-value", "quarter"},
    {"bad_english", card, "names: true", "names: true\nenglish: yes", "bad-value", "english: yes"},
    {"empty_note", card, "names: true", "names: true\nnotes: [\"\"]", "wrong-type", "notes:"},
    {"topic_word_in_a_note", card, "names: true", "names: true\nnotes: [To the rescue]", "topic-word", "rescue"},
    // What must stand nowhere
    {"denied_in_topic", pay, "each work day", "to 866.555.0199", "denied", "866.555.0199"},
    {"denied_in_contact", helpline, "1-800-555-0100", "1-866-555-0199", "denied", "- id: call"},
    {"denied_in_translation", es, "Su pago", "WRONG.example.org", "denied", "msgid \"Your pay\""},
    {"topic_word_on_slip", helpline, "slip_name: Help line", "slip_name: Trafficking line", "topic-word",
     "Trafficking"},
    {"topic_word_in_a_cost", helpline, "cost: The call", "cost: The victim's call", "topic-word", "cost:"},
    {"topic_word_in_languages", helpline, "languages: Staff", "languages: Slaves", "topic-word", "Slaves"},
    {"topic_word_on_page", pay, "each work day", "each trafficking", "topic-word", "each trafficking"},
    {"topic_word_on_tile", tiles, "title: Talk to someone", "title: Rescue", "topic-word", "title: Rescue"},
    {"too_long", "interface.yaml", "text: Home", "text: The home of all pages", "too-long", "- id: bar.home"},
    {"translation_too_long", es, "\"Inicio\"", "\"Inicio de todas las páginas\"", "too-wide", "msgid \"Home\""},
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
    {"changed_number", es, "de 9 a 5", "de 9 a 6", "changed-number", "msgid \"Monday to Friday, 9 to 5\""},
    {"changed_hours", es, "lunes a viernes, {hours}", "lunes a viernes, 9:00-17:00", "changed-placeholder",
     "msgid \"Monday to Friday, {hours}\""},
    {"changed_fact", es, "contaron {fact:counted}", "contaron 27", "changed-placeholder", "msgid \"In one year"},
    {"entry_level", es, "# level: L4", "# level: L9", "po-level", "msgid \"Some numbers\""},
    {"entry_below_the_claim", es, "# level: L4", "# level: L2", "level-differs", "msgid \"\""},
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
    EXPECT_THAT(codes,
                testing::ElementsAre("empty-tile", "missing-icon", "missing-picture", "missing-icon", "missing-picture",
                                     "missing-tile", "incomplete", "changed-number", "hotline-misprint"));
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

TEST(Check, EveryDamageIsACheckWithAName)
{
    for (const Damage &damage : damages)
        EXPECT_TRUE(authoring::isCheckName(damage.code)) << damage.code;
}

TEST(Check, TellsADrawingThatSaysNothingToThoseWhoListen)
{
    for (const char *drawing : {"<svg/>", "<svg aria-hidden=\"true\"><text>Pay</text></svg>"}) {
        const SiteCopy site;
        std::ofstream(site.root() / "media/illustrations/paper.svg") << drawing;
        const authoring::Report report = site.check();
        ASSERT_EQ(report.errors(), 1U) << authoring::formatFindings(report, false);
        EXPECT_EQ(report.faults[0].code, "no-alternative");
        EXPECT_EQ(report.faults[0].where,
                  (site.content() / pay).string() + ":" + std::to_string(site.lineOf(pay, "picture: paper")));
    }
}

TEST(Check, LetsNoOldStatisticStandOnALiveSite)
{
    const SiteCopy site;
    site.replace(pay, "Write down each work day.", "Of 100 people 10 percent write it down.");
    EXPECT_EQ(site.check().errors(), 0U) << authoring::formatFindings(site.check(), false);
    site.replace(pay, "recheck_by: 2027-01-30", "recheck_by: 2026-11-21");
    const auto told = [&](const char *name) {
        return authoring::onlyThese(authoring::check(site.content(), name, fixtureDay()), {"fact-out-of-date"});
    };
    EXPECT_EQ(told("small").errors(), 1U);
    EXPECT_EQ(told("demo").errors(), 0U);
    EXPECT_EQ(told("demo").warnings(), 1U);
}

TEST(Check, RatesATranslationAsAWhole)
{
    const SiteCopy site;
    std::string hard;
    for (int i = 0; i < 40; ++i)
        hard += "Administre minuciosamente documentación correspondiente a remuneraciones extraordinarias. ";
    site.replace(es, "Anote cada día de trabajo.", hard);
    const authoring::Report report = authoring::onlyThese(site.check(), {"reading-level"});
    EXPECT_EQ(report.errors(), 0U) << authoring::formatFindings(report, false);
    EXPECT_GE(report.warnings(), 1U);
    ASSERT_FALSE(report.faults.empty());
    EXPECT_TRUE(report.faults[0].where.starts_with((site.content() / es).string())) << report.faults[0].where;
}

TEST(Check, TellsALanguageThatNoSiteOffers)
{
    const SiteCopy site;
    site.replace(small, "services:", "languages: [en, es]\nservices:");
    EXPECT_EQ(authoring::onlyThese(site.check(), {"unused-language"}).warnings(), 0U);
    site.replace("sites/demo/site.yaml", "[en, es, ar]", "[en, es]");
    EXPECT_EQ(authoring::onlyThese(site.check(), {"unused-language"}).warnings(), 1U);
}

TEST(Check, TakesNoNameOrFigureForATelephoneNumber)
{
    for (const char *text :
         {"Form I-214 by 17:30", "24/7, {number:info.call}", "in 2021 or 2022", "27,600,000 hours"}) {
        const SiteCopy site;
        site.replace(pay, "each work day", text);
        EXPECT_EQ(site.check().errors(), 0U) << authoring::formatFindings(site.check(), false);
    }
}

TEST(Check, NeedsNoGlossary)
{
    const SiteCopy site;
    std::filesystem::remove(site.content() / "glossary.yaml");
    EXPECT_TRUE(site.check().ok());
}

TEST(Check, LetsNoLayerMakeItsOwnLineCore)
{
    const SiteCopy site;
    site.replace(northOffice, "local: true", "local: false");
    site.replace(northOffice, "status: ok", "status: ok\n    core: true");
    std::vector<std::string> places;
    for (const authoring::Finding &finding : authoring::onlyThese(site.check(), {"core-not-national"}).faults)
        places.push_back(finding.where.substr(finding.where.rfind(':') + 1));
    EXPECT_THAT(places, testing::ElementsAre(std::to_string(site.lineOf(northOffice, "id: north-office")),
                                             std::to_string(site.lineOf(northOffice, "- id: call"))));
}

TEST(Check, TakesAnEmptyTranslationForNone)
{
    for (const char *blank : {" ", " \\t ", "\\r", "\u00a0", "\u200b \u3000"}) {
        const SiteCopy site;
        site.replace(es, "msgstr \"Su pago\"", "msgstr \"" + std::string(blank) + "\"");
        const authoring::Report told = authoring::onlyThese(site.check(), {"blank-translation"});
        ASSERT_EQ(told.warnings(), 1U) << authoring::formatFindings(site.check(), false);
        EXPECT_EQ(told.faults[0].where,
                  (site.content() / es).string() + ":" + std::to_string(site.lineOf(es, "msgid \"Your pay\"")));
        EXPECT_EQ(authoring::onlyThese(site.check(), {"incomplete"}).warnings(), 2U); // the Arabic one is always told
        const authoring::Report built = authoring::build(site.content(), "demo", site.root() / "out", fixtureDay());
        EXPECT_TRUE(built.ok()) << authoring::formatFindings(built, false);
    }
}

TEST(Check, SurvivesRandomDamage)
{
    const char *const files[] = {
        tiles, pay, helpline, es, small, "languages.yaml", "interface.yaml", "slips/card.yaml", "glossary.yaml"};
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
