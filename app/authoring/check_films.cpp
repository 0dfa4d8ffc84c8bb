// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Films say nothing of their own: each of their texts is one of their topic, and they come in its order.
#include "authoring/checks.h"
#include "authoring/films.h"

#include <algorithm>

namespace porchlight::authoring {

namespace {

constexpr double shortest = 60; // seconds; below it words go by too fast to be read
constexpr double longest = 90;

void checkTimes(const FilmSource &film, Findings &findings)
{
    double before = -1;
    for (const FilmSource::Scene &scene : film.scenes) {
        if (scene.start <= before || scene.start >= film.seconds || (before < 0 && scene.start != 0))
            findings.error("film-times", scene.at, "This scene does not follow the one before it.",
                           "The first starts at 0, each later one after the one before and before `seconds`.");
        before = scene.start;
    }
    if (film.seconds < shortest || film.seconds > longest)
        findings.error("film-times", film.secondsAt, "A film takes 60 to 90 seconds.",
                       "Say less, or give its scenes other times.");
}

void checkWords(const FilmSource &film, const TopicSource &topic, Findings &findings)
{
    int reached = -1;
    std::vector<std::string> stood;
    for (const FilmSource::Scene &scene : film.scenes) {
        for (std::size_t i = 0; i < scene.says.size(); ++i) {
            const std::string &text = scene.says[i];
            if (std::find(stood.begin(), stood.end(), text) != stood.end())
                continue; // it stands on, and is not said again
            const Place &at = i < scene.saysAt.size() ? scene.saysAt[i] : scene.at;
            if (const auto place = placeOfText(topic, text, reached))
                reached = *place;
            else if (placeOfText(topic, text, -1))
                findings.error("film-words", at, "The topic says this earlier: `" + text + "`.",
                               "Put the scenes into the order of the page.");
            else
                findings.error("film-words", at, "The topic `" + film.topic + "` does not say `" + text + "`.",
                               "Write the text of its title or of a block, letter by letter, or take it out.");
        }
        stood = scene.says;
    }
}

} // namespace

void checkFilms(const Sources &sources, Findings &findings)
{
    for (const FilmSource &film : sources.films)
        if (const TopicSource *topic = sources.findTopic(film.topic)) {
            checkTimes(film, findings);
            checkWords(film, *topic, findings);
        }
}

void checkFilmTopics(const Sources &all, Findings &findings)
{
    for (const FilmSource &film : all.films)
        if (!film.topic.empty() && !all.findTopic(film.topic))
            findings.error("missing-topic", film.at, "There is no topic `" + film.topic + "` for this film.",
                           "Name one of topics/, or take the film out.");
}

} // namespace porchlight::authoring
