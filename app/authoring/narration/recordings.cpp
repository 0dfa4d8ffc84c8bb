// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/recordings.h"

#include "authoring/narration/opus_clip.h"
#include "authoring/source_folder.h"
#include "authoring/yaml_reader.h"

#include <algorithm>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t keyLength = 16;
constexpr const char *narratorFile = "narrator.yaml";

bool isKey(const std::string &name)
{
    return name.size() == keyLength && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Findings name places in the content folder; recordings lie beside it.
Place placeOf(const fs::path &content, const fs::path &file)
{
    return {file.lexically_relative(fs::absolute(content).lexically_normal()).generic_string(), 0};
}

std::string readNarrator(const SourceFolder &folder, const std::string &file)
{
    const auto text = folder.read(file);
    if (!text)
        return {};
    const YamlContext context{folder.findings, file};
    auto map = readYamlMap(*text, context);
    if (!map)
        return {};
    std::string name = map->text("name");
    map->text("licence");
    map->text("consent");
    map->date("recorded_on");
    map->rejectUnknown();
    return name;
}

} // namespace

fs::path narrationFolder(const fs::path &content)
{
    return fs::absolute(content / "..").lexically_normal() / "media" / "narration";
}

RecordingsByTag readRecordings(const fs::path &content, Findings &findings, bool thorough)
{
    RecordingsByTag all;
    const fs::path root = narrationFolder(content);
    const SourceFolder media{root, findings};
    for (const std::string &entry : media.folders("")) {
        const std::string tag = fs::path(entry).filename().string();
        Recordings &own = all[tag];
        std::error_code failed;
        for (fs::directory_iterator it(root / tag, failed), end; !failed && it != end; it.increment(failed)) {
            const fs::path file = it->path();
            const std::string name = file.filename().string();
            if (name == narratorFile || name.starts_with('.'))
                continue;
            const bool named = file.extension() == ".opus" && isKey(file.stem().string());
            if (named && (thorough ? decodeClip(file).has_value() : clipMilliseconds(file).has_value())) {
                own.files.emplace(file.stem().string(), file);
                continue;
            }
            findings.error("bad-recording", placeOf(content, file),
                           named ? "This recording is damaged, or is no Opus clip of one channel."
                                 : "This is no recording: its name must be a key and `.opus`.",
                           "Bring the sound in anew with `porchlight-content narrate --take`, or take the file away.");
        }
        const Place at = placeOf(content, root / tag / narratorFile);
        if (fs::exists(root / tag / narratorFile, failed))
            own.narrator = readNarrator({content, findings}, at.file);
        else if (!own.files.empty())
            findings.error(
                "no-narrator", at, "Nobody says whose voice this is.",
                "Write narrator.yaml with name, licence, consent and recorded_on; content/README.md shows how.");
    }
    return all;
}

} // namespace porchlight::authoring
