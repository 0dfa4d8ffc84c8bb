// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/self_test.h"

#include "playback/film_loader.h"
#include "playback/sound_loader.h"
#include "playback/voices.h"
#include "programs/porchlight/composition.h"

#include <QGuiApplication>
#include <QQuickWindow>

#include <cstdio>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

const char *nameOf(content::CheckReason reason)
{
    switch (reason) {
    case content::CheckReason::Expired:
        return "expired";
    case content::CheckReason::Unverified:
        return "unverified";
    case content::CheckReason::RecheckDue:
        break;
    }
    return "recheck due";
}

void tellSpeech(const content::Edition *edition, const std::filesystem::path &release)
{
    playback::Voices voices;
    voices.open(release);
    QStringList spoken;
    for (const content::Language &language : edition ? edition->languages : std::vector<content::Language>()) {
        if (const QString tag = QString::fromStdString(language.tag); voices.hasVoice(tag))
            spoken.append(tag);
    }
    for (const content::Fault &fault : voices.faults())
        std::printf("self-test: %s\n", fault.describe().c_str());
    playback::SoundLoader sound({});
    if (const auto output = sound.output(); !output)
        std::printf("self-test: %s\n", output.fault().describe().c_str());
    std::printf("self-test: speaks %s\n", spoken.isEmpty() ? "no language" : qPrintable(spoken.join(u", "_s)));
    const bool films = std::unique_ptr<playback::FilmPlayer>(playback::loadFilmPlayer(nullptr)) != nullptr;
    std::printf("self-test: films %s\n", films ? "have pictures" : "have no pictures: their plugin cannot be loaded");
}

} // namespace

void runSelfTest(Composition &kiosk)
{
    const auto tell = [&kiosk] {
        for (const content::LineToCheck &line : kiosk.kiosk().linesToCheck())
            std::printf("self-test: check %s: %s, %s\n", line.channelId.c_str(), nameOf(line.reason),
                        line.stillShown ? "still shown" : "hidden");
        tellSpeech(kiosk.kiosk().edition(), kiosk.kiosk().folder());
        const bool drawn = kiosk.window() && !kiosk.window()->grabWindow().isNull();
        const int status = drawn ? kiosk.exitStatus() : NoContent;
        std::printf("self-test: first page %s, status %d\n", drawn ? "drawn" : "not drawn", status);
        QCoreApplication::exit(status);
    };
    QObject::connect(&kiosk.kiosk(), &viewmodels::Kiosk::ready, qApp,
                     [tell] { QMetaObject::invokeMethod(qApp, tell, Qt::QueuedConnection); });
}

} // namespace porchlight::programs
