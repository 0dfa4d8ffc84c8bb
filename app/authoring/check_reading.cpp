// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How hard the texts are to read: page by page, and sentence by sentence.
#include "authoring/checks.h"
#include "authoring/readability.h"
#include "authoring/unicode_text.h"

#include <cstdio>
#include <map>

namespace porchlight::authoring {

using content::Domain;

namespace {

/// The texts that are read one after the other. Titles and headings are no sentences and would make a page look easy.
struct Page {
    std::string name;
    Place at;
    Domain domain = Domain::Help;
    std::vector<Translation::Key> keys;
};

std::vector<Page> pagesOf(const Sources &sources)
{
    std::vector<Page> pages;
    std::map<std::string, const Text *> byId;
    for (const Text &text : sources.texts)
        byId.emplace(text.id, &text);
    for (const TopicSource &topic : sources.topics) {
        const Domain domain = topic.value.layer == content::Layer::Learn ? Domain::Learn : Domain::Help;
        Page page{"the page `" + topic.value.id + "`", topic.at, domain, {}};
        for (std::size_t i = 0; i < topic.value.blocks.size(); ++i)
            if (topic.value.blocks[i].kind != content::Block::Kind::Heading)
                if (const auto text = byId.find(topic.blockTexts[i]); text != byId.end())
                    page.keys.emplace_back(text->second->context, text->second->english);
        pages.push_back(std::move(page));
    }
    // Each contact and each word of the screens is too short to be rated alone.
    Page contacts{"all contacts together", {"contacts", 0}, Domain::Help, {}};
    Page words{"the words of the screens together", {"interface.yaml", 0}, Domain::Help, {}};
    for (const Text &text : sources.texts) {
        if (text.context.starts_with("contact:") && !text.id.ends_with("name"))
            contacts.keys.emplace_back(text.context, text.english);
        else if (text.context.find(':') == std::string::npos)
            words.keys.emplace_back(text.context, text.english);
    }
    pages.push_back(std::move(contacts));
    pages.push_back(std::move(words));
    return pages;
}

/// A translation is rated as a whole, one path after the other: its formulas and proxies say little of a short page.
std::vector<Page> paths(const std::vector<Page> &pages)
{
    Page help{"the way to help, all pages together", {}, Domain::Help, {}};
    Page learn{"the learn pages, all together", {}, Domain::Learn, {}};
    for (const Page &page : pages) {
        Page &path = page.domain == Domain::Learn ? learn : help;
        path.keys.insert(path.keys.end(), page.keys.begin(), page.keys.end());
    }
    return {std::move(help), std::move(learn)};
}

std::string rounded(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string measured(const Reading &reading)
{
    return reading.scale + " " + rounded(reading.score) + ", " + (reading.higherIsEasier ? "at least " : "at most ") +
           rounded(reading.limit);
}

void checkEnglishPage(const Page &page, const content::Language &language, Findings &findings)
{
    std::vector<std::string> texts;
    for (const auto &key : page.keys)
        texts.push_back(key.second);
    const auto reading = readingOf(texts, language, page.domain);
    if (reading && reading->tooHard())
        findings.error("reading-level", page.at, "Hard to read: " + page.name + " (" + measured(*reading) + ").",
                       "Write shorter sentences and words of fewer syllables.");
}

void checkTranslatedPath(const Page &path, const content::Language &language, const Translation &translation,
                         Findings &findings)
{
    std::vector<std::string> texts;
    int line = 0;
    for (const auto &key : path.keys)
        if (const auto entry = translation.entries.find(key); entry != translation.entries.end()) {
            texts.push_back(entry->second.text);
            line = line == 0 ? entry->second.line : line;
        }
    const auto reading = readingOf(texts, language, path.domain);
    if (reading && reading->tooHard())
        findings.warning("reading-level", {translation.file, line},
                         "Hard to read: " + path.name + " (" + measured(*reading) + ").",
                         "Ask a reviewer for shorter sentences and more common words.");
}

struct Wording {
    const std::string &text;
    const content::Language &language;
    Domain domain;
    Place at;
};

void checkSentences(const Wording &wording, Findings &findings)
{
    for (const std::string &sentence : sentencesOf(wording.text, wording.language.tag)) {
        const SentenceLength is = sentenceLength(sentence, wording.language, wording.domain);
        if (is.length <= is.longest)
            continue;
        const std::string what = "A sentence of " + std::to_string(is.length) + " " + is.unit + "; at most " +
                                 std::to_string(is.longest) + " are easy to follow.";
        const std::string remedy = "Make two sentences of it.";
        if (wording.language.source && wording.domain == Domain::Help)
            findings.error("long-sentence", wording.at, what, remedy);
        else
            findings.warning("long-sentence", wording.at, what, remedy);
    }
}

} // namespace

void checkReading(const Sources &sources, Findings &findings)
{
    const LanguageSource *source = sources.sourceLanguage();
    if (!source)
        return; // told already
    const std::vector<Page> pages = pagesOf(sources);
    for (const Page &page : pages)
        checkEnglishPage(page, source->value, findings);
    const std::vector<Page> wholePaths = paths(pages);
    std::map<Translation::Key, Domain> domains;
    for (const Text &text : sources.texts) {
        if (text.id.ends_with(".name"))
            continue; // the name of a line, in its own words, is no sentence
        domains.try_emplace({text.context, text.english}, text.domain);
        checkSentences({text.english, source->value, text.domain, text.at}, findings);
    }
    for (const Translation &translation : sources.translations) {
        const LanguageSource *language = sources.findLanguage(translation.tag);
        if (!language)
            continue;
        for (const Page &path : wholePaths)
            checkTranslatedPath(path, language->value, translation, findings);
        for (const auto &[key, entry] : translation.entries)
            if (const auto domain = domains.find(key); domain != domains.end())
                checkSentences({entry.text, language->value, domain->second, {translation.file, entry.line}}, findings);
    }
}

} // namespace porchlight::authoring
