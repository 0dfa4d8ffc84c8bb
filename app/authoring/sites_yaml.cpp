// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// sites/*/site.yaml and go-live.yaml
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

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

} // namespace

void loadSites(const SourceFolder &folder, Sources &sources)
{
    loadGoLive(folder, sources);
    for (const std::string &place : folder.folders("sites")) {
        const std::string file = place + "/site.yaml";
        const YamlContext context{folder.findings, file};
        const auto text = folder.read(file);
        auto map = text ? readYamlMap(*text, context) : std::nullopt;
        if (!map)
            continue;
        SiteSource site;
        site.at = map->at("id");
        site.defaultLanguageAt = map->at("default_language");
        site.languagesAt = map->at("languages");
        site.id = map->id();
        site.name = map->text("name");
        site.defaultLanguage = map->text("default_language");
        site.modeWanted = map->choice<content::Mode>(
            "mode_wanted", {{"demonstration", content::Mode::Demonstration}, {"live", content::Mode::Live}});
        site.hours = map->texts("hours");
        site.services = map->texts("services");
        if (map->has("languages"))
            site.languages = map->texts("languages");
        if (map->has("go_live"))
            for (YamlMap &entry : map->maps("go_live"))
                site.goLive.push_back(readDone(entry));
        addText(sources,
                {"site." + site.id + ".name", "site:" + site.id, site.name, "Name of the place", 0, map->at("name")});
        addLines(sources, site, *map, "hours", "Opening hours, on an ordinary page");
        addLines(sources, site, *map, "services", "What the place offers, on an ordinary page");
        map->rejectUnknown();
        if (!site.id.empty() && place != "sites/" + site.id)
            folder.findings.error("file-name", site.at, "The id `" + site.id + "` and the name of this folder differ.",
                                  "Rename the folder, or correct the id: both must be the same.");
        sources.sites.push_back(std::move(site));
    }
}

} // namespace porchlight::authoring
