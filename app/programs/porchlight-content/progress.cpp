// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/progress.h"

#include <iostream>

#include <unistd.h>

namespace porchlight::programs {

Progress::Progress(bool asked) : m_terminal(isatty(STDERR_FILENO) != 0), m_shown(asked || m_terminal) {}

Progress::~Progress()
{
    clear();
}

void Progress::show(const std::string &step)
{
    if (!m_shown)
        return;
    clear();
    std::cerr << step << "..." << (m_terminal ? "" : "\n") << std::flush;
}

void Progress::clear() const
{
    if (m_shown && m_terminal)
        std::cerr << "\r\033[K" << std::flush;
}

} // namespace porchlight::programs
