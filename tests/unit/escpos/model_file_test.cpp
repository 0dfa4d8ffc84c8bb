// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/model_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace porchlight::print::escpos {
namespace {

class ModelFile : public testing::Test {
protected:
    ~ModelFile() override { std::filesystem::remove(m_file); }

    content::Result<Model> read(const std::string &text)
    {
        std::ofstream(m_file) << text;
        return readModel(m_file);
    }

    // Tests run beside each other.
    std::filesystem::path m_file =
        std::filesystem::path(testing::TempDir()) / ("porchlight-model-" + std::to_string(::getpid()) + ".yaml");
};

TEST_F(ModelFile, SaysOnlyWhatDiffers)
{
    const auto model = read("name: Small\nroll_mm: 58\nprintable_mm: 48\ncut: \"1d 56 01\"\n"
                            "presenter:\n  present: \"1d 65 03 0c\"\n  retract: \"1d 65 02\"\n  retract_after: 20\n");
    ASSERT_TRUE(model) << model.fault().describe();
    EXPECT_EQ(model->widthDots(), 384);
    EXPECT_EQ(model->cut, "\x1dV\x01");
    EXPECT_EQ(model->rowsPerStrip, Model().rowsPerStrip);
    ASSERT_TRUE(model->presenter);
    EXPECT_EQ(model->presenter->retract, "\x1d\x65\x02");
    EXPECT_EQ(model->presenter->retractAfter, std::chrono::seconds(20));
}

TEST_F(ModelFile, NamesTheLineThatIsWrong)
{
    const std::vector<std::pair<std::string, int>> wrong{
        {"name: A\nroll_mm: wide\n", 2},
        {"name: A\nrows_per_strip: 801\n", 2},
        {"name: A\ncutt: \"1d 56 01\"\n", 2},
        {"cut: \"1d 5\"\n", 1},
        {"cut: \"1d,56\"\n", 1},
        {"name: A\npresenter:\n  present: \"1d\"\n", 3},
        {"name: A\n\nconfirmation: maybe\n", 3},
        {"- 1\n", 1},
        {"name: [\n", 2},
    };
    for (const auto &[text, line] : wrong) {
        const auto model = read(text);
        ASSERT_FALSE(model) << text;
        EXPECT_EQ(model.fault().where, m_file.string() + ":" + std::to_string(line)) << text;
    }
    EXPECT_FALSE(readModel("/nonexistent.yaml"));
    EXPECT_FALSE(read("roll_mm: 58\nprintable_mm: 72\n"));
}

TEST_F(ModelFile, AllThatComeWithPorchlightAreRight)
{
    int count = 0;
    for (const auto &entry : std::filesystem::directory_iterator(SOURCE_ROOT "/deploy/printers/thermal/models")) {
        const auto model = readModel(entry.path());
        EXPECT_TRUE(model) << model.fault().describe();
        ++count;
    }
    EXPECT_GT(count, 1);
}

} // namespace
} // namespace porchlight::print::escpos
