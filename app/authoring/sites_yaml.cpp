// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// go-live.yaml, layers/*/layer.yaml and sites/*/site.yaml
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

#include <algorithm>

namespace porchlight::authoring {

void loadGoLive(const SourceFolder &folder, Sources &sources)
{
    const auto text = folder.read("go-live.yaml");
    if (!text)
        return;
    const YamlContext context{folder.findings, "go-live.yaml"};
    for (YamlMap &map : readYamlList(*text, context)) {
        GoLiveItem item{map.id(), map.at("id")};
        map.text("what"); // for people; the program needs no more than that it is there
        map.rejectUnknown();
        const bool known = std::any_of(sources.goLive.begin(), sources.goLive.end(),
                                       [&](const GoLiveItem &other) { return other.id == item.id; });
        rejectDuplicate(known, folder, item.id, item.at);
        sources.goLive.push_back(std::move(item));
    }
}

namespace {

SiteSource::Done readDone(YamlMap &map)
{
    SiteSource::Done done;
    done.at = map.here();
    done.item = map.id("item");
    if (map.has("done_on"))
        done.on = map.date("done_on");
    done.by = map.optionalText("done_by");
    map.rejectUnknown();
    return done;
}

void addLines(Sources &sources, const SiteSource &site, YamlMap &map, const std::string &field, const char *note)
{
    const auto places = map.places(field);
    const auto &lines = field == "hours" ? site.hours : site.services;
    for (std::size_t i = 0; i < lines.size(); ++i)
        addText(sources, {"site." + site.id + "." + field + std::to_string(i + 1), "site:" + site.id, lines[i], note, 0,
                          places[i]});
}

Hidden readHidden(YamlMap &map)
{
    Hidden hidden;
    if (!map.has("hide"))
        return hidden;
    YamlMap hide = map.map("hide");
    const auto read = [&](const char *field, std::vector<Hidden::Entry> &entries) {
        if (!hide.has(field))
            return;
        const auto ids = hide.texts(field);
        const auto places = hide.places(field);
        for (std::size_t i = 0; i < ids.size(); ++i)
            entries.push_back({ids[i], places[i]});
    };
    read("topics", hidden.topics);
    read("contacts", hidden.contacts);
    hide.rejectUnknown();
    return hidden;
}

void requireFolderName(const SourceFolder &folder, const std::string &id, const Place &at)
{
    if (!id.empty() && !folder.part.ends_with("/" + id))
        folder.findings.error("file-name", at, "The id `" + id + "` and the name of this folder differ.",
                              "Rename the folder, or correct the id: both must be the same.");
}

void readSiteFields(SiteSource &site, YamlMap &map)
{
    site.at = map.at("id");
    site.defaultLanguageAt = map.at("default_language");
    site.languagesAt = map.at("languages");
    site.layersAt = map.at("layers");
    site.id = map.id();
    site.name = map.text("name");
    site.defaultLanguage = map.text("default_language");
    site.modeWanted = map.choice<content::Mode>(
        "mode_wanted", {{"demonstration", content::Mode::Demonstration}, {"live", content::Mode::Live}});
    site.hours = map.texts("hours");
    site.services = map.texts("services");
    if (map.has("languages"))
        site.languages = map.texts("languages");
    if (map.has("layers"))
        site.layers = map.texts("layers");
    if (map.has("phone_here"))
        site.phoneHere = map.choice<PhoneHere>(
            "phone_here", {{"none", PhoneHere::None}, {"desk", PhoneHere::Desk}, {"room", PhoneHere::Room}});
    site.mustReport = map.optionalText("must_report");
    site.hidden = readHidden(map);
    if (map.has("go_live"))
        for (YamlMap &entry : map.maps("go_live"))
            site.goLive.push_back(readDone(entry));
}

} // namespace

void loadLayer(const SourceFolder &folder, Sources &sources)
{
    const std::string file = folder.within("layer.yaml");
    const YamlContext context{folder.findings, file};
    const auto text = folder.read(file);
    auto map = text ? readYamlMap(*text, context) : std::nullopt;
    if (!map)
        return;
    LayerSource layer;
    layer.at = map->at("id");
    layer.id = map->id();
    layer.name = map->text("name");
    layer.kind = map->choice<LayerSource::Kind>(
        "kind", {{"state", LayerSource::Kind::State}, {"agency", LayerSource::Kind::Agency}});
    layer.hidden = readHidden(*map);
    map->rejectUnknown();
    requireFolderName(folder, layer.id, layer.at);
    sources.layers.push_back(std::move(layer));
}

void loadSite(const SourceFolder &folder, Sources &sources)
{
    const std::string file = folder.within("site.yaml");
    const YamlContext context{folder.findings, file};
    const auto text = folder.read(file);
    auto map = text ? readYamlMap(*text, context) : std::nullopt;
    if (!map)
        return;
    SiteSource site;
    readSiteFields(site, *map);
    const std::string id = "site." + site.id;
    addText(sources, {id + ".name", "site:" + site.id, site.name, "Name of the place", 0, map->at("name")});
    addLines(sources, site, *map, "hours", "Opening hours, on an ordinary page");
    addLines(sources, site, *map, "services", "What the place offers, on an ordinary page");
    addText(sources, {id + ".must_report", "site:" + site.id, site.mustReport,
                      "When people who work here must report; add nothing", 0, map->at("must_report"),
                      content::Domain::Help, true});
    map->rejectUnknown();
    requireFolderName(folder, site.id, site.at);
    sources.sites.push_back(std::move(site));
}

} // namespace porchlight::authoring
