// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/slip/slip_models.h"

#include "print/slip_document.h"

#include <algorithm>

namespace porchlight::viewmodels {

namespace {

constexpr SnapshotModel<SlipRow>::Role slipRoles[] = {
    {"channelId", [](const SlipRow &row) { return QVariant(row.key); }},
    {"contactName", [](const SlipRow &row) { return QVariant(row.contactName); }},
    {"value", [](const SlipRow &row) { return QVariant(row.value); }},
    {"chosen", [](const SlipRow &row) { return QVariant(row.chosen); }},
};

constexpr SnapshotModel<DesignRow>::Role designRoles[] = {
    {"designId", [](const DesignRow &row) { return QVariant(row.key); }},
    {"title", [](const DesignRow &row) { return QVariant(row.title); }},
    {"chosen", [](const DesignRow &row) { return QVariant(row.chosen); }},
};

} // namespace

const content::SlipDesign *chosenDesign(const content::Edition &edition, const visit::SlipChoice &choice)
{
    const auto &designs = edition.slipDesigns;
    const auto it = std::find_if(designs.begin(), designs.end(),
                                 [&](const content::SlipDesign &design) { return design.id == choice.designId(); });
    if (it != designs.end())
        return &*it;
    return designs.empty() ? nullptr : &designs.front();
}

SlipModel::SlipModel(QObject *parent) : SnapshotModel(slipRoles, parent) {}

void SlipModel::show(const content::Edition &edition, const visit::SlipChoice &choice, const QString &first)
{
    std::vector<SlipRow> rows;
    for (const content::Contact &contact : edition.contacts) {
        if (const content::Channel *line = print::voiceLine(contact)) {
            rows.push_back({QString::fromStdString(line->id), QString::fromStdString(contact.slipName),
                            QString::fromStdString(line->value), choice.holds(line->id)});
        }
    }
    std::stable_partition(rows.begin(), rows.end(), [&](const SlipRow &row) { return row.key == first; });
    SnapshotModel::show(std::move(rows));
}

DesignModel::DesignModel(QObject *parent) : SnapshotModel(designRoles, parent) {}

void DesignModel::show(const content::Edition &edition, const visit::SlipChoice &choice)
{
    std::vector<DesignRow> rows;
    const content::SlipDesign *chosen = chosenDesign(edition, choice);
    for (const content::SlipDesign &design : edition.slipDesigns)
        rows.push_back({QString::fromStdString(design.id), QString::fromStdString(design.title), &design == chosen});
    SnapshotModel::show(std::move(rows));
}

} // namespace porchlight::viewmodels
