// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace porchlight::device {

/// What a key of the keypad asks for. `Left` and `Right` are meant as they lie on the screen; `Previous` and `Next` in
/// the order of reading.
enum class KeyAction {
    Up,
    Down,
    Left,
    Right,
    Select,
    Back,
    Next,
    Previous,
    Help,
    Home,
    Hide,
    VolumeUp,
    VolumeDown,
    Faster,
    Slower,
    Again,
    Pause,
    Language,
    JackIn,
    JackOut,
};

/// A key, by what Qt calls it or by where it lies. Exactly one of the two is set.
struct Key {
    int name = 0;               ///< Qt::Key; 0: known by its code
    std::uint32_t scanCode = 0; ///< as the display server counts (evdev plus 8); 0: known by its name
    bool operator==(const Key &) const = default;
    /// As in a key map file: "Up", "Volume Up", "code:0xc9".
    [[nodiscard]] QString text() const;
};

/// How a key that was pressed is written so that it is found again: by its name where it has one, else by its code.
/// Empty for a key with neither.
std::optional<Key> keyFor(int qtKey, std::uint32_t scanCode);

/// Which key does what, and how patient the keypad is. A value; read from a file of lines `KEY = ACTION`.
/// Where a file has neither `next` nor both of `left` and `right`, its up and down are read as previous and next: else
/// nobody could come to what stands beside another.
class KeyMap {
public:
    struct Line {
        Key key;
        KeyAction action;
    };
    using Time = std::chrono::milliseconds;
    static constexpr Time defaultGuard{500};
    static constexpr Time longestGuard{2000};

    /// Arrows, Enter, Space, Escape and the sound keys of a keyboard: what holds without a file.
    static KeyMap builtIn();
    /// The fault names file and line. Refused: what cannot be read, a key given twice, and a map with which somebody
    /// could not move, choose or clear the screen.
    static content::Result<KeyMap> read(const std::filesystem::path &file);
    /// As `read`, of a text that is already there; `name` stands in faults.
    static content::Result<KeyMap> parse(const std::string &utf8, const std::string &name);

    /// A key that is known by its code comes before one that is known by its name. Empty: the key is not ours.
    [[nodiscard]] std::optional<KeyAction> find(int qtKey, std::uint32_t scanCode) const;
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] bool has(KeyAction action) const;
    /// So long the same key is deaf after it was let go. 0: never.
    [[nodiscard]] Time guard() const { return m_guard; }
    /// One key goes on, from the last to the first, the other chooses.
    [[nodiscard]] bool twoSwitch() const { return m_twoSwitch; }

private:
    std::vector<Line> m_lines;
    Time m_guard = defaultGuard;
    bool m_twoSwitch = false;
};

/// "volume-up"; the words of key map files, in the order of KeyAction.
QString nameOf(KeyAction action);
std::optional<KeyAction> actionNamed(const QString &name);

/// The text of a key map file, with a comment above. `read` takes it back.
std::string writeKeyMap(const std::vector<KeyMap::Line> &lines);
/// Writes the file whole or not at all: under another name first, which then takes the place of the old one.
content::Outcome saveKeyMap(const std::filesystem::path &file, const std::vector<KeyMap::Line> &lines);

} // namespace porchlight::device
