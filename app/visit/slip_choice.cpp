// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/slip_choice.h"

#include <algorithm>

namespace porchlight::visit {

void SlipChoice::toggle(const std::string &channelId)
{
    if (std::erase(m_channelIds, channelId) == 0)
        m_channelIds.push_back(channelId);
}

bool SlipChoice::holds(const std::string &channelId) const
{
    return std::find(m_channelIds.begin(), m_channelIds.end(), channelId) != m_channelIds.end();
}

} // namespace porchlight::visit
