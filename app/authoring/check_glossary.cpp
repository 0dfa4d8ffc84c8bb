// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Words that must be translated one way: those of glossary.yaml.
#include "authoring/checks.h"
#include "authoring/text_rules.h"
#include "authoring/unicode_text.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

using Words = std::vector<std::string>;

Words foldedAll(const Words &words)
{
    Words all;
    for (const std::string &word : words)
        all.push_back(folded(word));
    return all;
}

/// A term in one language, ready to be compared.
struct Ruling {
    const Term *term;
    const Term::Wording *wording;
    Words english;
    Words use;
    Words never;

    [[nodiscard]] bool concerns(const std::string &foldedEnglish) const
    {
        return std::any_of(english.begin(), english.end(),
                           [&](const std::string &word) { return holdsWord(foldedEnglish, word); });
    }
    [[nodiscard]] bool satisfied(const std::string &foldedText) const
    {
        return std::any_of(use.begin(), use.end(),
                           [&](const std::string &word) { return foldedText.find(word) != std::string::npos; });
    }
};

std::vector<Ruling> rulingsFor(const Sources &sources, const std::string &tag)
{
    std::vector<Ruling> rulings;
    for (const Term &term : sources.terms)
        if (const auto wording = term.wordings.find(tag); wording != term.wordings.end())
            rulings.push_back({&term, &wording->second, foldedAll(term.english), foldedAll(wording->second.use),
                               foldedAll(wording->second.never)});
    return rulings;
}

std::string quoted(const Words &words)
{
    std::string line;
    for (const std::string &word : words)
        line += (line.empty() ? "`" : ", `") + word + "`";
    return line;
}

void checkUse(const Ruling &ruling, const std::string &text, const Translation::Entry &entry, const Place &at,
              Findings &findings)
{
    if (ruling.satisfied(text))
        return;
    const std::string what =
        "The English speaks of " + quoted({ruling.term->english.front()}) + ", the translation does not.";
    const std::string remedy = "Write one of " + quoted(ruling.wording->use) + " (glossary.yaml).";
    if (entry.fuzzy)
        findings.warning("glossary", at, what, remedy);
    else
        findings.error("glossary", at, what, remedy);
}

/// A word may be wrong for one term and right for another that the English names ("smuggling").
bool isRightElsewhere(const std::string &word, const std::string &english, const std::vector<Ruling> &rulings)
{
    return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling &other) {
        const bool uses = std::any_of(other.use.begin(), other.use.end(),
                                      [&](const std::string &use) { return use.find(word) != std::string::npos; });
        return uses && other.concerns(english);
    });
}

void checkEntry(const std::string &english, const Translation::Entry &entry, const Place &at,
                const std::vector<Ruling> &rulings, Findings &findings)
{
    const std::string from = folded(withoutPlaceholders(english));
    const std::string text = folded(withoutPlaceholders(entry.text));
    for (const Ruling &ruling : rulings) {
        if (ruling.concerns(from)) {
            checkUse(ruling, text, entry, at, findings);
            continue;
        }
        for (std::size_t i = 0; i < ruling.never.size(); ++i)
            if (text.find(ruling.never[i]) != std::string::npos && !isRightElsewhere(ruling.never[i], from, rulings))
                findings.error("glossary-never", at,
                               "`" + ruling.wording->never[i] + "` must not stand here: it is taken for `" +
                                   ruling.term->english.front() + "` and means something else.",
                               "Find another word; glossary.yaml says which.");
    }
}

void tellGaps(const Sources &sources, Findings &findings)
{
    for (const LanguageSource &language : sources.languages) {
        Words missing;
        for (const Term &term : sources.terms)
            if (!language.value.source && !term.wordings.contains(language.value.tag))
                missing.push_back(term.id);
        if (!missing.empty())
            findings.warning("glossary-gap", language.at,
                             "glossary.yaml has no words in `" + language.value.tag + "` for " + quoted(missing) + ".",
                             "Ask a translator who knows the subject, and add them.");
    }
}

/// A term that no text holds has been renamed in the texts, and guards nothing.
void tellUnused(const Sources &sources, Findings &findings)
{
    Words texts;
    for (const Text &text : sources.texts)
        texts.push_back(folded(withoutPlaceholders(text.english)));
    for (const Term &term : sources.terms) {
        const Words english = foldedAll(term.english);
        const bool used = std::any_of(texts.begin(), texts.end(), [&](const std::string &text) {
            return std::any_of(english.begin(), english.end(),
                               [&](const std::string &word) { return holdsWord(text, word); });
        });
        if (!used && !english.empty())
            findings.warning("unused-term", term.at, "No English text holds " + quoted(term.english) + ".",
                             "Add the words that the texts use, or take the term out.");
    }
}

} // namespace

void checkGlossary(const Sources &sources, Findings &findings)
{
    for (const Translation &translation : sources.translations) {
        const auto rulings = rulingsFor(sources, translation.tag);
        for (const auto &[key, entry] : translation.entries)
            checkEntry(key.second, entry, {translation.file, entry.line}, rulings, findings);
    }
    tellGaps(sources, findings);
    tellUnused(sources, findings);
}

} // namespace porchlight::authoring
