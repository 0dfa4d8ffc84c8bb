// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct OggOpusFile;

namespace porchlight::playback {

constexpr int sampleRate = 48000; ///< frames a second, everywhere in this folder
using Sample = std::int16_t;      ///< one channel

/// One Opus clip. It is checked whole (every page's sum, nothing cut off) before the first sample: half of a telephone
/// number would be worse than none.
class Clip {
public:
    /// Null when the file is missing or damaged.
    static std::unique_ptr<Clip> open(const std::string &file);
    ~Clip();
    Clip(const Clip &) = delete;
    Clip &operator=(const Clip &) = delete;

    /// How many samples were written to the front of `room`; 0 at the end.
    std::size_t read(std::span<Sample> room);

private:
    explicit Clip(std::vector<unsigned char> bytes) : m_bytes(std::move(bytes)) {}

    std::vector<unsigned char> m_bytes;
    OggOpusFile *m_file = nullptr;
};

} // namespace porchlight::playback
