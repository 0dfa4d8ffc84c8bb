// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/private_listening.h"

#include <vector>

namespace porchlight::device {

/// Plugged when any of several is: a jack, a handset, a key of the keypad. They must outlive it.
class AnyListening : public PrivateListening {
    Q_OBJECT

public:
    explicit AnyListening(std::vector<PrivateListening *> ways, QObject *parent = nullptr);

    [[nodiscard]] bool isPlugged() const override;

private:
    void look();

    std::vector<PrivateListening *> m_ways;
    bool m_plugged = false;
};

} // namespace porchlight::device
