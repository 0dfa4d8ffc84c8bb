// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "content/edition.h"
#include "content/film.h"
#include "content/result.h"
#include "store/run_files.h"
#include "store/shelf.h"

#include <QObject>
#include <QThread>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace porchlight::viewmodels {

/// A release that could be opened, or why none could.
struct Opened {
    /// In the default language, what the first page needs; null: nothing could be opened.
    std::shared_ptr<const content::Edition> edition;
    store::Shelf::Place place;
    std::string best;     ///< name of the release that should have been opened, whether or not it is this one
    std::string identity; ///< what the shelf looked like
    std::vector<content::Fault> faults;             ///< of the places that were tried before
    std::optional<content::Fault> listFault;        ///< of the list of what is withdrawn
    std::vector<content::LineToCheck> linesToCheck; ///< what staff shall look at
    std::map<std::string, content::Film> films;     ///< by topic
};

/// Reads the store on a thread of its own, so that no frame waits for the disk. Answers come by signal.
class Library final : public QObject {
    Q_OBJECT

public:
    using Ticket = int;

    /// `clock` must outlive it. Reading begins at the first call. Reports go below `run` (store/run_files.h); where
    /// that folder is missing, or it is empty, there are none.
    Library(store::Shelf shelf, const content::Clock &clock, std::filesystem::path run = {});
    ~Library() override;

    /// Opens the best release there is now; `opened` answers. Languages are still read from the one adopted before.
    void openBest();
    /// From now on languages are read from the release that was opened last.
    void adopt();
    /// Reads a language of the open release, first its lists and the topic that is open; `answered` follows with the
    /// ticket, also when it fails (null).
    Ticket read(const std::string &tag, const std::string &topic = {});
    /// Writes it for porchlight-sync, in the order of the calls: before what is asked for later.
    void report(const store::KioskReport &report);
    /// The name of the release that openBest() would try first.
    [[nodiscard]] std::string best() const { return m_shelf.candidates().front().name; }
    /// Does the shelf hold something else than what was opened?
    [[nodiscard]] bool hasChanged(const std::string &identity) const { return m_shelf.identity() != identity; }

Q_SIGNALS:
    void opened(const porchlight::viewmodels::Opened &opened);
    void answered(std::shared_ptr<const porchlight::content::Edition> edition, int ticket);
    /// The whole of what was opened or answered as `part`.
    void completed(std::shared_ptr<const porchlight::content::Edition> part,
                   std::shared_ptr<const porchlight::content::Edition> whole);
    /// The release that was opened last is not what was written: openBest() will pass it over.
    void foundDamaged();

private:
    struct Worker;
    store::Shelf m_shelf;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    Ticket m_lastTicket = 0;
};

} // namespace porchlight::viewmodels
