// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/release_rows.h"

#include "authoring/levels.h"
#include "authoring/unicode_text.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <set>

namespace porchlight::authoring {

using content::Block;

namespace {

/// Of a release whose own site could not be read. A name, the same in every language.
constexpr const char *defaultSiteName = "Porchlight";

/// What stands in for a site that could not be read: nothing but its id and the source language.
SiteSource nameless(const Sources &sources, const std::string &id)
{
    SiteSource site;
    site.id = id;
    site.defaultLanguage = sources.sourceLanguage()->value.tag;
    return site;
}

class RowMaker {
public:
    RowMaker(const Sources &sources, const SiteSource &site, int sequence) : m_sources(sources), m_site(site)
    {
        m_rows.info = {sequence, site.id, releaseMode(sources, site), newestDate(), site.defaultLanguage};
    }

    store::ReleaseRows make() &&
    {
        addLanguages();
        addTexts();
        addTiles();
        addFacts();
        addTopics();
        addContacts();
        addSlips();
        addSite();
        return std::move(m_rows);
    }

private:
    [[nodiscard]] content::Date newestDate() const;
    void addLanguages();
    void addTexts();
    void addTiles();
    void addFacts();
    void addTopics();
    void addContacts();
    void addSlips();
    void addSite();
    /// The id, if there is such a text: an optional one may be absent.
    [[nodiscard]] std::string textId(const std::string &id) const { return m_ids.contains(id) ? id : std::string(); }

    const Sources &m_sources;
    const SiteSource &m_site;
    store::ReleaseRows m_rows;
    std::set<std::string> m_ids;
};

content::Date RowMaker::newestDate() const
{
    content::Date newest{};
    for (const TopicSource &topic : m_sources.topics)
        for (const content::Source &source : topic.value.sources)
            newest = std::max(newest, source.checkedOn);
    for (const ContactSource &contact : m_sources.contacts)
        for (const ChannelSource &channel : contact.channels)
            newest = std::max(newest, channel.value.checkedOn);
    for (const SiteSource::Done &done : m_site.goLive)
        newest = std::max(newest, done.on.value_or(newest));
    return newest;
}

void RowMaker::addLanguages()
{
    for (const LanguageSource &language : m_sources.languages) {
        const auto &offered = m_site.languages;
        if (!offered.empty() && std::find(offered.begin(), offered.end(), language.value.tag) == offered.end())
            continue;
        m_rows.languages.push_back(language.value);
        if (language.value.source)
            continue;
        const Levels levels = levelsOf(m_sources, language.value.tag);
        m_rows.languages.back().level = levels.help;
        m_rows.languages.back().learnLevel = levels.learn;
    }
}

void RowMaker::addTexts()
{
    for (const Text &text : m_sources.texts) {
        m_ids.insert(text.id);
        if (text.context.find(':') == std::string::npos)
            m_rows.interface.push_back({text.id, text.id});
        for (const content::Language &language : m_rows.languages) {
            if (language.source) {
                m_rows.texts.push_back(
                    {text.id, language.tag, text.english, content::TranslationLevel::L0, text.domain, text.safety});
                continue;
            }
            const Translation *translation = m_sources.findTranslation(language.tag);
            if (!translation)
                continue;
            if (const auto it = translation->entries.find({text.context, text.english});
                it != translation->entries.end())
                m_rows.texts.push_back(
                    {text.id, language.tag, withWordBreaks(it->second.text, language.tag), it->second.level});
        }
    }
}

void RowMaker::addTiles()
{
    for (const TileSource &tile : m_sources.tiles) {
        const std::string id = "tile." + tile.value.id;
        m_rows.tiles.push_back({tile.value.id, textId(id + ".title"), textId(id + ".hint"), tile.value.icon,
                                tile.value.opens, tile.value.small, tile.value.parent});
    }
}

void RowMaker::addFacts()
{
    for (const FactSource &fact : m_sources.facts)
        m_rows.facts.push_back({fact.id, fact.value, fact.source});
    for (const ShowCardSource &card : m_sources.showCards)
        m_rows.showCards.push_back({card.id, textId("card." + card.id)});
}

void RowMaker::addTopics()
{
    for (const TopicSource &topic : m_sources.topics) {
        const std::string id = "topic." + topic.value.id;
        store::TopicRow row{topic.value.id,      topic.tile,        textId(id + ".title"), textId(id + ".summary"),
                            topic.value.picture, topic.value.layer, topic.value.sensitive, {},
                            topic.value.sources};
        for (std::size_t i = 0; i < topic.value.blocks.size(); ++i) {
            const Block &block = topic.value.blocks[i];
            row.blocks.push_back({block.kind, textId(topic.blockTexts[i]), block.contactId, block.cardId});
        }
        m_rows.topics.push_back(std::move(row));
    }
}

void RowMaker::addContacts()
{
    for (const ContactSource &contact : m_sources.contacts) {
        const std::string id = "contact." + contact.value.id;
        store::ContactRow row;
        row.id = contact.value.id;
        row.name = textId(id + ".name");
        row.slipName = textId(id + ".slip_name");
        row.forWhat = textId(id + ".for_what");
        row.answers = textId(id + ".answers");
        row.cost = textId(id + ".cost");
        row.languages = textId(id + ".languages");
        row.tellsAuthoritiesWhen = textId(id + ".tells");
        row.trust = contact.value.trust;
        row.ordinary = contact.value.ordinary;
        row.local = contact.value.local;
        for (const ChannelSource &channel : contact.channels) {
            const content::Channel &value = channel.value;
            store::ChannelRow to;
            to.id = value.id;
            to.kind = value.kind;
            to.value = value.value;
            to.instruction = textId("contact." + value.id + ".instruction");
            to.languageTags = value.languageTags;
            to.interpreters = value.interpreters;
            to.hours = channel.hours;
            to.hoursWords = textId("contact." + value.id + ".hours");
            to.code = channel.code;
            to.sourceUrl = value.sourceUrl;
            to.checkedOn = value.checkedOn;
            to.checkedBy = value.checkedBy;
            to.method = value.method;
            to.recheckBy = value.recheckBy;
            to.expiresOn = value.expiresOn;
            to.status = value.status;
            to.core = value.core;
            to.showPublic = value.showPublic;
            to.showPrivate = value.showPrivate;
            to.printOk = value.printOk;
            row.channels.push_back(std::move(to));
        }
        m_rows.contacts.push_back(std::move(row));
    }
}

void RowMaker::addSlips()
{
    for (const SlipSource &slip : m_sources.slips) {
        const content::SlipDesign &value = slip.value;
        const std::string id = "slip." + value.id;
        m_rows.slips.push_back({value.id,
                                textId(id + ".title"),
                                textId(id + ".heading"),
                                value.widthMm,
                                value.heightMm,
                                value.bodyPt,
                                value.numberPt,
                                value.names,
                                value.ordinaryLines,
                                value.english,
                                value.hours,
                                value.cost,
                                value.languages,
                                {},
                                value.cutMarks,
                                value.fold});
        for (std::size_t i = 1; i <= value.notes.size(); ++i)
            m_rows.slips.back().notes.push_back(id + ".note." + std::to_string(i));
    }
}

void RowMaker::addSite()
{
    const std::string id = "site." + m_site.id;
    m_rows.site.name = textId(id + ".name");
    if (m_rows.site.name.empty()) {
        m_rows.site.name = "site.name";
        m_rows.texts.push_back({m_rows.site.name, m_sources.sourceLanguage()->value.tag, defaultSiteName});
    }
    for (std::size_t i = 1; i <= m_site.hours.size(); ++i)
        m_rows.site.hours.push_back(id + ".hours" + std::to_string(i));
    for (std::size_t i = 1; i <= m_site.services.size(); ++i)
        m_rows.site.services.push_back(id + ".services" + std::to_string(i));
}

void addCharacters(CharacterSet &set, const std::string &text)
{
    for (const char32_t c : codePoints(text))
        set.insert(c);
}

} // namespace

store::ReleaseRows releaseRows(const Sources &sources, const std::string &site, int sequence)
{
    const SiteSource *found = sources.findSite(site);
    const SiteSource standIn = found ? SiteSource() : nameless(sources, site);
    return RowMaker(sources, found ? *found : standIn, sequence).make();
}

CharacterSet charactersIn(const store::ReleaseRows &rows, const std::string &family)
{
    std::set<std::string> drawn;
    for (const content::Language &language : rows.languages)
        if (language.source || language.fontFamily == family)
            drawn.insert(language.tag);
    CharacterSet set;
    for (char32_t c = 0x20; c < 0x7F; ++c)
        set.insert(c);
    for (char32_t c = 0xA0; c <= 0xFF; ++c)
        set.insert(c);
    addCharacters(set, "–—‘’“”•…‹›");
    for (const char32_t c :
         {0x200C, 0x200D, 0x200E, 0x200F, 0x2066, 0x2067, 0x2068, 0x2069}) // joiners, direction marks
        set.insert(c);
    for (const store::TextRow &text : rows.texts)
        if (drawn.contains(text.language))
            addCharacters(set, text.value);
    for (const content::Language &language : rows.languages) {
        addCharacters(set, language.ownName);
        addCharacters(set, language.englishName);
        addCharacters(set, language.askForInterpreter);
    }
    for (const store::ContactRow &contact : rows.contacts)
        for (const store::ChannelRow &channel : contact.channels)
            addCharacters(set, channel.value + channel.hours + channel.code);
    for (const store::FactRow &fact : rows.facts)
        addCharacters(set, fact.value);
    return set;
}

} // namespace porchlight::authoring
