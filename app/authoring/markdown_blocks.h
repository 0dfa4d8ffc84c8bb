// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"
#include "content/topic.h"

#include <string>
#include <vector>

namespace porchlight::authoring {

struct MarkdownBlock {
    content::Block value;  ///< a ContactCard and a ShowCard hold an id, all others a text of one line
    std::string elsewhere; ///< where its text stands, if not here: "fragment.ID", or a "{site:NAME}" as it is written
    Place at;
};

/// Reads the small part of Markdown that a topic may use: `## heading`, paragraphs, `- bullets`, `> notes`, and a
/// paragraph that is only {contact:ID}, {fragment:ID}, {card:ID} or {site:NAME}. All else is the finding
/// "unknown-markup". `firstLine`: the line of the file that `markdown` begins at.
std::vector<MarkdownBlock> readMarkdown(const std::string &markdown, const std::string &file, int firstLine,
                                        Findings &findings);

} // namespace porchlight::authoring
