// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// slips/*.yaml
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

namespace porchlight::authoring {

namespace {

/// A design without a size is one of whole sheets.
void readPaper(YamlMap &map, content::SlipDesign &value)
{
    value.widthMm = map.has("width_mm") ? map.number("width_mm", 30, 300) : 0;
    value.heightMm = map.has("height_mm") ? map.number("height_mm", 0, 500) : 0;
    value.cutMarks = map.booleanOr("cut_marks", false);
    if (map.has("fold"))
        value.fold = map.choice<content::Fold>(
            "fold", {{"none", content::Fold::None}, {"half", content::Fold::Half}, {"thirds", content::Fold::Thirds}});
}

void readWhatItHolds(YamlMap &map, content::SlipDesign &value)
{
    value.names = map.boolean("names");
    value.ordinaryLines = map.integer("ordinary_lines", 0, 20);
    if (map.has("english"))
        value.english = map.choice<content::EnglishBeside>("english", {{"never", content::EnglishBeside::Never},
                                                                       {"drafts", content::EnglishBeside::Drafts},
                                                                       {"always", content::EnglishBeside::Always}});
    value.hours = map.booleanOr("hours", true);
    value.cost = map.booleanOr("cost", false);
    value.languages = map.booleanOr("languages", false);
    if (map.has("notes"))
        value.notes = map.texts("notes");
}

void addTexts(Sources &sources, const content::SlipDesign &value, YamlMap &map)
{
    const std::string id = "slip." + value.id;
    const std::string context = "slip:" + value.id;
    addText(sources, {id + ".title", context, value.title, "Name of a kind of slip, on a button", 0, map.at("title")});
    addText(sources, {id + ".heading", context, value.heading,
                      "First line on the paper; must read as something ordinary", 0, map.at("heading")});
    const std::vector<Place> places = map.has("notes") ? map.places("notes") : std::vector<Place>();
    for (std::size_t i = 0; i < value.notes.size(); ++i)
        addText(sources, {id + ".note." + std::to_string(i + 1), context, value.notes[i],
                          "Last lines on the paper, for somebody who helps another", 0,
                          i < places.size() ? places[i] : map.at("notes")});
}

} // namespace

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
        readPaper(*map, value);
        value.bodyPt = map->number("body_pt", 6, 72);
        value.numberPt = map->number("number_pt", 6, 144);
        readWhatItHolds(*map, value);
        map->rejectUnknown();
        requireFileName(folder, file, value.id, slip.at);
        addTexts(sources, value, *map);
        sources.slips.push_back(std::move(slip));
    }
    if (sources.slips.empty())
        folder.findings.error("no-slip", {"slips", 0}, "There is no kind of slip.",
                              "Add a file such as slips/card.yaml.");
}

} // namespace porchlight::authoring
