// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// contacts/*.yaml
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

#include <algorithm>

namespace porchlight::authoring {

using content::Channel;
using content::ChannelKind;
using content::ChannelStatus;
using content::CheckMethod;
using content::TrustClass;

namespace {

ChannelSource readChannel(YamlMap &map, const std::string &contactId)
{
    ChannelSource channel;
    Channel &value = channel.value;
    channel.at = map.at("id");
    channel.shortId = map.id();
    value.id = contactId + "." + channel.shortId;
    value.kind = map.choice<ChannelKind>("kind", {{"call", ChannelKind::Call},
                                                  {"text", ChannelKind::Text},
                                                  {"tty", ChannelKind::Tty},
                                                  {"chat", ChannelKind::Chat},
                                                  {"web", ChannelKind::Web},
                                                  {"email", ChannelKind::Email}});
    value.value = map.text("value");
    value.instruction = map.optionalText("instruction");
    value.languageTags = map.texts("language_tags");
    value.interpreters = map.boolean("interpreters");
    channel.hours = map.optionalText("hours"); // empty where no source says
    channel.hoursAt = map.at(map.has("hours_words") ? "hours_words" : "hours");
    value.hours = map.optionalText("hours_words");
    channel.code = map.optionalText("code");
    channel.mark = map.choice<char>("mark", {{"B", 'B'}, {"A", 'A'}});
    value.sourceUrl = map.text("source_url");
    value.checkedOn = map.date("checked_on");
    value.checkedBy = map.text("checked_by");
    value.method = map.choice<CheckMethod>(
        "method", {{"page", CheckMethod::Page}, {"dialled", CheckMethod::Dialled}, {"letter", CheckMethod::Letter}});
    value.recheckBy = map.date("recheck_by");
    value.expiresOn = map.date("expires_on");
    value.status = map.choice<ChannelStatus>("status", {{"unverified", ChannelStatus::Unverified},
                                                        {"ok", ChannelStatus::Ok},
                                                        {"withdrawn", ChannelStatus::Withdrawn}});
    value.core = map.booleanOr("core", false);
    value.showPublic = map.boolean("show_public");
    value.showPrivate = map.boolean("show_private");
    value.printOk = map.boolean("print_ok");
    map.rejectUnknown();
    return channel;
}

void addContactTexts(Sources &sources, const ContactSource &contact, const YamlMap &map)
{
    const content::Contact &value = contact.value;
    const std::string id = "contact." + value.id;
    const std::string context = "contact:" + value.id;
    const auto add = [&](const char *part, const std::string &english, const char *field, const char *note,
                         bool safety = false) {
        addText(sources, {id + "." + part, context, english, note, 0, map.at(field), content::Domain::Help, safety});
    };
    add("name", value.name, "name", "Name of the line or office");
    add("slip_name", value.slipName, "slip_name", "Name on paper; must read as something ordinary");
    add("for_what", value.forWhat, "for_what", "What the line is for");
    add("answers", value.answers, "answers", "Who answers", true);
    add("cost", value.cost, "cost", "What it costs");
    add("languages", value.languages, "languages", "In which languages");
    add("tells", value.tellsAuthoritiesWhen, "tells_authorities_when", "When they must or may tell others", true);
}

} // namespace

void loadContacts(const SourceFolder &folder, Sources &sources)
{
    for (const std::string &file : folder.list(folder.within("contacts"), ".yaml")) {
        const YamlContext context{folder.findings, file};
        const auto text = folder.read(file);
        auto map = text ? readYamlMap(*text, context) : std::nullopt;
        if (!map)
            continue;
        ContactSource contact;
        content::Contact &value = contact.value;
        contact.at = map->at("id");
        value.id = map->id();
        contact.order = map->integer("order", 0, 100000);
        value.ordinary = map->boolean("ordinary");
        value.name = map->text("name");
        value.slipName = map->optionalText("slip_name");
        value.forWhat = map->text("for_what");
        value.answers = map->text("answers");
        value.cost = map->optionalText("cost");
        value.languages = map->text("languages");
        value.tellsAuthoritiesWhen = map->text("tells_authorities_when");
        value.trust = map->choice<TrustClass>("trust_class", {{"T4", TrustClass::T4},
                                                              {"T3", TrustClass::T3},
                                                              {"T2", TrustClass::T2},
                                                              {"T1", TrustClass::T1},
                                                              {"none", TrustClass::Unclassed}});
        value.local = map->boolean("local");
        requireFileName(folder, file, value.id, contact.at);
        addContactTexts(sources, contact, *map);
        for (YamlMap &entry : map->maps("channels")) {
            ChannelSource channel = readChannel(entry, value.id);
            const bool known = std::any_of(contact.channels.begin(), contact.channels.end(),
                                           [&](const auto &c) { return c.shortId == channel.shortId; });
            rejectDuplicate(known, folder, channel.shortId, channel.at);
            const std::string id = "contact." + channel.value.id;
            const std::string textContext = "contact:" + value.id;
            addText(sources, {id + ".instruction", textContext, channel.value.instruction, "How to use this way", 0,
                              entry.at("instruction")});
            addText(sources,
                    {id + ".hours", textContext, channel.value.hours, "When someone answers", 0, channel.hoursAt});
            contact.channels.push_back(std::move(channel));
        }
        map->rejectUnknown();
        if (contact.channels.empty())
            folder.findings.error("no-channel", contact.at, "This contact has no way to reach it.",
                                  "Add at least one entry to `channels`.");
        sources.contacts.push_back(std::move(contact));
    }
    std::stable_sort(sources.contacts.begin(), sources.contacts.end(),
                     [](const auto &a, const auto &b) { return a.order < b.order; });
}

} // namespace porchlight::authoring
