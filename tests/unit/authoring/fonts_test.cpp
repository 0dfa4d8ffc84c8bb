// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include <unistd.h>

namespace porchlight::tests {

namespace fs = std::filesystem;
using namespace authoring;

namespace {

/// Writes a subset to a folder of its own and finds it there again by its name.
FontFile subsetAgain(const FontFile &font, const CharacterSet &characters, const fs::path &folder)
{
    fs::create_directories(folder);
    std::ofstream(folder / fontFileName(font), std::ios::binary) << subsetFont(font, characters);
    const FontTable found = findFonts({folder}, {font.family});
    EXPECT_EQ(found.size(), 1U);
    return found.empty() ? FontFile{} : found.begin()->second;
}

class Fonts : public testing::Test {
protected:
    Fonts() : folder(fs::temp_directory_path() / ("porchlight-fonts-" + std::to_string(::getpid()))) {}
    ~Fonts() override { fs::remove_all(folder); }
    fs::path folder;
};

} // namespace

TEST_F(Fonts, AreFoundByTheNameInTheFile)
{
    const std::set<std::string> families{"Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "No Such Font"};
    const FontTable fonts = findFonts(defaultFontFolders(), families);
    EXPECT_EQ(fonts.size(), 6U);
    EXPECT_EQ(fonts.at({"Noto Sans", true}).file.filename(), "NotoSans-Bold.ttf");
    EXPECT_EQ(fontFileName(fonts.at({"Noto Sans CJK SC", false})), "NotoSansCJKSC-Regular.ttf");
}

TEST_F(Fonts, SubsetHoldsWhatIsAskedForAndLittleElse)
{
    const FontFile whole = findFonts(defaultFontFolders(), {"Noto Sans Arabic"}).at({"Noto Sans Arabic", false});
    const CharacterSet wanted{U'ر', U'ج', U'و', U'ع'};
    const FontFile small = subsetAgain(whole, wanted, folder);
    EXPECT_EQ(charactersOf(small), wanted);
    EXPECT_LT(fs::file_size(small.file), fs::file_size(whole.file) / 4);
    EXPECT_EQ(subsetFont(whole, wanted), subsetFont(whole, wanted));
}

TEST_F(Fonts, SubsetOfACollectionIsAFontOfItsOwn)
{
    const FontFile whole = findFonts(defaultFontFolders(), {"Noto Sans CJK SC"}).at({"Noto Sans CJK SC", true});
    const FontFile small = subsetAgain(whole, {U'简', U'体'}, folder);
    EXPECT_TRUE(small.bold);
    EXPECT_EQ(small.index, 0U);
    EXPECT_EQ(charactersOf(small), (CharacterSet{U'简', U'体'}));
}

} // namespace porchlight::tests
