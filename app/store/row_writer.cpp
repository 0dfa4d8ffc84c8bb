// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_writer.h"

#include "store/insert.h"
#include "store/schema.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

namespace porchlight::store {

namespace {

/// What stays on screen whatever the day: only these numbers may stand inside a sentence.
Values lastingValues(const ReleaseRows &rows)
{
    Values values;
    for (const FactRow &fact : rows.facts)
        values.emplace("fact:" + fact.id, fact.value);
    for (const ContactRow &contact : rows.contacts)
        for (const ChannelRow &channel : contact.channels)
            if (channel.core && channel.status != content::ChannelStatus::Withdrawn &&
                (channel.showPublic || channel.showPrivate))
                values.emplace("number:" + channel.id, channel.value);
    return values;
}

std::optional<std::string_view> orNull(const std::string &value)
{
    return value.empty() ? std::nullopt : std::optional<std::string_view>(value);
}

std::string nth(const std::string &where, std::string_view part, std::size_t index)
{
    return where + ", " + std::string(part) + " " + std::to_string(index + 1);
}

} // namespace

void RowWriter::write(const ReleaseRows &rows)
{
    writeLanguages(rows);
    writeTexts(rows);
    writeRelease(rows);
    writeTiles(rows);
    writeContacts(rows);
    writeFacts(rows);
    writeTopics(rows);
    writeSlips(rows);
}

std::int64_t RowWriter::text(const TextId &id, const std::string &where) const
{
    const auto found = m_textNumbers.find(id);
    if (found == m_textNumbers.end())
        throw BadRow(where,
                     id.empty() ? "A text is missing." : "No text in the source language has the id " + id + ".");
    return found->second;
}

std::optional<std::int64_t> RowWriter::textOrNone(const TextId &id, const std::string &where) const
{
    return id.empty() ? std::nullopt : std::optional(text(id, where));
}

void RowWriter::writeLanguages(const ReleaseRows &rows)
{
    Insert insert(m_database, "language", 12);
    for (std::size_t i = 0; i < rows.languages.size(); ++i) {
        const content::Language &language = rows.languages[i];
        insert.row("language " + language.tag, language.tag, i, language.ownName, language.spokenName,
                   language.englishName, language.script, language.direction, language.fontFamily, language.level,
                   language.learnLevel, language.source, language.askForInterpreter);
        if (language.source)
            m_sourceTag = language.tag;
    }
    if (m_sourceTag.empty())
        throw BadRow("languages", "None of them is the source language.");
}

void RowWriter::writeTexts(const ReleaseRows &rows)
{
    // Sorted, so that the order in which an author collects texts does not change the file; and what lists show lies
    // together, before what stands on their pages.
    std::unordered_set<std::string_view> onPages;
    for (const TopicRow &topic : rows.topics)
        for (const BlockRow &block : topic.blocks)
            onPages.insert(block.text);
    std::vector<std::pair<bool, const TextRow *>> inOrder;
    for (const TextRow &row : rows.texts)
        inOrder.emplace_back(onPages.count(row.id) > 0, &row);
    std::stable_sort(inOrder.begin(), inOrder.end(), [](const auto &a, const auto &b) {
        return std::tie(a.second->language, a.first, a.second->id) <
               std::tie(b.second->language, b.first, b.second->id);
    });
    std::vector<const TextRow *> sorted;
    for (const auto &[onPage, row] : inOrder)
        sorted.push_back(row);

    const Values values = lastingValues(rows);
    Insert text(m_database, "text", 5);
    for (const TextRow *row : sorted) {
        const std::string where = "text " + row->id + " (" + row->language + ")";
        if (!fillPlaceholders(row->value, values))
            throw BadRow(where, "It has a {number:...} that is not a shown core channel of a contact, or a {fact:...} "
                                "that is not there.");
        if (row->language != m_sourceTag)
            continue;
        const auto number = static_cast<std::int64_t>(m_textNumbers.size() + 1);
        text.row(where, number, row->id, row->value, row->domain, row->safety);
        m_textNumbers.emplace(row->id, number);
    }
    Insert translation(m_database, "translation", 4);
    for (const TextRow *row : sorted) {
        const std::string where = "text " + row->id + " (" + row->language + ")";
        if (row->language != m_sourceTag)
            translation.row(where, row->language, this->text(row->id, where), row->value, row->level);
    }
}

void RowWriter::writeRelease(const ReleaseRows &rows)
{
    const content::ReleaseInfo &info = rows.info;
    const std::string site = "site " + info.site;
    Insert(m_database, "release", 8)
        .row(site, 1, schemaName, info.sequence, info.site, text(rows.site.name, site), info.mode, info.newestDate,
             info.defaultLanguage);
    Insert line(m_database, "site_line", 3);
    for (std::size_t i = 0; i < rows.site.hours.size(); ++i)
        line.row(site, "hours", i, text(rows.site.hours[i], nth(site, "line of hours", i)));
    for (std::size_t i = 0; i < rows.site.services.size(); ++i)
        line.row(site, "services", i, text(rows.site.services[i], nth(site, "line of services", i)));

    std::vector<InterfaceRow> words = rows.interface;
    std::stable_sort(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    Insert interface(m_database, "interface", 2);
    for (const InterfaceRow &word : words)
        interface.row("interface word " + word.id, word.id, text(word.text, "interface word " + word.id));
}

void RowWriter::writeTiles(const ReleaseRows &rows)
{
    Insert insert(m_database, "tile", 8);
    // A group may stand before its parent in the list, but not in the table.
    for (const bool groups : {false, true})
        for (std::size_t i = 0; i < rows.tiles.size(); ++i) {
            const TileRow &tile = rows.tiles[i];
            const std::string where = "tile " + tile.id;
            if (tile.parent.empty() != groups)
                insert.row(where, tile.id, i, text(tile.title, where), textOrNone(tile.hint, where), tile.icon,
                           tile.opens, tile.small, orNull(tile.parent));
        }
}

void RowWriter::writeContacts(const ReleaseRows &rows)
{
    Insert insert(m_database, "contact", 12);
    Insert insertChannel(m_database, "channel", 21);
    Insert insertLanguage(m_database, "channel_language", 3);
    for (std::size_t i = 0; i < rows.contacts.size(); ++i) {
        const ContactRow &contact = rows.contacts[i];
        const std::string where = "contact " + contact.id;
        insert.row(where, contact.id, i, text(contact.name, where), textOrNone(contact.slipName, where),
                   text(contact.forWhat, where), text(contact.answers, where), textOrNone(contact.cost, where),
                   text(contact.languages, where), text(contact.tellsAuthoritiesWhen, where), contact.trust,
                   contact.ordinary, contact.local);
        for (std::size_t j = 0; j < contact.channels.size(); ++j) {
            const ChannelRow &channel = contact.channels[j];
            const std::string at = "channel " + channel.id;
            insertChannel.row(at, channel.id, contact.id, j, channel.kind, channel.value,
                              textOrNone(channel.instruction, at), channel.interpreters, orNull(channel.hours),
                              textOrNone(channel.hoursWords, at), orNull(channel.code), channel.sourceUrl,
                              channel.checkedOn, channel.checkedBy, channel.method, channel.recheckBy,
                              channel.expiresOn, channel.status, channel.core, channel.showPublic, channel.showPrivate,
                              channel.printOk);
            for (std::size_t k = 0; k < channel.languageTags.size(); ++k)
                insertLanguage.row(nth(at, "language", k), channel.id, k, channel.languageTags[k]);
        }
    }
}

void RowWriter::writeFacts(const ReleaseRows &rows)
{
    Insert insertFact(m_database, "fact", 7);
    for (const FactRow &fact : rows.facts)
        insertFact.row("fact " + fact.id, fact.id, fact.value, fact.source.what, fact.source.url,
                       std::string_view(&fact.source.mark, 1), fact.source.checkedOn, fact.source.recheckBy);
    Insert insertCard(m_database, "show_card", 3);
    for (std::size_t i = 0; i < rows.showCards.size(); ++i) {
        const std::string where = "show card " + rows.showCards[i].id;
        insertCard.row(where, rows.showCards[i].id, i, text(rows.showCards[i].text, where));
    }
}

void RowWriter::writeTopics(const ReleaseRows &rows)
{
    Insert insert(m_database, "topic", 8);
    Insert insertBlock(m_database, "topic_block", 6);
    Insert insertSource(m_database, "topic_source", 8);
    for (std::size_t i = 0; i < rows.topics.size(); ++i) {
        const TopicRow &topic = rows.topics[i];
        const std::string where = "topic " + topic.id;
        insert.row(where, topic.id, topic.tile, i, text(topic.title, where), textOrNone(topic.summary, where),
                   topic.picture, topic.layer, topic.sensitive);
        for (std::size_t j = 0; j < topic.blocks.size(); ++j) {
            const BlockRow &block = topic.blocks[j];
            const std::string at = nth(where, "block", j);
            insertBlock.row(at, topic.id, j, block.kind, textOrNone(block.text, at), orNull(block.contact),
                            orNull(block.card));
        }
        for (std::size_t j = 0; j < topic.sources.size(); ++j) {
            const content::Source &source = topic.sources[j];
            insertSource.row(nth(where, "source", j), topic.id, j, source.what, source.url,
                             std::string_view(&source.mark, 1), source.checkedOn, source.recheckBy,
                             orNull(source.fact));
        }
    }
}

void RowWriter::writeSlips(const ReleaseRows &rows)
{
    Insert insert(m_database, "slip", 16);
    Insert insertNote(m_database, "slip_note", 3);
    for (std::size_t i = 0; i < rows.slips.size(); ++i) {
        const SlipRow &slip = rows.slips[i];
        const std::string where = "slip " + slip.id;
        insert.row(where, slip.id, i, text(slip.title, where), textOrNone(slip.heading, where), slip.widthMm,
                   slip.heightMm, slip.bodyPt, slip.numberPt, slip.names, slip.ordinaryLines, slip.english, slip.hours,
                   slip.cost, slip.languages, slip.cutMarks, slip.fold);
        for (std::size_t j = 0; j < slip.notes.size(); ++j)
            insertNote.row(nth(where, "note", j), slip.id, j, text(slip.notes[j], where));
    }
}

} // namespace porchlight::store
