// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/sources.h"

#include <algorithm>
#include <string_view>

namespace porchlight::authoring {

namespace {

template <class T, class Predicate> const T *findIn(const std::vector<T> &list, Predicate matches)
{
    const auto it = std::find_if(list.begin(), list.end(), matches);
    return it == list.end() ? nullptr : &*it;
}

} // namespace

std::string partOf(const Place &at)
{
    for (const char *kind : {"layers/", "sites/"})
        if (at.file.starts_with(kind))
            return at.file.substr(0, at.file.find('/', std::string_view(kind).size()));
    return {};
}

const LanguageSource *Sources::findLanguage(const std::string &tag) const
{
    return findIn(languages, [&](const LanguageSource &l) { return l.value.tag == tag; });
}

const LanguageSource *Sources::sourceLanguage() const
{
    return findIn(languages, [](const LanguageSource &l) { return l.value.source; });
}

const TileSource *Sources::findTile(const std::string &id) const
{
    return findIn(tiles, [&](const TileSource &t) { return t.value.id == id; });
}

const FactSource *Sources::findFact(const std::string &id) const
{
    return findIn(facts, [&](const FactSource &f) { return f.id == id; });
}

const ShowCardSource *Sources::findShowCard(const std::string &id) const
{
    return findIn(showCards, [&](const ShowCardSource &c) { return c.id == id; });
}

const TopicSource *Sources::findTopic(const std::string &id) const
{
    return findIn(topics, [&](const TopicSource &t) { return t.value.id == id; });
}

const LayerSource *Sources::findLayer(const std::string &id) const
{
    return findIn(layers, [&](const LayerSource &l) { return l.id == id; });
}

const Text *Sources::findText(const std::string &id) const
{
    return findIn(texts, [&](const Text &t) { return t.id == id; });
}

const ContactSource *Sources::findContact(const std::string &id) const
{
    return findIn(contacts, [&](const ContactSource &c) { return c.value.id == id; });
}

const ChannelSource *Sources::findChannel(const std::string &fullId) const
{
    for (const ContactSource &contact : contacts)
        if (const auto *found = findIn(contact.channels, [&](const auto &c) { return c.value.id == fullId; }))
            return found;
    return nullptr;
}

const SiteSource *Sources::findSite(const std::string &id) const
{
    return findIn(sites, [&](const SiteSource &s) { return s.id == id; });
}

const Translation *Sources::findTranslation(const std::string &tag) const
{
    return findIn(translations, [&](const Translation &t) { return t.tag == tag; });
}

bool goLiveDone(const Sources &sources, const SiteSource &site)
{
    return std::all_of(sources.goLive.begin(), sources.goLive.end(), [&](const GoLiveItem &item) {
        return std::any_of(site.goLive.begin(), site.goLive.end(),
                           [&](const auto &done) { return done.item == item.id && done.on && !done.by.empty(); });
    });
}

content::Mode releaseMode(const Sources &sources, const SiteSource &site)
{
    // A list that could not be read, or is empty, proves nothing: fail to demonstration.
    const bool live = site.modeWanted == content::Mode::Live && !sources.goLive.empty() && goLiveDone(sources, site);
    return live ? content::Mode::Live : content::Mode::Demonstration;
}

} // namespace porchlight::authoring
