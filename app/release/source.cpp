// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/source.h"

namespace porchlight::release {

content::Result<Source> openSource(const std::string &given, const FolderLimits &)
{
    return content::Fault{"source-missing", given, "Not built yet.", ""};
}

} // namespace porchlight::release
