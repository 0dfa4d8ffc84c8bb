// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site_copy.h"

#include "authoring/report_format.h"
#include "store/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace porchlight::tests {

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Every file below a folder with its bytes.
std::vector<std::pair<std::string, std::string>> contentsOf(const fs::path &folder)
{
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.emplace_back(fs::relative(entry.path(), folder).string(), bytesOf(entry.path()));
    std::sort(files.begin(), files.end());
    return files;
}

authoring::Report build(const SiteCopy &site, const fs::path &output, const std::string &name = "small")
{
    authoring::Report report = authoring::build(site.content(), name, output, fixtureDay());
    return report;
}

std::shared_ptr<const content::Edition> editionOf(const fs::path &output, const std::string &tag)
{
    auto reader = store::Reader::open(output / "content.sqlite");
    if (!reader) {
        ADD_FAILURE() << reader.fault().describe();
        return nullptr;
    }
    auto edition = reader->edition(tag, *content::parseDate("2026-11-22"));
    return edition ? *edition : nullptr;
}

} // namespace

TEST(Build, WritesAReleaseThatTheReaderShows)
{
    const SiteCopy site;
    const fs::path output = site.root() / "out";
    const authoring::Report report = build(site, output);
    ASSERT_TRUE(report.ok()) << authoring::formatFindings(report, false);

    const auto spanish = editionOf(output, "es");
    ASSERT_TRUE(spanish);
    EXPECT_EQ(spanish->release.mode, content::Mode::Live);
    EXPECT_EQ(spanish->release.site, "small");
    EXPECT_EQ(content::formatDate(spanish->release.newestDate), "2026-11-04");
    EXPECT_EQ(spanish->interface.at("bar.home"), "Inicio");
    ASSERT_EQ(spanish->tiles.size(), 4U);
    EXPECT_EQ(spanish->tiles[0].title, "Trabajo y pago");
    const content::Topic *pay = spanish->findTopic("pay");
    ASSERT_TRUE(pay);
    ASSERT_EQ(pay->blocks.size(), 6U);
    EXPECT_EQ(pay->blocks[1].text, "Puede preguntar por su pago. Llame al \u2066"
                                   "2-1-1\u2069.");
    EXPECT_EQ(pay->blocks[3].text, "Anote el dinero que recibe.");
    EXPECT_EQ(pay->blocks[4].kind, content::Block::Kind::Note);
    EXPECT_EQ(pay->blocks[5].contactId, "info");
    ASSERT_EQ(spanish->contacts.size(), 4U);
    EXPECT_EQ(spanish->contacts[0].id, "info"); // by order, not by file name
    EXPECT_TRUE(spanish->contacts[0].ordinary);
    EXPECT_EQ(spanish->contacts[1].slipName, "Línea de ayuda");
    EXPECT_EQ(spanish->siteServices.size(), 2U);
    EXPECT_EQ(spanish->slipDesigns.size(), 2U);
}

TEST(Build, FallsBackToEnglishWhereATranslationIsMissing)
{
    const SiteCopy site;
    ASSERT_TRUE(build(site, site.root() / "out").ok());
    const auto arabic = editionOf(site.root() / "out", "ar");
    ASSERT_TRUE(arabic);
    EXPECT_EQ(arabic->language.direction, content::Direction::RightToLeft);
    EXPECT_EQ(arabic->interface.at("bar.back"), "رجوع");
    EXPECT_EQ(arabic->findTopic("pay")->blocks[4].text, "Keep your notes where only you find them.");
}

TEST(Build, IsADemonstrationUntilEveryItemIsDone)
{
    const SiteCopy site;
    site.replace("sites/small/site.yaml", "  - {item: lawyer, done_on: 2026-11-04, done_by: Tests}\n", "");
    ASSERT_TRUE(build(site, site.root() / "out").ok());
    EXPECT_EQ(editionOf(site.root() / "out", "en")->release.mode, content::Mode::Demonstration);
}

TEST(Build, GivesTheSameBytesForTheSameSources)
{
    const SiteCopy site;
    const SiteCopy other; // in another folder, and its files in another order of making
    ASSERT_TRUE(build(site, site.root() / "out").ok());
    ASSERT_TRUE(build(other, other.root() / "elsewhere/out").ok());
    EXPECT_TRUE(contentsOf(site.root() / "out") == contentsOf(other.root() / "elsewhere/out"));
}

TEST(Build, ReplacesARelease)
{
    const SiteCopy site;
    const fs::path output = site.root() / "out";
    ASSERT_TRUE(build(site, output).ok());
    const auto first = contentsOf(output);
    site.replace("interface.yaml", "text: Back", "text: Return");
    site.replace("translations/es.po", "msgid \"Back\"", "msgid \"Return\"");
    ASSERT_TRUE(build(site, output).ok());
    EXPECT_EQ(editionOf(output, "en")->interface.at("bar.back"), "Return");
    EXPECT_FALSE(contentsOf(output) == first);
    EXPECT_FALSE(fs::exists(site.root() / "out.new"));
    EXPECT_FALSE(fs::exists(site.root() / "out.old"));
}

TEST(Build, LeavesTheFormerReleaseAloneWhenThereAreErrors)
{
    const SiteCopy site;
    const fs::path output = site.root() / "out";
    ASSERT_TRUE(build(site, output).ok());
    const auto before = contentsOf(output);
    site.replace("tiles.yaml", "icon: bus", "icon: gone");
    EXPECT_FALSE(build(site, output).ok());
    EXPECT_TRUE(contentsOf(output) == before);
    EXPECT_FALSE(fs::exists(site.root() / "out.new"));
}

TEST(Build, RefusesToReplaceWhatIsNoRelease)
{
    const SiteCopy site;
    const authoring::Report report = build(site, site.content());
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.faults.back().code, "output-taken");
    EXPECT_TRUE(fs::exists(site.content() / "tiles.yaml"));
}

TEST(Build, TellsWhereItCannotWrite)
{
    const SiteCopy site;
    std::ofstream(site.root() / "file") << "x";
    const authoring::Report report = build(site, site.root() / "file/out");
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.faults.back().code, "output-not-written");
}

} // namespace porchlight::tests
