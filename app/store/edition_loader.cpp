// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/edition_loader.h"

#include "content/bidi.h"
#include "store/queries.h"
#include "store/row_values.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace porchlight::store {

namespace {

[[noreturn]] void damaged(const std::string &detail)
{
    throw DatabaseError(DatabaseError::Kind::Damaged, detail);
}

/// All but the channel's texts and languages.
content::Channel channelFacts(const Statement &row)
{
    content::Channel channel;
    channel.id = row.text(1);
    channel.kind = enumAt<content::ChannelKind>(row, 2);
    channel.value = row.text(3);
    channel.interpreters = boolAt(row, 4);
    channel.sourceUrl = row.text(5);
    channel.checkedOn = dateAt(row, 6);
    channel.checkedBy = row.text(7);
    channel.method = enumAt<content::CheckMethod>(row, 8);
    channel.expiresOn = dateAt(row, 9);
    channel.status = enumAt<content::ChannelStatus>(row, 10);
    channel.core = boolAt(row, 11);
    channel.showPublic = boolAt(row, 12);
    channel.showPrivate = boolAt(row, 13);
    channel.printOk = boolAt(row, 14);
    return channel;
}

bool hasReading(const content::Topic &topic)
{
    return std::any_of(topic.blocks.begin(), topic.blocks.end(),
                       [](const content::Block &block) { return block.kind != content::Block::Kind::Heading; });
}

} // namespace

EditionLoader::EditionLoader(Database &database, const content::ReleaseInfo &info, content::Date effectiveDay)
    : m_database(database), m_day(effectiveDay), m_edition(std::make_shared<content::Edition>())
{
    m_edition->release = info;
}

std::shared_ptr<const content::Edition> EditionLoader::load(const content::Language &language,
                                                            std::vector<content::Language> languages)
{
    m_edition->language = language;
    m_edition->languages = std::move(languages);
    loadTexts(language.tag);
    loadNumbers();
    loadContacts();
    loadTopics();
    loadTiles();
    loadSlips();
    loadSite();
    return std::move(m_edition);
}

void EditionLoader::loadTexts(const std::string &tag)
{
    m_texts.assign(1, {});
    Statement source(m_database, queries::texts);
    while (source.step()) {
        if (source.integer(0) != static_cast<std::int64_t>(m_texts.size()))
            damaged("texts are missing");
        m_texts.push_back(source.text(1));
    }
    Statement translated(m_database, queries::translations);
    translated.bind(0, std::string_view(tag));
    while (translated.step()) {
        const std::int64_t number = translated.integer(0);
        if (number < 1 || number >= static_cast<std::int64_t>(m_texts.size()))
            damaged("a translation of no text");
        m_texts[static_cast<std::size_t>(number)] = translated.text(1);
    }
}

std::string EditionLoader::text(const Statement &row, int column) const
{
    if (row.isNull(column))
        return {};
    const std::int64_t number = row.integer(column);
    if (number < 1 || number >= static_cast<std::int64_t>(m_texts.size()))
        damaged("a text that is not there");
    const std::string &words = m_texts[static_cast<std::size_t>(number)];
    const bool mirrored = m_edition->language.direction == content::Direction::RightToLeft;
    return fillNumbers(mirrored ? content::isolateNumbers(words) : words, m_numbers).value_or(std::string());
}

void EditionLoader::loadNumbers()
{
    Statement row(m_database, queries::channels);
    while (row.step()) {
        content::Channel channel = channelFacts(row);
        if (isShown(channel, m_edition->release.mode, m_day))
            m_numbers.emplace(std::move(channel.id), std::move(channel.value));
    }
}

std::unordered_map<std::string, std::vector<content::Channel>> EditionLoader::shownChannels() const
{
    std::unordered_map<std::string, std::vector<std::string>> tags;
    Statement language(m_database, queries::channelLanguages);
    while (language.step())
        tags[language.text(0)].push_back(language.text(1));

    std::unordered_map<std::string, std::vector<content::Channel>> byContact;
    Statement row(m_database, queries::channels);
    while (row.step()) {
        content::Channel channel = channelFacts(row);
        if (!isShown(channel, m_edition->release.mode, m_day))
            continue;
        channel.instruction = text(row, 15);
        channel.hours = text(row, 16);
        channel.languageTags = tags[channel.id];
        byContact[row.text(0)].push_back(std::move(channel));
    }
    return byContact;
}

void EditionLoader::loadContacts()
{
    auto channels = shownChannels();
    Statement row(m_database, queries::contacts);
    while (row.step()) {
        content::Contact contact;
        contact.id = row.text(0);
        contact.name = text(row, 1);
        contact.slipName = text(row, 2);
        contact.forWhat = text(row, 3);
        contact.answers = text(row, 4);
        contact.cost = text(row, 5);
        contact.languages = text(row, 6);
        contact.tellsAuthoritiesWhen = text(row, 7);
        contact.trust = enumAt<content::TrustClass>(row, 8);
        contact.ordinary = boolAt(row, 9);
        contact.local = boolAt(row, 10);
        contact.channels = std::move(channels[contact.id]);
        if (!contact.channels.empty())
            m_edition->contacts.push_back(std::move(contact));
    }
}

void EditionLoader::loadTopics()
{
    std::vector<std::pair<std::string, std::string>> order; // tile, topic
    Statement row(m_database, queries::topics);
    while (row.step()) {
        content::Topic topic;
        topic.id = row.text(0);
        topic.title = text(row, 2);
        topic.summary = text(row, 3);
        topic.picture = row.text(4);
        topic.layer = enumAt<content::Layer>(row, 5);
        topic.sensitive = boolAt(row, 6);
        order.emplace_back(row.text(1), topic.id);
        m_edition->topics.emplace(topic.id, std::move(topic));
    }

    std::unordered_set<std::string> shortened;
    Statement block(m_database, queries::blocks);
    while (block.step()) {
        const auto topic = m_edition->topics.find(block.text(0));
        if (topic == m_edition->topics.end())
            damaged("a block of no topic");
        const auto kind = enumAt<content::Block::Kind>(block, 1);
        content::Block made{kind, text(block, 2), block.text(3)};
        const bool shown = kind == content::Block::Kind::ContactCard ? m_edition->findContact(made.contactId) != nullptr
                                                                     : !made.text.empty();
        if (shown)
            topic->second.blocks.push_back(std::move(made));
        else
            shortened.insert(topic->first);
    }

    Statement source(m_database, queries::sources);
    while (source.step())
        if (const auto topic = m_edition->topics.find(source.text(0)); topic != m_edition->topics.end())
            topic->second.sources.push_back({source.text(1), source.text(2), dateAt(source, 3), dateAt(source, 4)});

    for (const auto &[tile, id] : order)
        if (shortened.count(id) && !hasReading(m_edition->topics[id]))
            m_edition->topics.erase(id);
        else
            m_topicsOfTile[tile].push_back(id);
}

void EditionLoader::loadTiles()
{
    Statement row(m_database, queries::tiles);
    while (row.step()) {
        content::Tile tile;
        tile.id = row.text(0);
        tile.title = text(row, 1);
        tile.hint = text(row, 2);
        tile.icon = row.text(3);
        tile.opens = enumAt<content::Tile::Opens>(row, 4);
        tile.small = boolAt(row, 5);
        tile.topicIds = std::move(m_topicsOfTile[tile.id]);
        const bool leadsSomewhere =
            tile.opens == content::Tile::Opens::Numbers ? !m_edition->contacts.empty() : !tile.topicIds.empty();
        if (leadsSomewhere)
            m_edition->tiles.push_back(std::move(tile));
    }
}

void EditionLoader::loadSlips()
{
    Statement row(m_database, queries::slips);
    while (row.step())
        m_edition->slipDesigns.push_back({row.text(0), text(row, 1), text(row, 2), row.real(3), row.real(4),
                                          row.real(5), row.real(6), boolAt(row, 7), static_cast<int>(row.integer(8))});
}

void EditionLoader::loadSite()
{
    Statement release(m_database, queries::release);
    if (release.step())
        m_edition->siteName = text(release, 6);
    Statement line(m_database, queries::siteLines);
    while (line.step())
        (line.text(0) == "hours" ? m_edition->siteHours : m_edition->siteServices).push_back(text(line, 1));
    Statement word(m_database, queries::interface);
    while (word.step())
        m_edition->interface.emplace(word.text(0), text(word, 1));
}

} // namespace porchlight::store
