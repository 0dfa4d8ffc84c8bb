// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/contact.h"
#include "content/language.h"
#include "content/slip_design.h"
#include "content/topic.h"

#include "authoring/report.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace porchlight::authoring {

/// One English text and where it stands. Context and English together are its key in the PO files, so that moving or
/// inserting a paragraph breaks no other translation.
struct Text {
    std::string id;      ///< its name in the store: "topic.pay.b3"
    std::string context; ///< msgctxt: "topic:pay"
    std::string english;
    std::string note; ///< for the translator
    int longest = 0;  ///< characters that fit; 0: no limit
    Place at;
    content::Domain domain = content::Domain::Help;
    bool safety = false; ///< a sentence that a draft shows only together with its English
};

struct LanguageSource {
    content::Language value;
    Place at;
    Place fontAt;
};

struct TileSource {
    content::Tile value;
    Place at;
    Place iconAt;
};

struct TopicSource {
    content::Topic value; ///< texts in English, placeholders not filled
    std::string tile;
    int order = 0;
    std::vector<Place> blockPlaces; ///< one for each block
    std::vector<Place> sourcePlaces;
    Place at;
    Place tileAt;
    Place pictureAt;
};

struct ChannelSource {
    content::Channel value; ///< id is the full one: "hotline.call"
    std::string shortId;    ///< "call"
    char mark = 'A';        ///< how well the fact is known; see FACTS: only A and B may be written at all
    Place at;
};

struct ContactSource {
    content::Contact value; ///< texts in English; `channels` stays empty, see below
    int order = 0;
    std::vector<ChannelSource> channels;
    Place at;
};

struct SlipSource {
    content::SlipDesign value;
    Place at;
};

struct SiteSource {
    struct Done {
        std::string item;
        std::optional<content::Date> on;
        std::string by;
        Place at;
    };
    std::string id;
    std::string name;
    std::string defaultLanguage;
    content::Mode modeWanted = content::Mode::Demonstration;
    std::vector<std::string> hours;
    std::vector<std::string> services;
    std::vector<std::string> languages; ///< empty: all
    std::vector<Done> goLive;
    Place at;
    Place defaultLanguageAt;
    Place languagesAt;
};

/// What a person must have done before a site goes live.
struct GoLiveItem {
    std::string id;
    Place at;
};

/// A number, address or name that must stand nowhere: wrong, dead or harmful.
struct Denied {
    std::string value;
    std::string why;
};

/// A word that must be translated one way: in some languages the nearest word means something else.
struct Term {
    struct Wording {
        std::vector<std::string> use;   ///< one of these must stand
        std::vector<std::string> never; ///< none of these may
        Place at;
    };
    std::string id;
    std::vector<std::string> english;        ///< whole words, in any capitals
    std::map<std::string, Wording> wordings; ///< by language tag
    Place at;
};

struct Translation {
    struct Entry {
        std::string text;
        bool fuzzy = false;
        int line = 0;
    };
    using Key = std::pair<std::string, std::string>; ///< msgctxt, msgid
    std::string tag;
    std::string file;
    content::TranslationLevel level = content::TranslationLevel::L0;
    std::map<Key, Entry> entries; ///< those that have a translation
};

/// Everything content/ says, as read. May be incomplete where Findings hold errors.
struct Sources {
    std::vector<LanguageSource> languages;
    std::vector<TileSource> tiles;
    std::vector<TopicSource> topics;
    std::vector<ContactSource> contacts;
    std::vector<SlipSource> slips;
    std::vector<SiteSource> sites;
    std::vector<GoLiveItem> goLive;
    std::vector<Denied> denied;
    std::vector<Term> terms;
    std::vector<Text> texts; ///< in source order; the same context and English may stand at several places
    std::vector<Translation> translations;

    [[nodiscard]] const LanguageSource *findLanguage(const std::string &tag) const;
    [[nodiscard]] const LanguageSource *sourceLanguage() const;
    [[nodiscard]] const TileSource *findTile(const std::string &id) const;
    [[nodiscard]] const ContactSource *findContact(const std::string &id) const;
    [[nodiscard]] const ChannelSource *findChannel(const std::string &fullId) const;
    [[nodiscard]] const SiteSource *findSite(const std::string &id) const;
    [[nodiscard]] const Translation *findTranslation(const std::string &tag) const;
};

/// Is every item of the go-live list done at this site, with a day and a name?
bool goLiveDone(const Sources &sources, const SiteSource &site);
/// The mode the site's release gets: live only when wanted and done.
content::Mode releaseMode(const Sources &sources, const SiteSource &site);

} // namespace porchlight::authoring
