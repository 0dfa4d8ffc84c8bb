// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/csv_table.h"

#include <string>
#include <vector>

namespace porchlight::authoring {

/// One service of a list in the form of Open Referral (HSDS 3), as far as a kiosk can use it.
struct HsdsService {
    struct Phone {
        std::string number;
        std::string extension;
        std::string type; ///< small letters: "voice", "fax", ...
        Place at;
    };
    struct Schedule {
        std::string byday; ///< "MO,TU,WE"
        std::string opensAt;
        std::string closesAt;
        Place at;
    };
    std::string name;
    std::string organization;
    std::string description;
    std::string url;
    std::string status;
    std::vector<Phone> phones;
    std::vector<Schedule> schedules;
    Place at;
};

/// A folder with services.csv, and organizations.csv, phones.csv and schedules.csv where they are there; or one CSV
/// file with a service in each row and the same names for its columns. Rows that refer to nothing are told
/// ("row-left-out").
std::vector<HsdsService> readHsds(const std::filesystem::path &source, Findings &findings);

} // namespace porchlight::authoring
