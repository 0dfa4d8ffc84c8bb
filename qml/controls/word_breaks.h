// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

class QQuickTextLine;
Q_DECLARE_OPAQUE_POINTER(QQuickTextLine *)

namespace porchlight::controls {

/// Ends the lines of a Text between words where Qt knows none. In Burmese Qt may break a line after any sign, also in
/// the middle of a syllable. The texts of a release carry a zero-width space between two words; a line that ends before
/// its time is made as narrow as the words that belong on it.
class WordBreaks : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// A Text; null where Qt's own breaks are right.
    Q_PROPERTY(QQuickItem *target READ target WRITE setTarget NOTIFY targetChanged FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QQuickItem *target() const { return m_target; }
    void setTarget(QQuickItem *target);

Q_SIGNALS:
    void targetChanged();

private Q_SLOTS:
    void lineLaidOut(QQuickTextLine *line);

private:
    void measure();

    QPointer<QQuickItem> m_target;
    QList<qreal> m_widths; ///< of each line, in pixels
    qreal m_next = 0;      ///< top of the next line
};

} // namespace porchlight::controls
