// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/narration/sound_plan.h"

#include <cstddef>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// A clip that a voice shall say, into a file whose folder is there.
struct ClipJob {
    const Clip *clip = nullptr;
    std::size_t group = 0; ///< jobs of one voice
};

/// Does all jobs, in processes of their own: espeak-ng holds one voice for a whole process, and a voice that crashes
/// takes no other with it. Returns the seconds of work for each group. What could not be made is not there afterwards.
std::vector<double> makeClips(const std::vector<ClipJob> &jobs, std::size_t groups);

} // namespace porchlight::authoring
