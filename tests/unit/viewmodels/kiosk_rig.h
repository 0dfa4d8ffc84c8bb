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

/// The least that looks like a font: one table, with nothing in it.
inline std::string emptyFont()
{
    std::string font("\0\1\0\0\0\1\0\0\0\0\0\0head", 16);
    return font.append(7, '\0').append(1, '\x1c').append(4, '\0');
}

inline void putStore(const std::filesystem::path &folder, const store::ReleaseRows &rows)
{
    std::filesystem::create_directories(folder);
    const auto built = store::buildStore(folder / "content.sqlite", rows);
    if (!built)
        throw std::runtime_error(built.fault().describe());
}

inline void putRelease(const std::filesystem::path &folder, const store::ReleaseRows &rows)
{
    putStore(folder, rows);
    std::filesystem::create_directories(folder / "fonts");
    store::writeBytes(folder / "fonts" / "none.ttf", emptyFont());
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
        putStore(m_folder / "builtin", builtIn);
        std::filesystem::create_directories(m_folder / "root");
        std::filesystem::create_directories(run());
        releases = std::make_unique<Library>(store::Shelf(m_folder / "root", m_folder / "builtin"), clock, run());
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
    [[nodiscard]] std::filesystem::path run() const { return m_folder / "run"; }
    /// Puts another link in the place of `current`, as porchlight-sync does.
    void pointCurrentAt(const std::string &release) const
    {
        std::filesystem::remove(root() / "current.new");
        std::filesystem::create_directory_symlink(release, root() / "current.new");
        std::filesystem::rename(root() / "current.new", root() / "current");
    }

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
