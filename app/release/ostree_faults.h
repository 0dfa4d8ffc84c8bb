// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what OSTree's errors mean to the person who reads them.

#include "content/result.h"
#include "release/glib_ptr.h"

#include <string>

namespace porchlight::release {

/// While something was brought from `where`.
content::Fault fetchFault(const GlibError &error, const std::string &where);
/// While only our own disk was used; `code` for whatever is no fault of the disk.
content::Fault diskFault(const GlibError &error, const std::string &where, const std::string &code = "disk-failed");

content::Fault stalledFault(const std::string &where);
content::Fault tooMuchFault(const std::string &where);
content::Fault factsWrong(const std::string &where, const std::string &what);

enum class SignatureFault { Missing, UnknownKey, Revoked, Bad };
content::Fault signatureFault(SignatureFault which, const std::string &where);

} // namespace porchlight::release
