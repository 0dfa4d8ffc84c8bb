// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/library.h"

#include "store/films.h"
#include "store/fonts.h"
#include "store/page_sweep.h"
#include "store/reader.h"

#include <QLoggingCategory>

#include <algorithm>

namespace porchlight::viewmodels {

namespace {

Q_LOGGING_CATEGORY(logReport, "porchlight.report")

/// A release that is installed must be fit to be drawn. The built-in one is the last there is.
content::Outcome checkDrawable(const store::Shelf::Place &place)
{
    return place.builtIn ? content::Nothing{} : store::checkFonts(place.folder);
}

} // namespace

/// Lives on the library's thread; only that thread touches the reader.
struct Library::Worker : QObject {
    Worker(Library &l, store::Shelf s, const content::Clock &c, std::filesystem::path r)
        : library(l), shelf(std::move(s)), clock(c), run(std::move(r))
    {
    }

    /// A release that was left for an older one has taught us its day all the same.
    [[nodiscard]] content::Date today() const { return std::max(clock.today(), newestSeen); }

    /// What is seen comes first, the rest of the language next, and then, in small pieces, what nobody has asked for.
    void openBest()
    {
        const Opened opened = openFirstPage();
        Q_EMIT library.opened(opened);
        sweep.reset();
        if (!opened.edition)
            return;
        if (!complete(*next, opened.edition))
            return giveUp(opened.place.storeFile);
        sweep.emplace(opened.place.storeFile);
        sweepOn(opened.place.storeFile);
    }

    Opened openFirstPage()
    {
        Opened result;
        result.identity = shelf.identity();
        const store::Withdrawals withdrawn = shelf.withdrawn(result.listFault);
        const std::vector<store::Shelf::Place> places = shelf.candidates();
        result.best = places.front().name;
        for (const store::Shelf::Place &place : places) {
            if (damaged && damaged->where == place.storeFile && damagedIdentity == result.identity) {
                result.faults.push_back(*damaged);
                continue;
            }
            content::Result<store::Reader> opened = store::Reader::open(place.storeFile, withdrawn);
            if (!opened) {
                result.faults.push_back(opened.fault());
                continue;
            }
            auto edition = opened->edition(opened->info().defaultLanguage, today(), content::Extent::FirstPage);
            if (!edition) {
                result.faults.push_back(edition.fault());
                continue;
            }
            if (const content::Outcome drawable = checkDrawable(place); !drawable) {
                result.faults.push_back(drawable.fault());
                continue;
            }
            newestSeen = std::max(newestSeen, opened->info().newestDate);
            if (auto lines = opened->linesToCheck(today()))
                result.linesToCheck = *std::move(lines);
            next.emplace(std::move(*opened));
            result.edition = *edition;
            result.place = place;
            result.films = store::filmsIn(place.folder);
            break;
        }
        return result;
    }

    void read(const std::string &tag, const std::string &topic, Ticket ticket)
    {
        std::shared_ptr<const content::Edition> lists;
        if (reader)
            if (auto edition = reader->edition(tag, today(), content::Extent::Lists, topic))
                lists = *edition;
        Q_EMIT library.answered(lists, ticket);
        if (lists)
            complete(*reader, lists);
    }

    bool complete(const store::Reader &from, const std::shared_ptr<const content::Edition> &part)
    {
        auto whole = from.edition(part->language.tag, today());
        if (whole)
            Q_EMIT library.completed(part, *whole);
        else
            fault = whole.fault();
        return static_cast<bool>(whole);
    }

    /// So short that a visitor's wish need not wait for it.
    void sweepOn(const std::filesystem::path &file)
    {
        constexpr std::uint64_t pagesAtOnce = 256;
        if (!sweep)
            return;
        const content::Result<bool> swept = sweep->step(pagesAtOnce);
        if (!swept) {
            fault = swept.fault();
            return giveUp(file);
        }
        if (!*swept)
            QMetaObject::invokeMethod(
                this, [this, file] { sweepOn(file); }, Qt::QueuedConnection);
    }

    void giveUp(const std::filesystem::path &file)
    {
        sweep.reset();
        damaged = fault;
        damaged->where = file;
        damagedIdentity = shelf.identity();
        Q_EMIT library.foundDamaged();
    }

    void report(const store::KioskReport &report) const
    {
        std::error_code failed;
        if (run.empty() || !std::filesystem::is_directory(run, failed))
            return;
        if (const auto written = store::writeReport(run, report); !written)
            qCWarning(logReport, "%s", written.fault().describe().c_str());
    }

    Library &library;
    store::Shelf shelf;
    const content::Clock &clock;
    std::filesystem::path run;
    content::Date newestSeen{}; ///< of all releases opened since the start
    std::optional<store::Reader> reader;
    std::optional<store::Reader> next; ///< opened, not adopted
    std::optional<store::PageSweep> sweep;
    content::Fault fault;
    std::optional<content::Fault> damaged; ///< found after opening
    std::string damagedIdentity;           ///< what the shelf looked like then
};

Library::Library(store::Shelf shelf, const content::Clock &clock, std::filesystem::path run)
    : m_shelf(shelf), m_worker(std::make_unique<Worker>(*this, std::move(shelf), clock, std::move(run)))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("library"));
    m_thread.start();
}

Library::~Library()
{
    m_thread.quit();
    m_thread.wait();
}

void Library::openBest()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->openBest(); });
}

void Library::report(const store::KioskReport &report)
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), report] { worker->report(report); });
}

void Library::adopt()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] {
        if (worker->next)
            worker->reader = std::exchange(worker->next, std::nullopt);
    });
}

Library::Ticket Library::read(const std::string &tag, const std::string &topic)
{
    const Ticket ticket = ++m_lastTicket;
    QMetaObject::invokeMethod(m_worker.get(),
                              [worker = m_worker.get(), tag, topic, ticket] { worker->read(tag, topic, ticket); });
    return ticket;
}

} // namespace porchlight::viewmodels
