// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/merge.h"

#include "authoring/resolve.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace porchlight::authoring {

namespace {

template <class T> void copyPart(const std::vector<T> &from, const std::string &part, std::vector<T> &to)
{
    std::copy_if(from.begin(), from.end(), std::back_inserter(to),
                 [&](const T &one) { return partOf(one.at) == part; });
}

const std::string &idOf(const TopicSource &topic)
{
    return topic.value.id;
}
const std::string &idOf(const ContactSource &contact)
{
    return contact.value.id;
}
const std::string &idOf(const FactSource &fact)
{
    return fact.id;
}

class Merge {
public:
    Merge(const Sources &all, const Upper &upper, Findings &findings) : m_all(all), m_findings(findings)
    {
        m_merged.languages = all.languages;
        m_merged.tiles = all.tiles;
        m_merged.showCards = all.showCards;
        m_merged.slips = all.slips;
        m_merged.films = all.films;
        m_merged.goLive = all.goLive;
        m_merged.denied = all.denied;
        m_merged.terms = all.terms;
        add("");
        for (const LayerSource *layer : upper.layers) {
            m_merged.layers.push_back(*layer);
            hide(layer->hidden);
            add(partOf(layer->at));
        }
        if (upper.site) {
            m_merged.sites.push_back(*upper.site);
            hide(upper.site->hidden);
            add(partOf(upper.site->at));
        }
    }

    Sources take() &&;

private:
    void add(const std::string &part);
    template <class T>
    void addUnique(const std::vector<T> &from, const std::string &part, const char *kind, std::vector<T> &to);
    void addTexts(const std::string &part);
    void hide(const Hidden &hidden);
    void hideTopic(const Hidden::Entry &entry);
    void hideContact(const Hidden::Entry &entry);
    void forgetTexts(const std::string &context);
    void tellDuplicate(const std::string &id, const Place &at, const Place &first);
    void sort();
    void copyTranslations();

    const Sources &m_all;
    Findings &m_findings;
    Sources m_merged;
    std::set<std::string> m_hiddenContacts;
    /// "topic:ID", "contact:ID": where it stood. Below, other pages name it: another must not take its place there.
    std::map<std::string, Place> m_hidden;
    std::set<std::pair<std::string, std::string>> m_refused; ///< file, id: what bears an id that is taken
};

void Merge::tellDuplicate(const std::string &id, const Place &at, const Place &first)
{
    m_findings.error("duplicate-id", at, "The id `" + id + "` is used before, in " + first.file + ".",
                     "Give this one an id of its own; ids are never reused.");
}

template <class T>
void Merge::addUnique(const std::vector<T> &from, const std::string &part, const char *kind, std::vector<T> &to)
{
    std::vector<T> added;
    copyPart(from, part, added);
    for (T &one : added) {
        const auto first = std::find_if(to.begin(), to.end(), [&](const T &other) { return idOf(other) == idOf(one); });
        const auto hidden = m_hidden.find(kind + idOf(one));
        if (first == to.end() && hidden == m_hidden.end()) {
            to.push_back(std::move(one));
        } else {
            tellDuplicate(idOf(one), one.at, first == to.end() ? hidden->second : first->at);
            m_refused.emplace(one.at.file, idOf(one));
        }
    }
}

void Merge::add(const std::string &part)
{
    addUnique(m_all.facts, part, "fact:", m_merged.facts);
    addUnique(m_all.topics, part, "topic:", m_merged.topics);
    addUnique(m_all.contacts, part, "contact:", m_merged.contacts);
    addTexts(part);
}

void Merge::addTexts(const std::string &part)
{
    for (const Text &text : m_all.texts) {
        if (partOf(text.at) != part)
            continue;
        const std::string owner = text.context.substr(text.context.find(':') + 1);
        if (m_refused.contains({text.at.file, owner}))
            continue; // told; two texts of one name cannot stand in a release
        const Text *first = text.context.starts_with("fragment:") ? m_merged.findText(text.id) : nullptr;
        if (first)
            tellDuplicate(owner, text.at, first->at);
        else
            m_merged.texts.push_back(text);
    }
}

void Merge::forgetTexts(const std::string &context)
{
    std::erase_if(m_merged.texts, [&](const Text &text) { return text.context == context; });
}

void Merge::hideTopic(const Hidden::Entry &entry)
{
    const TopicSource *topic = m_merged.findTopic(entry.id);
    if (!topic) {
        m_findings.error("missing-topic", entry.at, "There is no topic `" + entry.id + "` to hide.",
                         "Name a topic that stands below this one, or take the line out.");
    } else if (topic->value.layer != content::Layer::Learn) {
        m_findings.error("hides-help", entry.at, "The topic `" + entry.id + "` is on the way to help.",
                         "Take the line out: only topics of the layer learn can be hidden.");
    } else {
        forgetTexts("topic:" + entry.id);
        m_hidden.emplace("topic:" + entry.id, topic->at);
        std::erase_if(m_merged.topics, [&](const TopicSource &one) { return one.value.id == entry.id; });
    }
}

void Merge::hideContact(const Hidden::Entry &entry)
{
    const ContactSource *contact = m_merged.findContact(entry.id);
    if (!contact) {
        m_findings.error("missing-contact", entry.at, "There is no contact `" + entry.id + "` to hide.",
                         "Name a contact that stands below this one, or take the line out.");
    } else if (std::any_of(contact->channels.begin(), contact->channels.end(),
                           [](const ChannelSource &channel) { return channel.value.core; })) {
        m_findings.error("hides-help", entry.at, "The contact `" + entry.id + "` has a core line, which always stays.",
                         "Take the line out.");
    } else {
        forgetTexts("contact:" + entry.id);
        m_hidden.emplace("contact:" + entry.id, contact->at);
        m_hiddenContacts.insert(entry.id);
        std::erase_if(m_merged.contacts, [&](const ContactSource &one) { return one.value.id == entry.id; });
    }
}

void Merge::hide(const Hidden &hidden)
{
    for (const Hidden::Entry &entry : hidden.topics)
        hideTopic(entry);
    for (const Hidden::Entry &entry : hidden.contacts)
        hideContact(entry);
}

void Merge::sort()
{
    const auto key = [](const TopicSource &t) { return std::tie(t.tile, t.order, t.value.id); };
    std::stable_sort(m_merged.topics.begin(), m_merged.topics.end(),
                     [&](const TopicSource &a, const TopicSource &b) { return key(a) < key(b); });
    std::stable_sort(m_merged.contacts.begin(), m_merged.contacts.end(),
                     [](const ContactSource &a, const ContactSource &b) { return a.order < b.order; });
}

void Merge::copyTranslations()
{
    std::set<Translation::Key> keys;
    for (const Text &text : m_merged.texts)
        keys.emplace(text.context, text.english);
    for (const Translation &translation : m_all.translations) {
        m_merged.translations.push_back(translation);
        m_merged.translations.back().entries.keepOnly([&](const Translation::Key &key) { return keys.contains(key); });
    }
}

Sources Merge::take() &&
{
    sort();
    resolveBlocks(m_merged, m_hiddenContacts);
    resolveFacts(m_merged);
    copyTranslations();
    return std::move(m_merged);
}

} // namespace

Upper upperOf(const Sources &all, const SiteSource &site, Findings &findings)
{
    Upper upper{{}, &site};
    for (const std::string &id : site.layers) {
        const LayerSource *layer = all.findLayer(id);
        if (!layer) {
            findings.error("missing-layer", site.layersAt, "There is no layer `" + id + "`.",
                           "Name one of the folders in layers/, or add layers/" + id + "/layer.yaml.");
            continue;
        }
        if (std::find(upper.layers.begin(), upper.layers.end(), layer) != upper.layers.end()) {
            findings.error("duplicate-id", site.layersAt, "The layer `" + id + "` stands here twice.", "Keep one.");
            continue;
        }
        if (!upper.layers.empty() && layer->kind < upper.layers.back()->kind)
            findings.error("layer-order", site.layersAt,
                           "The layer `" + id + "` of a state stands above that of an agency.",
                           "Name the state first, then the agency.");
        upper.layers.push_back(layer);
    }
    return upper;
}

Sources mergeFor(const Sources &all, const Upper &upper, Findings &findings)
{
    return Merge(all, upper, findings).take();
}

} // namespace porchlight::authoring
