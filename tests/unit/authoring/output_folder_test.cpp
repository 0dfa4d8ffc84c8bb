// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/output_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace porchlight::tests {

namespace fs = std::filesystem;
using authoring::OutputFolder;
using authoring::writeFile;

namespace {

class Output : public testing::Test {
protected:
    Output()
    {
        std::string name = (fs::temp_directory_path() / "porchlight-output-XXXXXX").string();
        root = ::mkdtemp(name.data());
    }
    ~Output() override { fs::remove_all(root); }

    void writeRelease(const char *bytes)
    {
        OutputFolder output(root / "out");
        ASSERT_TRUE(output.begin({"fonts"}));
        ASSERT_TRUE(writeFile(output.draft() / "content.sqlite", bytes));
        ASSERT_TRUE(output.commit());
    }
    fs::path root;
};

} // namespace

TEST_F(Output, StandsOnlyWhenCommitted)
{
    {
        OutputFolder output(root / "out");
        ASSERT_TRUE(output.begin({"fonts"}));
        EXPECT_FALSE(fs::exists(root / "out"));
    }
    EXPECT_TRUE(fs::is_empty(root));
    writeRelease("1");
    EXPECT_EQ(fs::file_size(root / "out/content.sqlite"), 1U);
}

TEST_F(Output, ReplacesAFormerReleaseAndWhatAnUnfinishedRunLeft)
{
    writeRelease("1");
    fs::create_directories(root / "out.new/fonts");
    std::ofstream(root / "out.new/fonts/stray.ttf") << "x";
    writeRelease("22");
    EXPECT_EQ(fs::file_size(root / "out/content.sqlite"), 2U);
    EXPECT_FALSE(fs::exists(root / "out/fonts/stray.ttf"));
    EXPECT_FALSE(fs::exists(root / "out.new"));
}

TEST_F(Output, TakesAnEmptyFolderButNothingElse)
{
    fs::create_directory(root / "out");
    writeRelease("1");
    fs::create_directory(root / "home");
    std::ofstream(root / "home/letter.txt") << "dear";
    OutputFolder output(root / "home/");
    const auto begun = output.begin({"fonts"});
    ASSERT_FALSE(begun);
    EXPECT_EQ(begun.fault().code, "output-taken");
    EXPECT_TRUE(fs::exists(root / "home/letter.txt"));
}

} // namespace porchlight::tests
