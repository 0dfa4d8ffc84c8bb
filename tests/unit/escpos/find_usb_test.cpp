// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/find_usb.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace porchlight::print::escpos {
namespace {

class FindUsb : public testing::Test {
protected:
    FindUsb() : m_sys(std::filesystem::path(testing::TempDir()) / ("porchlight-find-usb-" + std::to_string(::getpid())))
    {
        std::filesystem::remove_all(m_sys);
    }
    ~FindUsb() override { std::filesystem::remove_all(m_sys); }

    void plug(const std::string &name, const std::string &identity)
    {
        const auto folder = m_sys / "class/usbmisc" / name / "device";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "ieee1284_id") << identity << '\n';
    }

    std::filesystem::path m_sys;
};

TEST_F(FindUsb, FindsThoseThatNameTheLanguageFirst)
{
    plug("lp0", "MFG:Nameless;MDL:POS-80;CLS:PRINTER;");
    plug("lp1", "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;CLS:PRINTER;");
    plug("lp2", "MFG:HP;CMD:PCL,PDF;MDL:LaserJet;CLS:PRINTER;");
    plug("lp3", "MANUFACTURER:Star;COMMAND SET:StarLine,escpos;MODEL:TSP;");
    plug("hiddev0", "CMD:ESC/POS;");
    EXPECT_EQ(usbPrinters(m_sys, "/dev"),
              (std::vector<std::filesystem::path>{"/dev/usb/lp1", "/dev/usb/lp3", "/dev/usb/lp0"}));
}

TEST_F(FindUsb, FindsNoneWhereThereIsNone)
{
    EXPECT_TRUE(usbPrinters(m_sys, "/dev").empty());
    plug("lp0", "CMD:PWGRaster,URF;");
    EXPECT_TRUE(usbPrinters(m_sys, "/dev").empty());
}

} // namespace
} // namespace porchlight::print::escpos
