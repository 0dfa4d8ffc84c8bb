// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "film_picture.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace porchlight::controls {

FilmPicture::FilmPicture(QQuickItem *parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void FilmPicture::setSource(QObject *source)
{
    if (m_source == source)
        return;
    if (m_source)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    // By name: controls know nothing of view-models.
    if (m_source && m_source->metaObject()->indexOfSignal("frame(QImage)") >= 0)
        connect(m_source, SIGNAL(frame(QImage)), this, SLOT(show(QImage)));
    show({});
    Q_EMIT sourceChanged();
}

void FilmPicture::show(const QImage &picture)
{
    const bool before = shown();
    m_picture = picture;
    update();
    if (shown() != before)
        Q_EMIT shownChanged();
}

QSGNode *FilmPicture::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    auto *node = static_cast<QSGImageNode *>(old);
    if (m_picture.isNull() || width() < 1 || height() < 1) {
        delete node;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Nearest);
    }
    node->setTexture(window()->createTextureFromImage(m_picture, QQuickWindow::TextureIsOpaque));
    const QSizeF size = QSizeF(m_picture.size()) / window()->effectiveDevicePixelRatio();
    // On whole pixels, or each of them is drawn as two.
    node->setRect(QRectF(QPointF(qRound((width() - size.width()) / 2), qRound((height() - size.height()) / 2)), size));
    return node;
}

} // namespace porchlight::controls
