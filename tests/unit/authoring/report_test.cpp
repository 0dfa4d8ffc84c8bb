// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/check_names.h"
#include "authoring/report.h"
#include "authoring/report_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace porchlight::tests {

using namespace authoring;
using testing::HasSubstr;

namespace {

Report sample()
{
    Findings findings("content/");
    findings.warning("expired", {"topics/pay.md", 12}, "It \"expired\".", "Check it.");
    findings.error("denied", {"topics/pay.md", 2}, "No.", "Out.");
    findings.error("denied", {"topics/pay.md", 2}, "No.", "Out.");
    findings.error("missing-file", {"a.yaml", 0}, "Gone.", "Add it.");
    return findings.report();
}

} // namespace

TEST(Report, IsSortedAndTellsAThingOnce)
{
    EXPECT_EQ(formatFindings(sample(), false),
              "content/a.yaml  1 error, 0 warnings.\n"
              "content/a.yaml: error: Gone. Add it. [missing-file]\n"
              "\n"
              "content/topics/pay.md  1 error, 1 warning.\n"
              "content/topics/pay.md:2: error: No. Out. [denied]\n"
              "content/topics/pay.md:12: warning: It \"expired\". Check it. [expired]\n");
    EXPECT_EQ(summaryOf(sample()), "2 errors, 1 warning.");
    EXPECT_EQ(summaryOf({}), "No faults.");
}

TEST(Report, HasColoursOnlyWhenAsked)
{
    EXPECT_THAT(formatFindings(sample(), true), HasSubstr("\033["));
    EXPECT_THAT(formatFindings(sample(), false), testing::Not(HasSubstr("\033[")));
}

TEST(Report, SpeaksJson)
{
    EXPECT_THAT(reportJson(sample()), HasSubstr("{\"severity\": \"warning\", \"code\": \"expired\", \"file\": "
                                                "\"content/topics/pay.md\", \"line\": 12, \"what\": \"It "
                                                "\\\"expired\\\".\", \"remedy\": \"Check it.\"}"));
    EXPECT_THAT(reportJson(sample()),
                HasSubstr("\"codes\": {\"denied\": 1, \"expired\": 1, \"missing-file\": 1}, \"faults\": ["));
    EXPECT_EQ(reportJson({}), "{\"errors\": 0, \"warnings\": 0, \"codes\": {}, \"faults\": []}\n");
}

TEST(Report, SumsUpByCode)
{
    EXPECT_EQ(formatCodes(sample()), "  denied        1 error, 0 warnings.\n"
                                     "  expired       0 errors, 1 warning.\n"
                                     "  missing-file  1 error, 0 warnings.\n");
    EXPECT_EQ(formatCodes({}), "");
}

TEST(Report, CanBeCutToSomeCodes)
{
    const Report some = onlyThese(sample(), {"expired"});
    EXPECT_TRUE(some.ok());
    EXPECT_EQ(some.warnings(), 1U);
}

} // namespace porchlight::tests
