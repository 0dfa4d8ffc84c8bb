// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/page_sweep.h"

#include "store/faults.h"
#include "store/file_header.h"
#include "store/page_sums.h"
#include "store/thread_guard.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace porchlight::store {

PageSweep::PageSweep(std::filesystem::path file) : m_file(std::move(file)) {}

content::Result<bool> PageSweep::step(std::uint64_t pages)
{
    requireAllowedThread("PageSweep::step");
    const auto header = readFileHeader(m_file);
    if (!header)
        return header.fault();
    if (!header->withSums)
        return true;
    const std::uint64_t end = std::min(header->pages, m_next + pages);
    const auto size = static_cast<std::streamsize>(header->pageSize);
    std::vector<char> page(header->pageSize);
    std::ifstream file(m_file, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(m_next) * size);
    for (; m_next < end; ++m_next) {
        if (!file.read(page.data(), size))
            return unreadable(m_file, "page " + std::to_string(m_next + 1) + " cannot be read");
        if (!sumIsRight(reinterpret_cast<const unsigned char *>(page.data()), page.size(), m_next))
            return damaged(m_file, "page " + std::to_string(m_next + 1) + " is not what was written");
    }
    return m_next == header->pages;
}

} // namespace porchlight::store
