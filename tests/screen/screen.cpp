// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/screen.h"

#include "programs/porchlight-tour/scripted_printer.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QPixmap>
#include <QPointingDevice>
#include <QScreen>
#include <QTest>
#include <QTimer>

#include <cstdlib>
#include <cstring>

namespace porchlight::screen {

using namespace std::chrono_literals;

namespace {

/// Knows whether a print is still being worked on.
class CountedPrinter final : public print::Printer {
public:
    CountedPrinter(std::atomic<print::PrintState> &state, std::atomic<int> &printing)
        : m_printer(state), m_printing(printing)
    {
    }
    void print(const print::SlipDocument &slip, const Report &report, std::stop_token stop) override
    {
        ++m_printing;
        m_printer.print(slip, report, std::move(stop));
        --m_printing;
    }

private:
    programs::ScriptedPrinter m_printer;
    std::atomic<int> &m_printing;
};

} // namespace

Screen::Screen(QSize size, const std::filesystem::path &builtIn, bool motion) : m_finger(QTest::createTouchDevice())
{
    programs::Options options;
    options.root.clear();
    options.builtIn = builtIn;
    options.window = size;
    options.motion = motion;
    m_composition = std::make_unique<programs::Composition>(
        options, m_clock, std::make_unique<CountedPrinter>(m_printState, m_printing), viewmodels::Listening::Ways());
    m_lastFrame.start();
}

Screen::~Screen() = default;

bool Screen::start()
{
    m_composition->start();
    const auto isWhole = [this] {
        const content::Edition *edition = kiosk().edition();
        return m_composition->window() && edition && edition->extent == content::Extent::Whole;
    };
    if (!programs::waitFor(isWhole))
        return false;
    QObject::connect(&window(), &QQuickWindow::frameSwapped, &window(), [this] { m_lastFrame.start(); });
    rest(200ms);
    return true;
}

void Screen::fingerDown(QPointF at)
{
    QTest::touchEvent(&window(), m_finger.get(), false).press(0, at.toPoint(), &window()).commit(false);
}

void Screen::fingerUp(QPointF at)
{
    QTest::touchEvent(&window(), m_finger.get(), false).release(0, at.toPoint(), &window()).commit(false);
}

void Screen::tap(QPointF at)
{
    fingerDown(at);
    fingerUp(at);
}

void Screen::key(Qt::Key key)
{
    QTest::keyClick(&window(), key);
}

void Screen::timePasses(std::chrono::milliseconds by)
{
    m_clock.advance(by);
    visit().timePassed();
}

void Screen::turn(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void Screen::rest(std::chrono::milliseconds quiet)
{
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(quiet.count()) || !m_lastFrame.hasExpired(quiet.count()))
        turn(5ms);
}

bool Screen::begin(const QString &language)
{
    visit().startAgain();
    visit().touched();
    visit().chooseLanguage(language);
    return programs::waitFor([&] {
        return visit().language() == language && visit().page() == QLatin1StringView("home") &&
               kiosk().edition()->extent == content::Extent::Whole;
    });
}

QImage Screen::shown()
{
    return QGuiApplication::primaryScreen()->grabWindow(window().winId()).toImage();
}

bool isAlike(const QImage &one, const QImage &other)
{
    constexpr int unseen = 32;
    if (one.size() != other.size() || one.depth() != 32 || other.depth() != 32)
        return false;
    for (int y = 0; y < one.height(); ++y) {
        const auto *a = reinterpret_cast<const QRgb *>(one.constScanLine(y));
        const auto *b = reinterpret_cast<const QRgb *>(other.constScanLine(y));
        if (std::memcmp(a, b, static_cast<std::size_t>(one.width()) * sizeof(QRgb)) == 0)
            continue;
        for (int x = 0; x < one.width(); ++x) {
            if (std::abs(qRed(a[x]) - qRed(b[x])) > unseen || std::abs(qGreen(a[x]) - qGreen(b[x])) > unseen ||
                std::abs(qBlue(a[x]) - qBlue(b[x])) > unseen)
                return false;
        }
    }
    return true;
}

FrameRecorder::FrameRecorder(Screen &screen)
{
    m_timer.start();
    m_connection = QObject::connect(&screen.window(), &QQuickWindow::frameSwapped, &screen.window(), [this, &screen] {
        const double now = static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        m_frames.append({now - m_looking, screen.shown()});
        m_looking += static_cast<double>(m_timer.nsecsElapsed()) / 1e6 - now;
    });
}

int FrameRecorder::firstOf(const QImage &wanted) const
{
    int first = 0;
    for (int at = static_cast<int>(m_frames.size()); at > 0 && isAlike(m_frames[at - 1].picture, wanted); --at)
        first = at;
    return first;
}

} // namespace porchlight::screen
