// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// languages.yaml, interface.yaml, tiles.yaml, show-cards.yaml and deny.yaml: the lists of the content folder.
#include "authoring/loaders.h"
#include "authoring/text_rules.h"
#include "authoring/yaml_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace porchlight::authoring {

using content::Direction;
using content::Tile;
using content::TranslationLevel;

namespace {

constexpr std::array signNames{"24/7", "at", "dot", "dash", "slash", "to"};

void loadSigns(YamlMap signs, VoiceSource &voice)
{
    for (const char *sign : signNames)
        if (signs.has(sign))
            voice.says[sign] = signs.text(sign);
    for (int number = 10; number < 100; ++number)
        if (const std::string digits = std::to_string(number); signs.has(digits.c_str()))
            voice.says[digits] = signs.text(digits.c_str());
    signs.rejectUnknown();
}

/// `voice: espeak-ng es-419`, or `no_voice: "reason"`.
VoiceSource loadVoice(YamlMap &map, Findings &findings)
{
    using Engine = VoiceSource::Engine;
    VoiceSource voice;
    const bool there = map.has("voice");
    const bool excused = map.has("no_voice");
    voice.at = map.at(there ? "voice" : excused ? "no_voice" : "tag");
    if (there == excused) {
        findings.error("voice-missing", voice.at,
                       there ? "This language has a voice and a reason why it has none."
                             : "Nothing says in which voice this language speaks.",
                       "Write `voice: espeak-ng NAME`, or `no_voice: \"reason\"`, and not both.");
        map.optionalText("voice");
    }
    if (excused)
        voice.excuse = map.text("no_voice");
    if (map.has("say"))
        loadSigns(map.map("say"), voice);
    if (!there || excused)
        return voice;
    const std::string said = map.text("voice");
    const auto space = said.find(' ');
    const std::string engine = said.substr(0, space);
    voice.engine = engine == "flite" ? Engine::Flite : engine == "espeak-ng" ? Engine::EspeakNg : Engine::None;
    voice.name = space == std::string::npos ? "" : said.substr(space + 1);
    if (voice.engine == Engine::None || voice.name.empty())
        findings.error("bad-voice", voice.at, "`" + said + "` is no voice.",
                       "Write the engine and its voice: `flite slt`, or `espeak-ng` with one of `espeak-ng --voices`.");
    return voice;
}

} // namespace

void loadLanguages(const SourceFolder &folder, Sources &sources)
{
    eachEntry(folder, "languages.yaml", [&](YamlMap &map) {
        LanguageSource language;
        content::Language &value = language.value;
        language.at = map.at("tag");
        language.fontAt = map.at("font");
        value.tag = map.text("tag");
        if (!value.tag.empty() && !isLanguageTag(value.tag))
            folder.findings.error("bad-language-tag", language.at, "`" + value.tag + "` is no language tag.",
                                  "Write it as in BCP 47: `es`, `zh-Hans`, `pt-BR`.");
        value.ownName = map.text("own_name");
        value.spokenName = map.text("spoken_name");
        value.englishName = map.text("english_name");
        value.script = map.text("script");
        value.direction =
            map.choice<Direction>("direction", {{"ltr", Direction::LeftToRight}, {"rtl", Direction::RightToLeft}});
        value.fontFamily = map.text("font");
        value.source = map.booleanOr("source", false);
        if (!value.source || map.has("level"))
            value.level = map.choice<TranslationLevel>("level", {{"L0", TranslationLevel::L0},
                                                                 {"L1", TranslationLevel::L1},
                                                                 {"L2", TranslationLevel::L2},
                                                                 {"L3", TranslationLevel::L3},
                                                                 {"L4", TranslationLevel::L4}});
        if (!value.source || map.has("ask_for_interpreter"))
            value.askForInterpreter = map.text("ask_for_interpreter");
        language.voice = loadVoice(map, folder.findings);
        rejectDuplicate(sources.findLanguage(value.tag) != nullptr, folder, value.tag, language.at);
        sources.languages.push_back(std::move(language));
    });
    const auto isSource = [](const LanguageSource &l) { return l.value.source; };
    if (std::count_if(sources.languages.begin(), sources.languages.end(), isSource) != 1)
        folder.findings.error("source-language", {"languages.yaml", 0},
                              "Exactly one language must be the one that the texts are written in.",
                              "Write `source: true` at that language, and at no other.");
}

void loadInterface(const SourceFolder &folder, Sources &sources)
{
    std::set<std::string> known;
    eachEntry(folder, "interface.yaml", [&](YamlMap &map) {
        Text text;
        text.at = map.at("id");
        text.id = text.context = map.dottedId();
        text.english = map.text("text");
        text.note = map.text("note");
        text.longest = map.integer("longest", 1, 1000);
        text.safety = map.booleanOr("safety", false);
        rejectDuplicate(!known.insert(text.id).second, folder, text.id, text.at);
        addText(sources, std::move(text));
    });
}

void loadTiles(const SourceFolder &folder, Sources &sources)
{
    eachEntry(folder, "tiles.yaml", [&](YamlMap &map) {
        TileSource tile;
        tile.at = map.at("id");
        tile.iconAt = map.at("icon");
        tile.value.id = map.id();
        tile.value.title = map.text("title");
        tile.value.hint = map.optionalText("hint");
        tile.value.icon = map.id("icon");
        tile.value.opens =
            map.choice<Tile::Opens>("opens", {{"topics", Tile::Opens::Topics}, {"numbers", Tile::Opens::Numbers}});
        tile.value.small = map.booleanOr("small", false);
        if (map.has("parent"))
            tile.value.parent = map.id("parent");
        tile.parentAt = map.at("parent");
        rejectDuplicate(sources.findTile(tile.value.id) != nullptr, folder, tile.value.id, tile.at);
        const std::string id = "tile." + tile.value.id;
        const std::string context = "tile:" + tile.value.id;
        addText(sources,
                {id + ".title", context, tile.value.title, "Title of a tile of the second screen", 0, map.at("title")});
        addText(sources,
                {id + ".hint", context, tile.value.hint, "Small line below the title of the tile", 0, map.at("hint")});
        sources.tiles.push_back(std::move(tile));
    });
}

void loadShowCards(const SourceFolder &folder, Sources &sources)
{
    if (!folder.has("show-cards.yaml"))
        return;
    eachEntry(folder, "show-cards.yaml", [&](YamlMap &map) {
        ShowCardSource card{map.id(), map.at("id")};
        const std::string english = map.text("text");
        const std::string note = map.text("note");
        rejectDuplicate(sources.findShowCard(card.id) != nullptr, folder, card.id, card.at);
        addText(sources, {"card." + card.id, "card:" + card.id, english, note, 0, map.at("text")});
        sources.showCards.push_back(std::move(card));
    });
}

void loadDenied(const SourceFolder &folder, Sources &sources)
{
    eachEntry(folder, "deny.yaml", [&](YamlMap &map) {
        std::string value = map.text("value");
        sources.denied.push_back({std::move(value), map.text("why")});
    });
}

} // namespace porchlight::authoring
