// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"
#include "content/topic.h"

#include <string>
#include <vector>

namespace porchlight::authoring {

struct MarkdownBlock {
    content::Block value; ///< a ContactCard holds the contact's id, all others a text of one line
    Place at;
};

/// Reads the small part of Markdown that a topic may use: `## heading`, paragraphs, `- bullets`, `> notes`, and a
/// paragraph that is only {contact:ID}. All else is the finding "unknown-markup". `firstLine`: the line of the file
/// that `markdown` begins at.
std::vector<MarkdownBlock> readMarkdown(const std::string &markdown, const std::string &file, int firstLine,
                                        Findings &findings);

} // namespace porchlight::authoring
