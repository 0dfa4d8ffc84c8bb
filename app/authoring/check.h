// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"
#include "authoring/stats.h"
#include "content/date.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace porchlight::authoring {

struct Options {
    std::optional<content::Date> today;             ///< the day that dates are compared with; today's when absent
    std::vector<std::filesystem::path> fontFolders; ///< where fonts are looked for; the system's when empty
    std::filesystem::path films;                    ///< TOPIC/film.webm for each film; empty: a release without films
    int sequence = 1;                               ///< number of the release; only ever grows
    std::filesystem::path narration;                ///< build: where narrate() left its clips; empty: without sound
    std::function<void(const char *step)> progress; ///< told what is done next; may be absent
};

/// Reads the content folder and tells all that is wrong in it: in what a release of `site` is made of, or where that is
/// empty in the national content, every layer and every site.
/// Never throws, but for lack of memory.
Report check(const std::filesystem::path &content, const std::string &site, const Options &options = {});

/// Checks and, when there is no error, writes the release of `site`: output/content.sqlite, output/fonts/ and, where
/// Options name films, output/films/.
/// The former output stays as it is until the new one is whole, and stays when anything fails. The same sources, fonts
/// and sequence give the same bytes. Further faults: "output-taken" (something that is no release stands there),
/// "output-not-written", and those of store::buildStore and writeSound (with Options::narration: output/sound/).
/// Where all errors are the site's own (its folder, its layers, or their merging), the national content is built with
/// the site's id, as a demonstration: Report::builtWithoutSite.
Report build(const std::filesystem::path &content, const std::string &site, const std::filesystem::path &output,
             const Options &options = {});

/// How far each language is translated. Tells only of files that cannot be read.
Report stats(const std::filesystem::path &content, Stats &stats);

/// Writes all English texts as a template for translators. The translations are not looked at.
Report extract(const std::filesystem::path &content, const std::filesystem::path &pot);

} // namespace porchlight::authoring
