// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/slip/slip_preview.h"

#include <QMutexLocker>

#include <algorithm>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

namespace {

/// The longer side decides where only one is asked for.
QImage inWholeSteps(const QImage &code, QSize room)
{
    const int side = std::max(room.width(), room.height());
    return code.scaled(code.size() * std::max(1, side / std::max(1, code.width())));
}

} // namespace

void SlipPreview::show(QImage image)
{
    const QMutexLocker lock(&m_mutex);
    m_image = std::move(image);
}

void SlipPreview::showCode(QImage code)
{
    const QMutexLocker lock(&m_mutex);
    m_code = std::move(code);
}

QImage SlipPreview::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const QMutexLocker lock(&m_mutex);
    const bool code = id.startsWith(u"code/"_s);
    const QImage &image = code ? m_code : m_image;
    if (size)
        *size = image.size();
    if (image.isNull()) {
        // Asked for once more while it goes: nothing, and no fault.
        QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
        nothing.fill(Qt::transparent);
        return nothing;
    }
    if (requestedSize.isEmpty())
        return image;
    return code ? inWholeSteps(image, requestedSize)
                : image.scaled(requestedSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace porchlight::viewmodels
