// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/key_map.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// The keypad as QML sees it: what its keys ask for, one by one. The shell carries it out.
class KeyFeed final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program hands it over")
    Q_PROPERTY(bool twoSwitch READ twoSwitch CONSTANT FINAL)

public:
    /// In the order of device::KeyAction.
    enum Action {
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
    Q_ENUM(Action)

    explicit KeyFeed(bool twoSwitch) : m_twoSwitch(twoSwitch) {}
    /// One key goes on, the other chooses.
    [[nodiscard]] bool twoSwitch() const { return m_twoSwitch; }
    void take(device::KeyAction action) { Q_EMIT pressed(static_cast<Action>(action)); }

Q_SIGNALS:
    void pressed(porchlight::viewmodels::KeyFeed::Action action);

private:
    bool m_twoSwitch;
};

} // namespace porchlight::viewmodels
