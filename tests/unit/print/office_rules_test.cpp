// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/printer_words.h"
#include "print/office/queue_rules.h"
#include "print/office/watch_mark.h"

#include <gtest/gtest.h>

using namespace porchlight::print;
using Words = std::vector<std::string>;

namespace {

QueueSight idle(Words reasons = {})
{
    return {"slip", "ipp://localhost/ipp/print", QueueSight::State::Idle, "", std::move(reasons), 0};
}

QueueSight stopped(const std::string &message)
{
    return {"slip", "ipp://localhost/ipp/print", QueueSight::State::Stopped, message, {"paused"}, 0};
}

const std::string mark(watchMark);

} // namespace

TEST(PrinterWords, LosesSeverityAndSaysEachOnce)
{
    EXPECT_EQ(plainWords({true, {"media-needed-error", "media-empty-error", "cover-open"}, {}}),
              (Words{"cover-open", "media-empty"}));
    EXPECT_EQ(plainWords({false, {"none"}, {}}), Words{});
    EXPECT_EQ(plainWords({false, {"media-low-warning", "toner-low-report"}, {}}), Words{"media-low"});
}

TEST(PrinterWords, NeverSaysPausedWhichWouldStopTheQueue)
{
    EXPECT_EQ(plainWords({true, {"paused"}, {}}), Words{"other"});
    EXPECT_EQ(plainWords({false, {"moving-to-paused"}, {}}), Words{"other"});
}

TEST(PrinterWords, AStoppedPrinterOrAnErrorIsTold)
{
    EXPECT_EQ(plainWords({true, {"none"}, {}}), Words{"other"});
    EXPECT_EQ(plainWords({true, {"media-low"}, {}}), (Words{"media-low", "other"}));
    EXPECT_EQ(plainWords({false, {"some-new-word-error"}, {}}), Words{"other"});
    EXPECT_EQ(plainWords({false, {"some-new-word-warning"}, {}}), Words{});
}

TEST(PrinterWords, AnEmptyTrayBesideAFullOneIsNoEnd)
{
    const Words one{"type=sheetFeedAutoRemovableTray;maxcapacity=250;level=0;name=main;"};
    const Words two{one.front(), "type=sheetFeedManual;maxcapacity=25;level=20;name=top;"};
    const Words some{"level=-3;name=main;"};
    const Words unknown{"level=-2;name=main;"};
    EXPECT_EQ(plainWords({false, {"media-empty-report"}, one}), Words{"media-empty"});
    EXPECT_EQ(plainWords({false, {"media-empty-report"}, two}), Words{"media-low"});
    EXPECT_EQ(plainWords({false, {"media-empty-warning"}, some}), Words{"media-low"});
    EXPECT_EQ(plainWords({false, {"media-empty-warning"}, unknown}), Words{"media-empty"});
    EXPECT_EQ(plainWords({false, {"media-empty-error"}, two}), Words{"media-empty"}) << "it says that it can't print";
    EXPECT_EQ(plainWords({true, {"media-empty-report"}, two}), Words{"media-empty"});
}

TEST(QueueRules, KnowsWhoCanBeAsked)
{
    EXPECT_TRUE(isOfficePrinter("ipp://printer/ipp/print"));
    EXPECT_TRUE(isOfficePrinter("ipps://printer:443/ipp/print"));
    EXPECT_TRUE(isOfficePrinter("dnssd://Office._ipps._tcp.local/?uuid=1"));
    for (const char *other :
         {"socket://10.0.0.1", "usb://EPSON/TM", "file:///dev/null", "dnssd://X._printer._tcp.local/"})
        EXPECT_FALSE(isOfficePrinter(other)) << other;
}

TEST(QueueRules, WritesOnlyWhatIsNew)
{
    EXPECT_EQ(nextStep(idle(), {}), (QueueStep{false, true, {mark}}));
    EXPECT_FALSE(nextStep(idle({mark}), {}).write);
    EXPECT_FALSE(nextStep(idle({mark, "media-empty"}), {"media-empty"}).write) << "in whatever order";
    EXPECT_TRUE(nextStep(idle({"cover-open-warning", mark}), {}).write) << "what a cancelled job left";
}

TEST(QueueRules, LeavesAQueueWithAJobAlone)
{
    QueueSight busy = idle();
    busy.jobs = 1;
    EXPECT_EQ(nextStep(busy, {"media-empty"}), QueueStep{});
    busy.jobs = 0;
    busy.state = QueueSight::State::Processing;
    EXPECT_EQ(nextStep(busy, {"media-empty"}), QueueStep{});
    QueueSight waiting = stopped("The printer is not responding.");
    waiting.jobs = 1;
    EXPECT_EQ(nextStep(waiting, {}), QueueStep{}) << "its slip would come out for the next visitor";
}

TEST(QueueRules, StartsAgainOnlyWhatTheBackendStopped)
{
    EXPECT_TRUE(nextStep(stopped("The printer is not responding."), {}).resume);
    EXPECT_FALSE(nextStep(stopped("The printer is not responding."), offlineWords()).resume) << "it would stop again";
    for (const char *message : {"Paused", "", "being mended", "The printer is not responding. Ask Ann."})
        EXPECT_EQ(nextStep(stopped(message), {}), QueueStep{}) << message;
}
