// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/auto_printer.h"
#include "sample_slips.h"

#include <QFile>
#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace porchlight::print {
namespace {

using ::testing::ElementsAre;
using Readiness = PrinterStatus::Readiness;

SlipDocument slip(bool ofDemonstration)
{
    SlipDocument slip = sampleSlip(sampleLanguages().front(), 60, 90);
    if (ofDemonstration)
        slip.lines.insert(slip.lines.begin(), {QStringLiteral("Demonstration"), SlipLine::Role::Mark});
    return slip;
}

/// A socket that nobody answers at, as a program that has died leaves it.
void leaveSocket(const std::string &path)
{
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    ASSERT_EQ(bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    close(descriptor);
}

struct AutoPrinterTest : ::testing::Test {
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("slip.pdf"));
    std::string thermal = folder.filePath(QStringLiteral("thermal")).toStdString();
    std::string cups = folder.filePath(QStringLiteral("cups")).toStdString();
    AutoPrinter printer{{thermal, cups, file}};

    std::vector<PrintState> print(const SlipDocument &document, std::stop_token stop = {})
    {
        std::vector<PrintState> states;
        printer.print(
            document, [&](PrintState state) { states.push_back(state); }, stop);
        return states;
    }
};

TEST_F(AutoPrinterTest, ADemonstrationWithoutAPrinterWritesItsFile)
{
    EXPECT_EQ(printer.status({}).readiness, Readiness::NoPrinter);
    EXPECT_EQ(print(slip(true)).back(), PrintState::Printed);
    EXPECT_TRUE(QFile::exists(file));
}

TEST_F(AutoPrinterTest, ALiveKioskWithoutAPrinterSaysSoAndWritesNothing)
{
    EXPECT_THAT(print(slip(false)), ElementsAre(PrintState::NoPrinter));
    EXPECT_FALSE(QFile::exists(file));
}

TEST_F(AutoPrinterTest, APrinterThatComesIsTakenAtTheNextSlip)
{
    EXPECT_EQ(print(slip(true)).back(), PrintState::Printed);
    QFile::remove(file);
    leaveSocket(thermal);
    EXPECT_EQ(printer.status({}).readiness, Readiness::NotReachable);
    EXPECT_EQ(print(slip(true)).back(), PrintState::NotReachable) << "a slip for paper is not written to a file";
    EXPECT_FALSE(QFile::exists(file));
    QFile::remove(QString::fromStdString(thermal));
    EXPECT_EQ(print(slip(true)).back(), PrintState::Printed) << "it has gone again";
}

TEST_F(AutoPrinterTest, ASchedulerThatNeverAnsweredHasNoQueue)
{
    leaveSocket(cups);
    EXPECT_EQ(printer.status({}).readiness, Readiness::NoPrinter);
    EXPECT_EQ(print(slip(false)).back(), PrintState::NoPrinter);
}

TEST_F(AutoPrinterTest, CancelsWithoutAPrinterToo)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(print(slip(true), stop.get_token()).back(), PrintState::Cancelled);
    EXPECT_FALSE(QFile::exists(file));
}

} // namespace
} // namespace porchlight::print
