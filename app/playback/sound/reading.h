// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/sound/clip.h"

#include <functional>

struct sonicStreamStruct;

namespace porchlight::playback {

/// How fast and how loud, from what is read next on.
struct Manner {
    float speed = 1.F; ///< 0.5 to 2; the pitch stays
    float gain = 1.F;  ///< a factor
};

/// A passage as samples that are ready to be heard.
class Reading {
public:
    struct Piece {
        std::string file;        ///< empty: silence
        std::size_t silence = 0; ///< samples
    };

    /// `badClip` is called from read(), once for each clip that is left out.
    Reading(std::vector<Piece> pieces, std::function<void()> badClip);
    ~Reading();
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    /// Writes to the front of `room` and says how many samples; less than there is room only at the end.
    std::size_t read(std::span<Sample> room, const Manner &manner);

private:
    [[nodiscard]] bool feed();

    std::vector<Piece> m_pieces;
    std::function<void()> m_badClip;
    std::size_t m_next = 0;
    std::unique_ptr<Clip> m_clip;
    std::size_t m_silence = 0;
    bool m_ended = false;
    sonicStreamStruct *m_sonic;
};

/// Louder, yet never beyond full scale: what would be is bent instead of cut off.
[[nodiscard]] Sample amplified(Sample sample, float gain);

} // namespace porchlight::playback
