// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// media/films/TOPIC.yaml, as far as it concerns the words. What moves is make_film.py's matter.
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

constexpr double longest = 600;

FilmSource::Scene readScene(YamlMap &map)
{
    FilmSource::Scene scene;
    scene.at = map.at("start");
    scene.start = map.number("start", 0, longest);
    scene.drawingAt = map.at("drawing");
    if (map.has("drawing"))
        scene.drawing = map.id("drawing");
    if (map.has("moves"))
        map.maps("moves");
    scene.says = map.texts("says");
    scene.saysAt = map.places("says");
    map.rejectUnknown();
    return scene;
}

} // namespace

void loadFilms(const SourceFolder &folder, Sources &sources)
{
    for (const std::string &file : folder.list("../media/films", ".yaml")) {
        const auto text = folder.read(file);
        if (!text)
            continue;
        const YamlContext context{folder.findings, file};
        auto map = readYamlMap(*text, context);
        if (!map)
            continue;
        FilmSource film;
        film.at = map->at("topic");
        film.topic = map->id("topic");
        film.secondsAt = map->at("seconds");
        film.seconds = map->number("seconds", 0, longest);
        for (YamlMap &scene : map->maps("scenes"))
            film.scenes.push_back(readScene(scene));
        map->rejectUnknown();
        requireFileName(folder, file, film.topic, film.at);
        sources.films.push_back(std::move(film));
    }
}

} // namespace porchlight::authoring
