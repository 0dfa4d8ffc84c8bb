// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site_copy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace porchlight::tests {

namespace fs = std::filesystem;

SiteCopy::SiteCopy()
{
    std::string name = (fs::temp_directory_path() / "porchlight-authoring-XXXXXX").string();
    m_root = ::mkdtemp(name.data());
    fs::copy(fs::path(TEST_DATA) / "site-small", content(), fs::copy_options::recursive);
    for (const char *drawing : {"icons/bus", "icons/lamp", "icons/phone", "illustrations/bus", "illustrations/phone",
                                "illustrations/paper", "illustrations/lamp"}) {
        const fs::path file = m_root / "media" / (std::string(drawing) + ".svg");
        fs::create_directories(file.parent_path());
        std::ofstream(file) << "<svg aria-hidden=\"true\"/>";
    }
}

SiteCopy::~SiteCopy()
{
    std::error_code ignored;
    fs::remove_all(m_root, ignored);
}

std::string SiteCopy::read(const std::string &file) const
{
    std::ifstream in(content() / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void SiteCopy::write(const std::string &file, const std::string &text) const
{
    fs::create_directories((content() / file).parent_path());
    std::ofstream(content() / file, std::ios::binary) << text;
}

void SiteCopy::replace(const std::string &file, const std::string &from, const std::string &to) const
{
    std::string text = read(file);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << file << " does not hold: " << from;
    write(file, text.replace(at, from.size(), to));
}

int SiteCopy::lineOf(const std::string &file, const std::string &needle) const
{
    const std::string text = read(file);
    const auto at = text.find(needle);
    EXPECT_NE(at, std::string::npos) << file << " does not hold: " << needle;
    if (needle.empty() || at == std::string::npos)
        return 0;
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

authoring::Report SiteCopy::check() const
{
    return authoring::check(content(), {}, fixtureDay());
}

authoring::Options fixtureDay()
{
    authoring::Options options;
    options.today = content::parseDate("2026-11-22");
    return options;
}

} // namespace porchlight::tests
