// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/utterances.h"

#include "content/speech.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace porchlight::content {

namespace {

constexpr int lastNumber = 20;

bool isLetter(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

using Sorted = std::map<std::string, std::string>;

/// Takes in what stands in an edition, each text once.
class Gatherer {
public:
    Gatherer(const Edition &edition, const Edition &english) : m_edition(edition), m_sourceTag(english.language.tag)
    {
        if (edition.language.tag != m_sourceTag)
            Gatherer(english, *this).all();
    }

    std::vector<Utterance> take()
    {
        all();
        return std::move(m_found);
    }

private:
    /// Gathers the English texts for another one to compare with.
    Gatherer(const Edition &english, Gatherer &asker)
        : m_edition(english), m_sourceTag(english.language.tag), m_asker(&asker)
    {
    }

    void all()
    {
        numbers();
        words();
        languages();
        place();
        tiles();
        topics();
        contacts();
    }

    void numbers();
    void words();
    void languages();
    void place();
    void tiles();
    void topics();
    void contacts();

    void add(const std::string &text, const std::string &context)
    {
        const bool english = m_edition.language.tag != m_sourceTag && isFallback(text);
        add({text, {}, english ? m_sourceTag : m_edition.language.tag, {}, context});
    }
    void addEnglish(const std::string &text, const std::string &context) { add({text, {}, m_sourceTag, {}, context}); }
    void add(Utterance utterance);
    /// A text that stands in English for lack of a translation. Single words may be the same in both languages.
    [[nodiscard]] bool isFallback(const std::string &text) const
    {
        const std::string said = speakable(text);
        const bool many = said.find(' ') != std::string::npos || m_edition.language.script != "Latn";
        return many && m_englishTexts.contains(said) && std::any_of(said.begin(), said.end(), isLetter);
    }

    const Edition &m_edition;
    std::string m_sourceTag;
    Gatherer *m_asker = nullptr;
    std::unordered_set<std::string> m_englishTexts;
    std::unordered_set<std::string> m_known; ///< speakable texts
    std::vector<Utterance> m_found;
};

void Gatherer::add(Utterance utterance)
{
    std::string said = speakable(utterance.text);
    if (said.empty())
        return;
    if (m_asker)
        m_asker->m_englishTexts.insert(std::move(said));
    else if (m_known.insert(std::move(said)).second)
        m_found.push_back(std::move(utterance));
}

void Gatherer::numbers()
{
    for (int number = 0; number <= lastNumber; ++number)
        add(std::to_string(number), "number");
}

/// The words that are there, with one space between them.
std::string joined(const std::unordered_map<std::string, std::string> &words, const std::vector<std::string> &ids)
{
    std::string text;
    for (const std::string &id : ids)
        if (const auto it = words.find(id); it != words.end())
            text += (text.empty() ? "" : " ") + it->second;
    return text;
}

void Gatherer::words()
{
    for (const auto &[id, text] : Sorted(m_edition.interface.begin(), m_edition.interface.end()))
        add(text, id);
    for (const auto &ids : joinedWords())
        add(joined(m_edition.interface, ids), ids.front());
    for (const auto &[id, text] : Sorted(m_edition.interfaceEnglish.begin(), m_edition.interfaceEnglish.end()))
        addEnglish(text, id);
    for (const auto &ids : joinedWords())
        addEnglish(joined(m_edition.interfaceEnglish, ids), ids.front());
}

void Gatherer::languages()
{
    for (const Language &language : m_edition.languages)
        add({language.ownName, language.spokenName, language.tag, language.englishName, "name of the language"});
    for (const Language &language : m_edition.languages) {
        addEnglish(language.askForInterpreter, "what a caller says");
        if (!language.askForInterpreter.empty())
            addEnglish("“" + language.askForInterpreter + "”", "what a caller says");
    }
}

void Gatherer::place()
{
    add(m_edition.siteName, "name of the place");
    for (const std::string &line : m_edition.siteHours)
        add(line, "hours of the place");
    for (const std::string &line : m_edition.siteServices)
        add(line, "services of the place");
    for (const SlipDesign &design : m_edition.slipDesigns) {
        add(design.title, "kind of card");
        add(design.heading, "on the card");
        addEnglish(design.headingEnglish, "on the card");
        for (const std::string &note : design.notes)
            add(note, "on the card");
        for (const std::string &note : design.notesEnglish)
            addEnglish(note, "on the card");
    }
}

void Gatherer::tiles()
{
    for (const Tile &tile : m_edition.tiles) {
        add(tile.title, "tile " + tile.id);
        add(tile.hint, "tile " + tile.id);
    }
}

void Gatherer::topics()
{
    std::set<std::string> ids;
    for (const auto &[id, topic] : m_edition.topics)
        ids.insert(id);
    for (const std::string &id : ids) {
        const Topic &topic = *m_edition.findTopic(id);
        const std::string context = "topic " + id;
        add(topic.title, context);
        add(topic.summary, context);
        for (const Block &block : topic.blocks) {
            add(block.text, context);
            addEnglish(block.english, context);
        }
    }
    for (const ShowCard &card : m_edition.showCards) {
        add(card.text, "card " + card.id);
        addEnglish(card.english, "card " + card.id);
    }
}

void Gatherer::contacts()
{
    for (const Contact &contact : m_edition.contacts) {
        const std::string context = "contact " + contact.id;
        for (const std::string *text : {&contact.name, &contact.slipName, &contact.forWhat, &contact.answers,
                                        &contact.cost, &contact.languages, &contact.tellsAuthoritiesWhen})
            add(*text, context);
        addEnglish(contact.answersEnglish, context);
        for (const std::string *text :
             {&contact.tellsEnglish, &contact.slipNameEnglish, &contact.costEnglish, &contact.languagesEnglish})
            addEnglish(*text, context);
        for (const Channel &channel : contact.channels) {
            for (const std::string *text : {&channel.value, &channel.instruction, &channel.hours})
                add(*text, context);
            addEnglish(channel.instructionEnglish, context);
            addEnglish(channel.hoursEnglish, context);
        }
    }
}

} // namespace

std::vector<Utterance> utterances(const Edition &edition, const Edition &english)
{
    return Gatherer(edition, english).take();
}

const std::vector<std::vector<std::string>> &joinedWords()
{
    static const std::vector<std::vector<std::string>> joints{
        {"welcome.no-name", "welcome.keeps"},
        {"slip.sound", "slip.look-up", "slip.safe"},
        {"about.clear", "about.clear-after"},
        {"about.keeps", "about.nearby"},
        {"about.keeps", "about.nearby", "about.no-trace"},
        {"about.idle", "about.idle-after"},
        {"about.legal", "about.sources"},
    };
    return joints;
}

} // namespace porchlight::content
