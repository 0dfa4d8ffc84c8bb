// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// slips/*.yaml
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

namespace porchlight::authoring {

void loadSlips(const SourceFolder &folder, Sources &sources)
{
    for (const std::string &file : folder.list("slips", ".yaml")) {
        const YamlContext context{folder.findings, file};
        const auto text = folder.read(file);
        auto map = text ? readYamlMap(*text, context) : std::nullopt;
        if (!map)
            continue;
        SlipSource slip;
        content::SlipDesign &value = slip.value;
        slip.at = map->at("id");
        value.id = map->id();
        value.title = map->text("title");
        value.heading = map->optionalText("heading");
        value.widthMm = map->number("width_mm", 30, 300);
        value.heightMm = map->number("height_mm", 0, 500);
        value.bodyPt = map->number("body_pt", 6, 72);
        value.numberPt = map->number("number_pt", 6, 144);
        value.names = map->boolean("names");
        value.ordinaryLines = map->integer("ordinary_lines", 0, 20);
        map->rejectUnknown();
        requireFileName(folder, file, value.id, slip.at);
        const std::string id = "slip." + value.id;
        const std::string textContext = "slip:" + value.id;
        addText(sources,
                {id + ".title", textContext, value.title, "Name of a kind of slip, on a button", 0, map->at("title")});
        addText(sources, {id + ".heading", textContext, value.heading,
                          "First line on the paper; must read as something ordinary", 0, map->at("heading")});
        sources.slips.push_back(std::move(slip));
    }
    if (sources.slips.empty())
        folder.findings.error("no-slip", {"slips", 0}, "There is no kind of slip.",
                              "Add a file such as slips/card.yaml.");
}

} // namespace porchlight::authoring
