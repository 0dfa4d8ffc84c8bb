// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/films.h"

#include "authoring/output_folder.h"
#include "authoring/text_rules.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace porchlight::authoring {

namespace fs = std::filesystem;
using content::Fault;
using content::Nothing;
using content::Outcome;

namespace {

long milliseconds(double seconds)
{
    return std::lround(seconds * 1000);
}

Fault notMade(const fs::path &file)
{
    return {"film-not-made", file.lexically_normal().string(), "This film is not there, or cannot be read.",
            "Make it with media/films/make_film.py, or build without --films."};
}

Outcome copyFilm(const fs::path &from, const fs::path &to)
{
    std::ifstream in(from, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in || bytes.empty())
        return notMade(from);
    return writeFile(to, bytes);
}

/// Those that people have recorded in a sign language.
Outcome copySigned(const fs::path &from, const fs::path &to)
{
    std::error_code failed;
    for (fs::directory_iterator it(from, failed), end; !failed && it != end; it.increment(failed))
        if (it->path().extension() == ".webm" && isLanguageTag(it->path().stem().string()))
            if (auto copied = copyFilm(it->path(), to / it->path().filename()); !copied)
                return copied;
    return Nothing{};
}

} // namespace

std::optional<int> placeOfText(const TopicSource &topic, const std::string &text, int notBefore)
{
    if (notBefore < 0 && text == topic.value.title)
        return -1;
    for (std::size_t i = static_cast<std::size_t>(std::max(notBefore, 0)); i < topic.value.blocks.size(); ++i)
        if (topic.value.blocks[i].text == text)
            return static_cast<int>(i);
    return std::nullopt;
}

std::string cuesOf(const FilmSource &film, const TopicSource &topic)
{
    std::string cues;
    int reached = -1;
    std::vector<int> stood; // on the screen in the scene before
    for (std::size_t i = 0; i < film.scenes.size(); ++i) {
        const FilmSource::Scene &scene = film.scenes[i];
        const double end = i + 1 < film.scenes.size() ? film.scenes[i + 1].start : film.seconds;
        std::string keys;
        std::vector<int> stands;
        for (const std::string &text : scene.says) {
            const auto again = std::find_if(stood.begin(), stood.end(),
                                            [&](int place) { return placeOfText(topic, text, place) == place; });
            const std::optional<int> place = again == stood.end() ? placeOfText(topic, text, reached) : *again;
            if (!place)
                continue; // told by the check
            stands.push_back(*place);
            reached = std::max(reached, *place);
            keys += (keys.empty() ? "" : ",") + (*place < 0 ? std::string("title") : std::to_string(*place));
        }
        stood = std::move(stands);
        cues +=
            std::to_string(milliseconds(scene.start)) + '\t' + std::to_string(milliseconds(end)) + '\t' + keys + '\n';
    }
    return cues;
}

Outcome writeFilms(const fs::path &folder, const Sources &sources, const FilmFolders &from)
{
    if (from.made.empty())
        return Nothing{};
    for (const FilmSource &film : sources.films) {
        const TopicSource *topic = sources.findTopic(film.topic);
        if (!topic)
            continue;
        const fs::path to = folder / film.topic;
        std::error_code failed;
        if (fs::create_directories(to, failed); failed)
            return Fault{"output-not-written", to.string(), "This folder cannot be made.", "Look at the free space."};
        if (auto copied = copyFilm(from.made / film.topic / "film.webm", to / "film.webm"); !copied)
            return copied;
        if (auto written = writeFile(to / "cues.tsv", cuesOf(film, *topic)); !written)
            return written;
        if (auto copied = copySigned(from.signing / film.topic, to); !copied)
            return copied;
    }
    return Nothing{};
}

} // namespace porchlight::authoring
