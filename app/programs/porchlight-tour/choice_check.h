// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/sight.h"

#include <QStringList>

namespace porchlight::programs {

/// More choices of a list on one screen than a person weighs at a glance. A control says of itself that it is one by
/// its property `choice`; the list of languages does not, as people look for one name there and weigh nothing.
QStringList choiceFaults(const Sight &sight);

} // namespace porchlight::programs
