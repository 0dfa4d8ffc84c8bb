// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QtPlugin>

#include <vector>

namespace porchlight::playback {

/// Where sound goes out.
enum class Route {
    Closed,      ///< nowhere: the sinks are muted
    Private,     ///< headphones or the handset
    Loudspeaker, ///< only where the host allows it and the visitor has asked
};

/// What is said in one go.
struct Passage {
    struct Piece {
        QString file;    ///< an Opus clip; empty: silence
        int silence = 0; ///< milliseconds, where there is no file
    };
    std::vector<Piece> pieces;
};

/// Names of what the sound server calls its sinks.
struct Sinks {
    QString privateOne = QStringLiteral("porchlight-private");
    QString loudspeaker; ///< empty: the host does not allow it, and Route::Loudspeaker is Closed
};

/// The one way sound leaves the kiosk. Loaded on demand (plugin "porchlight-sound"). Lives on the GUI thread, where
/// every call returns at once whatever the sound server does; signals arrive there. The sinks are muted whenever
/// nothing plays, and before the first sound.
class SoundOutput : public QObject {
    Q_OBJECT

public:
    enum class Failure {
        NoServer, ///< no sound server, it ended, or it does not answer
        NoSink,   ///< the server lacks the sink, or it was unplugged
        BadClip,  ///< a file is missing or damaged: the rest of the passage is still said
    };
    Q_ENUM(Failure)

    using QObject::QObject;
    /// From now on sound may go there and nowhere else. Another route than now: what plays is dropped first.
    virtual void setRoute(Route route) = 0;
    /// Drops what plays and says this. `id` comes back in the signals; it only ever grows.
    virtual void play(int id, const Passage &passage) = 0;
    /// Silence at once: what has been sent to the server is dropped too.
    virtual void stop() = 0;
    /// Silence at once, and on from the same place with resume().
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// 0.5 to 2 times as fast as recorded; the pitch is kept. Holds from what plays now on.
    virtual void setSpeed(double times) = 0;
    /// -6 to +12 dB; 0 is the volume a visit begins with.
    virtual void setVolume(double decibels) = 0;

Q_SIGNALS:
    /// All of it has been heard. Not after stop() or another play().
    void finished(int id);
    /// After NoServer and NoSink nothing more of it is said; whoever wants sound asks again with play().
    void failed(int id, porchlight::playback::SoundOutput::Failure failure);
};

/// What the plugin makes.
class SoundPlugin {
public:
    virtual ~SoundPlugin() = default;
    virtual SoundOutput *create(const Sinks &sinks, QObject *parent) = 0;

protected:
    SoundPlugin() = default;
    SoundPlugin(const SoundPlugin &) = default;
    SoundPlugin &operator=(const SoundPlugin &) = default;
};

} // namespace porchlight::playback

Q_DECLARE_INTERFACE(porchlight::playback::SoundPlugin, "org.porchlight.SoundPlugin/1")
