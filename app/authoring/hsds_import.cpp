// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/hsds_import.h"

#include "authoring/hsds_contact.h"
#include "authoring/output_folder.h"
#include "authoring/report_format.h"
#include "content/clock.h"
#include "content/json.h"

#include <algorithm>
#include <set>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

// After all contacts that people have put in order.
constexpr int firstOrder = 1000;
// The list belongs to whoever made it; what is written from it is content like any other.
// In two parts each, or the licence check would take them for this file's own.
constexpr const char *licence = "# SPDX-"
                                "FileCopyrightText: 2026 The Porchlight developers\n"
                                "# SPDX-"
                                "License-Identifier: CC-BY-SA-4.0\n#\n";

/// Two services of one name become two contacts.
std::string freeId(const std::string &name, std::set<std::string> &taken)
{
    const std::string id = idOf(name);
    std::string free = id;
    for (int count = 2; !id.empty() && !taken.insert(free).second; ++count)
        free = id + "-" + std::to_string(count);
    return free;
}

/// Where a contact of this id stands already, of the same site or of the whole country: a merge knows each id once.
std::string standsIn(const fs::path &content, const std::string &folder, const std::string &id)
{
    std::error_code failed;
    for (const std::string &place : {folder + "/contacts/", std::string("contacts/")})
        if (fs::exists(content / (place + id + ".yaml"), failed))
            return place + id + ".yaml";
    return {};
}

std::string rootOf(const fs::path &source)
{
    std::error_code failed;
    const fs::path folder = fs::is_directory(source, failed) ? source : source.parent_path();
    return folder.empty() ? "." : folder.string();
}

} // namespace

Import importHsds(const fs::path &content, const std::string &folder, const fs::path &source, const Options &options)
{
    Import import;
    Findings findings(rootOf(source));
    const content::Date today = options.today.value_or(content::SystemClock().today());
    std::set<std::string> taken;
    int order = firstOrder;
    std::error_code failed;
    if (!fs::is_directory(content / folder, failed)) {
        Findings place(content.string());
        place.error("missing-file", {folder, 0}, "This folder is not there.", "Make it, or name another one.");
        import.report = place.report();
        return import;
    }
    for (const HsdsService &service : readHsds(source, findings)) {
        const std::string id = freeId(service.name, taken);
        if (const std::string known = id.empty() ? "" : standsIn(content, folder, id); !known.empty()) {
            findings.warning("already-there", service.at, known + " stands there already and was kept.",
                             "Compare it with the list by hand.");
            continue;
        }
        const auto yaml = contactYaml(service, id, order, today, findings);
        if (!yaml)
            continue;
        order += 10;
        const std::string file = folder + "/contacts/" + id + ".yaml";
        fs::create_directories((content / file).parent_path(), failed);
        if (const auto written = writeFile(content / file, licence + *yaml); !written)
            findings.error("output-not-written", service.at, file + " could not be written.",
                           "Look at the permissions and the room on the disk.");
        else
            import.written.push_back(file);
    }
    import.report = findings.report();
    return import;
}

std::string importJson(const Import &import)
{
    std::string written;
    for (const std::string &file : import.written)
        written += (written.empty() ? "" : ", ") + content::jsonText(file);
    return "{\"written\": [" + written + "], " + reportJson(import.report).substr(1);
}

} // namespace porchlight::authoring
