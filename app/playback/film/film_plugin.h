// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/film_player.h"

namespace porchlight::playback {

class ThreadedFilmPlugin : public QObject, public FilmPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.porchlight.FilmPlugin/1")
    Q_INTERFACES(porchlight::playback::FilmPlugin)

public:
    FilmPlayer *create(QObject *parent) override;
};

} // namespace porchlight::playback
