// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table in the code, the one for editors, and the codes that are told must be the same.
#include "authoring/check_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>

namespace porchlight::tests {

using namespace authoring;

namespace {

std::string fileText(const std::filesystem::path &file)
{
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, Told> codesOfTheGuide()
{
    const std::string guide = fileText(SOURCE_ROOT "/content/README.md");
    const std::string table = guide.substr(guide.find("## What the check says"));
    const std::regex row("\n\\| (`[^|]*) \\|");
    const std::regex code("`([a-z0-9-]+)`( e?w)?");
    std::map<std::string, Told> codes;
    for (std::sregex_iterator it(table.begin(), table.end(), row), end; it != end; ++it) {
        const std::string cell = (*it)[1];
        for (std::sregex_iterator name(cell.begin(), cell.end(), code); name != end; ++name) {
            const std::string mark = (*name)[2];
            codes[(*name)[1]] = mark == " w" ? Told::Warning : mark == " ew" ? Told::Both : Told::Error;
        }
    }
    return codes;
}

std::set<std::string> codesToldIn(const std::filesystem::path &folder)
{
    const std::regex told("(?:error|warning)\\(\\s*\"([a-z0-9-]+)\"|Fault\\{\"([a-z0-9-]+)\"");
    std::set<std::string> codes;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp")
            continue;
        const std::string text = fileText(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), told), end; it != end; ++it)
            codes.insert((*it)[1].matched ? (*it)[1] : (*it)[2]);
    }
    return codes;
}

} // namespace

TEST(CheckNames, AreThoseThatEditorsRead)
{
    const auto guide = codesOfTheGuide();
    EXPECT_EQ(guide.size(), checkNames().size());
    for (const CheckName &name : checkNames()) {
        const auto it = guide.find(name.code);
        ASSERT_NE(it, guide.end()) << name.code << " is missing in content/README.md";
        EXPECT_EQ(it->second, name.told) << name.code;
    }
    for (const auto &[code, told] : guide)
        EXPECT_TRUE(isCheckName(code)) << code << " is no check";
}

TEST(CheckNames, AreAllThatAreTold)
{
    const auto codes = codesToldIn(SOURCE_ROOT "/app/authoring");
    EXPECT_GT(codes.size(), 50U);
    for (const std::string &code : codes)
        EXPECT_TRUE(isCheckName(code)) << code << " is told, but check --list does not name it";
}

TEST(CheckNames, StandOnOneLineEach)
{
    const std::string list = formatCheckNames();
    EXPECT_EQ(std::count(list.begin(), list.end(), '\n'), std::ptrdiff_t(checkNames().size()));
    EXPECT_THAT(checkNamesJson(), testing::HasSubstr("{\"code\": \"yaml-syntax\", \"told\": \"error\", \"means\": "));
    std::set<std::string> once;
    for (const CheckName &name : checkNames())
        EXPECT_TRUE(once.insert(name.code).second) << name.code;
}

} // namespace porchlight::tests
