// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The drawings beside the content folder, in media/: are they there, and do they say that they are decoration?
#include "authoring/checks.h"

#include <fstream>
#include <iterator>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

/// A content folder of its own (a test, a first draft) has no drawings beside it.
class Drawings {
public:
    Drawings(const SourceFolder &folder, const char *kind)
        : m_findings(folder.findings), m_folder(fs::absolute(folder.path / "..").lexically_normal() / "media" / kind)
    {
        std::error_code failed;
        m_there = fs::is_directory(m_folder, failed);
    }

    void require(const std::string &name, const char *code, const Place &at) const
    {
        if (!m_there || name.empty())
            return;
        const fs::path file = m_folder / (name + ".svg");
        std::error_code failed;
        if (fs::is_regular_file(file, failed))
            requireDecoration(file, at);
        else
            m_findings.error(code, at, "There is no drawing `" + name + ".svg` in " + m_folder.string() + ".",
                             "Add the drawing, or name one that is there.");
    }

private:
    /// Drawings are shown without words, spoken or translated: so none may carry meaning that its page does not tell.
    void requireDecoration(const fs::path &file, const Place &at) const
    {
        std::ifstream in(file, std::ios::binary);
        const std::string svg{std::istreambuf_iterator<char>(in), {}};
        const auto root = svg.find("<svg");
        const auto end = root == std::string::npos ? root : svg.find('>', root);
        const bool decorates =
            end != std::string::npos && svg.substr(root, end - root).find("aria-hidden=\"true\"") != std::string::npos;
        if (decorates && svg.find("<text") == std::string::npos)
            return;
        m_findings.error("no-alternative", at,
                         "The drawing " + file.string() +
                             (decorates ? " holds words." : " does not say that it is decoration."),
                         "Say all it tells in the text of the page, write no words in it, and put "
                         "aria-hidden=\"true\" into its <svg>.");
    }

    Findings &m_findings;
    fs::path m_folder;
    bool m_there = false;
};

} // namespace

void checkDrawings(const Sources &sources, const SourceFolder &folder)
{
    const Drawings icons(folder, "icons");
    const Drawings pictures(folder, "illustrations");
    for (const TileSource &tile : sources.tiles) {
        // The six, and groups in their list, show the drawing of the same name where there is room for one.
        icons.require(tile.value.icon, "missing-icon", tile.iconAt);
        if (!tile.value.small)
            pictures.require(tile.value.icon, "missing-picture", tile.iconAt);
    }
    for (const TopicSource &topic : sources.topics)
        pictures.require(topic.value.picture, "missing-picture", topic.pictureAt);
    for (const FilmSource &film : sources.films)
        for (const FilmSource::Scene &scene : film.scenes)
            pictures.require(scene.drawing, "missing-picture", scene.drawingAt);
}

} // namespace porchlight::authoring
