// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/film_player.h"

#include <QMediaPlayer>
#include <QMutex>
#include <QVideoFrame>

namespace porchlight::playback {

/// The newest picture on its way between two threads. A picture that is not taken in time gives way to the next one.
class Mailbox {
public:
    /// True: nobody has been told yet.
    bool put(const QImage &picture, qint64 position);
    /// What was put last.
    std::pair<QImage, qint64> take();
    void setRoom(const QSize &room);
    QSize room();
    /// From now on nothing is put.
    void shut();

private:
    QMutex m_mutex;
    QImage m_picture;
    qint64 m_position = 0;
    QSize m_room;
    bool m_told = false;
    bool m_shut = false;
};

/// The decoder, on a thread of its own: opening a damaged file, or looking for a decoder, may take it seconds.
class FilmWorker : public QObject {
    Q_OBJECT

public:
    explicit FilmWorker(std::shared_ptr<Mailbox> mailbox) : m_mailbox(std::move(mailbox)) {}
    ~FilmWorker() override;

    void open(const QString &file);
    void play();
    void pause();
    void seek(qint64 position);

Q_SIGNALS:
    void pictureWaits();
    void ended();
    void failed(porchlight::playback::FilmPlayer::Failure failure);

private:
    void take(const QVideoFrame &frame);
    void statusChanged(QMediaPlayer::MediaStatus status);
    void fail(FilmPlayer::Failure failure);

    std::shared_ptr<Mailbox> m_mailbox;
    QVideoSink *m_sink = nullptr;
    QMediaPlayer *m_player = nullptr;
    FilmPlayer::Failure m_onFormatError = FilmPlayer::Failure::Broken;
    bool m_failed = false;
};

} // namespace porchlight::playback
