// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/fonts.h"
#include "authoring/utf8.h"

namespace porchlight::authoring {

namespace {

/// The characters of a font family, and of the base font: what a text of one language can be drawn with.
class Coverage {
public:
    Coverage(const FontTable &fonts, Findings &findings) : m_fonts(fonts), m_findings(findings)
    {
        m_base = charactersIn(baseFontFamily);
    }

    void require(const std::string &text, const std::string &family, const Place &at)
    {
        const CharacterSet &own = charactersIn(family);
        if (own.empty() || m_base.empty())
            return; // told as missing-font
        std::string missing;
        for (const char32_t c : codePoints(text))
            if (!isInvisible(c) && !own.contains(c) && !m_base.contains(c))
                missing += (missing.empty() ? "" : ", ") + codePointName(c);
        if (!missing.empty())
            m_findings.error("missing-glyph", at,
                             "The font " + family + " cannot draw " + missing + " of \"" + text + "\".",
                             "Write it otherwise, or give the language another font in languages.yaml.");
    }

private:
    const CharacterSet &charactersIn(const std::string &family)
    {
        const auto [it, isNew] = m_known.try_emplace(family);
        if (const auto font = m_fonts.find({family, false}); isNew && font != m_fonts.end())
            it->second = charactersOf(font->second);
        return it->second;
    }

    const FontTable &m_fonts;
    Findings &m_findings;
    std::map<std::string, CharacterSet> m_known;
    CharacterSet m_base;
};

void checkFamily(const std::string &family, const Place &at, const FontTable &fonts, Findings &findings)
{
    for (const bool bold : {false, true})
        if (!family.empty() && !fonts.contains({family, bold}))
            findings.error("missing-font", at,
                           "The font " + family + (bold ? " Bold" : " Regular") + " is not installed.",
                           "Install it (Debian: fonts-noto-core, fonts-noto-cjk), or give its folder with --fonts.");
}

} // namespace

std::set<std::string> familiesOf(const Sources &sources)
{
    std::set<std::string> families{baseFontFamily};
    for (const LanguageSource &language : sources.languages)
        if (!language.value.fontFamily.empty())
            families.insert(language.value.fontFamily);
    return families;
}

void checkGlyphs(const Sources &sources, const FontTable &fonts, Findings &findings)
{
    for (const LanguageSource &language : sources.languages)
        checkFamily(language.value.fontFamily, language.fontAt, fonts, findings);
    checkFamily(baseFontFamily, {"languages.yaml", 0}, fonts, findings);

    Coverage coverage(fonts, findings);
    for (const LanguageSource &language : sources.languages) {
        coverage.require(language.value.ownName, language.value.fontFamily, language.at);
        coverage.require(language.value.englishName + language.value.askForInterpreter, baseFontFamily, language.at);
    }
    if (const LanguageSource *source = sources.sourceLanguage())
        for (const Text &text : sources.texts)
            coverage.require(text.english, source->value.fontFamily, text.at);
    for (const ContactSource &contact : sources.contacts)
        for (const ChannelSource &channel : contact.channels)
            coverage.require(channel.value.value + channel.hours + channel.code, baseFontFamily, channel.at);
    for (const FactSource &fact : sources.facts)
        coverage.require(fact.value, baseFontFamily, fact.at);
    for (const Translation &translation : sources.translations)
        if (const LanguageSource *language = sources.findLanguage(translation.tag))
            for (const auto &[key, entry] : translation.entries)
                coverage.require(entry.text, language->value.fontFamily, {translation.file, entry.line});
}

} // namespace porchlight::authoring
