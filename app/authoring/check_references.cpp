// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"
#include "authoring/text_rules.h"

#include <algorithm>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

/// Drawings lie beside the content folder, in media/. A content folder of its own (a test, a first draft) has none.
class Drawings {
public:
    Drawings(const SourceFolder &folder, const char *kind)
        : m_findings(folder.findings), m_folder(fs::absolute(folder.path / "..").lexically_normal() / "media" / kind)
    {
        std::error_code failed;
        m_there = fs::is_directory(m_folder, failed);
    }

    void require(const std::string &name, const char *code, const Place &at) const
    {
        std::error_code failed;
        if (m_there && !name.empty() && !fs::is_regular_file(m_folder / (name + ".svg"), failed))
            m_findings.error(code, at, "There is no drawing `" + name + ".svg` in " + m_folder.string() + ".",
                             "Add the drawing, or name one that is there.");
    }

private:
    Findings &m_findings;
    fs::path m_folder;
    bool m_there = false;
};

void checkTiles(const Sources &sources, const SourceFolder &folder)
{
    const Drawings icons(folder, "icons");
    const Drawings pictures(folder, "illustrations");
    for (const TileSource &tile : sources.tiles) {
        // The six show the drawing of the same name where there is room for one.
        icons.require(tile.value.icon, "missing-icon", tile.iconAt);
        if (!tile.value.small)
            pictures.require(tile.value.icon, "missing-picture", tile.iconAt);
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
    const Drawings pictures(folder, "illustrations");
    for (const TopicSource &topic : sources.topics) {
        pictures.require(topic.value.picture, "missing-picture", topic.pictureAt);
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
    for (const Text &text : sources.texts)
        checkNumbersIn(text, sources, folder.findings);
}

} // namespace porchlight::authoring
