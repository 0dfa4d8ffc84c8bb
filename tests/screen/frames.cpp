// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How many frames, and how long, from a touch or key to what it asks for, on the real kiosk with the software renderer.
// One line each: what is measured, where, the number of the first frame from which on all stands there, milliseconds.
//
// usage: screen_frames cover|open RELEASE-FOLDER WxH [ROUNDS]
#include "screen/controls.h"
#include "screen/screen.h"

#include <QGuiApplication>
#include <QSet>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace porchlight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using programs::Stop;
using screen::Screen;

namespace {

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "screen_frames: %s\n", what);
    std::exit(1);
}

void tell(const QString &what, const QString &where, const screen::FrameRecorder &seen, int frame)
{
    std::printf("%s\t%s\t%d\t%.2f\n", qPrintable(what), qPrintable(where), frame,
                frame > 0 ? seen.frames()[frame - 1].milliseconds : 0.0);
}

const screen::Control *find(const QList<screen::Control> &controls, QLatin1StringView sign)
{
    const auto it = std::find_if(controls.begin(), controls.end(), [&](const auto &one) { return one.sign == sign; });
    return it == controls.end() ? nullptr : &*it;
}

/// From every place, by finger and by both kinds of keys, until the cover stands there.
class CoverFrames {
public:
    explicit CoverFrames(Screen &screen) : m_screen(screen)
    {
        screen.visit().clearScreen();
        screen.rest(100ms);
        m_cover = screen.shown();
    }

    void measure()
    {
        const std::vector<Stop> stops = programs::allStops(*m_screen.kiosk().edition(), m_screen.kiosk().filmed());
        for (const Stop &stop : stops)
            from(stop.name, u"en"_s, [&] { return programs::goTo(stop, m_screen.scripted()); });
        for (const Stop &stop : stops)
            if (stop.page == u"print"_s || stop.page == u"topics"_s || stop.page == u"numbers"_s)
                from(u"ar-"_s + stop.name, u"ar"_s, [&] { return programs::goTo(stop, m_screen.scripted()); });
        from(u"focus-somewhere"_s, u"en"_s, [&] {
            for (int times = 0; times < 3; ++times)
                m_screen.key(Qt::Key_Tab);
            return true;
        });
        from(u"large-and-dark"_s, u"en"_s, [&] {
            m_screen.visit().setTextSize(4);
            m_screen.visit().chooseLook(viewmodels::VisitView::Dark);
            return true;
        });
        from(u"reach-mode"_s, u"en"_s, [&] {
            m_screen.visit().setReach(true);
            return true;
        });
        fromTheMiddleOf(u"slide"_s, [&] {
            m_screen.visit().open(u"numbers"_s);
            m_screen.turn(50ms);
        });
        fromTheMiddleOf(u"opening-a-page"_s, [&] { m_screen.visit().open(u"numbers"_s); });
        fromTheMiddleOf(u"reading-a-language"_s, [&] { m_screen.visit().chooseLanguage(u"ar"_s); });
        m_screen.kiosk().film().setStill(false);
        for (const Stop &stop : stops)
            if (stop.page == u"film"_s)
                whilePlays(stop);
        m_screen.kiosk().film().setStill(true);
    }

private:
    enum Gesture { Finger, Escape, Shifts };

    void from(const QString &place, const QString &language, const std::function<bool()> &go)
    {
        for (const Gesture gesture : {Finger, Escape, Shifts}) {
            m_screen.setMotion(false);
            if (!m_screen.begin(language) || !go())
                giveUp(qPrintable(place + u" cannot be reached"_s));
            m_screen.rest(15ms);
            m_screen.setMotion(true);
            if (!screen::isAlike(m_screen.shown(), m_cover))
                clear(place, gesture, 20ms);
        }
    }

    /// What is under way goes on while the gesture is made.
    void fromTheMiddleOf(const QString &what, const std::function<void()> &begin)
    {
        for (const Gesture gesture : {Finger, Escape, Shifts}) {
            m_screen.setMotion(false);
            if (!m_screen.begin(u"en"_s))
                giveUp("no visit can be begun");
            m_screen.rest();
            m_screen.setMotion(true);
            begin();
            clear(what, gesture, 0ms); // before it ends
        }
    }

    /// With the real decoder: a picture that is on its way must not come after the cover.
    void whilePlays(const Stop &stop)
    {
        for (const Gesture gesture : {Finger, Escape, Shifts}) {
            int pictures = 0;
            const auto counting =
                QObject::connect(&m_screen.kiosk().film(), &viewmodels::FilmPage::frame,
                                 [&](const QImage &picture) { pictures += picture.isNull() ? 0 : 1; });
            m_screen.setMotion(false);
            if (!m_screen.begin(u"en"_s) || !programs::goTo(stop, m_screen.scripted()))
                giveUp("no film can be reached");
            if (!programs::waitFor([&] { return pictures >= 10; }))
                giveUp("a film does not play");
            m_screen.setMotion(true);
            clear(u"playing-"_s + stop.name, gesture, 50ms);
            const int before = pictures;
            m_screen.turn(200ms);
            if (pictures != before || m_screen.kiosk().film().playing())
                giveUp("a film goes on after Clear screen");
            QObject::disconnect(counting);
        }
    }

    /// `held`: how long the finger is down. Longer than a frame, and what is pressed is seen.
    void clear(const QString &place, Gesture gesture, std::chrono::milliseconds held)
    {
        const QList<screen::Control> controls = screen::controlsOn(m_screen.window());
        const screen::Control *button = find(controls, QLatin1StringView("clear"));
        const QPointF finger = button ? button->middle : QPointF();
        if (gesture == Finger) {
            if (!button)
                return; // the question whether somebody is there has no bar
            m_screen.fingerDown(finger);
            if (held > 0ms)
                m_screen.turn(held);
        } else if (gesture == Shifts) {
            m_screen.key(Qt::Key_Shift);
            m_screen.key(Qt::Key_Shift);
        }
        const screen::FrameRecorder seen(m_screen);
        if (gesture == Finger)
            m_screen.fingerUp(finger);
        else
            m_screen.key(gesture == Escape ? Qt::Key_Escape : Qt::Key_Shift);
        if (gesture == Finger)
            m_screen.turn(60ms); // also what follows is the cover, and nothing flashes
        else
            m_screen.turn(20ms);
        if (!programs::waitFor([this] { return m_screen.printing() == 0; }))
            giveUp("a print that is not on the paper goes on");
        const char *const names[] = {"cover by finger", "cover by escape", "cover by shifts"};
        tell(QString::fromLatin1(names[gesture]), place, seen, seen.firstOf(m_cover));
    }

    Screen &m_screen;
    QImage m_cover;
};

/// Every control of every page once, until what it leads to is drawn. Nothing slides: it would be a frame after frame.
class OpenFrames {
public:
    explicit OpenFrames(Screen &screen) : m_screen(screen) {}

    void measure()
    {
        for (const Stop &stop : programs::allStops(*m_screen.kiosk().edition(), m_screen.kiosk().filmed()))
            while (pressNext(stop)) {
            }
    }

private:
    /// False when all of this page has been pressed.
    bool pressNext(const Stop &stop)
    {
        if (!m_screen.begin(u"en"_s) || !programs::goTo(stop, m_screen.scripted()))
            giveUp("a stop cannot be reached");
        m_screen.rest();
        viewmodels::VisitView &visit = m_screen.visit();
        for (const screen::Control &control : screen::controlsOn(m_screen.window())) {
            const QString key = visit.page() + u'/' + control.sign + u'/' + control.name;
            if (m_pressed.contains(key) || control.sign == u"clear"_s)
                continue;
            m_pressed.insert(key);
            press(control, stop.name + u" > "_s + control.name);
            return true;
        }
        return false;
    }

    void press(const screen::Control &control, const QString &where)
    {
        viewmodels::VisitView &visit = m_screen.visit();
        const QString page = visit.page() + u'/' + visit.key();
        const QString language = visit.language();
        const int textSize = visit.textSize();
        const bool reach = visit.reach();
        const auto look = visit.look();
        m_screen.fingerDown(control.middle);
        m_screen.turn(20ms);
        const screen::FrameRecorder seen(m_screen);
        m_screen.fingerUp(control.middle);
        m_screen.rest(30ms);
        if (seen.frames().isEmpty())
            return;
        const QString what = visit.language() != language                ? u"language"_s
                             : visit.textSize() != textSize              ? u"text size"_s
                             : visit.reach() != reach                    ? u"reach mode"_s
                             : visit.look() != look                      ? u"look"_s
                             : visit.page() + u'/' + visit.key() != page ? u"page"_s
                                                                         : u"on the page"_s;
        // A name may have a soft line break.
        tell(what, QString(where).replace(QChar(u'\n'), QChar(u' ')) + u" > "_s + visit.page(), seen,
             seen.firstOf(seen.frames().last().picture));
    }

    Screen &m_screen;
    QSet<QString> m_pressed;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    programs::prepareEnvironment();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const bool cover = qstrcmp(argv[1], "cover") == 0;
    Screen screen(programs::parsePixels(QString::fromLatin1(argv[3])), argv[2], false);
    if (!screen.start())
        giveUp("no content");
    for (int round = 0; round < (argc > 4 ? std::atoi(argv[4]) : 1); ++round) {
        if (cover)
            CoverFrames(screen).measure();
        else
            OpenFrames(screen).measure();
    }
    return 0;
}
