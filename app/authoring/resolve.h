// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/sources.h"

#include <set>
#include <string>

namespace porchlight::authoring {

/// Gives the blocks of merged sources the text that stands elsewhere: fragments and what is true of the site. Takes out
/// what the site says nothing of, and the cards of contacts that are hidden.
void resolveBlocks(Sources &merged, const std::set<std::string> &hiddenContacts);

/// Adds each fact to the sources of the topics that draw it in.
void resolveFacts(Sources &merged);

} // namespace porchlight::authoring
