// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/link.h"

#include <gtest/gtest.h>

namespace porchlight::print::escpos {
namespace {

TEST(Address, IsReadAsItIsWritten)
{
    EXPECT_EQ(parseAddress("auto")->kind, Address::Kind::Auto);
    EXPECT_EQ(parseAddress("usb:/dev/usb/lp0")->place, "/dev/usb/lp0");
    EXPECT_EQ(parseAddress("tcp:192.168.1.20")->port, 9100);
    EXPECT_EQ(parseAddress("tcp:192.168.1.20:9101")->port, 9101);
    EXPECT_EQ(parseAddress("tcp:[fe80::1]:9101")->place, "fe80::1");
    EXPECT_EQ(parseAddress("tcp:fe80::1")->port, 9100);
    const auto serial = parseAddress("serial:/dev/ttyUSB0,38400,rtscts");
    ASSERT_TRUE(serial);
    EXPECT_EQ(serial->baud, 38400);
    EXPECT_EQ(serial->flow, Address::Flow::Hardware);
    EXPECT_EQ(parseAddress("serial:/dev/ttyS0,9600,xonxoff")->flow, Address::Flow::Software);
}

TEST(Address, SaysWhatIsWrong)
{
    for (const char *text : {"", "lp0", "usb:lp0", "tcp:", "tcp:printer.local", "tcp:10.0.0.1:0", "tcp:10.0.0.1:99999",
                             "tcp:10.0.0.1:", "serial:ttyS0", "serial:/dev/ttyS0,300", "serial:/dev/ttyS0,9600,both",
                             "serial:/dev/ttyS0,9600,rtscts,8n1", "tcp:[", "tcp::"}) {
        const auto address = parseAddress(text);
        ASSERT_FALSE(address) << text;
        EXPECT_FALSE(address.fault().remedy.empty()) << text;
    }
}

} // namespace
} // namespace porchlight::print::escpos
