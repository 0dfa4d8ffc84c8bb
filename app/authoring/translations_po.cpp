// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// translations/*.po
#include "authoring/loaders.h"
#include "authoring/po_file.h"
#include "authoring/po_header.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <set>

namespace porchlight::authoring {

namespace {

// A damaged file makes one complaint a line; the first ones are what helps.
constexpr std::size_t mostComplaints = 20;

/// What the sources say: which keys there are, which contexts, which English texts in whatever context.
struct KnownTexts {
    explicit KnownTexts(const Sources &sources)
    {
        for (const Text &text : sources.texts) {
            keys.emplace(text.context, text.english);
            contexts.insert(text.context);
            english.insert(text.english);
        }
    }
    std::set<Translation::Key> keys;
    std::set<std::string> contexts;
    std::set<std::string> english;
};

void tellComplaints(const PoFile &po, const std::string &file, Findings &findings)
{
    for (std::size_t i = 0; i < std::min(po.complaints.size(), mostComplaints); ++i)
        findings.error("po-syntax", {file, po.complaints[i].line},
                       "This is not sound PO: " + po.complaints[i].text + ".",
                       "Open the file in Poedit, or look at the quotes here and in the line above.");
}

/// Is it an entry of ours? Tells where it is not.
bool recognise(const PoEntry &entry, const KnownTexts &known, const std::string &file, Findings &findings)
{
    const Place at{file, entry.line};
    if (entry.plural) {
        findings.error("plural-not-allowed", at, "This entry has plural forms.",
                       "Take msgid_plural out; the texts of Porchlight need none.");
        return false;
    }
    if (known.keys.contains({entry.context, entry.id}))
        return true;
    if (known.english.contains(entry.id) && !known.contexts.contains(entry.context))
        findings.error("wrong-context", at,
                       entry.hasContext ? "No text has the context `" + entry.context + "`."
                                        : "This entry has no msgctxt.",
                       "Write msgctxt as `porchlight-content extract` writes it for this text.");
    else
        findings.warning("stale-entry", at, "The English of this entry stands nowhere any more.",
                         "Update the file from the extracted POT (msgmerge), or take the entry out.");
    return false;
}

} // namespace

void loadTranslations(const SourceFolder &folder, Sources &sources)
{
    const KnownTexts known(sources);
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
        const PoFile po = readPo((folder.path / file).string(), *text);
        const bool plurals = std::any_of(po.entries.begin(), po.entries.end(), [](const auto &e) { return e.plural; });
        if (!plurals) // else the library complains of the same, without a line
            tellComplaints(po, file, folder.findings);
        translation.level = readPoHeader(po, translation.tag, file, sources, folder.findings);
        for (const PoEntry &entry : po.entries)
            if (recognise(entry, known, file, folder.findings) && !entry.text.empty())
                translation.entries.try_emplace({entry.context, entry.id},
                                                Translation::Entry{singleLine(entry.text), entry.fuzzy, entry.line});
        sources.translations.push_back(std::move(translation));
    }
}

} // namespace porchlight::authoring
