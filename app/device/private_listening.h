// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace porchlight::device {

/// Headphones in their jack, or a handset off its hook: either way somebody listens in private. Lives on the GUI
/// thread.
class PrivateListening : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// False too while nobody can tell (no sound card).
    [[nodiscard]] virtual bool isPlugged() const = 0;

Q_SIGNALS:
    void pluggedChanged(bool plugged);
};

} // namespace porchlight::device
