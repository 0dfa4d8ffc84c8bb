// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/frame_mark.h"

#include <QSGSimpleRectNode>

namespace porchlight::programs {

namespace {

/// The renderer asks it before each frame; to mark itself then is part of that frame and asks for no other.
class MarkNode final : public QSGSimpleRectNode {
public:
    MarkNode() : QSGSimpleRectNode(QRectF(0, 0, 1, 1), QColor(0, 0, 0, 1)) { setFlag(UsePreprocess); }
    void preprocess() override { markDirty(DirtyMaterial); }
};

} // namespace

FrameMark::FrameMark(QQuickItem *parent) : QQuickItem(parent)
{
    setSize({1, 1});
    setFlag(ItemHasContents);
}

QSGNode *FrameMark::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    return old ? old : new MarkNode;
}

} // namespace porchlight::programs
