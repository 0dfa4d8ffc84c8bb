// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/choice_check.h"

#include "programs/porchlight-tour/floors.h"

#include <algorithm>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

QStringList choiceFaults(const Sight &sight)
{
    const auto choices = std::count_if(sight.controls.begin(), sight.controls.end(), [](const Thing &control) {
        return control.isSeen() && control.item->property("choice").toBool();
    });
    if (choices <= mostChoices)
        return {};
    return {u"there are %1 choices on one screen, more than %2"_s.arg(choices).arg(mostChoices)};
}

} // namespace porchlight::programs
