// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The side of the player that stands on the GUI thread. It asks the worker and never waits for it: a decoder that hangs
// is left behind with its thread, and the next film gets new ones.
#include "playback/film/film_plugin.h"
#include "playback/film/film_worker.h"

#include <QThread>
#include <QTimer>

#include <malloc.h>

namespace porchlight::playback {

namespace {

class ThreadedPlayer final : public FilmPlayer {
public:
    explicit ThreadedPlayer(QObject *parent) : FilmPlayer(parent)
    {
        m_watchdog.setSingleShot(true);
        m_watchdog.setInterval(patience);
        connect(&m_watchdog, &QTimer::timeout, this, [this] { fail(Failure::Broken); });
    }
    ~ThreadedPlayer() override
    {
        QThread *thread = m_thread;
        ThreadedPlayer::close();
        // The program ends: what hangs goes with it.
        if (thread)
            thread->wait(1000);
    }

    void open(const QString &file) override
    {
        close();
        m_mailbox = std::make_shared<Mailbox>();
        m_mailbox->setRoom(m_room);
        m_thread = new QThread;
        m_thread->setObjectName(QStringLiteral("film"));
        m_worker = new FilmWorker(m_mailbox);
        m_worker->moveToThread(m_thread);
        connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
        connect(m_worker, &FilmWorker::pictureWaits, this, &ThreadedPlayer::showPicture, Qt::QueuedConnection);
        connect(m_worker, &FilmWorker::ended, this, &ThreadedPlayer::reachEnd, Qt::QueuedConnection);
        connect(m_worker, &FilmWorker::failed, this, &ThreadedPlayer::fail, Qt::QueuedConnection);
        m_thread->start();
        ask([file](FilmWorker *worker) { worker->open(file); });
        m_watchdog.start();
    }

    void play() override
    {
        m_playing = m_worker != nullptr;
        if (m_playing)
            m_watchdog.start();
        ask([](FilmWorker *worker) { worker->play(); });
    }

    void pause() override
    {
        m_playing = false;
        if (m_shown)
            m_watchdog.stop();
        ask([](FilmWorker *worker) { worker->pause(); });
    }

    void seek(qint64 position) override
    {
        ask([position](FilmWorker *worker) { worker->seek(position); });
    }

    void close() override
    {
        m_watchdog.stop();
        m_playing = m_shown = false;
        if (!m_worker)
            return;
        m_mailbox->shut();
        m_mailbox.reset();
        disconnect(m_worker, nullptr, this, nullptr);
        // The decoder goes first: whoever deletes a thread that is just ending waits for it.
        ask([](FilmWorker *worker) {
            delete worker;
            malloc_trim(0); // a visit that is over leaves nothing of its pictures in memory
            QThread::currentThread()->quit();
        });
        m_worker = nullptr;
        m_thread = nullptr;
    }

    void setRoom(const QSize &room) override
    {
        m_room = room;
        if (m_mailbox)
            m_mailbox->setRoom(room);
    }

private:
    template <class Wish> void ask(Wish wish)
    {
        if (FilmWorker *worker = m_worker)
            QMetaObject::invokeMethod(worker, [worker, wish] { wish(worker); });
    }

    void showPicture()
    {
        if (!m_mailbox)
            return; // of a film that was closed meanwhile
        const auto [picture, at] = m_mailbox->take();
        if (picture.isNull())
            return;
        m_shown = true;
        if (m_playing)
            m_watchdog.start();
        else
            m_watchdog.stop();
        Q_EMIT frame(picture);
        if (m_mailbox) // who saw the picture may have closed the film
            Q_EMIT position(at);
    }

    void reachEnd()
    {
        if (!m_worker)
            return;
        m_watchdog.stop();
        m_playing = false;
        // A file that was cut off ends early, and one that holds nothing at once.
        if (m_shown)
            Q_EMIT ended();
        else
            fail(Failure::Broken);
    }

    void fail(Failure failure)
    {
        if (!m_worker)
            return;
        close();
        Q_EMIT failed(failure);
    }

    QTimer m_watchdog;
    std::shared_ptr<Mailbox> m_mailbox;
    QThread *m_thread = nullptr;    ///< ends, and goes, by itself once it is told to quit
    FilmWorker *m_worker = nullptr; ///< lives there, and goes before it ends
    QSize m_room;
    bool m_playing = false;
    bool m_shown = false; ///< a picture of this film has come
};

} // namespace

FilmPlayer *ThreadedFilmPlugin::create(QObject *parent)
{
    return new ThreadedPlayer(parent);
}

} // namespace porchlight::playback
