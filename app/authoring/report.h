// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace porchlight::authoring {

enum class Severity { Error, Warning };

/// A Fault in the sources. A warning is told but does not keep a release from being built.
struct Finding : content::Fault {
    Severity severity = Severity::Error;
};

/// All that a check found, sorted by file, then line.
struct Report {
    std::vector<Finding> faults;
    bool builtWithoutSite = false; ///< all errors were the site's own: the national content was built without it

    [[nodiscard]] std::size_t errors() const;
    [[nodiscard]] std::size_t warnings() const;
    /// Without errors; there may be warnings.
    [[nodiscard]] bool ok() const { return errors() == 0; }
};

/// Where in the sources something stands. `file` is relative to the content folder; lines count from 1, 0: the whole
/// file.
struct Place {
    std::string file;
    int line = 0;
};

/// Gathers findings while sources are read: nothing stops at the first one.
class Findings {
public:
    /// `root`: the content folder as the person typed it, so that places can be opened from where they stand.
    explicit Findings(std::string root);

    void error(std::string code, const Place &at, std::string what, std::string remedy);
    void warning(std::string code, const Place &at, std::string what, std::string remedy);
    /// Takes over what was found elsewhere.
    void add(const Findings &others);
    [[nodiscard]] bool hasErrors() const;
    /// Sorted, without exact repetitions.
    [[nodiscard]] Report report() const;

private:
    struct Entry {
        Place at;
        Finding finding;
    };
    void add(Severity severity, std::string code, const Place &at, std::string what, std::string remedy);

    std::string m_root;
    std::vector<Entry> m_entries;
};

} // namespace porchlight::authoring
