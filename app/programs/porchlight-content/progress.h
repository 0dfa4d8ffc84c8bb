// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace porchlight::programs {

/// What is being done, on stderr: on a terminal one line that changes and goes; elsewhere, where it was asked for, a
/// line for each step.
class Progress {
public:
    explicit Progress(bool asked);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void show(const std::string &step);

private:
    void clear() const;
    bool m_terminal;
    bool m_shown;
};

} // namespace porchlight::programs
