// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"
#include "authoring/text_rules.h"

#include <set>

namespace porchlight::authoring {

using content::Block;

namespace {

void checkBlock(const TopicSource &topic, std::size_t index, const Sources &sources,
                const std::set<std::string> &textIds, Findings &findings)
{
    const Block &block = topic.value.blocks[index];
    const std::string &text = topic.blockTexts[index];
    const Place &at = topic.blockPlaces[index];
    if (block.kind == Block::Kind::ContactCard && !sources.findContact(block.contactId))
        findings.error("missing-contact", at, "There is no contact `" + block.contactId + "`.",
                       "Name one of contacts/, or add contacts/" + block.contactId + ".yaml.");
    if (block.kind == Block::Kind::ShowCard && !sources.findShowCard(block.cardId))
        findings.error("missing-card", at, "There is no show card `" + block.cardId + "`.",
                       "Name one of show-cards.yaml, or add it there.");
    if (text.empty() || textIds.contains(text))
        return;
    if (block.kind == Block::Kind::Safety)
        findings.error("missing-fragment", at, "There is no " + text.substr(0, 8) + " `" + text.substr(9) + "`.",
                       "Name one of fragments.yaml, or add it there.");
    else if (text.starts_with('{'))
        findings.error("unknown-placeholder", at, "Nothing can be filled in for `" + text + "`.",
                       "Write {site:phone-here} or {site:must-report}, or take the line out.");
    else
        findings.error("missing-word", at, "interface.yaml has no word `" + text + "`, which this line shows.",
                       "Add it there.");
}

void checkTopics(const Sources &sources, Findings &findings)
{
    std::set<std::string> textIds;
    for (const Text &text : sources.texts)
        textIds.insert(text.id);
    for (const TopicSource &topic : sources.topics) {
        if (!topic.tile.empty() && !sources.findTile(topic.tile))
            findings.error("missing-tile", topic.tileAt, "There is no tile `" + topic.tile + "`.",
                           "Name one of tiles.yaml, or add it there.");
        for (std::size_t i = 0; i < topic.value.blocks.size(); ++i)
            checkBlock(topic, i, sources, textIds, findings);
    }
}

/// Numbers in texts come from the contact they belong to; only core ones, which are never hidden, may be named.
void checkNumber(const std::string &id, const Text &text, const Sources &sources, Findings &findings)
{
    const ChannelSource *channel = sources.findChannel(id);
    if (!channel)
        findings.error("missing-channel", text.at, "There is no channel `" + id + "`.",
                       "Write {number:CONTACT.CHANNEL} with ids of contacts/.");
    else if (!channel->value.core)
        findings.error("channel-not-core", text.at,
                       "`" + id + "` may be hidden one day, and then this text has a hole.",
                       "Use a line {contact:ID} instead, which goes with it.");
}

/// {hours} and {code} stand for what the channel itself says.
bool isOfChannel(const Placeholder &placeholder, const Text &text, const Sources &sources)
{
    constexpr std::string_view prefix = "contact.";
    const auto dot = text.id.rfind('.');
    if (!text.id.starts_with(prefix) || dot < prefix.size() || !placeholder.argument.empty())
        return false;
    const ChannelSource *channel = sources.findChannel(text.id.substr(prefix.size(), dot - prefix.size()));
    return channel && ((placeholder.name == "hours" && !channel->hours.empty()) ||
                       (placeholder.name == "code" && !channel->code.empty()));
}

void checkPlaceholders(const Text &text, const Sources &sources, Findings &findings)
{
    const bool interfaceWord = text.context.find(':') == std::string::npos;
    const bool topic = text.context.starts_with("topic:");
    const bool card = text.context.starts_with("card:");
    for (const Placeholder &placeholder : placeholdersOf(text.english)) {
        const std::string &name = placeholder.name;
        if (card && placeholder.whole == "{language}")
            continue;
        if (card) // a sentence to hold out: nothing else is filled in on that page
            findings.error("unknown-placeholder", text.at, "`" + placeholder.whole + "` cannot stand on a show card.",
                           "Write {language}, or take the braces out.");
        else if (name == "number")
            checkNumber(placeholder.argument, text, sources, findings);
        else if (name == "fact" && topic && !sources.findFact(placeholder.argument))
            findings.error("missing-fact", text.at, "There is no fact `" + placeholder.argument + "`.",
                           "Name one of facts.yaml, or add it there with its source.");
        else if (name == "contact")
            findings.error("contact-in-text", text.at, "A contact card cannot stand inside a text.",
                           "Put " + placeholder.whole + " on a line of its own, with empty lines around it.");
        else if (topic && (name == "fragment" || name == "card" || name == "site"))
            findings.error("block-in-text", text.at, "`" + placeholder.whole + "` cannot stand inside a text.",
                           "Put it on a line of its own, with empty lines around it.");
        else if ((name == "fact" && topic) || isOfChannel(placeholder, text, sources))
            continue;
        else if (!interfaceWord || name.empty())
            findings.error("unknown-placeholder", text.at, "Nothing can be filled in for `" + placeholder.whole + "`.",
                           "Write {number:CONTACT.CHANNEL}, or take the braces out.");
    }
}

} // namespace

void checkReferences(const Sources &sources, const SourceFolder &folder)
{
    checkTiles(sources, folder.findings);
    checkTopics(sources, folder.findings);
    checkDrawings(sources, folder);
    for (const Text &text : sources.texts)
        checkPlaceholders(text, sources, folder.findings);
}

void checkUnusedFacts(const Sources &all, Findings &findings)
{
    std::set<std::string> used;
    for (const Text &text : all.texts)
        for (const Placeholder &placeholder : placeholdersOf(text.english))
            if (placeholder.name == "fact")
                used.insert(placeholder.argument);
    for (const FactSource &fact : all.facts)
        if (!used.contains(fact.id))
            findings.warning("unused-fact", fact.at, "No page uses the fact `" + fact.id + "`.",
                             "Write {fact:" + fact.id + "} where it belongs, or take it out.");
}

} // namespace porchlight::authoring
