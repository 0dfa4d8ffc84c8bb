// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// translations/*.po
#include "authoring/loaders.h"
#include "authoring/po_file.h"
#include "authoring/po_header.h"
#include "authoring/unicode_text.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

namespace porchlight::authoring {

using content::TranslationLevel;

namespace {

// A damaged file makes one complaint a line; the first ones are what helps.
constexpr std::size_t mostComplaints = 20;

/// What the sources say: which keys there are, which contexts, where an English text stands in whatever context.
struct KnownTexts {
    explicit KnownTexts(const Sources &sources)
    {
        for (const Text &text : sources.texts) {
            parts.try_emplace({text.context, text.english}, partOf(text.at));
            contexts.insert(text.context);
            english.emplace(text.english, &text);
        }
    }
    std::map<Translation::Key, std::string> parts; ///< whose a key is
    std::set<std::string> contexts;
    std::multimap<std::string, const Text *> english;
};

void tellComplaints(const PoFile &po, const std::string &file, Findings &findings)
{
    for (std::size_t i = 0; i < std::min(po.complaints.size(), mostComplaints); ++i)
        findings.error("po-syntax", {file, po.complaints[i].line},
                       "This is not sound PO: " + po.complaints[i].text + ".",
                       "Open the file in Poedit, or look at the quotes here and in the line above.");
}

/// The text that misses the translation of this entry; null: there is none. A layer's or site's own comes first: what
/// is out of place there must not stop the national content.
const Text *missedBy(const PoEntry &entry, const KnownTexts &known, const Translation &translation)
{
    if (entry.text.empty() || known.contexts.contains(entry.context))
        return nullptr;
    const Text *missing = nullptr;
    const auto [first, last] = known.english.equal_range(entry.id);
    for (auto it = first; it != last; ++it) {
        const Text *text = it->second;
        const bool translated = translation.entries.contains({text->context, text->english});
        if (!translated && (!missing || !partOf(text->at).empty()))
            missing = text;
    }
    return missing;
}

/// Tells of an entry that is none of ours.
void tellUnknown(const PoEntry &entry, const Text *missing, const Place &at, Findings &findings)
{
    if (missing)
        findings.error("wrong-context", at,
                       entry.hasContext ? "No text has the context `" + entry.context + "`."
                                        : "This entry has no msgctxt.",
                       "Write msgctxt as `porchlight-content extract` writes it for this text.");
    else
        findings.warning("stale-entry", at, "The English of this entry stands nowhere any more.",
                         "Update the file from the extracted POT (msgmerge), or take the entry out.");
}

/// A comment line "level: L2" sets the level of one entry; else it is the file's.
TranslationLevel levelOf(const PoEntry &entry, TranslationLevel ofFile, const std::string &file, Findings &findings)
{
    constexpr std::string_view name = "level:";
    TranslationLevel level = ofFile;
    std::istringstream lines(entry.comments);
    for (std::string line; std::getline(lines, line);) {
        line = singleLine(line.substr(0, line.find('\r'))); // the library keeps the line ends of Windows in comments
        if (!line.starts_with(name))
            continue;
        const std::string value = singleLine(line.substr(name.size()));
        if (const auto own = parseLevel(value))
            level = *own;
        else
            findings.error("po-level", {file, entry.line}, "There is no level `" + value + "`.",
                           "Write `# level: L0` (to L4) above the entry, or take the line out.");
    }
    return entry.fuzzy ? TranslationLevel::L0 : level; // it was made for another English text
}

/// Looks for the findings of a national file, layer or site.
class FindingsOf {
public:
    FindingsOf(FindingsByPart &all, const std::filesystem::path &content) : m_all(all), m_content(content) {}
    Findings &operator[](const std::string &part) const
    {
        return m_all.try_emplace(part, m_content.string()).first->second;
    }

private:
    FindingsByPart &m_all;
    const std::filesystem::path &m_content;
};

void readEntries(const PoFile &po, const KnownTexts &known, const FindingsOf &findings, Translation &translation)
{
    std::vector<const PoEntry *> unknown;
    for (const PoEntry &entry : po.entries) {
        const auto part = known.parts.find({entry.context, entry.id});
        if (entry.plural)
            findings[""].error("plural-not-allowed", {translation.file, entry.line}, "This entry has plural forms.",
                               "Take msgid_plural out; the texts of Porchlight need none.");
        else if (part == known.parts.end())
            unknown.push_back(&entry);
        else if (!entry.text.empty() && isBlank(entry.text))
            // As if it were not there: a kiosk would show nothing, and the store takes no such text.
            findings[part->second].warning("blank-translation", {translation.file, entry.line},
                                           "The translation holds nothing but white space: the English stands.",
                                           "Translate it, or leave the msgstr empty.");
        else if (!entry.text.empty())
            translation.entries.add(part->first,
                                    {singleLine(entry.text), entry.fuzzy, entry.line,
                                     levelOf(entry, translation.level, translation.file, findings[part->second])});
    }
    for (const PoEntry *entry : unknown) {
        const Text *missing = missedBy(*entry, known, translation);
        tellUnknown(*entry, missing, {translation.file, entry->line},
                    findings[missing ? partOf(missing->at) : std::string()]);
    }
}

} // namespace

void loadTranslations(const std::filesystem::path &content, FindingsByPart &findings, Sources &sources)
{
    const KnownTexts known(sources);
    const FindingsOf findingsOf(findings, content);
    const SourceFolder folder{content, findingsOf[""]};
    for (const std::string &file : folder.list("translations", ".po")) {
        const auto text = folder.read(file);
        if (!text)
            continue;
        Translation translation;
        translation.tag = stemOf(file);
        translation.file = file;
        const LanguageSource *language = sources.findLanguage(translation.tag);
        if (!language || language->value.source) {
            folder.findings.error("unknown-language", {file, 1},
                                  "`" + translation.tag + "` is no language to translate to in languages.yaml.",
                                  "Add it there, or give the file the tag of a language that stands there.");
            continue;
        }
        const PoFile po = readPo((content / file).string(), *text);
        const bool plurals = std::any_of(po.entries.begin(), po.entries.end(), [](const auto &e) { return e.plural; });
        if (!plurals) // else the library complains of the same, without a line
            tellComplaints(po, file, folder.findings);
        translation.headerLine = std::max(po.headerLine, 1);
        translation.level = readPoHeader(po, translation.tag, file, sources, folder.findings);
        readEntries(po, known, findingsOf, translation);
        sources.translations.push_back(std::move(translation));
    }
}

} // namespace porchlight::authoring
