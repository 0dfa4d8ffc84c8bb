// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QQuickWindow;

namespace porchlight::screen {

/// What our QML says of itself, object by object, seen or hidden: "where type.property = value", sorted as the objects
/// stand. Two screens at rest that say the same look the same, and hide the same.
QStringList stateOf(QQuickWindow &window);

/// The first lines that differ, for a person.
QString firstDifferences(const QStringList &before, const QStringList &after);

} // namespace porchlight::screen
