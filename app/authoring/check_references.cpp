// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"
#include "authoring/text_rules.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

void checkTiles(const Sources &sources, const SourceFolder &folder)
{
    for (const TileSource &tile : sources.tiles) {
        const auto isHere = [&](const TopicSource &topic) { return topic.tile == tile.value.id; };
        if (tile.value.opens == content::Tile::Opens::Topics &&
            std::none_of(sources.topics.begin(), sources.topics.end(), isHere))
            folder.findings.error("empty-tile", tile.at, "No topic stands behind the tile `" + tile.value.id + "`.",
                                  "Write one, or take the tile out: a visitor must never reach an empty page.");
    }
    if (std::count_if(sources.tiles.begin(), sources.tiles.end(), [](const auto &t) { return !t.value.small; }) > 6)
        folder.findings.error("too-many-tiles", {"tiles.yaml", 0}, "A screen has at most six choices.",
                              "Take tiles out, or make one `small: true`.");
}

void checkTopics(const Sources &sources, const SourceFolder &folder)
{
    for (const TopicSource &topic : sources.topics) {
        if (!topic.tile.empty() && !sources.findTile(topic.tile))
            folder.findings.error("missing-tile", topic.tileAt, "There is no tile `" + topic.tile + "`.",
                                  "Name one of tiles.yaml, or add it there.");
        for (std::size_t i = 0; i < topic.value.blocks.size(); ++i) {
            const content::Block &block = topic.value.blocks[i];
            if (block.kind == content::Block::Kind::ContactCard && !sources.findContact(block.contactId))
                folder.findings.error("missing-contact", topic.blockPlaces[i],
                                      "There is no contact `" + block.contactId + "`.",
                                      "Name one of contacts/, or add contacts/" + block.contactId + ".yaml.");
        }
    }
}

/// Numbers in texts come from the contact they belong to; only core ones, which are never hidden, may be named.
void checkNumbersIn(const Text &text, const Sources &sources, Findings &findings)
{
    const bool interfaceWord = text.context.find(':') == std::string::npos;
    for (const Placeholder &placeholder : placeholdersOf(text.english)) {
        if (placeholder.name == "number") {
            const ChannelSource *channel = sources.findChannel(placeholder.argument);
            if (!channel)
                findings.error("missing-channel", text.at, "There is no channel `" + placeholder.argument + "`.",
                               "Write {number:CONTACT.CHANNEL} with ids of contacts/.");
            else if (!channel->value.core)
                findings.error("channel-not-core", text.at,
                               "`" + placeholder.argument + "` may be hidden one day, and then this text has a hole.",
                               "Use a line {contact:ID} instead, which goes with it.");
        } else if (placeholder.name == "contact") {
            findings.error("contact-in-text", text.at, "A contact card cannot stand inside a text.",
                           "Put " + placeholder.whole + " on a line of its own, with empty lines around it.");
        } else if (!interfaceWord || placeholder.name.empty()) {
            findings.error("unknown-placeholder", text.at, "Nothing can be filled in for `" + placeholder.whole + "`.",
                           "Write {number:CONTACT.CHANNEL}, or take the braces out.");
        }
    }
}

} // namespace

void checkReferences(const Sources &sources, const SourceFolder &folder)
{
    checkTiles(sources, folder);
    checkTopics(sources, folder);
    checkDrawings(sources, folder);
    for (const Text &text : sources.texts)
        checkNumbersIn(text, sources, folder.findings);
}

} // namespace porchlight::authoring
