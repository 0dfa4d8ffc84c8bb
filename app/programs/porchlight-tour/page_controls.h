// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

class QQuickWindow;

namespace porchlight::programs {

/// Every control on the page with its accessible name, role and rectangle in window pixels: what an assistive
/// program would be told, and where a test may tap.
QJsonArray controlsOf(QQuickWindow *window, const QString &page, const QString &language);

} // namespace porchlight::programs
