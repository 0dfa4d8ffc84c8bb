// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <string>
#include <vector>

namespace porchlight::store {

/// Every word of an edition that may come to a screen, to paper or to somebody's ear, and every value to dial.
inline std::vector<std::string> textsOf(const content::Edition &edition)
{
    std::vector<std::string> all{edition.siteName};
    const auto add = [&all](const auto &more) { all.insert(all.end(), more.begin(), more.end()); };
    add(edition.siteHours);
    add(edition.siteServices);
    for (const auto &[id, word] : edition.interface)
        all.push_back(word);
    for (const auto &[id, word] : edition.interfaceEnglish)
        all.push_back(word);
    for (const content::Tile &tile : edition.tiles)
        add(std::vector{tile.title, tile.hint});
    for (const auto &[id, topic] : edition.topics) {
        add(std::vector{topic.title, topic.summary});
        for (const content::Block &block : topic.blocks)
            add(std::vector{block.text, block.english});
        for (const content::Source &source : topic.sources)
            add(std::vector{source.what, source.url});
    }
    for (const content::ShowCard &card : edition.showCards)
        add(std::vector{card.text, card.english});
    for (const content::Contact &contact : edition.contacts) {
        add(std::vector{contact.name, contact.slipName, contact.forWhat, contact.answers, contact.cost,
                        contact.languages, contact.tellsAuthoritiesWhen, contact.answersEnglish, contact.tellsEnglish,
                        contact.slipNameEnglish, contact.costEnglish, contact.languagesEnglish});
        for (const content::Channel &channel : contact.channels)
            add(std::vector{channel.value, channel.instruction, channel.hours, channel.hoursEnglish,
                            channel.instructionEnglish});
    }
    for (const content::SlipDesign &design : edition.slipDesigns) {
        add(std::vector{design.title, design.heading, design.headingEnglish});
        add(design.notes);
        add(design.notesEnglish);
    }
    return all;
}

} // namespace porchlight::store
