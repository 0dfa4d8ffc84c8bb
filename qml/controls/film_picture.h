// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace porchlight::controls {

/// Shows the pictures that `source` sends by its signal frame(QImage), each as large as it comes, in the middle. They
/// are never scaled here: on the software scene graph that costs more than all else of a film.
class FilmPicture : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QObject *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    /// Something is to be seen.
    Q_PROPERTY(bool shown READ shown NOTIFY shownChanged FINAL)

public:
    explicit FilmPicture(QQuickItem *parent = nullptr);

    [[nodiscard]] QObject *source() const { return m_source; }
    void setSource(QObject *source);
    [[nodiscard]] bool shown() const { return !m_picture.isNull(); }

Q_SIGNALS:
    void sourceChanged();
    void shownChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override;

private Q_SLOTS:
    void show(const QImage &picture);

private:
    QPointer<QObject> m_source;
    QImage m_picture;
};

} // namespace porchlight::controls
