// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/run_files.h"

#include <functional>
#include <optional>
#include <string>

namespace porchlight::viewmodels {

/// Decides what porchlight-sync is told of releases. It is told of the release that `current` leads to; when that one
/// fails, the failure stands until another one is tried, although the built-in one is drawn meanwhile. The same is
/// never told twice, so an idle kiosk writes nothing, whatever it opens anew each day.
class ReleaseWatch {
public:
    using Tell = std::function<void(const store::KioskReport &)>;
    explicit ReleaseWatch(Tell tell) : m_tell(std::move(tell)) {}

    /// A release is about to be opened with nobody there. The next frame is not yet its own.
    void trying(const std::string &release);
    /// It could be opened, but somebody has come meanwhile. They may stay for longer than porchlight-sync waits.
    void openedDuringVisit(const std::string &release);
    /// Found during a visit: told when it has ended.
    void failedDuringVisit(const std::string &release, const std::string &code);
    void failed(const std::string &release, const std::string &code);
    /// What is drawn from now on.
    void taken(const std::string &release);
    void frameShown();
    void visitEnded();

private:
    void tell(const store::KioskReport &report);

    Tell m_tell;
    std::optional<store::KioskReport> m_told;
    std::optional<store::KioskReport> m_later; ///< when the visit has ended
    std::optional<std::string> m_awaited;      ///< taken, and no frame shown since
};

} // namespace porchlight::viewmodels
