// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/slip/slip_preview.h"

#include <QMutexLocker>

namespace porchlight::viewmodels {

void SlipPreview::show(QImage image)
{
    const QMutexLocker lock(&m_mutex);
    m_image = std::move(image);
}

QImage SlipPreview::requestImage(const QString & /*id*/, QSize *size, const QSize &requestedSize)
{
    const QMutexLocker lock(&m_mutex);
    if (size)
        *size = m_image.size();
    if (m_image.isNull() || requestedSize.isEmpty())
        return m_image;
    return m_image.scaled(requestedSize, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace porchlight::viewmodels
