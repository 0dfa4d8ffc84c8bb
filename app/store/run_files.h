// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Small files by which the kiosk and porchlight-sync tell each other what they see, below /run/porchlight. Text, a
/// "key value" line each, first the kind of file and its version; replaced whole by rename, so that a reader never sees
/// a part. One writer each: kiosk/ belongs to the kiosk, sync/ to porchlight-sync. They say what a *release* does,
/// never what a visitor does: nothing is begun, decided or delayed in them by a visit but the moment of Drawn.
namespace porchlight::store {

/// RUN/kiosk/release
struct KioskReport {
    enum class State {
        Trying, ///< the kiosk has begun to open it, with nobody there
        Drawn,  ///< opened, and its first page stood on the screen
        Failed, ///< could not be opened, or was found damaged; something else is shown
        Opened, ///< after Trying, where somebody came in between: it can be read, and is drawn when they have left. Not
                ///< a reason to give it up, however long it stands
    };
    State state = State::Trying;
    std::string release; ///< the name of the release's folder: "12-1f2e3d4c5b6a7988"; "built-in" for the package's own
    std::string code;    ///< of the fault; Failed only

    bool operator==(const KioskReport &) const = default;
};

/// RUN/sync/state: what staff are told of updates.
struct SyncReport {
    enum class State {
        Current,  ///< nothing newer is known
        Fetching, ///< a release comes in
        Waiting,  ///< a release is there, but not enough of the editors have signed it
        Trying,   ///< switched to; the kiosk has not shown it yet
        Failed,   ///< the last attempt failed
    };
    State state = State::Current;
    std::string release;   ///< what `current` leads to; empty: only the built-in one
    int sequence = 0;      ///< its number
    int percent = 0;       ///< Fetching only, 0 to 100
    std::string from;      ///< the source last asked
    std::string checkedOn; ///< day it was last asked with success, "2026-11-23"; or empty
    std::string code;      ///< of the fault; Failed only
    std::string words;     ///< one or two plain sentences for staff

    bool operator==(const SyncReport &) const = default;
};

/// RUN/sync/stick: what a stick that was put in holds.
struct StickReport {
    enum class State {
        None, ///< no stick
        Reading,
        Nothing, ///< holds nothing for this kiosk
        Same,    ///< what is shown already, or older
        Applied,
        Refused, ///< see code
    };
    State state = State::None;
    std::string site;
    int sequence = 0; ///< of the release on the stick, once its signature is known to be good
    std::string code;
    std::string words; ///< one or two plain sentences for staff

    bool operator==(const StickReport &) const = default;
};

/// Faults: "run-unwritable" (`where`: the file). Folders are made where missing.
content::Outcome writeReport(const std::filesystem::path &run, const KioskReport &report);
content::Outcome writeReport(const std::filesystem::path &run, const SyncReport &report);
content::Outcome writeReport(const std::filesystem::path &run, const StickReport &report);

/// Nothing where there is no file, or where it makes no sense.
std::optional<KioskReport> readKioskReport(const std::filesystem::path &run);
std::optional<SyncReport> readSyncReport(const std::filesystem::path &run);
std::optional<StickReport> readStickReport(const std::filesystem::path &run);

} // namespace porchlight::store
