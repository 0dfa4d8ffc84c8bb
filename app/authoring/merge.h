// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"

#include <vector>

namespace porchlight::authoring {

/// What stands above the national content in one release, in this order.
struct Upper {
    std::vector<const LayerSource *> layers;
    const SiteSource *site = nullptr; ///< null: no site's release
};

/// The layers of a site, and the site. Tells of layers that are not there or in the wrong order.
Upper upperOf(const Sources &all, const SiteSource &site, Findings &findings);

/// The sources of one release: the national ones, then those of each layer, then the site's own; what a layer or site
/// hides is gone, lines {site:...} have their text, fragments stand in their blocks, and the facts that a topic uses
/// are among its sources. Translations keep only what belongs to it. Tells of ids that stand twice and of what may not
/// be hidden.
Sources mergeFor(const Sources &all, const Upper &upper, Findings &findings);

} // namespace porchlight::authoring
