// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/hsds_tables.h"
#include "content/date.h"

#include <optional>
#include <string>

namespace porchlight::authoring {

/// "Food Pantry of St. Mary" -> "food-pantry-of-st-mary"; empty where there is no letter or digit of ASCII.
std::string idOf(const std::string &name);

/// The file of a contact for one service. Tells of what cannot be used; nothing where no contact is left.
std::optional<std::string> contactYaml(const HsdsService &service, const std::string &id, int order,
                                       content::Date today, Findings &findings);

} // namespace porchlight::authoring
