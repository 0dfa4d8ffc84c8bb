// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/sound/engine.h"
#include "playback/sound_output.h"

namespace porchlight::playback {

/// Sound by way of a PulseAudio server, or of PipeWire in its place. The server is that of PULSE_SERVER, or else
/// /run/porchlight-sound/native; none is ever started from here.
class PulseOutput : public SoundOutput {
    Q_OBJECT

public:
    PulseOutput(const Sinks &sinks, QObject *parent);
    ~PulseOutput() override;

    void setRoute(Route route) override;
    void play(int id, const Passage &passage) override;
    void stop() override;
    void pause() override;
    void resume() override;
    void setSpeed(double times) override;
    void setVolume(double decibels) override;

private:
    void heard(int id, Player::Event event);
    [[nodiscard]] QString sinkOf(Route route) const;

    Sinks m_sinks;
    Route m_route = Route::Closed;
    Manner m_manner;
    std::optional<int> m_current; ///< what signals may still come about
    std::unique_ptr<Engine> m_engine;
};

class PulsePlugin : public QObject, public SoundPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.porchlight.SoundPlugin/1")
    Q_INTERFACES(porchlight::playback::SoundPlugin)

public:
    SoundOutput *create(const Sinks &sinks, QObject *parent) override { return new PulseOutput(sinks, parent); }
};

} // namespace porchlight::playback
