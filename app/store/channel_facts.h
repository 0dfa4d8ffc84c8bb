// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/contact.h"
#include "store/row_values.h"

namespace porchlight::store {

/// A row of queries::channels: all but the channel's texts and languages.
inline content::Channel channelFacts(const Statement &row)
{
    content::Channel channel;
    channel.id = row.text(1);
    channel.kind = enumAt<content::ChannelKind>(row, 2);
    channel.value = row.text(3);
    channel.interpreters = boolAt(row, 4);
    channel.sourceUrl = row.text(5);
    channel.checkedOn = dateAt(row, 6);
    channel.checkedBy = row.text(7);
    channel.method = enumAt<content::CheckMethod>(row, 8);
    channel.expiresOn = dateAt(row, 9);
    channel.status = enumAt<content::ChannelStatus>(row, 10);
    channel.core = boolAt(row, 11);
    channel.showPublic = boolAt(row, 12);
    channel.showPrivate = boolAt(row, 13);
    channel.printOk = boolAt(row, 14);
    channel.recheckBy = dateAt(row, 15);
    return channel;
}

} // namespace porchlight::store
