// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"
#include "content/edition.h"
#include "content/result.h"
#include "store/withdrawals.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace porchlight::store {

/// One open release. Reads it, never writes, and takes the file to be immutable: whoever replaces a store renames
/// another file into its place, and the reader goes on with the one it opened. Holds the file open until destroyed.
/// Use it from one thread at a time; open() and edition() abort on a thread that is forbidden to use the store.
/// Nothing here throws, but for lack of memory.
class Reader {
public:
    /// Opens a store: ours, a schema we read. It takes no longer for a large one: that a page is what was written is
    /// known when it is read (page_sums.h), and what was written fitted together. A store without sums is checked
    /// whole. Faults, `where` being the file: "store-missing", "store-unreadable" (permission, disk), "store-not-ours"
    /// (another kind of file), "store-too-new", "store-too-old", "store-damaged".
    /// `withdrawals` hold for everything that is read with this reader. They win over all that the release says, in
    /// either mode and for core lines too. Whoever learns of new ones opens the store again.
    static content::Result<Reader> open(const std::filesystem::path &file, Withdrawals withdrawals = {});

    Reader(Reader &&) noexcept;
    Reader &operator=(Reader &&) noexcept;
    ~Reader();

    /// What is true in every language. Lives as long as this reader.
    [[nodiscard]] const content::ReleaseInfo &info() const;

    /// The whole release in one language, as it may be shown on `today` or, where later, on the release's newest
    /// date. The edition is independent of this reader and may outlive it and go to other threads. What must not be
    /// shown is absent: channels by content::isShown, contacts without a channel, cards of such contacts, blocks that
    /// speak of a number that is not shown, topics of which nothing is left, tiles that would open an empty page.
    /// What is withdrawn is absent in the same way, as are the sources of withdrawn facts, and every sentence in which
    /// a withdrawn number stands, also one that somebody has typed into a text. On a live kiosk a language whose learn
    /// texts are below content::learnFloor has no learn topics. {number:...}, {fact:...}, {hours} and {code} are
    /// replaced by their value in a left-to-right isolate (U+2066 ... U+2069). Less than the whole is read sooner: for
    /// the first page whatever the number of topics. `topic` is one that Lists shall have with its blocks. Faults:
    /// "language-unknown" (the release lacks `tag`), "store-damaged", "store-unreadable".
    [[nodiscard]] content::Result<std::shared_ptr<const content::Edition>>
    edition(const std::string &tag, content::Date today, content::Extent extent = content::Extent::Whole,
            const std::string &topic = {}) const;

    /// What staff shall check, as of `today` or, where later, the release's newest date: lines that have expired, that
    /// nobody has tried, or whose day of another check has come. In the order of contacts and their channels. Not those
    /// that are withdrawn.
    /// Faults: "store-damaged".
    [[nodiscard]] content::Result<std::vector<content::LineToCheck>> linesToCheck(content::Date today) const;

private:
    struct State;
    explicit Reader(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace porchlight::store
