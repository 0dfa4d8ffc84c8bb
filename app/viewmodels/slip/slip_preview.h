// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMutex>
#include <QQuickImageProvider>

namespace porchlight::viewmodels {

/// "image://slip/N": the slip as it will be printed. "image://slip/code/N": a square code for the screen.
/// Holds one picture of each, of this visit only.
class SlipPreview final : public QQuickImageProvider {
public:
    SlipPreview() : QQuickImageProvider(QQuickImageProvider::Image) {}

    void show(QImage image);
    /// `code`: a pixel for each module; drawn as many times larger as fits, so that its edges stay sharp.
    void showCode(QImage code);
    /// A transparent pixel where there is none.
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;

private:
    QMutex m_mutex;
    QImage m_image;
    QImage m_code;
};

} // namespace porchlight::viewmodels
