// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/film/film_worker.h"
#include "playback/film/frame_image.h"

#include <QFile>
#include <QLibrary>
#include <QUrl>
#include <QVideoSink>

#include <algorithm>
#include <iterator>

namespace porchlight::playback {

using Failure = FilmPlayer::Failure;

namespace {

/// What Qt Multimedia and our films need of GStreamer. Qt takes for granted that all of it is there, and crashes.
bool canDecode()
{
    QLibrary gstreamer(QStringLiteral("gstreamer-1.0"), 0);
    const auto init = reinterpret_cast<int (*)(int *, char ***, void *)>(gstreamer.resolve("gst_init_check"));
    const auto find = reinterpret_cast<void *(*)(const char *)>(gstreamer.resolve("gst_element_factory_find"));
    const auto unref = reinterpret_cast<void (*)(void *)>(gstreamer.resolve("gst_object_unref"));
    if (!init || !find || !unref || !init(nullptr, nullptr, nullptr))
        return false;
    constexpr const char *parts[] = {"uridecodebin", "decodebin",    "input-selector", "queue",         "identity",
                                     "fakesink",     "videoconvert", "videoscale",     "matroskademux", "vp8dec"};
    return std::all_of(std::begin(parts), std::end(parts), [&](const char *part) {
        void *factory = find(part);
        if (factory)
            unref(factory);
        return factory != nullptr;
    });
}

} // namespace

bool Mailbox::put(const QImage &picture, qint64 position)
{
    const QMutexLocker lock(&m_mutex);
    if (m_shut)
        return false;
    m_picture = picture;
    m_position = position;
    return !std::exchange(m_told, true);
}

std::pair<QImage, qint64> Mailbox::take()
{
    const QMutexLocker lock(&m_mutex);
    m_told = false;
    return {std::exchange(m_picture, {}), m_position};
}

void Mailbox::setRoom(const QSize &room)
{
    const QMutexLocker lock(&m_mutex);
    m_room = room;
}

QSize Mailbox::room()
{
    const QMutexLocker lock(&m_mutex);
    return m_room;
}

void Mailbox::shut()
{
    const QMutexLocker lock(&m_mutex);
    m_shut = true;
    m_picture = {};
}

FilmWorker::~FilmWorker()
{
    if (m_player)
        m_player->stop();
    delete m_player; // before the sink it writes to
    delete m_sink;
}

void FilmWorker::open(const QString &file)
{
    QFile film(file);
    if (!film.open(QIODevice::ReadOnly) || film.size() == 0)
        return fail(Failure::NoFile);
    // What begins as WebM does may well be whole: then it is the decoder that is missing.
    if (film.peek(4) == QByteArray::fromHex("1a45dfa3"))
        m_onFormatError = Failure::NoDecoder;
    film.close();
    if (!canDecode())
        return fail(Failure::NoDecoder);
    m_sink = new QVideoSink;
    m_player = new QMediaPlayer; // without an audio output: it never asks for a sound server
    m_player->setVideoSink(m_sink);
    // From the decoder's own thread: the picture is made there, too.
    connect(m_sink, &QVideoSink::videoFrameChanged, this, &FilmWorker::take, Qt::DirectConnection);
    connect(m_player, &QMediaPlayer::mediaStatusChanged, this, &FilmWorker::statusChanged);
    connect(m_player, &QMediaPlayer::errorOccurred, this, [this](QMediaPlayer::Error error) {
        if (error != QMediaPlayer::NoError)
            fail(error == QMediaPlayer::FormatError ? m_onFormatError : Failure::Broken);
    });
    m_player->setSource(QUrl::fromLocalFile(file));
    if (m_player->error() != QMediaPlayer::NoError)
        fail(m_onFormatError);
    else
        m_player->pause();
}

void FilmWorker::play()
{
    if (m_player && !m_failed)
        m_player->play();
}

void FilmWorker::pause()
{
    if (m_player && !m_failed)
        m_player->pause();
}

void FilmWorker::seek(qint64 position)
{
    if (m_player && !m_failed)
        m_player->setPosition(position);
}

void FilmWorker::take(const QVideoFrame &frame)
{
    if (!frame.isValid())
        return;
    const QImage picture = imageOf(frame, m_mailbox->room());
    if (!picture.isNull() && m_mailbox->put(picture, frame.startTime() / 1000))
        Q_EMIT pictureWaits();
}

void FilmWorker::statusChanged(QMediaPlayer::MediaStatus status)
{
    if (status == QMediaPlayer::EndOfMedia)
        Q_EMIT ended();
    else if (status == QMediaPlayer::InvalidMedia)
        fail(m_onFormatError);
}

void FilmWorker::fail(Failure failure)
{
    if (!std::exchange(m_failed, true))
        Q_EMIT failed(failure);
}

} // namespace porchlight::playback
