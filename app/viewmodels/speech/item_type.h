// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>

#include <cstring>

namespace porchlight::viewmodels {

/// Is it of this QML type, or of one made from it? Null is of none. Inline: who measures pages links no view-models.
inline bool isOfType(const QQuickItem *item, const char *type)
{
    if (!item)
        return false;
    const std::size_t length = std::strlen(type);
    for (const QMetaObject *meta = item->metaObject(); meta; meta = meta->superClass()) {
        // Qt calls the class of Tile.qml "Tile_QMLTYPE_12".
        const char *name = meta->className();
        if (std::strncmp(name, type, length) == 0 &&
            (name[length] == '\0' || std::strncmp(name + length, "_QML", 4) == 0))
            return true;
    }
    return false;
}

} // namespace porchlight::viewmodels
