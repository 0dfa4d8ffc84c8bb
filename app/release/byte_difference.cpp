// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/byte_difference.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace porchlight::release {

namespace {

constexpr std::size_t block = 32;      // what must be equal for a piece to be found elsewhere
constexpr std::size_t every = 16;      // places of the old file that are looked up
constexpr std::size_t worthwhile = 16; // a shorter piece costs as much to name as to send

std::uint64_t keyOf(const char *bytes)
{
    std::uint64_t words[block / 8];
    std::memcpy(words, bytes, block);
    std::uint64_t key = 0;
    for (const std::uint64_t word : words)
        key = (key ^ word) * 0x9E3779B97F4A7C15ULL + (key >> 29);
    return key;
}

std::size_t equalFrom(std::string_view one, std::size_t at, std::string_view other, std::size_t there)
{
    const std::size_t most = std::min(one.size() - at, other.size() - there);
    return static_cast<std::size_t>(std::mismatch(one.begin() + static_cast<std::ptrdiff_t>(at),
                                                  one.begin() + static_cast<std::ptrdiff_t>(at + most),
                                                  other.begin() + static_cast<std::ptrdiff_t>(there))
                                        .first -
                                    (one.begin() + static_cast<std::ptrdiff_t>(at)));
}

} // namespace

std::vector<Piece> piecesOf(std::string_view before, std::string_view after)
{
    std::unordered_map<std::uint64_t, std::size_t> places;
    places.reserve(before.size() / every + 1);
    for (std::size_t at = 0; at + block <= before.size(); at += every)
        places.emplace(keyOf(before.data() + at), at);

    std::vector<Piece> pieces;
    std::size_t sent = 0; // of `after`, up to here it stands in `pieces`
    const auto take = [&](std::size_t from, std::size_t at, std::size_t size) {
        if (at > sent)
            pieces.push_back({false, sent, at - sent});
        if (!pieces.empty() && pieces.back().old && pieces.back().at + pieces.back().size == from)
            pieces.back().size += size;
        else
            pieces.push_back({true, from, size});
        sent = at + size;
    };
    std::ptrdiff_t shift = 0; // a file goes on most often where it was
    for (std::size_t at = 0; at < after.size();) {
        const auto likely = static_cast<std::ptrdiff_t>(at) + shift;
        if (likely >= 0 && static_cast<std::size_t>(likely) < before.size()) {
            const auto from = static_cast<std::size_t>(likely);
            if (const std::size_t size = equalFrom(after, at, before, from); size >= worthwhile) {
                take(from, at, size);
                at += size;
                continue;
            }
        }
        if (at + block <= after.size()) {
            if (const auto place = places.find(keyOf(after.data() + at)); place != places.end()) {
                std::size_t from = place->second;
                if (std::size_t size = equalFrom(after, at, before, from); size >= block) {
                    while (at > sent && from > 0 && after[at - 1] == before[from - 1]) {
                        --at;
                        --from;
                        ++size;
                    }
                    take(from, at, size);
                    shift = static_cast<std::ptrdiff_t>(from) - static_cast<std::ptrdiff_t>(at);
                    at += size;
                    continue;
                }
            }
        }
        ++at;
    }
    if (sent < after.size())
        pieces.push_back({false, sent, after.size() - sent});
    return pieces;
}

std::string assembled(std::string_view before, std::string_view after, const std::vector<Piece> &pieces)
{
    std::string file;
    for (const Piece &piece : pieces)
        file += (piece.old ? before : after).substr(piece.at, piece.size);
    return file;
}

} // namespace porchlight::release
