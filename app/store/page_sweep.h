// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <cstdint>
#include <filesystem>

namespace porchlight::store {

/// Goes through a whole store, a stretch at a time, and looks whether each page is what was written. Reader::open does
/// not: it would take longer with every page of content. Holds no file open; aborts on a thread that is forbidden to
/// use the store.
class PageSweep {
public:
    explicit PageSweep(std::filesystem::path file);

    /// The next pages; true when all have been seen. A store without sums is seen at once: opening it checks all of it.
    /// Faults: those of Reader::open.
    content::Result<bool> step(std::uint64_t pages);

private:
    std::filesystem::path m_file;
    std::uint64_t m_next = 0;
};

} // namespace porchlight::store
