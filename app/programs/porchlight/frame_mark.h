// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>

namespace porchlight::programs {

/// One pixel that counts as drawn anew in every frame, and causes none.
///
/// On Wayland Qt waits after each frame until the compositor says that it has shown it. A frame in which nothing has
/// changed carries no damage; cage then shows nothing new, says nothing, and Qt never draws again: the kiosk would
/// stand still until it is restarted. With this item in the window there is no such frame.
class FrameMark final : public QQuickItem {
    Q_OBJECT

public:
    explicit FrameMark(QQuickItem *parent);

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
};

} // namespace porchlight::programs
