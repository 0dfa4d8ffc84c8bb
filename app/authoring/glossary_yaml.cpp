// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// glossary.yaml
#include "authoring/loaders.h"
#include "authoring/text_rules.h"
#include "authoring/yaml_reader.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

Term::Wording readWording(YamlMap &map)
{
    Term::Wording wording;
    wording.at = map.here();
    wording.use = map.texts("use");
    if (map.has("never"))
        wording.never = map.texts("never");
    map.rejectUnknown();
    if (wording.use.empty() && map.has("use"))
        map.context().findings.error("empty-field", map.at("use"), "The field `use` is empty.", "Write its words.");
    return wording;
}

void readWordings(YamlMap &terms, Term &term, const Sources &sources, Findings &findings)
{
    for (const std::string &tag : terms.keys()) {
        if (!sources.findLanguage(tag))
            findings.error(isLanguageTag(tag) ? "unknown-language" : "bad-language-tag", terms.at(tag),
                           "languages.yaml has no language `" + tag + "`.", "Add it there, or take it out here.");
        YamlMap wording = terms.map(tag);
        term.wordings.try_emplace(tag, readWording(wording));
    }
}

} // namespace

void loadGlossary(const SourceFolder &folder, Sources &sources)
{
    const std::string file = "glossary.yaml";
    const auto text = folder.has(file) ? folder.read(file) : std::nullopt;
    if (!text)
        return;
    const YamlContext context{folder.findings, file};
    for (YamlMap &map : readYamlList(*text, context)) {
        Term term;
        term.at = map.at("id");
        term.id = map.id();
        term.english = map.texts("english");
        if (map.has("note"))
            map.text("note"); // for translators
        YamlMap terms = map.map("terms");
        readWordings(terms, term, sources, folder.findings);
        map.rejectUnknown();
        const bool known = std::any_of(sources.terms.begin(), sources.terms.end(),
                                       [&](const Term &other) { return other.id == term.id; });
        rejectDuplicate(known, folder, term.id, term.at);
        sources.terms.push_back(std::move(term));
    }
}

} // namespace porchlight::authoring
