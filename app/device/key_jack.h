// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/key_map.h"
#include "device/private_listening.h"

namespace porchlight::device {

/// A keypad whose jack, or a handset whose hook, tells of itself by two keys: one when it is plugged in, one when out.
class KeyJack final : public PrivateListening {
    Q_OBJECT

public:
    using PrivateListening::PrivateListening;
    [[nodiscard]] bool isPlugged() const override { return m_plugged; }
    /// Takes JackIn and JackOut, and leaves all others alone. A second JackIn changes nothing.
    void take(KeyAction action);

private:
    bool m_plugged = false;
};

} // namespace porchlight::device
