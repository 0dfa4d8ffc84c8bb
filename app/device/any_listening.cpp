// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/any_listening.h"

#include <algorithm>

namespace porchlight::device {

AnyListening::AnyListening(std::vector<PrivateListening *> ways, QObject *parent)
    : PrivateListening(parent), m_ways(std::move(ways))
{
    for (const PrivateListening *way : m_ways)
        connect(way, &PrivateListening::pluggedChanged, this, &AnyListening::look);
    look();
}

bool AnyListening::isPlugged() const
{
    return m_plugged;
}

void AnyListening::look()
{
    const bool plugged = std::ranges::any_of(m_ways, [](const PrivateListening *way) { return way->isPlugged(); });
    if (plugged == m_plugged)
        return;
    m_plugged = plugged;
    Q_EMIT pluggedChanged(plugged);
}

} // namespace porchlight::device
