// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/hsds_tables.h"

#include "authoring/unicode_text.h"

#include <map>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

using Row = CsvTable::Row;

// More ways than anybody reads; without an end, an organization of n services and n numbers makes n * n of them.
constexpr std::size_t mostPhones = 12;
// Hours of more than one row are left out anyhow.
constexpr std::size_t mostSchedules = 2;

/// The first of these cells that is not empty: lists call the same thing differently.
std::string firstOf(const CsvTable &table, const Row &row, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        if (std::string value = table.cell(row, name); !value.empty())
            return value;
    return {};
}

HsdsService::Phone phoneOf(const CsvTable &table, const Row &row, const std::string &file)
{
    return {firstOf(table, row, {"number", "phone", "phone_number"}),
            table.cell(row, "extension"),
            folded(firstOf(table, row, {"phone_type", "type"})),
            {file, row.line}};
}

HsdsService::Schedule scheduleOf(const CsvTable &table, const Row &row, const std::string &file)
{
    return {table.cell(row, "byday"), table.cell(row, "opens_at"), table.cell(row, "closes_at"), {file, row.line}};
}

class Folder {
public:
    Folder(const fs::path &folder, Findings &findings) : m_folder(folder), m_findings(findings) {}

    std::vector<HsdsService> read()
    {
        readOrganizations();
        readServices();
        attachPhones();
        attachSchedules();
        return std::move(m_services);
    }

private:
    struct Organization {
        std::string name;
        std::string url;
    };

    CsvTable table(const std::string &file)
    {
        std::error_code failed;
        return fs::is_regular_file(m_folder / file, failed) ? readCsv(m_folder / file, m_findings) : CsvTable{};
    }

    void readOrganizations()
    {
        const CsvTable organizations = table("organizations.csv");
        for (const Row &row : organizations.rows)
            m_organizations[organizations.cell(row, "id")] = {organizations.cell(row, "name"),
                                                              firstOf(organizations, row, {"website", "url", "uri"})};
    }

    void readServices()
    {
        const std::string file = "services.csv";
        const CsvTable services = table(file);
        for (const Row &row : services.rows) {
            const Organization of = m_organizations[services.cell(row, "organization_id")];
            HsdsService service;
            service.at = {file, row.line};
            service.name = services.cell(row, "name");
            service.organization = of.name;
            service.description = services.cell(row, "description");
            service.url = services.cell(row, "url");
            if (service.url.empty())
                service.url = of.url;
            service.status = folded(services.cell(row, "status"));
            m_ofService[services.cell(row, "id")].push_back(m_services.size());
            m_ofOrganization[services.cell(row, "organization_id")].push_back(m_services.size());
            m_services.push_back(std::move(service));
        }
    }

    using Indexes = std::vector<std::size_t>;

    /// The services a row belongs to: the one it names, or all of the organization that it names when it names none.
    /// One that names a service which was not read is no other service's.
    const Indexes &servicesOf(const CsvTable &rows, const Row &row, const std::string &file)
    {
        static const Indexes none;
        const std::string id = rows.cell(row, "service_id");
        const std::string owner = rows.cell(row, "organization_id");
        const auto &known = id.empty() ? m_ofOrganization : m_ofService;
        const auto found = known.find(id.empty() ? owner : id);
        if (found != known.end() && !found->first.empty())
            return found->second;
        if (id.empty())
            m_findings.warning("row-left-out", {file, row.line}, "This row belongs to no service of services.csv.",
                               "Give its `service_id` or `organization_id`, where it is of use.");
        else
            m_findings.warning("row-left-out", {file, row.line}, "services.csv has no service `" + id + "`.",
                               "Correct `service_id`, or leave it empty for all services of the organization.");
        return none;
    }

    void attachPhones()
    {
        const std::string file = "phones.csv";
        const CsvTable phones = table(file);
        for (const bool own : {true, false}) // a service's own number before those of its organization
            for (const Row &row : phones.rows)
                if (own == !phones.cell(row, "service_id").empty())
                    attachPhone(phones, row, file);
    }

    void attachPhone(const CsvTable &phones, const Row &row, const std::string &file)
    {
        bool left = false;
        for (const std::size_t index : servicesOf(phones, row, file)) {
            if (m_services[index].phones.size() < mostPhones)
                m_services[index].phones.push_back(phoneOf(phones, row, file));
            else
                left = true;
        }
        if (left) // once, not for each service
            m_findings.warning("row-left-out", {file, row.line},
                               "A contact takes " + std::to_string(mostPhones) +
                                   " telephones at most; this one was left out where there were as many before.",
                               "Write it into the new file by hand, in the place of another.");
    }

    void attachSchedules()
    {
        const std::string file = "schedules.csv";
        const CsvTable schedules = table(file);
        for (const Row &row : schedules.rows)
            for (const std::size_t index : servicesOf(schedules, row, file))
                if (m_services[index].schedules.size() < mostSchedules)
                    m_services[index].schedules.push_back(scheduleOf(schedules, row, file));
    }

    fs::path m_folder;
    Findings &m_findings;
    std::map<std::string, Organization> m_organizations;
    std::vector<HsdsService> m_services;
    std::map<std::string, Indexes> m_ofService;
    std::map<std::string, Indexes> m_ofOrganization;
};

std::vector<HsdsService> readFlat(const fs::path &path, Findings &findings)
{
    const std::string file = path.filename().string();
    const CsvTable table = readCsv(path, findings);
    std::vector<HsdsService> services;
    for (const Row &row : table.rows) {
        HsdsService service;
        service.at = {file, row.line};
        service.organization = firstOf(table, row, {"organization_name", "organization"});
        service.name = firstOf(table, row, {"service_name", "name", "organization_name", "organization"});
        service.description = firstOf(table, row, {"service_description", "description"});
        service.url = firstOf(table, row, {"url", "service_url", "source_url", "website", "organization_website"});
        service.status = folded(table.cell(row, "status"));
        if (auto phone = phoneOf(table, row, file); !phone.number.empty())
            service.phones.push_back(std::move(phone));
        if (auto schedule = scheduleOf(table, row, file); !schedule.opensAt.empty())
            service.schedules.push_back(std::move(schedule));
        services.push_back(std::move(service));
    }
    return services;
}

} // namespace

std::vector<HsdsService> readHsds(const fs::path &source, Findings &findings)
{
    std::error_code failed;
    if (fs::is_regular_file(source, failed))
        return readFlat(source, findings);
    if (fs::is_regular_file(source / "services.csv", failed))
        return Folder(source, findings).read();
    findings.error("missing-file", {"services.csv", 0}, "This file is not there.",
                   "Name a folder with services.csv, or one CSV file.");
    return {};
}

} // namespace porchlight::authoring
