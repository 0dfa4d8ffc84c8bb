// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"

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

/// What must not stand in a text, by how far it can be seen. English only: translators are told by the notes.
Words wordsAgainst(const Text &text, const std::set<std::string> &learnContexts)
{
    const bool paper = text.id.ends_with(".slip_name") || text.context.starts_with("slip:");
    if (paper || text.context.starts_with("tile:"))
        return {"traffick", "slave", "victim", "rescue", "abuse"};
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
    for (const Text &text : sources.texts)
        for (const std::string &word : wordsAgainst(text, learnContexts))
            if (lowered(text.english).find(word) != std::string::npos)
                findings.error("topic-word", text.at, "`" + word + "` tells everybody near what this is about.",
                               "Use everyday words here; only topics of the layer learn name it.");
}

} // namespace porchlight::authoring
