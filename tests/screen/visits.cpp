// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Many visits, one after the other, on one kiosk: nothing of one may reach the next. Each is made up by its own seed.
// Says what was met on the way; or, at the first visit that leaves something behind, what, its steps and how to make it
// again. Exit status: 0 nothing was left, 1 something was, 2 wrong arguments.
//
// usage: screen_visits RELEASE-FOLDER WxH FIRST-SEED VISITS [FOLDER for pictures of what differs]
#include "programs/porchlight/message_filter.h"
#include "screen/rest_state.h"
#include "screen/visitor.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>

#include <cstdio>
#include <malloc.h>

using namespace porchlight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using content::Edition;
using screen::Screen;

namespace {

QStringList warnings;

void noteWarning(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !programs::tellsOfAVisit(message))
        warnings.append(message);
}

/// Says what remains of a visit, by comparing with the kiosk before anybody came.
class Witness {
public:
    explicit Witness(Screen &screen, QString folder) : m_screen(screen), m_folder(std::move(folder))
    {
        const auto note = [this](const std::shared_ptr<const Edition> &edition) {
            if (edition && edition->language.tag != edition->release.defaultLanguage)
                m_foreign.push_back(edition);
        };
        QObject::connect(&screen.library(), &viewmodels::Library::answered, &m_context,
                         [note](const std::shared_ptr<const Edition> &edition, int) { note(edition); });
        QObject::connect(&screen.library(), &viewmodels::Library::completed, &m_context,
                         [note](const auto &, const std::shared_ptr<const Edition> &whole) { note(whole); });
        // One visit of each kind first: what is made at the first use only is there then.
        probe(m_probes);
        screen.key(Qt::Key_Down);
        screen.visit().clearScreen();
        screen.rest();
        m_cover = screen.shown();
        screen.visit().startAgain();
        QList<QImage> again;
        m_fault = probe(again);
        screen.rest();
        m_first = screen.shown();
        m_state = screen::stateOf(screen.window());
    }

    /// Empty unless already what was done to look at the kiosk left something.
    [[nodiscard]] const QString &fault() const { return m_fault; }

    /// Empty when the first page stands there as if nobody had come.
    QString atTheFirstPage()
    {
        m_screen.setMotion(false);
        const auto asNew = [&] { return screen::isAlike(m_screen.shown(), m_first); };
        if (!becomes(asNew))
            return picture(u"the first page"_s, m_first);
        if (!becomes([&] { return m_screen.printing() == 0; }))
            return u"a job is still at the printer"_s;
        if (!becomes([&] { return nothingForeignIsHeld(); }))
            return u"the texts of another language are still held"_s;
        if (const QString wrong = visitIsNotNew(); !wrong.isEmpty())
            return wrong;
        QStringList state;
        if (!becomes([&] { return (state = screen::stateOf(m_screen.window())) == m_state; }))
            return u"the window is not as it was: "_s + screen::firstDifferences(m_state, state);
        bool ended = false;
        const auto listening =
            QObject::connect(&m_screen.visit(), &viewmodels::VisitView::ended, &m_context, [&] { ended = true; });
        m_screen.timePasses(10min);
        QObject::disconnect(listening);
        if (ended || m_screen.visit().asking())
            return u"somebody is still waited for"_s;
        return asNew() ? QString() : picture(u"the first page, later,"_s, m_first);
    }

    QString atTheCover()
    {
        m_screen.setMotion(false);
        Screen::turn(2ms); // else the second knock of a double tap is swallowed for a while yet
        if (!becomes([&] { return screen::isAlike(m_screen.shown(), m_cover); }))
            return picture(u"the cover"_s, m_cover);
        return visitIsNotNew(true);
    }

    /// What the next visitor sees on the pages that a visit changes.
    QString atThePages()
    {
        QList<QImage> pages;
        const QString wrong = probe(pages);
        for (qsizetype at = 0; at < pages.size() && wrong.isEmpty(); ++at)
            if (!screen::isAlike(pages[at], m_probes[at]))
                return picture(u"page %1 of the next visitor"_s.arg(at), m_probes[at], pages[at]);
        return wrong;
    }

private:
    bool becomes(const std::function<bool()> &condition)
    {
        for (int left = 300; left > 0; --left) {
            if (condition())
                return true;
            Screen::turn(left > 290 ? 2ms : 10ms);
        }
        return false;
    }

    QString visitIsNotNew(bool covered = false)
    {
        viewmodels::VisitView &visit = m_screen.visit();
        viewmodels::SlipPage &slip = m_screen.kiosk().slip();
        const Edition &edition = *m_screen.kiosk().edition();
        const QString language = QString::fromStdString(edition.release.defaultLanguage);
        const auto &lines = slip.lines()->rows();
        const std::pair<bool, const char *> wrongs[] = {
            {visit.covered() != covered, "the cover"},
            {visit.page() != u"languages"_s || !visit.key().isEmpty(), "the page"},
            {visit.canGoBack(), "a way back"},
            {visit.language() != language, "the language"},
            {edition.language.tag != edition.release.defaultLanguage, "the language of the texts"},
            {visit.textSize() != visit::Visit::defaultTextSize, "the text size"},
            {visit.look() != viewmodels::VisitView::Light, "the look"},
            {visit.reach(), "reach mode"},
            {visit.asking(), "the question"},
            {std::any_of(lines.begin(), lines.end(), [](const auto &line) { return line.chosen; }), "a slip line"},
            {!slip.preview().isEmpty(), "the preview of the slip"},
            {slip.state() != viewmodels::SlipPage::Choosing, "a print"},
        };
        QStringList found;
        for (const auto &[wrong, what] : wrongs)
            if (wrong)
                found.append(QLatin1StringView(what));
        return found.isEmpty() ? QString() : u"left: "_s + found.join(u", "_s);
    }

    /// The editions that were read for a visit are gone; the engine's garbage may hold the last for a moment.
    bool nothingForeignIsHeld()
    {
        std::erase_if(m_foreign, [](const auto &edition) { return edition.expired(); });
        return m_foreign.empty();
    }

    QString probe(QList<QImage> &pages)
    {
        viewmodels::VisitView &visit = m_screen.visit();
        m_screen.setMotion(false);
        if (!m_screen.begin(u"en"_s))
            return u"no visit can be begun"_s;
        const auto look = [&] {
            m_screen.rest(12ms);
            pages.append(m_screen.shown());
        };
        look();
        for (const char *page : {"display", "slip", "numbers"}) {
            visit.open(QLatin1StringView(page));
            look();
        }
        // Clear screen is explained to everybody before the first sensitive page.
        for (const auto &[id, topic] : m_screen.kiosk().edition()->topics) {
            if (!topic.sensitive)
                continue;
            visit.open(u"topic"_s, QString::fromStdString(id));
            if (visit.key() != u"before"_s)
                return u"left: Clear screen counts as explained"_s;
            break;
        }
        visit.startAgain();
        return {};
    }

    QString picture(const QString &what, const QImage &wanted, QImage got = {})
    {
        if (got.isNull())
            got = m_screen.shown();
        if (!m_folder.isEmpty()) {
            wanted.save(m_folder + u"/visits-wanted.png"_s);
            got.save(m_folder + u"/visits-got.png"_s);
        }
        return what + u" is not what it was"_s;
    }

    Screen &m_screen;
    QString m_folder;
    QObject m_context;
    QImage m_first;
    QImage m_cover;
    QList<QImage> m_probes;
    QStringList m_state;
    QString m_fault;
    std::vector<std::weak_ptr<const Edition>> m_foreign;
};

/// Empty when nothing is left.
QString oneVisit(screen::Visitor &visitor, Witness &witness, bool probed)
{
    visitor.wander();
    if (visitor.end()) {
        if (const QString left = witness.atTheCover(); !left.isEmpty())
            return left;
        visitor.leaveCover();
    }
    QString left = witness.atTheFirstPage();
    if (left.isEmpty() && probed)
        left = witness.atThePages();
    if (left.isEmpty() && !warnings.isEmpty())
        left = u"warnings: "_s + warnings.join(u"; "_s);
    return left;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 5)
        return 2;
    programs::prepareEnvironment();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(noteWarning);
    const QGuiApplication app(argc, argv);
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const char *size = argv[2];
    const unsigned first = static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10));
    const unsigned visits = static_cast<unsigned>(std::strtoul(argv[4], nullptr, 10));
    Screen screen(programs::parsePixels(QString::fromLatin1(size)), argv[1], false);
    if (!screen.start()) {
        std::printf("no content\n");
        return 1;
    }
    Witness witness(screen, argc > 5 ? QString::fromLocal8Bit(argv[5]) : QString());
    if (!witness.fault().isEmpty()) {
        std::printf("before any visit: %s\n", qPrintable(witness.fault()));
        return 1;
    }
    QMap<QString, int> seen;
    constexpr unsigned every = 10; // visits before the pages are looked at
    for (unsigned seed = first; seed < first + visits; ++seed) {
        screen::Visitor visitor(screen, seed);
        const QString left = oneVisit(visitor, witness, seed % every == 0);
        for (auto it = visitor.seen().begin(); it != visitor.seen().end(); ++it)
            seen[it.key()] += it.value();
        if (!left.isEmpty()) {
            std::printf("seed %u at %s: %s\n", seed, size, qPrintable(left));
            for (const QString &step : visitor.steps())
                std::printf("  %s\n", qPrintable(QString(step).replace(QChar(u'\n'), QChar(u' '))));
            std::printf("again: screen_visits RELEASE %s %u 1; or, with the ten before it, %u 11\n", size, seed,
                        seed < 10 ? 0 : seed - 10);
            return 1;
        }
        if (const unsigned done = seed - first + 1; done == visits || done % 100 == 0)
            std::printf("%u visits; %zu kB of memory in use\n", done, mallinfo2().uordblks / 1024);
        std::fflush(stdout);
    }
    for (auto it = seen.begin(); it != seen.end(); ++it)
        std::printf("seen %s\t%d\n", qPrintable(it.key()), it.value());
    return 0;
}
