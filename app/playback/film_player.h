// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QtPlugin>

namespace porchlight::playback {

/// The picture of a film; it has no sound of its own. Loaded on demand (plugin "porchlight-film"). Lives on the GUI
/// thread, where every call returns at once, whatever the file and the decoder do; signals arrive there.
class FilmPlayer : public QObject {
    Q_OBJECT

public:
    enum class Failure {
        NoFile,    ///< missing, empty, or it cannot be read
        NoDecoder, ///< nothing here can decode it
        Broken,    ///< damaged, or no picture came within three seconds
    };
    Q_ENUM(Failure)

    /// How long nobody waits for a picture that should come, in milliseconds.
    static constexpr int patience = 3000;

    using QObject::QObject;
    /// Shows the first picture and waits there for play(). What was open is closed.
    virtual void open(const QString &file) = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    /// Milliseconds from the beginning.
    virtual void seek(qint64 position) = 0;
    /// Gives back what the decoder holds. No signal of this film comes any more.
    virtual void close() = 0;
    /// Pictures come in this size at most, in pixels; never larger than they are in the file.
    virtual void setRoom(const QSize &room) = 0;

Q_SIGNALS:
    /// A picture to show now. Those that come while the last one has not been taken are dropped.
    void frame(const QImage &picture);
    /// Where the film is, in milliseconds; with each picture, shown or dropped.
    void position(qint64 milliseconds);
    /// The last picture has been shown, and stays.
    void ended();
    /// Nothing more comes.
    void failed(porchlight::playback::FilmPlayer::Failure failure);
};

/// What the plugin makes.
class FilmPlugin {
public:
    virtual ~FilmPlugin() = default;
    virtual FilmPlayer *create(QObject *parent) = 0;

protected:
    FilmPlugin() = default;
    FilmPlugin(const FilmPlugin &) = default;
    FilmPlugin &operator=(const FilmPlugin &) = default;
};

} // namespace porchlight::playback

Q_DECLARE_INTERFACE(porchlight::playback::FilmPlugin, "org.porchlight.FilmPlugin/1")
