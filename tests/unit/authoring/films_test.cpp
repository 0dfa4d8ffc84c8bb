// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site_copy.h"

#include "content/film.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace porchlight::tests {

namespace fs = std::filesystem;

namespace {

constexpr const char *file = "../media/films/pay.yaml";

constexpr const char *good = R"(topic: pay
seconds: 60
scenes:
  - start: 0
    drawing: pay
    moves:
      - {part: all, scale: [1, 2]}
    says: ["You have a right to fair pay"]
  - start: 20
    says: ["You have a right to fair pay", "Write down each work day."]
  - start: 40.5
    says: ["Keep your notes where only you find them."]
)";

class Films : public testing::Test {
protected:
    Films()
    {
        fs::create_directories(site.root() / "media/films");
        fs::create_directories(site.root() / "media/illustrations");
        fs::create_directories(site.root() / "made/pay");
        std::ofstream(site.root() / "media/illustrations/pay.svg") << R"(<svg aria-hidden="true"/>)";
        std::ofstream(site.root() / "made/pay/film.webm") << "a picture";
        site.write(file, good);
    }

    /// "code file:line" of each error about the film.
    [[nodiscard]] std::vector<std::string> told() const
    {
        std::vector<std::string> lines;
        for (const auto &finding : site.check().faults)
            if (finding.where.find("/films/") != std::string::npos)
                lines.push_back(finding.code + " " + finding.where.substr(finding.where.rfind('/') + 1));
        return lines;
    }

    [[nodiscard]] authoring::Report build() const
    {
        authoring::Options options = fixtureDay();
        options.films = site.root() / "made";
        return authoring::build(site.content(), "small", site.root() / "out", options);
    }

    SiteCopy site;
};

using Told = std::vector<std::string>;

} // namespace

TEST_F(Films, WhatTheTopicSaysIsWell)
{
    EXPECT_EQ(told(), Told{});
}

TEST_F(Films, WordsThatTheTopicNoLongerSays)
{
    site.replace("topics/pay.md", "Write down each work day.", "Write down every day.");
    EXPECT_EQ(told(), Told{"film-words pay.yaml:10"});
}

TEST_F(Films, WordsOutOfOrder)
{
    site.replace(file, "Keep your notes where only you find them.",
                 "You can ask about your pay. Call {number:info.call}.");
    EXPECT_EQ(told(), Told{"film-words pay.yaml:12"});
}

TEST_F(Films, Times)
{
    site.replace(file, "start: 20", "start: 50");
    EXPECT_EQ(told(), Told{"film-times pay.yaml:11"});
    site.replace(file, "start: 50", "start: 20");
    site.replace(file, "seconds: 60", "seconds: 91");
    EXPECT_EQ(told(), Told{"film-times pay.yaml:2"});
}

TEST_F(Films, NamesOfWhatIsNotThere)
{
    site.replace(file, "drawing: pay", "drawing: castle");
    EXPECT_EQ(told(), Told{"missing-picture pay.yaml:5"});
    site.replace(file, "drawing: castle", "drawing: pay");
    site.replace(file, "topic: pay", "topic: castle");
    EXPECT_EQ(told(), (Told{"file-name pay.yaml:1", "missing-topic pay.yaml:1"}));
}

TEST_F(Films, AReleaseHoldsThemWithTheirCues)
{
    const authoring::Report report = build();
    ASSERT_TRUE(report.ok());
    std::ifstream in(site.root() / "out/films/pay/cues.tsv");
    const std::string cues{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(cues, "0\t20000\t0\n20000\t40500\t0,2\n40500\t60000\t4\n");
    EXPECT_TRUE(content::parseCues(cues));
    EXPECT_TRUE(fs::exists(site.root() / "out/films/pay/film.webm"));
}

TEST_F(Films, OnesThatPeopleSignedComeAlong)
{
    fs::create_directories(site.root() / "media/films/pay");
    std::ofstream(site.root() / "media/films/pay/ase.webm") << "signs";
    ASSERT_TRUE(build().ok());
    EXPECT_TRUE(fs::exists(site.root() / "out/films/pay/ase.webm"));
}

TEST_F(Films, WithoutAPictureThereIsNoRelease)
{
    fs::remove(site.root() / "made/pay/film.webm");
    const authoring::Report report = build();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.faults.back().code, "film-not-made");
    EXPECT_FALSE(fs::exists(site.root() / "out"));
}

} // namespace porchlight::tests
