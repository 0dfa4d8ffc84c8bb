// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/check.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::authoring {

/// What an import did: the files it wrote, relative to the content folder, and what it could not take.
struct Import {
    std::vector<std::string> written;
    Report report;
};

/// Makes contacts of a list in the form of Open Referral (HSDS 3): a folder of its CSV tables, or one CSV file. They go
/// to `folder` of the content: "sites/demo" or "layers/missouri". Every contact is local and unverified: nothing of it
/// is live before a person has read and tried it. No file is written over; what is wrong in one row keeps no other from
/// being written.
Import importHsds(const std::filesystem::path &content, const std::string &folder, const std::filesystem::path &source,
                  const Options &options = {});

/// {"written": ["sites/demo/contacts/pantry.yaml"], "errors": 0, ...}: the rest as reportJson.
std::string importJson(const Import &import);

} // namespace porchlight::authoring
