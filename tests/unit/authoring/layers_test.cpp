// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What one release is made of: the national content, its layers, its site; and whose mistakes matter to whom.
#include "site_copy.h"

#include "authoring/report_format.h"
#include "store/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace porchlight::tests {

namespace fs = std::filesystem;
using testing::ElementsAre;

namespace {

std::shared_ptr<const content::Edition> buildAndRead(const SiteCopy &site, const std::string &name,
                                                     const std::string &tag = "en")
{
    const fs::path output = site.root() / "out";
    const authoring::Report report = authoring::build(site.content(), name, output, fixtureDay());
    EXPECT_TRUE(report.ok() || report.builtWithoutSite) << authoring::formatFindings(report, false);
    const auto reader = store::Reader::open(output / "content.sqlite");
    if (!reader)
        throw std::runtime_error(reader.fault().describe());
    return *reader->edition(tag, *content::parseDate("2026-11-22"));
}

std::vector<std::string> textsOf(const content::Topic *topic)
{
    std::vector<std::string> texts;
    if (topic)
        for (const content::Block &block : topic->blocks)
            texts.push_back(block.text.empty() ? block.contactId + block.cardId : block.text);
    return texts;
}

struct Damage {
    const char *name;
    const char *file;
    const char *from;
    const char *to;
};

class LocalDamage : public testing::TestWithParam<Damage> {};

} // namespace

TEST(Layers, AddToTheNationalContentAndTheSiteToBoth)
{
    const SiteCopy site;
    const auto edition = buildAndRead(site, "small");
    EXPECT_THAT(textsOf(edition->findTopic("north-law")),
                ElementsAre("In North \u2066"
                            "321\u2069 people asked.",
                            "The office of North takes a report.", "north-office"));
    ASSERT_EQ(edition->findTopic("north-law")->sources.size(), 1U);
    EXPECT_EQ(edition->findTopic("north-law")->sources[0].what, "A count in North");
    EXPECT_THAT(textsOf(edition->findTopic("here")), ElementsAre("The desk here does not call the police."));
    EXPECT_THAT(edition->findTile("more")->topicIds, ElementsAre("numbers", "north-law"));
    EXPECT_EQ(edition->findTopic("circle"), nullptr);
}

TEST(Layers, MayHideWhatIsNotOnTheWayToHelp)
{
    const SiteCopy site;
    const auto edition = buildAndRead(site, "demo");
    EXPECT_EQ(edition->findTopic("numbers"), nullptr);
    EXPECT_EQ(edition->findContact("house"), nullptr);
    EXPECT_NE(edition->findTopic("circle"), nullptr);
    EXPECT_EQ(edition->findTopic("here"), nullptr); // another site's
    EXPECT_THAT(textsOf(edition->findTopic("safety")),
                ElementsAre("No one may make you work by force, lies or threats.", "phone", "helpline"));
}

TEST(Layers, NothingTakesTheIdOfWhatIsHidden)
{
    for (const auto &[hidden, from, own] :
         {std::tuple{"contacts: [house]", "contacts/house.yaml", "contacts/house.yaml"},
          std::tuple{"topics: [numbers]", "topics/numbers.md", "topics/numbers.md"}}) {
        const SiteCopy site; // the layer circle hides both, and the site above it or the layer itself has its own
        const std::string text = site.read(from);
        for (const char *part : {"sites/demo/", "layers/circle/"}) {
            const std::string file = std::string(part) + own;
            site.write(file, text);
            const authoring::Report report = authoring::check(site.content(), "demo", fixtureDay());
            EXPECT_TRUE(std::any_of(report.faults.begin(), report.faults.end(),
                                    [&](const authoring::Finding &finding) {
                                        return finding.code == "duplicate-id" &&
                                               finding.where.find(file) != std::string::npos;
                                    }))
                << hidden << "\n"
                << authoring::formatFindings(report, false);
            fs::remove(site.content() / file);
        }
    }
}

TEST(Sites, SayWhereAPhoneIsAndWhenTheyMustReport)
{
    const SiteCopy site;
    const auto spanish = buildAndRead(site, "small", "es");
    EXPECT_EQ(textsOf(spanish->findTopic("safety")).at(1), "Puede usar el teléfono del mostrador.");
    EXPECT_THAT(textsOf(spanish->findTopic("staff")), ElementsAre("Deben informar si un niño ha sido herido."));
    const auto unknown = buildAndRead(site, "demo");
    EXPECT_THAT(textsOf(unknown->findTopic("staff")),
                ElementsAre("Ask the people who work here what they must report."));
    for (const auto &edition : {spanish, unknown}) // a draft of it is shown with its English
        EXPECT_EQ(edition->findTopic("staff")->blocks.at(0).kind, content::Block::Kind::Safety);
}

TEST(Levels, AreThoseOfTheTextsOfEachRelease)
{
    const SiteCopy site;
    EXPECT_EQ(buildAndRead(site, "small", "es")->language.level, content::TranslationLevel::L3);
    EXPECT_EQ(buildAndRead(site, "small", "es")->language.learnLevel, content::TranslationLevel::L3);
    EXPECT_EQ(buildAndRead(site, "demo", "ar")->language.level, content::TranslationLevel::L0);
    // Its own level: no English beside it, though the language is a draft.
    EXPECT_EQ(buildAndRead(site, "demo", "ar")->interfaceEnglish.count("slip.safe"), 0U);

    site.replace("translations/es.po", "msgstr \"En esta biblioteca\"", "msgstr \"\"");
    EXPECT_EQ(buildAndRead(site, "small", "es")->language.level, content::TranslationLevel::L0);
    EXPECT_EQ(buildAndRead(site, "demo", "es")->language.level, content::TranslationLevel::L3); // has no such text
}

TEST(Levels, AFuzzyEntryIsADraft)
{
    const SiteCopy site;
    site.replace("translations/es.po", "# Read by two.\n# level: L4\n", "#, fuzzy\n");
    const auto edition = buildAndRead(site, "small", "es");
    EXPECT_EQ(edition->language.level, content::TranslationLevel::L3);
    EXPECT_EQ(edition->language.learnLevel, content::TranslationLevel::L0);
    EXPECT_EQ(edition->findTopic("numbers"), nullptr); // live: below the floor of learn topics
}

TEST_P(LocalDamage, NeverStopsTheNationalContent)
{
    const Damage &damage = GetParam();
    const SiteCopy site;
    site.replace(damage.file, damage.from, damage.to);
    const authoring::Report report = authoring::build(site.content(), "small", site.root() / "out", fixtureDay());
    EXPECT_GT(report.errors(), 0U);
    EXPECT_TRUE(report.builtWithoutSite) << authoring::formatFindings(report, false);
    EXPECT_FALSE(site.check().ok());

    const auto edition = buildAndRead(site, "small");
    EXPECT_EQ(edition->release.site, "small");
    EXPECT_EQ(edition->release.mode, content::Mode::Demonstration);
    EXPECT_EQ(edition->siteName, "Porchlight");
    EXPECT_NE(edition->findTopic("pay"), nullptr);
    EXPECT_NE(edition->findContact("helpline"), nullptr);
    EXPECT_EQ(edition->findTopic("here"), nullptr);
    EXPECT_EQ(edition->findTopic("north-law"), nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    Authoring, LocalDamage,
    testing::Values(Damage{"broken_yaml", "sites/small/site.yaml", "name: Small library", "name: \"Small library"},
                    Damage{"unknown_layer", "sites/small/site.yaml", "layers: [north]", "layers: [south]"},
                    Damage{"site_topic", "sites/small/topics/here.md", "tile: work", "tile: nowhere"},
                    Damage{"site_fragment", "sites/small/fragments.yaml", "id: small-desk", "id: may-share"},
                    Damage{"translation_of_the_site", "translations/es.po", "Deben informar si", "Deben informar 5 si"},
                    Damage{"layer_contact", "layers/north/contacts/north-office.yaml", "trust_class: T3",
                           "trust_class: T9"}),
    [](const auto &damage) { return std::string(damage.param.name); });

TEST(Sites, MistakesOfOneDoNotMatterToAnother)
{
    for (const auto &[file, from, to] :
         {std::tuple{"sites/small/site.yaml", "name: Small library", "name: \"Small library"},
          std::tuple{"sites/small/topics/here.md", "id: here", "id: pay"},
          std::tuple{"layers/circle/layer.yaml", "kind: agency", "kind: club"}}) {
        const SiteCopy site;
        site.replace(file, from, to);
        const std::string other = std::string(file).starts_with("layers") ? "small" : "demo";
        const authoring::Report report = authoring::build(site.content(), other, site.root() / "out", fixtureDay());
        EXPECT_TRUE(report.ok()) << authoring::formatFindings(report, false);
        EXPECT_FALSE(site.check().ok()) << file;
    }
}

TEST(Sites, AMistakeInTheNationalContentStopsAll)
{
    const SiteCopy site;
    site.replace("topics/pay.md", "tile: work", "tile: nowhere");
    site.replace("sites/small/topics/here.md", "tile: work", "tile: nowhere");
    const authoring::Report report = authoring::build(site.content(), "small", site.root() / "out", fixtureDay());
    EXPECT_GE(report.errors(), 2U); // all are told
    EXPECT_FALSE(report.builtWithoutSite);
    EXPECT_FALSE(fs::exists(site.root() / "out"));
}

TEST(Check, TellsOfTooManyChoicesOnceLayersAreMerged)
{
    const SiteCopy site;
    const std::string topic = site.read("topics/numbers.md");
    for (const char *name : {"two", "three", "four", "five", "six"}) {
        std::string copy = topic;
        copy.replace(copy.find("id: numbers"), 11, std::string("id: ") + name);
        site.write(std::string("topics/") + name + ".md", copy);
    }
    const auto isIt = [](const authoring::Finding &finding) { return finding.code == "too-many-choices"; };
    const authoring::Report report = site.check();
    EXPECT_EQ(std::count_if(report.faults.begin(), report.faults.end(), isIt), 1) // six national, seven with North
        << authoring::formatFindings(report, false);
    EXPECT_TRUE(authoring::check(site.content(), "demo", fixtureDay()).ok()); // where one of them is hidden
}

} // namespace porchlight::tests
