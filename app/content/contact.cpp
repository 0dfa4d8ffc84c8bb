// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/contact.h"

namespace porchlight::content {

bool isExpired(const Channel &channel, Date today)
{
    return today > channel.expiresOn;
}

std::optional<CheckReason> whyCheck(const Channel &channel, Date today)
{
    if (channel.status == ChannelStatus::Withdrawn)
        return std::nullopt;
    if (isExpired(channel, today))
        return CheckReason::Expired;
    if (channel.status == ChannelStatus::Unverified)
        return CheckReason::Unverified;
    return today >= channel.recheckBy ? std::optional(CheckReason::RecheckDue) : std::nullopt;
}

bool isShown(const Channel &channel, Mode mode, Date today)
{
    if (channel.status == ChannelStatus::Withdrawn || !(channel.showPublic || channel.showPrivate))
        return false;
    if (channel.status != ChannelStatus::Ok && mode == Mode::Live)
        return false;
    return channel.core || !isExpired(channel, today);
}

} // namespace porchlight::content
