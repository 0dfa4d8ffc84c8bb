// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/release_watch.h"

#include <utility>

namespace porchlight::viewmodels {

using State = store::KioskReport::State;

void ReleaseWatch::trying(const std::string &release)
{
    m_awaited.reset();
    if (!m_told || m_told->release != release)
        tell({State::Trying, release, {}});
}

void ReleaseWatch::openedDuringVisit(const std::string &release)
{
    // Only to take back what was said before anybody came: else nothing is written during a visit.
    if (m_told == store::KioskReport{State::Trying, release, {}})
        tell({State::Opened, release, {}});
}

void ReleaseWatch::failedDuringVisit(const std::string &release, const std::string &code)
{
    m_later = {State::Failed, release, code};
}

void ReleaseWatch::failed(const std::string &release, const std::string &code)
{
    m_later.reset();
    m_awaited.reset();
    tell({State::Failed, release, code});
}

void ReleaseWatch::taken(const std::string &release)
{
    m_later.reset();
    m_awaited = release;
}

void ReleaseWatch::frameShown()
{
    if (m_awaited)
        tell({State::Drawn, *std::exchange(m_awaited, std::nullopt), {}});
}

void ReleaseWatch::visitEnded()
{
    if (m_later)
        tell(*std::exchange(m_later, std::nullopt));
}

void ReleaseWatch::tell(const store::KioskReport &report)
{
    if (m_told == report)
        return;
    m_told = report;
    m_tell(report);
}

} // namespace porchlight::viewmodels
