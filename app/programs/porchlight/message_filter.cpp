// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/message_filter.h"

namespace porchlight::programs {

namespace {

QtMessageHandler before = nullptr;

void filter(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!tellsOfAVisit(message))
        before(type, context, message);
}

} // namespace

bool tellsOfAVisit(const QString &message)
{
    return message.contains(QLatin1StringView("OpenType support missing for"));
}

void installMessageFilter()
{
    before = qInstallMessageHandler(filter);
}

} // namespace porchlight::programs
