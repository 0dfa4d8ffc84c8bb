// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/resolve.h"

#include "authoring/text_rules.h"

#include <map>

namespace porchlight::authoring {

using content::Block;

namespace {

/// The text for a line {site:NAME}; empty where there is nothing to say, the line itself where nobody knows it.
std::string siteText(const std::string &line, const SiteSource *site)
{
    if (line == "{site:must-report}")
        return site && !site->mustReport.empty() ? "site." + site->id + ".must_report" : "site.must-report-unknown";
    if (line != "{site:phone-here}")
        return line;
    switch (site ? site->phoneHere : PhoneHere::Unknown) {
    case PhoneHere::Room:
        return "site.phone-room";
    case PhoneHere::Desk:
        return "site.phone-desk";
    case PhoneHere::None:
        return "site.phone-none";
    case PhoneHere::Unknown:
        break;
    }
    return {};
}

void resolveTopic(TopicSource &topic, const SiteSource *site, const std::map<std::string, const Text *> &texts,
                  const std::set<std::string> &hiddenContacts)
{
    TopicSource whole = std::move(topic);
    topic = whole;
    topic.value.blocks.clear();
    topic.blockPlaces.clear();
    topic.blockTexts.clear();
    for (std::size_t i = 0; i < whole.value.blocks.size(); ++i) {
        Block block = std::move(whole.value.blocks[i]);
        std::string text = std::move(whole.blockTexts[i]);
        const bool fromSite = text.starts_with("{site:");
        if (fromSite)
            text = siteText(text, site);
        if ((fromSite && text.empty()) || hiddenContacts.contains(block.contactId))
            continue;
        if (const auto found = texts.find(text); found != texts.end()) {
            block.text = found->second->english;
            if (fromSite && found->second->safety)
                block.kind = Block::Kind::Safety;
        }
        topic.value.blocks.push_back(std::move(block));
        topic.blockPlaces.push_back(whole.blockPlaces[i]);
        topic.blockTexts.push_back(std::move(text));
    }
}

} // namespace

void resolveBlocks(Sources &merged, const std::set<std::string> &hiddenContacts)
{
    std::map<std::string, const Text *> texts;
    for (const Text &text : merged.texts)
        texts.emplace(text.id, &text);
    for (TopicSource &topic : merged.topics)
        resolveTopic(topic, merged.sites.empty() ? nullptr : &merged.sites.front(), texts, hiddenContacts);
}

void resolveFacts(Sources &merged)
{
    std::map<std::string, std::set<std::string>> factsOf; // by context
    for (const Text &text : merged.texts)
        for (const Placeholder &placeholder : placeholdersOf(text.english))
            if (placeholder.name == "fact")
                factsOf[text.context].insert(placeholder.argument);
    for (TopicSource &topic : merged.topics)
        for (const std::string &id : factsOf["topic:" + topic.value.id])
            if (const FactSource *fact = merged.findFact(id)) {
                topic.value.sources.push_back(fact->source);
                topic.sourcePlaces.push_back(fact->at);
            }
}

} // namespace porchlight::authoring
