// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/reading.h"

#include <sonic.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace porchlight::playback {

Reading::Reading(std::vector<Piece> pieces, std::function<void()> badClip)
    : m_pieces(std::move(pieces)), m_badClip(std::move(badClip)), m_sonic(sonicCreateStream(sampleRate, 1))
{
}

Reading::~Reading()
{
    if (m_sonic)
        sonicDestroyStream(m_sonic);
}

/// Hands some more to sonic; false at the end of the passage.
bool Reading::feed()
{
    std::array<Sample, 960> some{}; // 20 ms: a new speed is heard after no more than that
    for (;;) {
        std::size_t count = 0;
        if (m_clip) {
            count = m_clip->read(some);
        } else if (m_silence > 0) {
            count = std::min(m_silence, some.size());
            std::fill_n(some.begin(), count, Sample{0});
            m_silence -= count;
        }
        if (count > 0)
            return sonicWriteShortToStream(m_sonic, some.data(), static_cast<int>(count)) != 0;
        m_clip.reset();
        if (m_next == m_pieces.size())
            return false;
        const Piece &piece = m_pieces[m_next++];
        m_silence = piece.file.empty() ? piece.silence : 0;
        if (!piece.file.empty() && !(m_clip = Clip::open(piece.file)))
            m_badClip();
    }
}

std::size_t Reading::read(std::span<Sample> room, const Manner &manner)
{
    if (!m_sonic)
        return 0;
    sonicSetSpeed(m_sonic, manner.speed);
    std::size_t filled = 0;
    while (filled < room.size()) {
        const int got = sonicReadShortFromStream(m_sonic, room.data() + filled, static_cast<int>(room.size() - filled));
        if (got > 0) {
            filled += static_cast<std::size_t>(got);
            continue;
        }
        if (m_ended)
            break;
        if (!feed()) {
            m_ended = true;
            sonicFlushStream(m_sonic);
        }
    }
    for (Sample &sample : room.first(filled))
        sample = amplified(sample, manner.gain);
    return filled;
}

Sample amplified(Sample sample, float gain)
{
    constexpr float knee = 0.75F; // below it nothing is changed
    constexpr float full = 32767.F;
    const float wanted = static_cast<float>(sample) / full * gain;
    const float size = std::abs(wanted);
    const float bent = size <= knee ? size : knee + (1.F - knee) * std::tanh((size - knee) / (1.F - knee));
    return static_cast<Sample>(std::lround(std::copysign(std::min(bent, 1.F), wanted) * full));
}

} // namespace porchlight::playback
