// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/contact.h"
#include "content/language.h"
#include "content/slip_design.h"
#include "content/topic.h"

#include "authoring/report.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace porchlight::authoring {

/// Whose a source is, told by where it stands: "layers/missouri", "sites/demo", or empty for what is national.
std::string partOf(const Place &at);

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

/// How a language is spoken where nobody has recorded it: in a voice, or, said honestly, not at all.
struct VoiceSource {
    enum class Engine { None, Flite, EspeakNg };
    Engine engine = Engine::None;
    std::string name; ///< as the engine calls it: "slt", "es-419"
    /// How signs are said that a voice would misread: "24/7", "at", "dot", "dash", "slash", "to".
    std::map<std::string, std::string> says;
    std::string excuse; ///< why there is none; empty where there is one
    Place at;
};

struct LanguageSource {
    content::Language value;
    VoiceSource voice;
    Place at;
    Place fontAt;
};

struct TileSource {
    content::Tile value;
    Place at;
    Place iconAt;
    Place parentAt;
};

/// A value that pages draw in with {fact:ID}, each with its source.
struct FactSource {
    std::string id;
    std::string value;
    content::Source source; ///< `fact` is the id as well
    Place at;
};

struct ShowCardSource {
    std::string id;
    Place at;
};

struct TopicSource {
    /// Texts in English, placeholders not filled. A Safety block has its text only after mergeFor().
    content::Topic value;
    std::string tile;
    int order = 0;
    std::vector<Place> blockPlaces;      ///< one for each block
    std::vector<std::string> blockTexts; ///< the same: ids of their texts; "{site:phone-here}" until mergeFor()
    std::vector<Place> sourcePlaces;
    Place at;
    Place tileAt;
    Place pictureAt;
};

struct ChannelSource {
    content::Channel value; ///< id is the full one: "hotline.call"
    std::string shortId;    ///< "call"
    char mark = 'A';        ///< how well the fact is known; see FACTS: only A and B may be written at all
    std::string hours;      ///< locked: "24/7", never translated; `value.hours` are the words around it
    std::string code;       ///< locked: the word that {code} stands for
    Place at;
    Place hoursAt;
};

struct ContactSource {
    content::Contact value; ///< texts in English; `channels` stays empty, see below
    int order = 0;
    std::vector<ChannelSource> channels;
    Place at;
};

/// A film: drawings, and which texts of its topic are said when. Its picture is made by media/films/make_film.py.
struct FilmSource {
    struct Scene {
        double start = 0;              ///< seconds
        std::vector<std::string> says; ///< English texts of the topic: its title, or blocks
        std::vector<Place> saysAt;
        std::string drawing; ///< empty: that of the scene before
        Place at;
        Place drawingAt;
    };
    std::string topic;
    double seconds = 0; ///< of the whole
    std::vector<Scene> scenes;
    Place at;
    Place secondsAt;
};

struct SlipSource {
    content::SlipDesign value;
    Place at;
};

/// What a layer or site takes away from what stands below it.
struct Hidden {
    struct Entry {
        std::string id;
        Place at;
    };
    std::vector<Entry> topics;
    std::vector<Entry> contacts;
};

/// What holds in one state, or for one agency. Its topics, contacts, facts and fragments stand in Sources with all
/// others.
struct LayerSource {
    enum class Kind { State, Agency };
    std::string id;
    std::string name; ///< for editors
    Kind kind = Kind::State;
    Hidden hidden;
    Place at;
};

enum class PhoneHere { Unknown, Room, Desk, None };

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
    std::vector<std::string> layers; ///< state before agency
    Hidden hidden;
    PhoneHere phoneHere = PhoneHere::Unknown; ///< where a visitor may use a phone
    std::string mustReport;                   ///< when people who work here must report; empty: not known
    Place at;
    Place defaultLanguageAt;
    Place languagesAt;
    Place layersAt;
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
        content::TranslationLevel level = content::TranslationLevel::L0; ///< its own, or that of the file; L0 if fuzzy
    };
    using Key = std::pair<std::string, std::string>; ///< msgctxt, msgid
    std::string tag;
    std::string file;
    content::TranslationLevel level = content::TranslationLevel::L0; ///< what the header claims for the whole
    int headerLine = 1;
    /// Those that have a translation. Copies of a language share them until one is changed: a release is made of nearly
    /// all that was read, and there are as many copies as there are layers and sites.
    class Entries {
    public:
        using Map = std::map<Key, Entry>;
        [[nodiscard]] Map::const_iterator begin() const { return m_map->begin(); }
        [[nodiscard]] Map::const_iterator end() const { return m_map->end(); }
        [[nodiscard]] Map::const_iterator find(const Key &key) const { return m_map->find(key); }
        [[nodiscard]] bool contains(const Key &key) const { return m_map->contains(key); }
        [[nodiscard]] std::size_t size() const { return m_map->size(); }
        void add(const Key &key, const Entry &entry) { own().try_emplace(key, entry); }
        template <class Wanted> void keepOnly(Wanted wanted)
        {
            if (!std::all_of(begin(), end(), [&](const auto &entry) { return wanted(entry.first); }))
                std::erase_if(own(), [&](const auto &entry) { return !wanted(entry.first); });
        }

    private:
        Map &own()
        {
            if (m_map.use_count() > 1)
                m_map = std::make_shared<Map>(*m_map);
            return *m_map;
        }
        std::shared_ptr<Map> m_map = std::make_shared<Map>();
    };
    Entries entries;
};

/// Everything content/ says, as read, of all layers and sites; or what mergeFor() makes of it. May be incomplete where
/// Findings hold errors.
struct Sources {
    std::vector<LanguageSource> languages;
    std::vector<TileSource> tiles;
    std::vector<FactSource> facts;
    std::vector<ShowCardSource> showCards;
    std::vector<TopicSource> topics;
    std::vector<ContactSource> contacts;
    std::vector<SlipSource> slips;
    std::vector<FilmSource> films;
    std::vector<LayerSource> layers;
    std::vector<SiteSource> sites;
    std::vector<GoLiveItem> goLive;
    std::vector<Denied> denied;
    std::vector<Term> terms;
    std::vector<Text> texts; ///< in source order; the same context and English may stand at several places
    std::vector<Translation> translations;

    [[nodiscard]] const LanguageSource *findLanguage(const std::string &tag) const;
    [[nodiscard]] const LanguageSource *sourceLanguage() const;
    [[nodiscard]] const TileSource *findTile(const std::string &id) const;
    [[nodiscard]] const FactSource *findFact(const std::string &id) const;
    [[nodiscard]] const ShowCardSource *findShowCard(const std::string &id) const;
    [[nodiscard]] const TopicSource *findTopic(const std::string &id) const;
    [[nodiscard]] const LayerSource *findLayer(const std::string &id) const;
    /// A text by its name in the store. Those of layers and sites may share one: ask what mergeFor() made.
    [[nodiscard]] const Text *findText(const std::string &id) const;
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
