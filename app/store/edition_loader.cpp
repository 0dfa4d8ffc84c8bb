// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/edition_loader.h"

#include "store/channel_facts.h"
#include "store/queries.h"
#include "store/row_values.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace porchlight::store {

namespace {

/// In the text of a show card: the name of the visitor's language.
constexpr std::string_view languagePlaceholder = "{language}";

[[noreturn]] void damaged(const std::string &detail)
{
    throw DatabaseError(DatabaseError::Kind::Damaged, detail);
}

char markAt(const Statement &row, int column)
{
    const std::string mark = row.text(column);
    if (mark != "A")
        damaged("a source of less than mark A");
    return mark.front();
}

} // namespace

EditionLoader::EditionLoader(Database &database, const content::ReleaseInfo &info, Withdrawals withdrawals,
                             content::Date effectiveDay)
    : m_database(database), m_withdrawals(std::move(withdrawals)), m_day(effectiveDay),
      m_edition(std::make_shared<content::Edition>())
{
    m_edition->release = info;
}

std::shared_ptr<const content::Edition> EditionLoader::load(const content::Language &language,
                                                            std::vector<content::Language> languages,
                                                            content::Extent extent, const std::string &topic)
{
    using content::Extent;
    m_edition->extent = extent;
    m_edition->language = language;
    m_edition->languages = std::move(languages);
    loadTexts(language.tag);
    loadValues();
    loadContacts();
    findEmptyCards();
    if (extent != Extent::FirstPage)
        loadTopicHeads();
    if (extent == Extent::Whole)
        loadTopicBodies(queries::blocks, queries::sources, {});
    else if (m_edition->topics.count(topic))
        loadTopicBodies(queries::blocksOfTopic, queries::sourcesOfTopic, topic);
    placeTopics();
    loadShowCards();
    if (extent != Extent::FirstPage)
        loadTiles();
    loadSlips();
    loadSite();
    return std::move(m_edition);
}

bool EditionLoader::mayBeShown(const content::Channel &channel) const
{
    return isShown(channel, m_edition->release.mode, m_day) && !m_withdrawals.withdraws(channel.id, channel.value);
}

void EditionLoader::loadValues()
{
    Statement row(m_database, queries::channels);
    while (row.step()) {
        content::Channel channel = channelFacts(row);
        if (mayBeShown(channel))
            m_values.emplace("number:" + channel.id, std::move(channel.value));
    }
    Statement fact(m_database, queries::facts);
    while (fact.step())
        if (!m_withdrawals.facts.count(fact.text(0)))
            m_values.emplace("fact:" + fact.text(0), fact.text(1));
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
        if (!mayBeShown(channel))
            continue;
        const Values own{{"hours", row.text(18)}, {"code", row.text(19)}};
        channel.instruction = text(row, 16, own);
        channel.hours = text(row, 17, own);
        channel.instructionEnglish = englishOnPaper(row, 16, own);
        channel.hoursEnglish = englishOnPaper(row, 17, own);
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
        contact.answersEnglish = english(row, 4);
        contact.tellsEnglish = english(row, 7);
        contact.slipNameEnglish = englishOnPaper(row, 2);
        contact.costEnglish = englishOnPaper(row, 5);
        contact.languagesEnglish = englishOnPaper(row, 6);
        contact.trust = enumAt<content::TrustClass>(row, 8);
        contact.ordinary = boolAt(row, 9);
        contact.local = boolAt(row, 10);
        contact.channels = std::move(channels[contact.id]);
        if (!contact.channels.empty() && !contact.name.empty())
            m_edition->contacts.push_back(std::move(contact));
    }
}

void EditionLoader::loadTopicHeads()
{
    const bool withLearn = m_edition->showsLearn(m_edition->language);
    Statement row(m_database, queries::topics);
    while (row.step()) {
        content::Topic topic;
        topic.id = row.text(0);
        topic.title = text(row, 2);
        topic.summary = text(row, 3);
        topic.picture = row.text(4);
        topic.layer = enumAt<content::Layer>(row, 5);
        topic.sensitive = boolAt(row, 6);
        if ((topic.layer == content::Layer::Learn && !withLearn) || m_withdrawals.topics.count(topic.id) ||
            topic.title.empty()) {
            m_leftOut.insert(topic.id);
            continue;
        }
        m_topicOrder.emplace_back(row.text(1), topic.id);
        m_edition->topics.emplace(topic.id, std::move(topic));
    }
}

void EditionLoader::loadTopicBodies(const char *blocks, const char *sources, const std::string &topic)
{
    Statement block(m_database, blocks);
    if (!topic.empty())
        block.bind(0, std::string_view(topic));
    while (block.step()) {
        const std::string id = block.text(0);
        if (m_leftOut.count(id))
            continue;
        const auto found = m_edition->topics.find(id);
        if (found == m_edition->topics.end())
            damaged("a block of no topic");
        const auto kind = enumAt<content::Block::Kind>(block, 1);
        content::Block made{kind, text(block, 2), block.text(3), {}, block.text(4), static_cast<int>(block.integer(5))};
        if (kind == content::Block::Kind::Safety)
            made.english = english(block, 2);
        if (canBeRead(made))
            found->second.blocks.push_back(std::move(made));
    }

    Statement source(m_database, sources);
    if (!topic.empty())
        source.bind(0, std::string_view(topic));
    while (source.step()) {
        content::Source made{source.text(1),    source.text(2),    dateAt(source, 3),
                             dateAt(source, 4), markAt(source, 5), source.text(6)};
        const bool withdrawn = m_withdrawals.facts.count(made.fact) || m_withdrawals.namesNumber(made.what) ||
                               m_withdrawals.namesNumber(made.url);
        const auto found = m_edition->topics.find(source.text(0));
        if (found != m_edition->topics.end() && !withdrawn)
            found->second.sources.push_back(std::move(made));
    }
}

bool EditionLoader::hasReading(const content::Topic &topic)
{
    if (m_edition->extent == content::Extent::Whole)
        return std::any_of(topic.blocks.begin(), topic.blocks.end(),
                           [](const content::Block &block) { return block.kind != content::Block::Kind::Heading; });
    if (!m_withdrawals.empty())
        return anyBlockCanBeRead(topic.id);
    // Any other block always shows something: a sentence may hold lasting numbers only, which the builder sees to.
    if (!m_anyReading)
        m_anyReading = std::make_unique<Statement>(m_database, queries::firstReading);
    m_anyReading->reset();
    m_anyReading->bind(0, std::string_view(topic.id));
    if (m_anyReading->step())
        return true;
    Statement contact(m_database, queries::contactsOfTopic);
    contact.bind(0, std::string_view(topic.id));
    while (contact.step())
        if (m_edition->findContact(contact.text(0)))
            return true;
    return false;
}

/// Ends at the first that can, which is mostly the first.
bool EditionLoader::anyBlockCanBeRead(const std::string &topic)
{
    Statement row(m_database, queries::blocksOfTopic);
    row.bind(0, std::string_view(topic));
    while (row.step()) {
        const auto kind = enumAt<content::Block::Kind>(row, 1);
        if (kind != content::Block::Kind::Heading &&
            canBeRead({kind, text(row, 2), row.text(3), {}, row.text(4), static_cast<int>(row.integer(5))}))
            return true;
    }
    return false;
}

void EditionLoader::placeTopics()
{
    for (const auto &[tile, id] : m_topicOrder)
        if (!hasReading(m_edition->topics[id]))
            m_edition->topics.erase(id);
        else
            m_topicsOfTile[tile].push_back(id);
}

bool EditionLoader::canBeRead(const content::Block &block) const
{
    if (block.kind == content::Block::Kind::ContactCard)
        return m_edition->findContact(block.contactId) != nullptr;
    if (block.kind == content::Block::Kind::ShowCard)
        return !m_emptyCards.count(block.cardId);
    return !block.text.empty();
}

/// Before the blocks that name them.
void EditionLoader::findEmptyCards()
{
    if (m_withdrawals.empty())
        return;
    Statement row(m_database, queries::showCards);
    while (row.step())
        if (text(row, 1).empty())
            m_emptyCards.insert(row.text(0));
}

void EditionLoader::loadShowCards()
{
    std::unordered_set<std::string> used;
    for (const auto &[id, topic] : m_edition->topics)
        for (const content::Block &block : topic.blocks)
            used.insert(block.cardId);
    const content::Language &language = m_edition->language;
    Statement row(m_database, queries::showCards);
    while (row.step()) {
        if (!used.count(row.text(0)) || m_emptyCards.count(row.text(0)))
            continue;
        const Words &found = words(row, 1);
        // Nobody asks in English for an interpreter for English.
        if (language.source && found.source.find(languagePlaceholder) != std::string::npos)
            continue;
        content::ShowCard card{
            row.text(0), fillWord(text(row, 1), languagePlaceholder, language.ownName),
            fillWord(fill(found.source, {}).value_or(""), languagePlaceholder, language.englishName)};
        if (found.translation.empty())
            card.text = std::exchange(card.english, {}); // it stands in English: once is enough
        m_edition->showCards.push_back(std::move(card));
    }
}

void EditionLoader::loadTiles()
{
    std::vector<content::Tile> tiles;
    Statement row(m_database, queries::tiles);
    while (row.step()) {
        content::Tile tile;
        tile.id = row.text(0);
        tile.title = text(row, 1);
        tile.hint = text(row, 2);
        tile.icon = row.text(3);
        tile.opens = enumAt<content::Tile::Opens>(row, 4);
        tile.small = boolAt(row, 5);
        tile.parent = row.text(6);
        if (tile.title.empty())
            continue;
        tile.topicIds = std::move(m_topicsOfTile[tile.id]);
        tiles.push_back(std::move(tile));
    }
    const auto opensNumbers = [&](const content::Tile &tile) {
        return tile.opens == content::Tile::Opens::Numbers && !m_edition->contacts.empty();
    };
    std::unordered_map<std::string, std::vector<std::string>> groups;
    for (const content::Tile &tile : tiles)
        if (!tile.parent.empty() && (opensNumbers(tile) || !tile.topicIds.empty()))
            groups[tile.parent].push_back(tile.id);
    for (content::Tile &tile : tiles) {
        tile.childIds = std::move(groups[tile.id]);
        if (opensNumbers(tile) || !tile.topicIds.empty() || !tile.childIds.empty())
            m_edition->tiles.push_back(std::move(tile));
    }
}

void EditionLoader::loadSlips()
{
    Statement row(m_database, queries::slips);
    while (row.step()) {
        content::SlipDesign design;
        design.id = row.text(0);
        design.title = text(row, 1);
        design.heading = text(row, 2);
        design.widthMm = row.real(3);
        design.heightMm = row.real(4);
        design.bodyPt = row.real(5);
        design.numberPt = row.real(6);
        design.names = boolAt(row, 7);
        design.ordinaryLines = static_cast<int>(row.integer(8));
        design.headingEnglish = englishOnPaper(row, 2);
        design.english = enumAt<content::EnglishBeside>(row, 9);
        design.hours = boolAt(row, 10);
        design.cost = boolAt(row, 11);
        design.languages = boolAt(row, 12);
        design.cutMarks = boolAt(row, 13);
        design.fold = enumAt<content::Fold>(row, 14);
        m_edition->slipDesigns.push_back(std::move(design));
    }
    Statement note(m_database, queries::slipNotes);
    while (note.step()) {
        auto &designs = m_edition->slipDesigns;
        const auto of = std::find_if(designs.begin(), designs.end(),
                                     [&](const content::SlipDesign &design) { return design.id == note.text(0); });
        if (of == designs.end())
            damaged("a note of no slip");
        if (std::string words = text(note, 1); !words.empty()) {
            of->notes.push_back(std::move(words));
            of->notesEnglish.push_back(englishOnPaper(note, 1));
        }
    }
}

void EditionLoader::loadSite()
{
    Statement release(m_database, queries::release);
    if (release.step())
        m_edition->siteName = text(release, 6);
    Statement line(m_database, queries::siteLines);
    while (line.step())
        if (std::string words = text(line, 1); !words.empty())
            (line.text(0) == "hours" ? m_edition->siteHours : m_edition->siteServices).push_back(std::move(words));
    Statement word(m_database, queries::interface);
    while (word.step()) {
        m_edition->interface.emplace(word.text(0), text(word, 1));
        if (std::string beside = boolAt(word, 2) ? english(word, 1) : std::string(); !beside.empty())
            m_edition->interfaceEnglish.emplace(word.text(0), std::move(beside));
    }
}

} // namespace porchlight::store
