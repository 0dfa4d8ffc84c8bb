// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/fonts.h"
#include "authoring/harfbuzz.h"

#include <algorithm>

#include <hb-ot.h>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> fontFilesIn(const std::vector<fs::path> &folders)
{
    std::vector<fs::path> files;
    for (const fs::path &folder : folders) {
        std::error_code failed;
        const auto options = fs::directory_options::skip_permission_denied;
        for (fs::recursive_directory_iterator it(folder, options, failed), end; !failed && it != end;
             it.increment(failed)) {
            const std::string extension = it->path().extension().string();
            if (extension == ".ttf" || extension == ".otf" || extension == ".ttc")
                files.push_back(it->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string nameIn(hb_face_t *face, hb_ot_name_id_t id)
{
    char text[128];
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text);
    return {text, size};
}

/// The typographic name where there is one: the plain name of a narrow or light face carries that in the family.
std::string nameIn(hb_face_t *face, hb_ot_name_id_t typographic, hb_ot_name_id_t plain)
{
    std::string name = nameIn(face, typographic);
    return name.empty() ? nameIn(face, plain) : name;
}

void lookInto(const fs::path &file, const std::set<std::string> &families, FontTable &table)
{
    const HbBlob blob(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!blob)
        return;
    for (unsigned index = 0; index < hb_face_count(blob.get()); ++index) {
        const HbFace face(hb_face_create(blob.get(), index));
        std::string family = nameIn(face.get(), HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY);
        if (!families.contains(family))
            continue;
        const std::string style = nameIn(face.get(), HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY, HB_OT_NAME_ID_FONT_SUBFAMILY);
        const bool bold = style == "Bold";
        if (bold || style == "Regular")
            table.try_emplace({family, bold}, FontFile{file, index, family, bold});
    }
}

} // namespace

std::vector<fs::path> defaultFontFolders()
{
    return {"/usr/share/fonts", "/usr/local/share/fonts"};
}

FontTable findFonts(const std::vector<fs::path> &folders, const std::set<std::string> &families)
{
    FontTable table;
    for (const fs::path &file : fontFilesIn(folders)) {
        if (table.size() == 2 * families.size())
            break;
        lookInto(file, families, table);
    }
    return table;
}

} // namespace porchlight::authoring
