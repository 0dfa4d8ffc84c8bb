// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/contact.h"
#include "content/language.h"
#include "content/slip_design.h"
#include "content/topic.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace porchlight::content {

/// What is true of a release in every language.
struct ReleaseInfo {
    int sequence = 0; ///< only ever grows
    std::string site; ///< "demo"
    Mode mode = Mode::Demonstration;
    Date newestDate{}; ///< newest date in the release: the clock is never believed to be earlier
    std::string defaultLanguage = "en";
};

/// How much of a release an edition holds.
enum class Extent {
    FirstPage, ///< no tiles, topics, show cards
    Lists,     ///< topics without their blocks and sources
    Whole,
};

/// A release in one language, as read in one go. An immutable value: handed between threads by
/// shared_ptr<const Edition>. Contacts hold only the channels that may be shown; a contact without any is absent.
/// Text that a language lacks stands in English.
struct Edition {
    Extent extent = Extent::Whole;
    ReleaseInfo release;
    Language language;
    std::vector<Language> languages; ///< all that are offered, in order
    std::vector<Tile> tiles;         ///< groups too; the second screen shows those without a parent
    std::unordered_map<std::string, Topic> topics;
    std::vector<ShowCard> showCards; ///< those that a topic names
    std::vector<Contact> contacts;   ///< in the order of "Talk to someone"
    std::vector<SlipDesign> slipDesigns;
    std::string siteName;
    std::vector<std::string> siteHours;                     ///< lines of the cover page
    std::vector<std::string> siteServices;                  ///< lines of the cover page
    std::unordered_map<std::string, std::string> interface; ///< interface words by id
    /// The English of safety words by id, while nobody has approved their translation.
    std::unordered_map<std::string, std::string> interfaceEnglish;

    [[nodiscard]] const Contact *findContact(const std::string &id) const;
    [[nodiscard]] const Topic *findTopic(const std::string &id) const;
    [[nodiscard]] const Tile *findTile(const std::string &id) const;
    [[nodiscard]] const ShowCard *findShowCard(const std::string &id) const;
    /// A live kiosk shows only the fixed card for a language below the floor.
    [[nodiscard]] bool fixedCardOnly(const Language &of) const;
    /// A live kiosk shows the learn topics of a language only where they have reached their floor.
    [[nodiscard]] bool showsLearn(const Language &of) const;
};

} // namespace porchlight::content
