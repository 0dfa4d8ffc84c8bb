// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/key_jack.h"
#include "device/keypad.h"
#include "device/private_listening.h"
#include "playback/sound_loader.h"
#include "print/print_desk.h"
#include "programs/porchlight/options.h"
#include "viewmodels/keys/key_feed.h"
#include "viewmodels/kiosk.h"
#include "viewmodels/library.h"
#include "viewmodels/speech/listening.h"
#include "viewmodels/store_translator.h"
#include "visit/visit.h"

#include <QFileSystemWatcher>
#include <QQmlApplicationEngine>
#include <QTimer>

#include <memory>
#include <optional>

class QQuickWindow;

namespace porchlight::programs {

/// Exit statuses of the kiosk, for staff and systemd.
enum ExitStatus { Well = 0, BadOption = 2, OnBuiltIn = 3, NoContent = 4, NotPrinted = 5 };

/// Before QGuiApplication is made: what Qt and fontconfig read from the environment.
void prepareEnvironment();

/// Everything of the kiosk, built top to bottom in the order of its life. The only place that knows everyone.
class Composition final {
public:
    /// `clock` must outlive it. `printer` and `listening`, if given, take the place of what the options name.
    Composition(const Options &options, const content::Clock &clock, std::unique_ptr<print::Printer> printer = {},
                std::optional<viewmodels::Listening::Ways> listening = {});
    ~Composition();

    /// Opens the content and the window.
    void start();
    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    [[nodiscard]] viewmodels::Kiosk &kiosk() { return m_kiosk; }
    [[nodiscard]] viewmodels::Listening &listening() { return m_listening; }
    [[nodiscard]] viewmodels::Library &library() { return m_library; }
    [[nodiscard]] int exitStatus() const;

private:
    void watchShelf();
    viewmodels::Listening::Ways waysToListen();
    void openWindow();

    Options m_options;
    viewmodels::Library m_library;
    std::unique_ptr<print::PrintDesk> m_desk; ///< null: no printer
    visit::Visit m_visit;
    viewmodels::StoreTranslator m_translator;
    viewmodels::SlipPreview *m_preview; ///< the engine's
    viewmodels::Kiosk m_kiosk;
    device::Keypad m_keypad;
    device::KeyJack m_keyJack; ///< a jack that speaks by keys, where the key map names them
    viewmodels::KeyFeed m_keys;
    std::unique_ptr<device::PrivateListening> m_jack; ///< null: a test brings its own
    std::unique_ptr<device::PrivateListening> m_anyJack;
    playback::SoundLoader m_sound;
    viewmodels::Listening m_listening;
    QFileSystemWatcher m_watcher;
    QTimer m_calendar;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr; ///< the engine's
};

} // namespace porchlight::programs
