// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check_names.h"
#include "authoring/hsds_import.h"
#include "authoring/report_format.h"
#include "site_copy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace porchlight::tests {

using authoring::Import;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

/// A list in a folder of its own beside the content.
class HsdsImport : public testing::Test {
protected:
    HsdsImport()
    {
        site.write("../list/organizations.csv", "id,name,website\no1,Harbor House,https://harbor.example.org\n");
        site.write("../list/services.csv",
                   "id,organization_id,name,description,url,status\n"
                   "s1,o1,Food Pantry,Bags of food each week.,https://harbor.example.org/food/,active\n"
                   "s2,o1,\"Beds, and more\",\"Takes you in, with your children, for 30 nights, {and} helps.\",,\n");
        site.write("../list/phones.csv", "id,service_id,organization_id,number,extension,type\n"
                                         "p1,s1,,(573) 555-0171,12,voice\n"
                                         "p2,,o1,573.555.0172,,\n"
                                         "p3,s1,,573-555-0173,,fax\n");
        site.write("../list/schedules.csv", "id,service_id,byday,opens_at,closes_at\n"
                                            "c1,s1,\"MO,TU,WE,TH,FR\",09:00:00,17:30:00\n"
                                            "c2,s2,MO,8:00 PM,9:00 PM\n");
    }

    [[nodiscard]] Import import(const std::string &from = "list") const
    {
        return importHsds(site.content(), "sites/small", site.root() / from, fixtureDay());
    }
    static std::vector<std::string> codes(const Import &import)
    {
        std::vector<std::string> all;
        for (const authoring::Finding &finding : import.report.faults)
            all.push_back(finding.code + " " + finding.where.substr(finding.where.rfind('/') + 1));
        return all;
    }

    SiteCopy site;
};

constexpr const char *pantry = "sites/small/contacts/food-pantry.yaml";
constexpr const char *beds = "sites/small/contacts/beds-and-more.yaml";

} // namespace

TEST_F(HsdsImport, WritesAContactForEachService)
{
    const Import done = import();
    EXPECT_THAT(done.written, ElementsAre(pantry, beds));
    EXPECT_THAT(codes(done), ElementsAre("row-left-out phones.csv:4", "row-left-out schedules.csv:3"));
    const std::string text = site.read(pantry);
    for (const char *part :
         {"id: food-pantry", "name: \"Food Pantry\"", "for_what: \"Bags of food each week.\"",
          "answers: \"Harbor House answers.\"", "local: true", "value: \"1-573-555-0171\"",
          "instruction: \"Then dial extension 12.\"", "value: \"1-573-555-0172\"", "hours: \"9:00-17:30\"",
          "hours_words: \"Monday to Friday, {hours}\"", "mark: B", "status: unverified",
          "source_url: \"https://harbor.example.org/food/\"", "checked_on: 2026-11-22", "expires_on: 2027-02-20"})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("0173")));
}

TEST_F(HsdsImport, KeepsWhatBreaksTheRulesForTextsInAComment)
{
    static_cast<void>(import());
    const std::string text = site.read(beds);
    EXPECT_THAT(text, HasSubstr("# The list says: Takes you in, with your children, for 30 nights, {and} helps.\n"));
    EXPECT_THAT(text, HasSubstr("for_what: \"Ask what they offer.\""));
    EXPECT_THAT(text, HasSubstr("source_url: \"https://harbor.example.org\""));
    EXPECT_THAT(text, Not(HasSubstr("hours:")));
}

TEST_F(HsdsImport, MakesWhatTheCheckAccepts)
{
    static_cast<void>(import());
    // Without hours, whose form the loader of contacts judges by itself.
    site.write("contacts/beds-and-more.yaml", site.read(beds));
    std::filesystem::remove_all(site.content() / "sites/small/contacts");
    const authoring::Report report = site.check();
    EXPECT_EQ(report.errors(), 0U) << authoring::formatFindings(report, false);
}

TEST_F(HsdsImport, WritesOverNothing)
{
    site.write(pantry, "mine\n");
    site.write("contacts/beds-and-more.yaml", "mine too\n");
    const Import done = import();
    EXPECT_TRUE(done.written.empty());
    EXPECT_TRUE(done.report.ok());
    EXPECT_THAT(codes(done), ElementsAre("already-there services.csv:2", "already-there services.csv:3"));
    EXPECT_EQ(site.read(pantry), "mine\n");
}

TEST_F(HsdsImport, TakesAFlatList)
{
    site.write("../flat.csv", "\xEF\xBB\xBForganization_name,service_name,number,type,url\r\n"
                              "Harbor House,Night line,573-555-0174,,https://harbor.example.org\r\n"
                              "\r\n"
                              "Harbor House,Night line,573-555-0175,,https://harbor.example.org\r\n"
                              "Harbor House,Web only,,,https://harbor.example.org/web/\r\n");
    EXPECT_THAT(import("flat.csv").written,
                ElementsAre("sites/small/contacts/night-line.yaml", "sites/small/contacts/night-line-2.yaml",
                            "sites/small/contacts/web-only.yaml"));
    EXPECT_THAT(site.read("sites/small/contacts/web-only.yaml"), HasSubstr("value: \"harbor.example.org/web\""));
}

TEST_F(HsdsImport, TellsBadRowsAndTakesTheGoodOnes)
{
    site.write("../flat.csv", "service_name,number,url,status\n"
                              "No page,573-555-0174,,\n"
                              "Bad number,573-555,https://a.example.org,\n"
                              "Too,many,https://a.example.org,,cells\n"
                              "Bad \xff bytes,573-555-0174,https://a.example.org,\n"
                              "Closed,573-555-0174,https://a.example.org,defunct\n"
                              ",573-555-0174,https://a.example.org,\n"
                              "\"Open quote,573-555-0174,https://a.example.org,\n"
                              "Good,573-555-0174,https://a.example.org,\n");
    const Import done = import("flat.csv");
    EXPECT_THAT(done.written, ElementsAre("sites/small/contacts/good.yaml"));
    EXPECT_FALSE(done.report.ok());
    EXPECT_THAT(codes(done),
                testing::UnorderedElementsAre("bad-row flat.csv:2", "bad-row flat.csv:3", "bad-row flat.csv:3",
                                              "bad-row flat.csv:4", "not-utf8 flat.csv:5", "row-left-out flat.csv:6",
                                              "bad-row flat.csv:7", "bad-row flat.csv:8"));
    for (const authoring::Finding &finding : done.report.faults)
        EXPECT_FALSE(finding.remedy.empty());
}

TEST_F(HsdsImport, TellsWhatIsNotThere)
{
    EXPECT_THAT(codes(import("nowhere")), ElementsAre("missing-file services.csv"));
    const Import lost = importHsds(site.content(), "sites/nowhere", site.root() / "list", fixtureDay());
    EXPECT_THAT(codes(lost), ElementsAre("missing-file nowhere"));
    EXPECT_THAT(authoring::importJson(lost), testing::StartsWith("{\"written\": [], \"errors\": 1, "));
}

TEST_F(HsdsImport, LeavesRowsThatBelongToNothing)
{
    site.write("../list/phones.csv", "id,service_id,number\np1,s9,573-555-0171\n");
    EXPECT_THAT(codes(import()), testing::Contains("row-left-out phones.csv:2"));
}

TEST_F(HsdsImport, GivesNoRowOfAnUnknownServiceToOthers)
{
    site.write("../list/phones.csv", "id,service_id,organization_id,number\n"
                                     "p1,s9,o1,573-555-0171\n"
                                     "p2,,o1,573-555-0172\n");
    const Import done = import();
    EXPECT_THAT(codes(done), testing::Contains("row-left-out phones.csv:2"));
    ASSERT_FALSE(done.report.faults.empty());
    EXPECT_THAT(done.report.faults[0].what, HasSubstr("`s9`"));
    EXPECT_THAT(site.read(pantry), Not(HasSubstr("0171")));
    EXPECT_THAT(site.read(pantry), HasSubstr("0172"));
}

TEST_F(HsdsImport, WritesTwelveNumbersAContactAtMost)
{
    std::string phones = "id,service_id,organization_id,number\n";
    for (int i = 0; i < 13; ++i)
        phones += "p,,o1,573-555-01" + std::to_string(10 + i) + "\n";
    site.write("../list/phones.csv", phones + "own,s1,,573-555-0171\n");
    const Import done = import();
    const std::string text = site.read(pantry);
    EXPECT_THAT(text, HasSubstr("0171")); // its own comes before those of the organization
    EXPECT_THAT(text, HasSubstr("id: call-12"));
    EXPECT_THAT(text, Not(HasSubstr("id: call-13")));
    // Once for each row, not for each service.
    EXPECT_THAT(codes(done), ElementsAre("row-left-out phones.csv:13", "row-left-out phones.csv:14",
                                         "row-left-out schedules.csv:3"));
}

TEST_F(HsdsImport, SurvivesRandomDamage)
{
    std::mt19937 random(11); // the same every time
    const std::string sound = site.read("../list/services.csv");
    for (int round = 0; round < 60; ++round) {
        std::string text = sound;
        for (int change = 0; change < 4; ++change)
            text[random() % text.size()] = "\"\"',\n\r :{}\\\tx0\xff"[random() % 14];
        site.write("../list/services.csv", text);
        for (const authoring::Finding &finding : import().report.faults)
            EXPECT_TRUE(authoring::isCheckName(finding.code)) << finding.code;
    }
}

} // namespace porchlight::tests
