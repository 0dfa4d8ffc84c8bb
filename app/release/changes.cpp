// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"

#include <algorithm>
#include <map>

namespace porchlight::release {

namespace {

/// What a visitor sees of a topic or line, as one text to compare.
class Sight {
public:
    Sight &operator<<(const std::string &text)
    {
        m_text += std::to_string(text.size()) + ':' + text; // so that no two lists of texts look alike
        return *this;
    }
    template <class Number>
    requires std::is_integral_v<Number> || std::is_enum_v<Number> Sight &operator<<(Number number)
    {
        return *this << std::to_string(static_cast<int>(number));
    }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

std::string sightOf(const content::Topic &topic)
{
    Sight sight;
    sight << topic.title << topic.summary << topic.picture << topic.layer << topic.sensitive;
    for (const content::Block &block : topic.blocks)
        sight << block.kind << block.text << block.contactId << block.english << block.cardId;
    return sight.text();
}

/// Of a line and of the contact that it belongs to. The days of checks are for editors and staff.
std::string sightOf(const content::Contact &contact, const content::Channel &line)
{
    Sight sight;
    sight << contact.name << contact.slipName << contact.forWhat << contact.answers << contact.cost << contact.languages
          << contact.tellsAuthoritiesWhen << contact.answersEnglish << contact.tellsEnglish << contact.trust
          << contact.ordinary << contact.local;
    sight << line.kind << line.value << line.instruction << line.interpreters << line.hours << line.core
          << line.showPublic << line.showPrivate << line.printOk;
    for (const std::string &tag : line.languageTags)
        sight << tag;
    return sight.text();
}

using Sights = std::map<std::string, std::string>;

content::Result<Sights> sightsOf(const store::Reader &reader, const std::string &tag, content::Date day)
{
    const auto edition = reader.edition(tag, day);
    if (!edition)
        return edition.fault();
    Sights sights;
    for (const auto &[id, topic] : (*edition)->topics)
        sights["topic:" + id] = sightOf(topic);
    for (const content::Contact &contact : (*edition)->contacts)
        for (const content::Channel &line : contact.channels)
            sights["line:" + line.id] = sightOf(contact, line);
    return sights;
}

content::Result<std::vector<std::string>> languagesOf(const store::Reader &reader)
{
    const auto edition =
        reader.edition(reader.info().defaultLanguage, reader.info().newestDate, content::Extent::FirstPage);
    if (!edition)
        return edition.fault();
    std::vector<std::string> tags;
    for (const content::Language &language : (*edition)->languages)
        tags.push_back(language.tag);
    return tags;
}

bool holds(const std::vector<std::string> &list, const std::string &word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

LanguageChanges difference(const std::string &tag, const Sights &before, const Sights &after)
{
    LanguageChanges changes{tag, {}, {}, {}};
    for (const auto &[id, sight] : after) {
        const auto old = before.find(id);
        if (old == before.end())
            changes.added.push_back(id);
        else if (old->second != sight)
            changes.changed.push_back(id);
    }
    for (const auto &[id, sight] : before)
        if (!after.contains(id))
            changes.removed.push_back(id);
    return changes;
}

void tell(std::string &text, const char *how, const std::vector<std::string> &ids)
{
    if (ids.empty())
        return;
    text += (text.empty() ? "" : "; ") + std::string(how);
    for (const std::string &id : ids)
        text += (&id == ids.data() ? " " : ", ") + id;
}

} // namespace

content::Result<std::vector<LanguageChanges>> compareReleases(const store::Reader &before, const store::Reader &after)
{
    const content::Date day = after.info().newestDate;
    const auto old = languagesOf(before);
    const auto now = languagesOf(after);
    if (!old || !now)
        return old ? now.fault() : old.fault();
    std::vector<LanguageChanges> changes;
    for (const std::string &tag : *now) {
        if (!holds(*old, tag)) {
            changes.push_back({tag, {"language:" + tag}, {}, {}});
            continue;
        }
        const auto was = sightsOf(before, tag, day);
        const auto is = sightsOf(after, tag, day);
        if (!was || !is)
            return was ? is.fault() : was.fault();
        LanguageChanges found = difference(tag, *was, *is);
        if (!found.added.empty() || !found.changed.empty() || !found.removed.empty())
            changes.push_back(std::move(found));
    }
    for (const std::string &tag : *old)
        if (!holds(*now, tag))
            changes.push_back({tag, {}, {}, {"language:" + tag}});
    return changes;
}

std::string changesInWords(const std::vector<LanguageChanges> &changes)
{
    std::string words;
    for (const LanguageChanges &language : changes) {
        std::string line;
        tell(line, "added", language.added);
        tell(line, "changed", language.changed);
        tell(line, "removed", language.removed);
        words += (words.empty() ? "" : "\n") + language.language + ": " + line;
    }
    return words;
}

} // namespace porchlight::release
