// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/checks.h"

#include <algorithm>

namespace porchlight::authoring {

using content::Tile;

namespace {

constexpr std::ptrdiff_t mostChoices = 6; // on one screen

std::ptrdiff_t topicsOf(const Sources &sources, const Tile &tile)
{
    return std::count_if(sources.topics.begin(), sources.topics.end(),
                         [&](const TopicSource &topic) { return topic.tile == tile.id; });
}

std::ptrdiff_t groupsOf(const Sources &sources, const Tile &tile)
{
    return std::count_if(sources.tiles.begin(), sources.tiles.end(),
                         [&](const TileSource &other) { return other.value.parent == tile.id; });
}

/// Groups stand one level deep, in a list of topics.
void checkParent(const TileSource &tile, const Sources &sources, Findings &findings)
{
    if (tile.value.parent.empty())
        return;
    const TileSource *parent = sources.findTile(tile.value.parent);
    if (!parent)
        findings.error("missing-tile", tile.parentAt, "There is no tile `" + tile.value.parent + "`.",
                       "Name one of tiles.yaml, or add it there.");
    else if (!parent->value.parent.empty() || parent->value.opens != Tile::Opens::Topics)
        findings.error("bad-parent", tile.parentAt, "The tile `" + tile.value.parent + "` cannot hold a group.",
                       "Name a tile of the second screen that opens topics.");
}

void checkChoices(const TileSource &tile, const Sources &sources, Findings &findings)
{
    const std::ptrdiff_t choices = topicsOf(sources, tile.value) + groupsOf(sources, tile.value);
    if (choices == 0 && tile.value.opens == Tile::Opens::Topics)
        findings.error("empty-tile", tile.at, "No topic stands behind the tile `" + tile.value.id + "`.",
                       "Write one, or take the tile out: a visitor must never reach an empty page.");
    if (choices > mostChoices)
        findings.error("too-many-choices", tile.at,
                       "The list behind the tile `" + tile.value.id + "` has " + std::to_string(choices) +
                           " entries; a screen has at most six.",
                       "Make a group of some of them: a tile with `parent: " + tile.value.id + "`.");
}

} // namespace

void checkTiles(const Sources &sources, Findings &findings)
{
    const auto isLarge = [](const TileSource &tile) { return !tile.value.small && tile.value.parent.empty(); };
    for (const TileSource &tile : sources.tiles) {
        checkParent(tile, sources, findings);
        checkChoices(tile, sources, findings);
    }
    if (std::count_if(sources.tiles.begin(), sources.tiles.end(), isLarge) > mostChoices)
        findings.error("too-many-tiles", {"tiles.yaml", 0}, "A screen has at most six choices.",
                       "Take tiles out, or make one `small: true`.");
}

} // namespace porchlight::authoring
