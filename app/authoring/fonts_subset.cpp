// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/fonts.h"
#include "authoring/harfbuzz.h"

#include <algorithm>
#include <initializer_list>

#include <hb-ot.h>

namespace porchlight::authoring {

HbFace openFace(const FontFile &font)
{
    const HbBlob blob(hb_blob_create_from_file(font.file.c_str()));
    return HbFace(hb_face_create(blob.get(), font.index));
}

CharacterSet charactersOf(const FontFile &font)
{
    const HbFace face = openFace(font);
    const HbSet set(hb_set_create());
    hb_face_collect_unicodes(face.get(), set.get());
    CharacterSet characters;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(set.get(), &c);)
        characters.insert(c);
    return characters;
}

std::string subsetFont(const FontFile &font, const CharacterSet &characters)
{
    const HbFace face = openFace(font);
    const HbSubsetInput input(hb_subset_input_create_or_fail());
    if (!input)
        return {};
    for (const char32_t c : characters)
        hb_set_add(hb_subset_input_unicode_set(input.get()), c);
    // The licence must travel with the font, and the family is found by its typographic name.
    for (const hb_ot_name_id_t id : {HB_OT_NAME_ID_LICENSE, HB_OT_NAME_ID_LICENSE_URL, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
                                     HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY})
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID), id);
    // A missing character shows as a box that people can report, not as nothing.
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    const HbFace subset(hb_subset_or_fail(face.get(), input.get()));
    if (!subset)
        return {};
    const HbBlob blob(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char *data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

std::string fontFileName(const FontFile &font)
{
    std::string name = font.family;
    std::erase(name, ' ');
    return name + (font.bold ? "-Bold.ttf" : "-Regular.ttf");
}

} // namespace porchlight::authoring
