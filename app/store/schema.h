// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace porchlight::store {

/// Every released schema has a number (SQLite's user_version) and a name. The number only ever grows.
inline constexpr int schemaVersion = 1;
inline constexpr std::string_view schemaName = "threshold";
/// The oldest schema this program still reads; older ones are refused as "store-too-old".
inline constexpr int readableFrom = 1;
/// SQLite's application_id: "PORC". A database that carries another one is not ours.
inline constexpr std::uint32_t applicationId = 0x504F5243;

/// The name of the store in a release folder.
inline constexpr std::string_view storeFileName = "content.sqlite";

/// All tables of the schema, sorted. A store holds these and nothing else: no view, no trigger.
inline constexpr std::array<std::string_view, 17> requiredTables{
    "channel",     "channel_language", "contact",    "fact",      "interface", "language", "release",
    "show_card",   "site_line",        "slip",       "slip_note", "text",      "tile",     "topic",
    "topic_block", "topic_source",     "translation"};

/// The statements that make the empty tables.
std::string_view schemaSql();

} // namespace porchlight::store
