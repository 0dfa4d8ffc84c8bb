// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/slip_document.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <optional>

namespace porchlight::print {
namespace {

using content::ChannelKind;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using Role = SlipLine::Role;

content::Channel channel(const std::string &id, ChannelKind kind, const std::string &value)
{
    content::Channel made;
    made.id = id;
    made.kind = kind;
    made.value = value;
    made.hours = "Every day";
    made.printOk = true;
    return made;
}

content::Contact contact(const std::string &id, const std::string &slipName, bool ordinary, const std::string &number)
{
    content::Contact made;
    made.id = id;
    made.name = "National Human Trafficking Hotline";
    made.slipName = slipName;
    made.ordinary = ordinary;
    made.channels = {channel(id + ".call", ChannelKind::Call, number)};
    return made;
}

class ComposeSlip : public ::testing::Test {
protected:
    ComposeSlip()
    {
        edition.release.mode = content::Mode::Live;
        edition.language.tag = "en";
        edition.language.fontFamily = "Noto Sans";
        edition.language.source = true;
        edition.language.askForInterpreter = "English, please.";
        edition.interface = {{"slip.demonstration", "DEMONSTRATION"}};
        edition.contacts = {contact("food", "Food and housing", true, "2-1-1"),
                            contact("mind", "Hard days", true, "988"),
                            contact("hotline", "Help line", false, "1-888-373-7888"),
                            contact("pay", "Pay office", true, "1-866-487-9243")};
        design.heading = "Local services";
        design.widthMm = 60;
        design.ordinaryLines = 2;
    }

    [[nodiscard]] std::vector<std::string> texts(const std::vector<std::string> &chosen, std::optional<Role> role = {})
    {
        std::vector<std::string> found;
        for (const SlipLine &line : composeSlip(edition, design, chosen).lines)
            if (!role || line.role == *role)
                found.push_back(line.text.toStdString());
        return found;
    }

    content::Edition edition;
    content::SlipDesign design;
};

TEST_F(ComposeSlip, HelpLineStandsAmongOrdinaryOnes)
{
    EXPECT_THAT(texts({"hotline.call"}),
                ElementsAre("Local services", "Food and housing", "2-1-1", "Every day", "Hard days", "988", "Every day",
                            "Help line", "1-888-373-7888", "Every day"));
}

TEST_F(ComposeSlip, OrdinaryCardHasTheSameShape)
{
    EXPECT_THAT(texts({"food.call"}, Role::Number), ElementsAre("2-1-1", "988"));
    EXPECT_THAT(texts({"food.call", "mind.call", "pay.call"}, Role::Number),
                ElementsAre("2-1-1", "988", "1-866-487-9243"));
}

TEST_F(ComposeSlip, TooFewOrdinaryLinesLeaveNumbersOnly)
{
    design.ordinaryLines = 4;
    EXPECT_THAT(texts({"hotline.call"}), ElementsAre("Local services", "1-888-373-7888"));
    EXPECT_THAT(texts({"food.call"}, Role::Name), Not(IsEmpty())) << "an ordinary card needs no fallback";
}

TEST_F(ComposeSlip, DesignWithoutNamesHoldsNumbersOnly)
{
    design.names = false;
    design.heading.clear();
    edition.language.source = false;
    EXPECT_THAT(texts({"hotline.call", "food.call"}), ElementsAre("2-1-1", "1-888-373-7888"));
}

TEST_F(ComposeSlip, NamesNoTopic)
{
    for (const bool names : {true, false}) {
        design.names = names;
        for (const std::string &text : texts({"hotline.call", "pay.call"}))
            EXPECT_THAT(text, Not(::testing::HasSubstr("rafficking")));
    }
}

TEST_F(ComposeSlip, LeavesOutWhatMayNotBePrinted)
{
    auto &channels = edition.contacts[2].channels;
    channels.push_back(channel("hotline.chat", ChannelKind::Chat, "humantraffickinghotline.org/chat"));
    channels.push_back(channel("hotline.email", ChannelKind::Email, "help@humantraffickinghotline.org"));
    channels.push_back(channel("hotline.tty", ChannelKind::Tty, "711"));
    channels.back().printOk = false;
    EXPECT_THAT(texts({"hotline.chat", "hotline.email", "hotline.tty", "nobody.call"}), ElementsAre("Local services"));
}

TEST_F(ComposeSlip, OrdinaryLineThatMayNotBePrintedDoesNotCount)
{
    edition.contacts[1].channels[0].printOk = false;
    EXPECT_THAT(texts({"hotline.call"}, Role::Number), ElementsAre("2-1-1", "1-888-373-7888", "1-866-487-9243"));
}

TEST_F(ComposeSlip, TextLineSaysWhatToSend)
{
    edition.contacts[2].channels.push_back(channel("hotline.text", ChannelKind::Text, "233733"));
    edition.contacts[2].channels.back().instruction = "Send the word HELP.";
    const auto found = texts({"hotline.call", "hotline.text"});
    EXPECT_THAT(found, Contains("Send the word HELP."));
    EXPECT_EQ(std::count(found.begin(), found.end(), "Help line"), 1) << "one name for both ways";
}

TEST_F(ComposeSlip, AsksForAnInterpreterInOtherLanguages)
{
    EXPECT_THAT(texts({"hotline.call"}, Role::Sentence), IsEmpty());
    edition.language.source = false;
    edition.language.askForInterpreter = "Arabic, please. I need an interpreter.";
    EXPECT_THAT(texts({"hotline.call"}, Role::Sentence), ElementsAre("Arabic, please. I need an interpreter."));
}

/// A draft with the English of all that stands on paper.
void makeSpanish(content::Edition &edition, content::SlipDesign &design)
{
    edition.language = {};
    edition.language.tag = "es";
    edition.language.fontFamily = "Noto Sans";
    edition.language.level = content::TranslationLevel::L1;
    edition.language.askForInterpreter = "Spanish, please.";
    content::Contact &hotline = edition.contacts[2];
    hotline.slipName = "Línea de ayuda";
    hotline.slipNameEnglish = "Help line";
    hotline.cost = "La llamada es gratis.";
    hotline.costEnglish = "The call is free.";
    hotline.languages = "Muchos idiomas.";
    hotline.languagesEnglish = "Many languages.";
    hotline.channels[0].hours = "Cada día";
    hotline.channels[0].hoursEnglish = "Every day";
    design.heading = "Servicios locales";
    design.headingEnglish = "Local services";
    design.notes = {"Que elija la persona.", "Let us be."};
    design.notesEnglish = {"Let the person choose.", ""};
    design.ordinaryLines = 0;
}

TEST_F(ComposeSlip, EnglishStandsBelowADraft)
{
    makeSpanish(edition, design);
    EXPECT_THAT(texts({"hotline.call"}),
                ElementsAre("Servicios locales", "Local services", "Línea de ayuda", "Help line", "1-888-373-7888",
                            "Cada día", "Every day", "Spanish, please.", "Que elija la persona.",
                            "Let the person choose.", "Let us be."));
    design.english = content::EnglishBeside::Never;
    EXPECT_THAT(texts({"hotline.call"}, Role::English), IsEmpty());
}

TEST_F(ComposeSlip, ApprovedTranslationStandsAloneUnlessTheDesignWantsBoth)
{
    makeSpanish(edition, design);
    edition.language.level = content::helpPathFloor;
    EXPECT_THAT(texts({"hotline.call"}, Role::English), IsEmpty());
    design.english = content::EnglishBeside::Always;
    EXPECT_THAT(texts({"hotline.call"}, Role::English), Contains("Help line"));
}

TEST_F(ComposeSlip, TextThatFellBackToEnglishStandsOnce)
{
    makeSpanish(edition, design);
    edition.contacts[2].slipName = "Help line";
    EXPECT_THAT(texts({"hotline.call"}, Role::English), Not(Contains("Help line")));
}

TEST_F(ComposeSlip, HoldsWhatTheDesignAsksFor)
{
    makeSpanish(edition, design);
    design.english = content::EnglishBeside::Never;
    design.hours = false;
    design.cost = true;
    design.languages = true;
    EXPECT_THAT(texts({"hotline.call"}, Role::Detail), ElementsAre("La llamada es gratis.", "Muchos idiomas."));
}

TEST_F(ComposeSlip, OnlyWhatNobodyNeedsToCallGivesWay)
{
    makeSpanish(edition, design);
    design.cost = true;
    edition.contacts[2].channels.push_back(channel("hotline.text", ChannelKind::Text, "233733"));
    edition.contacts[2].channels.back().instruction = "Envíe HELP.";
    std::vector<std::string> staying;
    for (const SlipLine &line : composeSlip(edition, design, {"hotline.call", "hotline.text"}).lines)
        if (line.givesWay == 0)
            staying.push_back(line.text.toStdString());
    EXPECT_THAT(staying, ElementsAre("Servicios locales", "Línea de ayuda", "1-888-373-7888", "233733", "Envíe HELP.",
                                     "Spanish, please.", "Que elija la persona.", "Let us be."));
}

TEST_F(ComposeSlip, SquareCodeHoldsNamesAndNumbersWhereItIsAskedFor)
{
    edition.contacts[2].channels.push_back(channel("hotline.text", ChannelKind::Text, "233733"));
    edition.contacts[2].channels.back().instruction = "Send \u2066HELP\u2069.";
    const std::vector<std::string> chosen{"food.call", "mind.call", "hotline.call", "hotline.text"};
    EXPECT_EQ(composeSlip(edition, design, chosen).code, QString());
    EXPECT_EQ(composeSlip(edition, design, chosen, WithCode::Yes).code.toStdString(),
              "Food and housing 2-1-1\nHard days 988\nHelp line 1-888-373-7888\nHelp line 233733 Send HELP.");
    design.names = false;
    EXPECT_EQ(composeSlip(edition, design, {"hotline.call"}, WithCode::Yes).code.toStdString(), "1-888-373-7888");
    design.names = true;
    edition.contacts[0].slipName = std::string(700, 'x');
    EXPECT_EQ(composeSlip(edition, design, {"food.call", "mind.call"}, WithCode::Yes).code.toStdString(), "2-1-1\n988")
        << "too long for a receipt";
}

TEST_F(ComposeSlip, DemonstrationIsMarked)
{
    EXPECT_THAT(texts({"hotline.call"}, Role::Mark), IsEmpty());
    edition.release.mode = content::Mode::Demonstration;
    EXPECT_EQ(texts({"hotline.call"}).front(), "DEMONSTRATION");
    edition.interface.clear();
    EXPECT_THAT(texts({}, Role::Mark), ElementsAre("Demonstration")) << "never without the mark";
}

TEST_F(ComposeSlip, EachTextHasItsOwnDirection)
{
    edition.language.direction = content::Direction::RightToLeft;
    edition.language.fontFamily = "Noto Sans Arabic";
    edition.language.source = false;
    edition.contacts[2].slipName = "خط المساعدة";
    const SlipDocument slip = composeSlip(edition, design, {"hotline.call"});
    EXPECT_TRUE(slip.rightToLeft);
    EXPECT_EQ(slip.fontFamily, QStringLiteral("Noto Sans Arabic"));
    for (const SlipLine &line : slip.lines)
        EXPECT_EQ(line.rightToLeft, line.text == QStringLiteral("خط المساعدة")) << line.text.toStdString();
}

} // namespace
} // namespace porchlight::print
