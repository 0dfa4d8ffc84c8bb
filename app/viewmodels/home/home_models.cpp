// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/home/home_models.h"

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

namespace {

constexpr SnapshotModel<LanguageRow>::Role languageRoles[] = {
    {"tag", [](const LanguageRow &row) { return QVariant(row.key); }},
    {"ownName", [](const LanguageRow &row) { return QVariant(row.ownName); }},
    {"direction", [](const LanguageRow &row) { return QVariant(row.direction); }},
    {"fontFamily", [](const LanguageRow &row) { return QVariant(row.fontFamily); }},
    {"draft", [](const LanguageRow &row) { return QVariant(row.draft); }},
};

constexpr SnapshotModel<TileRow>::Role tileRoles[] = {
    {"tileId", [](const TileRow &row) { return QVariant(row.key); }},
    {"title", [](const TileRow &row) { return QVariant(row.title); }},
    {"hint", [](const TileRow &row) { return QVariant(row.hint); }},
    {"icon", [](const TileRow &row) { return QVariant(row.icon); }},
    {"opens", [](const TileRow &row) { return QVariant(row.opens); }},
};

} // namespace

LanguageModel::LanguageModel(QObject *parent) : SnapshotModel(languageRoles, parent) {}

void LanguageModel::show(const content::Edition &edition)
{
    std::vector<LanguageRow> rows;
    for (const content::Language &language : edition.languages) {
        rows.push_back({QString::fromStdString(language.tag), QString::fromStdString(language.ownName),
                        language.direction == content::Direction::RightToLeft ? u"rtl"_s : u"ltr"_s,
                        QString::fromStdString(language.fontFamily),
                        !language.source && language.level < content::helpPathFloor});
    }
    SnapshotModel::show(std::move(rows));
}

TileModel::TileModel(Holds holds, QObject *parent) : SnapshotModel(tileRoles, parent), m_holds(holds) {}

void TileModel::show(const content::Edition &edition)
{
    std::vector<TileRow> rows;
    for (const content::Tile &tile : edition.tiles) {
        if (!tile.parent.empty() || tile.small != (m_holds == Holds::TheSmall))
            continue;
        rows.push_back({QString::fromStdString(tile.id), QString::fromStdString(tile.title),
                        QString::fromStdString(tile.hint), QString::fromStdString(tile.icon),
                        tile.opens == content::Tile::Opens::Numbers ? u"numbers"_s : u"topics"_s});
    }
    SnapshotModel::show(std::move(rows));
}

} // namespace porchlight::viewmodels
