// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace porchlight::store::queries {

inline constexpr const char *release =
    "SELECT sequence, site, mode, newest_date, default_language, schema_name, site_name FROM release";
inline constexpr const char *languages =
    "SELECT tag, own_name, spoken_name, english_name, script, direction, font, level, "
    "learn_level, source, ask_for_interpreter FROM language ORDER BY position";
inline constexpr const char *texts = "SELECT number, value FROM text ORDER BY number";
inline constexpr const char *translations = "SELECT text, value, level FROM translation WHERE language = ?";
inline constexpr const char *oneText = "SELECT t.value, o.value, o.level FROM text t LEFT JOIN translation o "
                                       "ON o.language = ?1 AND o.text = t.number WHERE t.number = ?2";
inline constexpr const char *interface =
    "SELECT i.id, i.text, t.safety FROM interface i JOIN text t ON t.number = i.text";
inline constexpr const char *tiles = "SELECT id, title, hint, icon, opens, small, parent FROM tile ORDER BY position";
inline constexpr const char *contacts = "SELECT id, name, slip_name, for_what, answers, cost, languages, "
                                        "tells_authorities_when, trust, ordinary, local FROM contact ORDER BY position";
inline constexpr const char *channels =
    "SELECT contact, id, kind, value, interpreters, source_url, checked_on, checked_by, method, expires_on, status, "
    "core, show_public, show_private, print_ok, recheck_by, instruction, hours_words, hours, code FROM channel ORDER "
    "BY contact, position";
inline constexpr const char *channelLanguages = "SELECT channel, tag FROM channel_language ORDER BY channel, position";
inline constexpr const char *topics =
    "SELECT id, tile, title, summary, picture, layer, sensitive FROM topic ORDER BY position";
inline constexpr const char *blocks =
    "SELECT topic, kind, text, contact, card, position FROM topic_block ORDER BY topic, position";
inline constexpr const char *sources =
    "SELECT topic, what, url, checked_on, recheck_by, mark, fact FROM topic_source ORDER BY topic, position";
inline constexpr const char *blocksOfTopic =
    "SELECT topic, kind, text, contact, card, position FROM topic_block WHERE topic = ? ORDER BY position";
inline constexpr const char *sourcesOfTopic = "SELECT topic, what, url, checked_on, recheck_by, mark, fact "
                                              "FROM topic_source WHERE topic = ? ORDER BY position";
inline constexpr const char *firstReading =
    "SELECT 1 FROM topic_block WHERE topic = ? AND kind NOT IN ('heading', 'contact') LIMIT 1";
inline constexpr const char *contactsOfTopic = "SELECT contact FROM topic_block WHERE topic = ? AND kind = 'contact'";
inline constexpr const char *facts = "SELECT id, value FROM fact";
inline constexpr const char *showCards = "SELECT id, text FROM show_card ORDER BY position";
inline constexpr const char *slips = "SELECT id, title, heading, width_mm, height_mm, body_pt, number_pt, names, "
                                     "ordinary_lines, english, hours, cost, languages, cut_marks, fold FROM slip "
                                     "ORDER BY position";
inline constexpr const char *slipNotes = "SELECT slip, text FROM slip_note ORDER BY slip, position";
inline constexpr const char *siteLines = "SELECT part, text FROM site_line ORDER BY part, position";

} // namespace porchlight::store::queries
