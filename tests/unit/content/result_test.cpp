// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/result.h"

#include <gtest/gtest.h>
#include <memory>

namespace porchlight::content {
namespace {

TEST(Fault, DescribesItselfInOneForm)
{
    const Fault fault{"yaml-syntax", "content/topics/pay.md:12", "The list is not closed.", "Add a bracket."};
    EXPECT_EQ(fault.describe(), "content/topics/pay.md:12: The list is not closed. Add a bracket. [yaml-syntax]");
}

TEST(Fault, LeavesOutWhatItDoesNotHave)
{
    EXPECT_EQ((Fault{"code", "", "What.", ""}).describe(), "What. [code]");
}

TEST(Result, HoldsAValueOrAFault)
{
    const Result<int> good = 7;
    ASSERT_TRUE(good);
    EXPECT_EQ(*good, 7);
    const Result<int> bad = Fault{"code", "here", "What.", "Do."};
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.fault().code, "code");
    EXPECT_THROW((void)*bad, std::bad_variant_access);
}

TEST(Result, HandsOnWhatCanOnlyBeMoved)
{
    Result<std::unique_ptr<int>> made = std::make_unique<int>(3);
    const std::unique_ptr<int> taken = *std::move(made);
    EXPECT_EQ(*taken, 3);
}

} // namespace
} // namespace porchlight::content
