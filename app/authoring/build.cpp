// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check.h"
#include "authoring/checked_sources.h"
#include "authoring/films.h"
#include "authoring/narration/release_sound.h"
#include "authoring/output_folder.h"
#include "authoring/release_rows.h"
#include "store/schema.h"

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

content::Outcome writeFonts(const fs::path &folder, const CheckedSources &checked, const store::ReleaseRows &rows)
{
    std::set<std::string> wanted{baseFontFamily};
    for (const content::Language &language : rows.languages)
        wanted.insert(language.fontFamily);
    for (const auto &[key, font] : checked.fonts) {
        if (!wanted.contains(key.first))
            continue;
        const std::string bytes = subsetFont(font, charactersIn(rows, key.first));
        if (bytes.empty())
            return content::Fault{"font-not-made", font.file.string(), "This font cannot be cut to what is used.",
                                  "Look whether the file is whole."};
        if (auto written = writeFile(folder / fontFileName(font), bytes); !written)
            return written;
    }
    return content::Nothing{};
}

content::Outcome writeRelease(OutputFolder &output, const CheckedSources &checked, const store::ReleaseRows &rows,
                              const FilmFolders &films,
                              const std::function<content::Outcome(const fs::path &)> &addSound)
{
    if (auto begun = output.begin({"fonts"}); !begun)
        return begun;
    if (auto fonts = writeFonts(output.draft() / "fonts", checked, rows); !fonts)
        return fonts;
    if (auto written = writeFilms(output.draft() / "films", checked.sources, films); !written)
        return written;
    if (auto built = store::buildStore(output.draft() / store::storeFileName, rows); !built)
        return built;
    if (auto sound = addSound(output.draft()); !sound)
        return sound;
    return output.commit();
}

} // namespace

Report build(const fs::path &content, const std::string &site, const fs::path &output, const Options &options)
{
    CheckedSources checked = readAndCheck(content, site, options);
    Report report = std::move(checked.report);
    if (!report.ok() && !checked.siteIsBroken)
        return report;
    if (options.progress)
        options.progress("release");
    const store::ReleaseRows rows = releaseRows(checked.sources, site, options.sequence);
    OutputFolder folder(output);
    Findings spoken(content.string());
    const auto addSound = [&](const fs::path &draft) -> content::Outcome {
        if (options.narration.empty())
            return content::Nothing{};
        if (options.progress)
            options.progress("sound");
        return writeSound(draft, content, checked.sources, rows, options.narration, spoken);
    };
    if (const auto outcome = writeRelease(folder, checked, rows, {options.films, content / "../media/films"}, addSound);
        !outcome)
        report.faults.push_back({outcome.fault(), Severity::Error});
    else
        report.builtWithoutSite = checked.siteIsBroken;
    const Report told = spoken.report();
    report.faults.insert(report.faults.end(), told.faults.begin(), told.faults.end());
    return report;
}

} // namespace porchlight::authoring
