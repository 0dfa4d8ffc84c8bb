// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check_names.h"

#include "content/json.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

std::string nameOf(Told told)
{
    return told == Told::Error ? "error" : told == Told::Warning ? "warning" : "both";
}

} // namespace

const std::vector<CheckName> &checkNames()
{
    using enum Told;
    static const std::vector<CheckName> names{
        {"yaml-syntax", Error,
         "the file is no sound YAML: mostly a quote or an indentation, here or in the line above"},
        {"po-syntax", Error, "the file is no sound PO: mostly a quote, here or in the line above"},
        {"not-utf8", Error, "the file is not UTF-8 text, or holds a control character"},
        {"unreadable-file", Error, "the file cannot be read, or is too large"},
        {"missing-file", Error, "the file is not there"},
        {"unknown-field", Error, "a field that no one knows"},
        {"missing-field", Error, "a field is missing"},
        {"duplicate-field", Error, "a field stands twice"},
        {"empty-field", Error, "a field is empty"},
        {"wrong-type", Error, "a value of the wrong form"},
        {"bad-value", Error, "a value that is not one of the choices"},
        {"bad-id", Error, "an id with other signs than a-z, 0-9, - and _"},
        {"duplicate-id", Error, "an id that is used before, or that of something hidden"},
        {"file-name", Error, "an id that differs from the name of its file or folder"},
        {"no-front-matter", Error, "a topic without its fields"},
        {"empty-topic", Error, "a topic without text"},
        {"unknown-markup", Error, "markup that a topic cannot hold"},
        {"missing-tile", Error, "a tile is named that is not there"},
        {"missing-contact", Error, "a contact is named that is not there"},
        {"missing-channel", Error, "a channel is named that is not there"},
        {"missing-topic", Error, "a topic is named that is not there"},
        {"missing-fact", Error, "a fact is named that is not there"},
        {"missing-fragment", Error, "a fragment is named that is not there"},
        {"missing-card", Error, "a show card is named that is not there"},
        {"missing-layer", Error, "a layer is named that is not there"},
        {"missing-word", Error, "a line of a topic shows a word that interface.yaml lacks"},
        {"unused-fact", Warning, "a fact that no page draws in"},
        {"too-many-choices", Error, "more than six topics and groups in one list"},
        {"bad-parent", Error, "a group in a group, or in a list of numbers"},
        {"block-in-text", Error, "a line of its own ({fragment:...}, {card:...}, {site:...}) inside a text"},
        {"film-words", Error, "a film says what its topic does not say, or not in its order"},
        {"film-times", Error, "a film whose scenes do not follow one another, or that is not 60 to 90 s long"},
        {"film-not-made", Error, "a film whose picture was not made, or that cannot be read"},
        {"bad-hours", Error, "hours that are not 24/7 or ranges such as 8:00-17:00"},
        {"hours-words", Error, "hours without words, or words without {hours}"},
        {"layer-order", Error, "an agency before its state"},
        {"hides-help", Error, "a layer or site hides what is on the way to help"},
        {"bad-recheck", Error, "a channel's `recheck_by` before the check, or after the end"},
        {"recheck-due", Warning, "a channel that must be checked again"},
        {"missing-picture", Error, "an illustration is named that is not there"},
        {"missing-icon", Error, "an icon is named that is not there"},
        {"no-alternative", Error,
         "a drawing that does not say it is decoration, or holds words: it is shown without an alternative"},
        {"empty-tile", Error, "a choice that leads nowhere"},
        {"too-many-tiles", Error, "more than six choices"},
        {"no-channel", Error, "a contact without a way to reach it"},
        {"no-slip", Error, "no kind of slip"},
        {"slip-size", Error, "a slip larger than 60 x 90 mm that is no whole sheet, or with a height but no width"},
        {"small-print", Error,
         "letters on a slip below 10 pt or numbers below 14 pt; on a whole sheet below 12 pt and 18 pt"},
        {"unknown-placeholder", Error, "braces that nothing can be filled in for"},
        {"contact-in-text", Error, "a contact card inside a text"},
        {"channel-not-core", Error, "a number in a text that may be hidden one day"},
        {"bad-number", Error,
         "no number that can be dialled: other signs than 0-9 and -, or unknown to the numbering plan"},
        {"number-format", Error, "a number that is not written 1-NNN-NNN-NNNN, or a code not written as one"},
        {"bad-address", Error, "something that is no address"},
        {"number-in-text", Error, "seven digits or more typed into a text, in any script: it must be a placeholder"},
        {"hotline-misprint", Error, "a number one slip away from a core line or a text code"},
        {"unverified-mark", Error, "a fact of mark B as if it were sure"},
        {"core-unverified", Error, "a core line that is not sure"},
        {"core-not-national", Error,
         "a core line that is local, of a layer or site, or no voice or TTY line; a layer or site that says `local: "
         "false`"},
        {"expires-too-late", Error, "more than 90 days of trust after a check"},
        {"expires-before-check", Error, "the end of trust before the check"},
        {"date-in-future", Both, "a day to come; an error when it is years"},
        {"expired", Warning, "a channel past its day: hidden, unless it is core"},
        {"fact-without-source", Error, "a figure, or a learn page, without `sources`"},
        {"fact-out-of-date", Both, "a fact past the day to be checked again; an error for a statistic on a live site"},
        {"denied", Error, "a number, address or word of deny.yaml, in any language"},
        {"topic-word", Error,
         "a word that tells bystanders what this is about, on a tile, slip, button or ordinary topic"},
        {"no-slip-name", Error, "a contact on paper without a neutral name"},
        {"reading-level", Both,
         "a page harder than grade 5 (learn: 6) by Flesch-Kincaid; translations by their own scale or a proxy, as "
         "warnings"},
        {"long-sentence", Both, "more than 12 words (learn: 20, a warning); translations 1.75 times that, as warnings"},
        {"too-long", Error, "more characters than fit, in English"},
        {"too-wide", Error, "a translation that is drawn wider than there is room"},
        {"glossary", Both, "a term that is not translated as glossary.yaml says; a warning while the entry is fuzzy"},
        {"glossary-never", Error, "a word that glossary.yaml forbids in this language"},
        {"glossary-gap", Warning, "a language without words for a term of glossary.yaml"},
        {"unused-term", Warning, "a term of glossary.yaml that no English text holds"},
        {"unused-channel", Warning, "a channel that is shown and printed nowhere"},
        {"unused-language", Warning, "a language that no site offers"},
        {"direction-mark", Error, "an invisible sign that turns the direction of a text"},
        {"bad-language-tag", Error, "a language tag that is none"},
        {"unknown-language", Error, "a language that languages.yaml does not list"},
        {"source-language", Error, "not exactly one language with `source: true`, or a site without it"},
        {"missing-font", Error, "a font that is not installed"},
        {"missing-glyph", Error, "a character that the font of its language cannot draw"},
        {"font-not-made", Error, "a font file that is broken"},
        {"voice-missing", Error, "a language with neither a voice nor a reason why it has none, or with both"},
        {"bad-voice", Error, "a voice that no engine here has"},
        {"bad-recording", Error, "a recording that is damaged, or whose name is no key"},
        {"no-narrator", Error, "recordings of a language without narrator.yaml"},
        {"not-recorded", Warning, "texts of a language without a voice that nobody has recorded"},
        {"stale-recording", Warning, "a recording whose text stands nowhere any more"},
        {"po-header", Error, "a translation without its header"},
        {"po-charset", Error, "a translation whose header does not say UTF-8"},
        {"po-language", Error, "a translation whose header names another language"},
        {"po-level", Error, "a translation whose header has no level"},
        {"level-differs", Error, "a level that differs from languages.yaml"},
        {"wrong-plural", Error, "Plural-Forms that are not those of the language"},
        {"plural-not-allowed", Error, "an entry with plural forms"},
        {"wrong-context", Error, "a PO entry whose msgctxt is missing or unknown, though its English stands somewhere"},
        {"changed-placeholder", Error, "a {…} that differs from the English"},
        {"changed-number", Error, "a number that differs from the English, or digits that are not 0 to 9"},
        {"stale-entry", Warning, "a PO entry whose English stands nowhere any more"},
        {"incomplete", Warning, "texts without translation: they stand in English"},
        {"blank-translation", Warning, "a translation of white space only: the English stands"},
        {"no-translation", Warning, "a language without a file"},
        {"unknown-item", Error, "a go-live item that is not on the list"},
        {"half-done", Error, "a go-live item without both day and person"},
        {"no-such-site", Error, "a site that is not there"},
        {"bad-row", Error, "import: a row of the CSV that no contact can be made of"},
        {"row-left-out", Warning, "import: a part of a row that was left out"},
        {"already-there", Warning, "import: a file that stands there already and was kept"},
        {"voice-silent", Error, "narrate: a text for which the voice says nothing"},
        {"cache-not-written", Error, "narrate: the folder of clips cannot be written"},
        {"bad-script", Error, "narrate: a script that is none, or was changed"},
        {"bad-take", Error, "narrate: a WAV file that cannot be used"},
        {"not-narrated", Warning, "build: texts of a voiced language without a clip"},
        {"output-taken", Error, "-o names something that is no release"},
        {"output-not-written", Error, "the output cannot be written"},
    };
    return names;
}

bool isCheckName(const std::string &code)
{
    const auto &names = checkNames();
    return std::any_of(names.begin(), names.end(), [&](const CheckName &name) { return code == name.code; });
}

std::string formatCheckNames()
{
    std::size_t widest = 0;
    for (const CheckName &name : checkNames())
        widest = std::max(widest, std::string(name.code).size());
    std::string text;
    for (const CheckName &name : checkNames()) {
        std::string code = name.code;
        code.resize(widest + 2, ' ');
        std::string told = name.told == Told::Both ? "error or warning" : nameOf(name.told);
        told.resize(18, ' ');
        text += code + told + name.means + "\n";
    }
    return text;
}

std::string checkNamesJson()
{
    std::string json = "[";
    const char *separator = "";
    for (const CheckName &name : checkNames()) {
        json += std::string(separator) + "\n  {\"code\": " + content::jsonText(name.code) +
                ", \"told\": " + content::jsonText(nameOf(name.told)) +
                ", \"means\": " + content::jsonText(name.means) + "}";
        separator = ",";
    }
    return json + "\n]\n";
}

Report onlyThese(const Report &report, const std::vector<std::string> &codes)
{
    Report some;
    std::copy_if(report.faults.begin(), report.faults.end(), std::back_inserter(some.faults),
                 [&](const Finding &f) { return std::find(codes.begin(), codes.end(), f.code) != codes.end(); });
    return some;
}

} // namespace porchlight::authoring
