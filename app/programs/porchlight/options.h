// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "device/key_map.h"

#include <QSize>
#include <QSizeF>
#include <QStringList>

#include <filesystem>
#include <string>

namespace porchlight::programs {

/// Where a slip goes.
struct PrinterChoice {
    enum class Kind {
        Auto, ///< found anew each time; without any, a demonstration writes a PDF in the run-time folder
        None,
        File,
        Cups,
        Thermal,
    };
    Kind kind = Kind::Auto;
    std::string file;   ///< File: the PDF, replaced by each slip
    std::string socket; ///< Cups, Thermal: the UNIX socket of the scheduler, or of porchlight-thermal
    std::string queue;  ///< Cups: the queue's name
};

/// How people listen.
struct ListeningChoice {
    QString privateSink = QStringLiteral("porchlight-private"); ///< headphones or handset, as the sound server calls it
    QString loudspeaker;                                        ///< empty: the host does not allow it
    QString jack; ///< "CARD" or "CARD,CONTROL"; empty: the first card that has one
};

struct Options {
    std::filesystem::path root = "/var/lib/porchlight/content"; ///< holds `current`
    std::filesystem::path builtIn;                              ///< beside the program unless given
    std::filesystem::path run; ///< where porchlight-sync is told what became of a release; empty: nowhere
    QSize window;              ///< empty: full screen
    QSizeF screenMm;           ///< empty: what the screen reports
    PrinterChoice printer;
    ListeningChoice listening;
    device::KeyMap keys = device::KeyMap::builtIn();
    std::filesystem::path learnKeys; ///< not empty: ask for each key and write this key map
    bool motion = true;              ///< no argument sets it: the tour's pictures stand still
    bool selfTest = false;
    bool testPage = false; ///< print one and end
    bool gpu = false;
};

/// Reads the arguments of the kiosk. Prints and exits on --help and --version.
content::Result<Options> readOptions(const QStringList &arguments);

/// "1080x1920"; an empty size for any other form.
QSize parsePixels(const QString &text);
/// "268x476"; an empty size for any other form.
QSizeF parseMillimetres(const QString &text);
/// "auto", "none", "file:FILE", "cups:SOCKET#QUEUE" or "thermal:SOCKET".
content::Result<PrinterChoice> parsePrinter(const QString &text);
/// The release that came with the program, found from where the program lies.
std::filesystem::path builtInRelease();

} // namespace porchlight::programs
