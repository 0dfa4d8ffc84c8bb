// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/text_widths.h"

#include "authoring/harfbuzz.h"
#include "authoring/text_rules.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace porchlight::authoring {

namespace {

/// Room by the place of a text, in English letters; a word of the screens says its own in interface.yaml.
struct Room {
    std::string_view begin;
    std::string_view end;
    int letters;
};
constexpr std::array rooms{Room{"tile.", ".title", 30}, Room{"tile.", ".hint", 56}, Room{"topic.", ".title", 58},
                           Room{"topic.", ".summary", 90}, Room{"slip.", ".heading", 40}, Room{"slip.", ".title", 30},
                           // A slip is as narrow as 60 mm: two lines of a name, no more.
                           Room{"contact.", ".slip_name", 44}};

/// Letters about as often as they stand in English, without the narrow spaces between words.
constexpr const char *usualEnglish = "therainandanewhatsoitistobeonmeletusgohomebysixofallornowaycanyoucallwithherthen";

/// A stretch of text that one font draws.
struct Run {
    std::u32string text;
    bool own = true;
};

std::string filled(std::string text)
{
    for (const Placeholder &placeholder : placeholdersOf(text))
        if (const auto at = text.find(placeholder.whole); at != std::string::npos)
            text.replace(at, placeholder.whole.size(), "00");
    return text;
}

} // namespace

struct TextWidths::Face {
    HbFace face;
    HbFont font;
    CharacterSet characters;

    [[nodiscard]] double ems(const std::u32string &text) const
    {
        const HbBuffer buffer(hb_buffer_create());
        static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
        std::vector<std::uint32_t> points(text.begin(), text.end());
        const int length = static_cast<int>(points.size());
        hb_buffer_add_utf32(buffer.get(), points.data(), length, 0, length);
        hb_buffer_guess_segment_properties(buffer.get());
        hb_shape(font.get(), buffer.get(), nullptr, 0);
        unsigned count = 0;
        const hb_glyph_position_t *glyphs = hb_buffer_get_glyph_positions(buffer.get(), &count);
        double advance = 0;
        for (unsigned i = 0; i < count; ++i)
            advance += glyphs[i].x_advance;
        return advance / hb_face_get_upem(face.get());
    }
};

int lettersThatFit(const Text &text)
{
    if (text.longest > 0)
        return text.longest;
    for (const Room &room : rooms)
        if (text.id.starts_with(room.begin) && text.id.ends_with(room.end))
            return room.letters;
    return 0;
}

TextWidths::TextWidths(const FontTable &fonts) : m_fonts(fonts)
{
    if (knows(baseFontFamily))
        m_meanLetter = ems(usualEnglish, baseFontFamily) / static_cast<double>(std::string_view(usualEnglish).size());
}

TextWidths::~TextWidths() = default;

bool TextWidths::knows(const std::string &family)
{
    return m_fonts.contains({family, false}) && m_fonts.contains({baseFontFamily, false});
}

TextWidths::Face &TextWidths::face(const std::string &family)
{
    std::unique_ptr<Face> &known = m_faces[family];
    if (!known) {
        const FontFile &file = m_fonts.at({family, false});
        known = std::make_unique<Face>();
        known->face = openFace(file);
        known->font.reset(hb_font_create(known->face.get()));
        known->characters = charactersOf(file);
    }
    return *known;
}

double TextWidths::ems(const std::string &text, const std::string &family)
{
    const Face &own = face(family);
    std::vector<Run> runs;
    for (const char32_t c : codePoints(text)) {
        const bool drawn = isInvisible(c) || own.characters.contains(c);
        if (runs.empty() || runs.back().own != drawn)
            runs.push_back({{}, drawn});
        runs.back().text += c;
    }
    double width = 0;
    for (const Run &run : runs)
        width += run.own ? own.ems(run.text) : face(baseFontFamily).ems(run.text);
    return width;
}

double TextWidths::inLetters(const std::string &text, const std::string &family)
{
    return m_meanLetter > 0 ? ems(filled(text), family) / m_meanLetter : 0;
}

} // namespace porchlight::authoring
