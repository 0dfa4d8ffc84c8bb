// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"
#include "unit/viewmodels/waiting.h"
#include "viewmodels/kiosk.h"
#include "viewmodels/slip/slip_preview.h"

#include <QCoreApplication>

#include <functional>

namespace porchlight::viewmodels {

inline void putRelease(const std::filesystem::path &folder, const store::ReleaseRows &rows)
{
    std::filesystem::create_directories(folder);
    const auto built = store::buildStore(folder / "content.sqlite", rows);
    if (!built)
        throw std::runtime_error(built.fault().describe());
}

/// smallRelease() as a demonstration: languages below the floor are offered.
inline store::ReleaseRows demonstration(int sequence = 3)
{
    store::ReleaseRows rows = store::smallRelease();
    rows.info.mode = content::Mode::Demonstration;
    rows.info.sequence = sequence;
    return rows;
}

/// A kiosk with everything but a screen: real store files, a clock that stands still.
class Rig {
public:
    explicit Rig(const store::ReleaseRows &builtIn, SlipPage::Way printer = {})
    {
        putRelease(m_folder / "builtin", builtIn);
        std::filesystem::create_directories(m_folder / "root");
        releases = std::make_unique<Library>(store::Shelf(m_folder / "root", m_folder / "builtin"), clock);
        kiosk = std::make_unique<Kiosk>(visit, clock, *releases, printer, &preview, translator);
    }

    bool start()
    {
        bool ready = false;
        QObject::connect(kiosk.get(), &Kiosk::ready, kiosk.get(), [&ready] { ready = true; });
        kiosk->start();
        return waitFor([&] { return ready && kiosk->edition() && kiosk->edition()->extent == content::Extent::Whole; });
    }
    bool choose(const QString &tag)
    {
        kiosk->view().chooseLanguage(tag);
        return waitFor([&] { return kiosk->view().language() == tag; });
    }
    [[nodiscard]] VisitView &view() { return kiosk->view(); }
    [[nodiscard]] std::filesystem::path root() const { return m_folder / "root"; }

    content::FrozenClock clock{store::newestDate};
    visit::Visit visit{"en"};
    StoreTranslator translator;
    SlipPreview preview;

private:
    store::TempFolder m_folder;

public:
    std::unique_ptr<Library> releases;
    std::unique_ptr<Kiosk> kiosk;
};

} // namespace porchlight::viewmodels
