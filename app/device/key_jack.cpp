// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/key_jack.h"

namespace porchlight::device {

void KeyJack::take(KeyAction action)
{
    if (action != KeyAction::JackIn && action != KeyAction::JackOut)
        return;
    const bool plugged = action == KeyAction::JackIn;
    if (plugged == m_plugged)
        return;
    m_plugged = plugged;
    Q_EMIT pluggedChanged(plugged);
}

} // namespace porchlight::device
