// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/result.h"

namespace porchlight::content {

std::string Fault::describe() const
{
    std::string line = where.empty() ? what : where + ": " + what;
    if (!remedy.empty())
        line += " " + remedy;
    return line + " [" + code + "]";
}

} // namespace porchlight::content
