// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/library.h"

#include "store/reader.h"

#include <optional>

namespace porchlight::viewmodels {

/// Lives on the library's thread; only that thread touches the reader.
struct Library::Worker : QObject {
    Worker(store::Shelf s, const content::Clock &c) : shelf(std::move(s)), clock(c) {}

    Opened openBest()
    {
        Opened result;
        result.identity = shelf.identity();
        for (const store::Shelf::Place &place : shelf.candidates()) {
            content::Result<store::Reader> opened = store::Reader::open(place.storeFile);
            if (!opened) {
                result.faults.push_back(opened.fault());
                continue;
            }
            auto edition = opened->edition(opened->info().defaultLanguage, clock.today());
            if (!edition) {
                result.faults.push_back(edition.fault());
                continue;
            }
            if (auto lines = opened->linesToCheck(clock.today()))
                result.linesToCheck = *std::move(lines);
            next.emplace(std::move(*opened));
            result.edition = *edition;
            result.place = place;
            break;
        }
        return result;
    }

    std::shared_ptr<const content::Edition> read(const std::string &tag)
    {
        if (!reader)
            return {};
        auto edition = reader->edition(tag, clock.today());
        return edition ? *edition : nullptr;
    }

    store::Shelf shelf;
    const content::Clock &clock;
    std::optional<store::Reader> reader;
    std::optional<store::Reader> next; ///< opened, not adopted
};

Library::Library(store::Shelf shelf, const content::Clock &clock)
    : m_shelf(shelf), m_worker(std::make_unique<Worker>(std::move(shelf), clock))
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
    QMetaObject::invokeMethod(m_worker.get(), [this] { Q_EMIT opened(m_worker->openBest()); });
}

void Library::adopt()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] {
        if (worker->next)
            worker->reader = std::exchange(worker->next, std::nullopt);
    });
}

Library::Ticket Library::read(const std::string &tag)
{
    const Ticket ticket = ++m_lastTicket;
    QMetaObject::invokeMethod(m_worker.get(), [this, tag, ticket] { Q_EMIT answered(m_worker->read(tag), ticket); });
    return ticket;
}

} // namespace porchlight::viewmodels
