// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/utterances.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace porchlight::content {
namespace {

using testing::IsNull;
using testing::NotNull;

Language language(const std::string &tag, const std::string &name, const std::string &script)
{
    Language made;
    made.tag = tag;
    made.ownName = name;
    made.spokenName = name;
    made.englishName = "English of " + tag;
    made.script = script;
    made.askForInterpreter = tag + ", please.";
    return made;
}

/// A release of one topic and one contact, in English or Spanish.
Edition edition(bool spanish)
{
    Edition made;
    made.languages = {language("en", "English", "Latn"), language("es", "Español", "Latn")};
    made.languages[0].source = true;
    made.language = made.languages[spanish ? 1 : 0];
    made.interface["bar.home"] = spanish ? "Inicio" : "Home";
    made.interface["bar.no"] = "No";
    made.interface["welcome.no-name"] = spanish ? "Sin nombre." : "No name needed.";
    made.interface["welcome.keeps"] = spanish ? "No guarda nada." : "It saves nothing.";
    Topic topic;
    topic.id = "pay";
    topic.title = spanish ? "Su pago" : "Your pay";
    Block paragraph;
    paragraph.text = "Only in English yet.";
    Block safety;
    safety.kind = Block::Kind::Safety;
    safety.text = spanish ? "Pregunte antes." : "Ask first.";
    safety.english = spanish ? "Ask first." : "";
    topic.blocks = {paragraph, safety};
    made.topics["pay"] = topic;
    Contact contact;
    contact.id = "line";
    contact.name = spanish ? "Línea" : "Line";
    Channel channel;
    channel.value = "1-888-373-7888";
    contact.channels = {channel};
    made.contacts = {contact};
    return made;
}

const Utterance *find(const std::vector<Utterance> &all, const std::string &text)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const Utterance &u) { return u.text == text; });
    return it == all.end() ? nullptr : &*it;
}

TEST(Utterances, AreAllTextsOnce)
{
    const Edition english = edition(false);
    const auto all = utterances(english, english);
    for (const char *text : {"Home", "Your pay", "Ask first.", "Line", "1-888-373-7888", "0", "9", "Español"})
        EXPECT_THAT(find(all, text), NotNull()) << text;
    for (const Utterance &one : all)
        EXPECT_EQ(std::count_if(all.begin(), all.end(), [&](const Utterance &u) { return u.text == one.text; }), 1)
            << one.text;
}

TEST(Utterances, AreSpokenInTheirLanguage)
{
    const auto all = utterances(edition(true), edition(false));
    EXPECT_EQ(find(all, "Inicio")->tag, "es");
    EXPECT_EQ(find(all, "1-888-373-7888")->tag, "es");
    EXPECT_EQ(find(all, "Ask first.")->tag, "en") << "the English beside a draft";
    EXPECT_EQ(find(all, "English")->tag, "en") << "the name of a language";
    EXPECT_EQ(find(all, "“es, please.”")->tag, "en") << "what a caller says";
}

TEST(Utterances, KnowWhatFellBackToEnglish)
{
    const auto all = utterances(edition(true), edition(false));
    EXPECT_EQ(find(all, "Only in English yet.")->tag, "en");
    EXPECT_EQ(find(all, "No")->tag, "es") << "a word may be the same in both";
}

TEST(Utterances, JoinWordsAsPagesDo)
{
    EXPECT_THAT(find(utterances(edition(true), edition(false)), "Sin nombre. No guarda nada."), NotNull());
}

TEST(Utterances, NameALanguageInAnotherWayWhereItHasNoVoice)
{
    EXPECT_EQ(find(utterances(edition(true), edition(false)), "Español")->otherwise, "English of es");
    EXPECT_THAT(find(utterances(edition(true), edition(false)), ""), IsNull());
}

} // namespace
} // namespace porchlight::content
