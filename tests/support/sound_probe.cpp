// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sound of the kiosk without its screen: the real plugin, loaded as the kiosk loads it, and the real jack, ordered
// about by lines on standard input. usage: sound_probe [--jack CARD] [--loudspeaker SINK]
//
//   route closed|private|loudspeaker, play ID PIECE..., stop, pause, resume, speed TIMES, volume DECIBELS, ping, quit
//
// PIECE is a clip, or ~MILLISECONDS of silence. Each line is answered by "NANOSECONDS done WORD MICROSECONDS": when, by
// the monotonic clock, it was begun, and how long the call took. Events are told as "NANOSECONDS finished ID",
// "NANOSECONDS failed ID FAILURE" and "NANOSECONDS plugged 0|1" (the route has been closed or opened by then).
#include "device/alsa_jack.h"
#include "playback/sound_loader.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSocketNotifier>
#include <QStringList>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <unistd.h>

using namespace porchlight;
using namespace Qt::StringLiterals;
using playback::Route;
using playback::SoundOutput;

namespace {

long long nanoseconds()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

playback::Passage passageOf(const QStringList &words)
{
    playback::Passage passage;
    for (const QString &word : words) {
        if (word.startsWith(u'~'))
            passage.pieces.push_back({{}, word.sliced(1).toInt()});
        else
            passage.pieces.push_back({word, 0});
    }
    return passage;
}

void obey(SoundOutput &output, const QStringList &words)
{
    const QString &verb = words.first();
    if (verb == u"route"_s)
        output.setRoute(words.at(1) == u"private"_s       ? Route::Private
                        : words.at(1) == u"loudspeaker"_s ? Route::Loudspeaker
                                                          : Route::Closed);
    else if (verb == u"play"_s)
        output.play(words.at(1).toInt(), passageOf(words.sliced(2)));
    else if (verb == u"stop"_s)
        output.stop();
    else if (verb == u"pause"_s)
        output.pause();
    else if (verb == u"resume"_s)
        output.resume();
    else if (verb == u"speed"_s)
        output.setSpeed(words.at(1).toDouble());
    else if (verb == u"volume"_s)
        output.setVolume(words.at(1).toDouble());
    else if (verb == u"quit"_s)
        QCoreApplication::quit();
}

void listen(SoundOutput &output, QByteArray &rest)
{
    char bytes[4096];
    const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0)
        return QCoreApplication::quit();
    rest.append(bytes, count);
    for (qsizetype end = 0; (end = rest.indexOf('\n')) >= 0; rest.remove(0, end + 1)) {
        const QStringList words = QString::fromUtf8(rest.first(end)).split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        const long long begin = nanoseconds();
        obey(output, words);
        std::printf("%lld done %s %lld\n", begin, qPrintable(words.first()), (nanoseconds() - begin) / 1000);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication loop(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QStringList arguments = QCoreApplication::arguments();
    const auto valueOf = [&arguments](const QString &flag) {
        const qsizetype at = arguments.indexOf(flag);
        return at < 0 ? QString() : arguments.value(at + 1);
    };
    playback::Sinks sinks;
    sinks.loudspeaker = valueOf(u"--loudspeaker"_s);
    playback::SoundLoader loader(sinks);
    const content::Result<SoundOutput *> made = loader.output();
    if (!made) {
        std::fprintf(stderr, "sound_probe: %s\n", made.fault().describe().c_str());
        return 1;
    }
    SoundOutput &output = **made;
    QObject::connect(&output, &SoundOutput::finished,
                     [](int id) { std::printf("%lld finished %d\n", nanoseconds(), id); });
    QObject::connect(&output, &SoundOutput::failed, [](int id, SoundOutput::Failure failure) {
        std::printf("%lld failed %d %s\n", nanoseconds(), id,
                    QMetaEnum::fromType<SoundOutput::Failure>().valueToKey(static_cast<int>(failure)));
    });

    std::unique_ptr<device::AlsaJack> jack;
    if (const QString card = valueOf(u"--jack"_s); !card.isEmpty()) {
        jack = std::make_unique<device::AlsaJack>(device::JackControl{card.toStdString(), {}});
        const auto follow = [&output](bool plugged) {
            const long long when = nanoseconds();
            output.setRoute(plugged ? Route::Private : Route::Closed);
            std::printf("%lld plugged %d\n", when, plugged);
        };
        QObject::connect(jack.get(), &device::PrivateListening::pluggedChanged, follow);
        follow(jack->isPlugged());
    }
    QByteArray rest;
    const QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, [&] { listen(output, rest); });
    std::printf("%lld ready\n", nanoseconds());
    return QCoreApplication::exec();
}
