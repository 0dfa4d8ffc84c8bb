// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/file_printer.h"
#include "print/slip_layout.h"
#include "sample_slips.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gmock/gmock.h>

namespace porchlight::print {
namespace {

using ::testing::ElementsAre;

QSizeF pageMm(const QByteArray &pdf)
{
    static const QRegularExpression box(QStringLiteral(R"(/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\])"));
    const auto match = box.match(QString::fromLatin1(pdf));
    return QSizeF(match.captured(1).toDouble(), match.captured(2).toDouble()) * 25.4 / 72;
}

class SlipPdf : public ::testing::TestWithParam<SampleLanguage> {};

TEST_P(SlipPdf, HasThePaperOfItsDesign)
{
    for (const QSizeF size : {QSizeF(60, 200), QSizeF(80, 0), QSizeF(210, 297)}) {
        const SlipLayout layout(sampleSlip(GetParam(), size.width(), size.height()));
        const QSizeF page = pageMm(layout.pdf());
        EXPECT_NEAR(page.width(), layout.sizeMm().width(), 0.3);
        EXPECT_NEAR(page.height(), layout.sizeMm().height(), 0.3);
    }
}

TEST_P(SlipPdf, DoesNotSayWhenOrByWhatItWasMade)
{
    const QByteArray pdf = SlipLayout(sampleSlip(GetParam(), 60, 90)).pdf();
    ASSERT_TRUE(pdf.startsWith("%PDF-"));
    for (const char *word :
         {"CreationDate", "CreateDate", "ModDate", "MetadataDate", "Producer", "Qt 6", "Author", "uuid"})
        EXPECT_FALSE(pdf.contains(word)) << word;
    EXPECT_EQ(pdf.count("/Title"), 1);
    EXPECT_TRUE(pdf.contains(QByteArray("\xfe\xff\0s\0l\0i\0p", 10))) << "title and creator";
    EXPECT_EQ(pdf, SlipLayout(sampleSlip(GetParam(), 60, 90)).pdf()) << "the same slip is the same file";
}

INSTANTIATE_TEST_SUITE_P(Slip, SlipPdf, ::testing::ValuesIn(sampleLanguages()), [](const auto &language) {
    return QString::fromStdString(language.param.tag).remove(QLatin1Char('-')).toStdString();
});

std::vector<PrintState> statesOf(Printer &printer, std::stop_token stop = {})
{
    std::vector<PrintState> states;
    printer.print(
        sampleSlip(sampleLanguages().front(), 60, 90), [&](PrintState state) { states.push_back(state); }, stop);
    return states;
}

TEST(FilePrinter, KeepsOnlyTheLastSlip)
{
    const QTemporaryDir folder;
    FilePrinter printer(folder.filePath(QStringLiteral("slip.pdf")));
    for (int i = 0; i < 2; ++i)
        EXPECT_THAT(statesOf(printer),
                    ElementsAre(PrintState::GettingReady, PrintState::Printing, PrintState::Printed));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QFile file(folder.filePath(QStringLiteral("slip.pdf")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().startsWith("%PDF-"));
}

TEST(FilePrinter, FailsWhereItMayNotWrite)
{
    FilePrinter printer(QStringLiteral("/proc/nowhere/slip.pdf"));
    EXPECT_THAT(statesOf(printer), ElementsAre(PrintState::GettingReady, PrintState::Printing, PrintState::Failed));
}

TEST(FilePrinter, WritesNothingWhenCancelled)
{
    const QTemporaryDir folder;
    FilePrinter printer(folder.filePath(QStringLiteral("slip.pdf")));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THAT(statesOf(printer, stop.get_token()), ElementsAre(PrintState::GettingReady, PrintState::Cancelled));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

} // namespace
} // namespace porchlight::print
