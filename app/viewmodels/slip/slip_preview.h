// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMutex>
#include <QQuickImageProvider>

namespace porchlight::viewmodels {

/// "image://slip/N": the slip as it will be printed. Holds one picture, of this visit only.
class SlipPreview final : public QQuickImageProvider {
public:
    SlipPreview() : QQuickImageProvider(QQuickImageProvider::Image) {}

    void show(QImage image);
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;

private:
    QMutex m_mutex;
    QImage m_image;
};

} // namespace porchlight::viewmodels
