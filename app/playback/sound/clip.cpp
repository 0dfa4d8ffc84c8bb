// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sound/clip.h"

#include <ogg/ogg.h>
#include <opusfile.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <optional>

namespace porchlight::playback {

namespace {

constexpr std::size_t largest = 8U << 20U; // bytes; about forty minutes of speech

std::vector<unsigned char> bytesOf(const std::string &name)
{
    std::ifstream file(name, std::ios::binary | std::ios::ate);
    const std::streamoff size = file ? static_cast<std::streamoff>(file.tellg()) : -1;
    if (size <= 0 || static_cast<std::size_t>(size) > largest)
        return {};
    std::vector<unsigned char> bytes(static_cast<std::size_t>(size));
    file.seekg(0);
    file.read(reinterpret_cast<char *>(bytes.data()), size);
    if (!file)
        return {};
    return bytes;
}

/// From its first page to its last, with nothing between and nothing after: libogg itself skips what is damaged.
bool isWhole(const std::vector<unsigned char> &bytes)
{
    struct Sync : ogg_sync_state {
        Sync() : ogg_sync_state() { ogg_sync_init(this); }
        ~Sync() { ogg_sync_clear(this); }
        Sync(const Sync &) = delete;
        Sync &operator=(const Sync &) = delete;
    } sync;
    char *room = ogg_sync_buffer(&sync, static_cast<long>(bytes.size()));
    if (!room)
        return false;
    std::memcpy(room, bytes.data(), bytes.size());
    ogg_sync_wrote(&sync, static_cast<long>(bytes.size()));

    std::size_t used = 0;
    bool ended = false;
    ogg_page page;
    for (long pageSize = 0; (pageSize = ogg_sync_pageseek(&sync, &page)) > 0;
         used += static_cast<std::size_t>(pageSize)) {
        if (used == 0 && !ogg_page_bos(&page))
            return false;
        ended = ogg_page_eos(&page);
    }
    return ended && used == bytes.size();
}

} // namespace

std::unique_ptr<Clip> Clip::open(const std::string &file)
{
    std::vector<unsigned char> bytes = bytesOf(file);
    if (bytes.empty() || !isWhole(bytes))
        return {};
    std::unique_ptr<Clip> clip(new Clip(std::move(bytes)));
    clip->m_file = op_open_memory(clip->m_bytes.data(), clip->m_bytes.size(), nullptr);
    return clip->m_file ? std::move(clip) : nullptr;
}

Clip::~Clip()
{
    if (m_file)
        op_free(m_file);
}

std::size_t Clip::read(std::span<Sample> room)
{
    constexpr std::size_t longestPacket = 5760; // 120 ms
    std::array<opus_int16, 2 * longestPacket> stereo{};
    const std::size_t frames = std::min(room.size(), longestPacket);
    const int got = op_read_stereo(m_file, stereo.data(), static_cast<int>(2 * frames));
    if (got <= 0)
        return 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(got); ++i)
        room[i] = static_cast<Sample>((stereo[2 * i] + stereo[2 * i + 1]) / 2);
    return static_cast<std::size_t>(got);
}

} // namespace porchlight::playback
