// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// Speech of the screen: the singleton `Listening`. Nobody listens yet.
class Listening final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool plugged READ no NOTIFY changed FINAL)
    Q_PROPERTY(bool active READ no NOTIFY changed FINAL)
    Q_PROPERTY(bool voiced READ yes NOTIFY changed FINAL)
    Q_PROPERTY(bool synthetic READ no NOTIFY changed FINAL)
    Q_PROPERTY(bool speaking READ no NOTIFY changed FINAL)
    Q_PROPERTY(bool paused READ no NOTIFY changed FINAL)
    Q_PROPERTY(bool soundFails READ no NOTIFY changed FINAL)
    Q_PROPERTY(bool loudspeakerAllowed READ no CONSTANT FINAL)
    Q_PROPERTY(bool loudspeaker READ no NOTIFY changed FINAL)
    Q_PROPERTY(int speed READ speed NOTIFY changed FINAL)
    Q_PROPERTY(int volume READ volume NOTIFY changed FINAL)
    Q_PROPERTY(QRectF place READ place NOTIFY placeChanged FINAL)

public:
    [[nodiscard]] bool no() const { return false; }
    [[nodiscard]] bool yes() const { return true; }
    [[nodiscard]] int speed() const { return 4; }
    [[nodiscard]] int volume() const { return 3; }
    [[nodiscard]] QRectF place() const { return {}; }

    Q_INVOKABLE void again() {}
    Q_INVOKABLE void pause() {}
    Q_INVOKABLE void goOn() {}
    Q_INVOKABLE void slower() {}
    Q_INVOKABLE void faster() {}
    Q_INVOKABLE void quieter() {}
    Q_INVOKABLE void louder() {}
    Q_INVOKABLE void speakAloud(bool /*aloud*/) {}
    Q_INVOKABLE void next() {}
    Q_INVOKABLE void previous() {}
    Q_INVOKABLE void choose() {}
    Q_INVOKABLE void hush() {}

Q_SIGNALS:
    void changed();
    void placeChanged();
};

} // namespace porchlight::viewmodels
