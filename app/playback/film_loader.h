// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/film_player.h"

namespace porchlight::playback {

/// Before any thread runs: how GStreamer shall behave once a film is opened. It loads only what our films need, and
/// writes no list of plug-ins to disk. What the environment says already stays.
void prepareFilmEnvironment();

/// Loads the plugin and makes a player; null where the plugin or Qt Multimedia is missing.
FilmPlayer *loadFilmPlayer(QObject *parent);

} // namespace porchlight::playback
