// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace porchlight::authoring {

namespace {

using Words = std::vector<std::string>;

std::string lowered(std::string text)
{
    for (char &c : text)
        if (static_cast<unsigned char>(c) < 0x80)
            c = static_cast<char>(std::tolower(c));
    return text;
}

/// The ids of the texts of contacts that stand on paper in some design.
std::set<std::string> idsOnPaper(const Sources &sources)
{
    const auto anyDesign = [&](bool content::SlipDesign::*prints) {
        return std::any_of(sources.slips.begin(), sources.slips.end(),
                           [&](const SlipSource &slip) { return slip.value.names && slip.value.*prints; });
    };
    const bool hours = anyDesign(&content::SlipDesign::hours);
    const bool cost = anyDesign(&content::SlipDesign::cost);
    const bool languages = anyDesign(&content::SlipDesign::languages);
    std::set<std::string> ids;
    for (const ContactSource &contact : sources.contacts) {
        const std::string id = "contact." + contact.value.id;
        for (const ChannelSource &channel : contact.channels) {
            if (!channel.value.printOk)
                continue;
            ids.insert(id + ".slip_name");
            ids.insert("contact." + channel.value.id + ".instruction");
            if (hours)
                ids.insert("contact." + channel.value.id + ".hours");
            if (cost)
                ids.insert(id + ".cost");
            if (languages)
                ids.insert(id + ".languages");
        }
    }
    return ids;
}

/// What must not stand in a text, by how far it can be seen. English only: translators are told by the notes.
Words wordsAgainst(const Text &text, const std::set<std::string> &learnContexts, const std::set<std::string> &onPaper)
{
    const bool paper =
        text.id.ends_with(".slip_name") || text.context.starts_with("slip:") || onPaper.contains(text.id);
    if (paper || text.context.starts_with("tile:"))
        return {"traffick", "slave", "victim", "rescue", "abuse"};
    if (text.context.starts_with("card:"))
        return {"traffick"}; // held out for others to read
    const bool interfaceWord = text.context.find(':') == std::string::npos;
    if (interfaceWord || (text.context.starts_with("topic:") && !learnContexts.contains(text.context)))
        return {"traffick"};
    return {};
}

} // namespace

void checkPublicWords(const Sources &sources, Findings &findings)
{
    std::set<std::string> learnContexts;
    for (const TopicSource &topic : sources.topics)
        if (topic.value.layer == content::Layer::Learn)
            learnContexts.insert("topic:" + topic.value.id);
    const auto check = [&](const std::string &english, const Place &at, const Words &words) {
        for (const std::string &word : words)
            if (lowered(english).find(word) != std::string::npos)
                findings.error("topic-word", at, "`" + word + "` tells everybody near what this is about.",
                               "Use everyday words here; only topics of the layer learn name it.");
    };
    const std::set<std::string> onPaper = idsOnPaper(sources);
    for (const Text &text : sources.texts)
        check(text.english, text.at, wordsAgainst(text, learnContexts, onPaper));
    // A fragment may name it: that depends on the page that draws it in.
    for (const TopicSource &topic : sources.topics)
        for (std::size_t i = 0; i < topic.value.blocks.size(); ++i)
            if (topic.value.layer == content::Layer::Ordinary && topic.blockTexts[i].starts_with("fragment."))
                check(topic.value.blocks[i].text, topic.blockPlaces[i], {"traffick"});
}

} // namespace porchlight::authoring
