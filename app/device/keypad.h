// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/key_map.h"

#include <QObject>

#include <functional>
#include <optional>

class QKeyEvent;

namespace porchlight::device {

/// The keys of a window, as actions. Installed on the window as an event filter, it sees them before anything on the
/// screen does: keys of the map end here, all others pass untouched.
///
/// The second knock of a trembling hand is no second press: the same key is deaf for the guard time after it was let
/// go, unless another came between. Two ways out are never deaf: hide, and what the jack says. A held key is one press.
class Keypad final : public QObject {
    Q_OBJECT

public:
    using Time = std::chrono::milliseconds;
    /// Tells the time of events that do not bring their own; only differences count.
    using Clock = std::function<Time()>;

    explicit Keypad(KeyMap map, Clock clock = steadyTime);
    [[nodiscard]] const KeyMap &map() const { return m_map; }
    static Time steadyTime();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void pressed(porchlight::device::KeyAction action);

private:
    [[nodiscard]] bool isSecondKnock(KeyAction action, const Key &key, Time now) const;
    [[nodiscard]] Time timeOf(const QKeyEvent &event) const;

    KeyMap m_map;
    Clock m_clock;
    Key m_last;          ///< the key that was taken last, as it came
    Time m_lastTime{};   ///< when it was pressed or, later, let go
    bool m_held = false; ///< it has not been let go yet
};

} // namespace porchlight::device
