// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/po_file.h"

#include <string_view>

namespace porchlight::authoring {

namespace {

/// The text between the quotes of a PO line, escapes resolved.
std::string unquoted(std::string_view line)
{
    std::string out;
    const auto begin = line.find('"');
    for (std::size_t i = begin + 1; begin != line.npos && i < line.size() && line[i] != '"'; ++i) {
        if (line[i] != '\\' || i + 1 >= line.size()) {
            out += line[i];
            continue;
        }
        const char escaped = line[++i];
        out += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
    }
    return out;
}

bool keyword(std::string_view line, std::string_view word)
{
    return line.starts_with(word) && line.size() > word.size() &&
           (line[word.size()] == ' ' || line[word.size()] == '"' || line[word.size()] == '\t');
}

} // namespace

std::vector<PoLine> poLines(const std::string &text)
{
    std::vector<PoLine> lines;
    std::string context;
    std::string *current = nullptr; // what a line that is only a quoted text goes on with
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        std::string_view line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        ++number;
        while (line.starts_with(' ') || line.starts_with('\t'))
            line.remove_prefix(1);
        if (keyword(line, "msgctxt")) {
            context = unquoted(line);
            current = &context;
        } else if (keyword(line, "msgid")) {
            lines.push_back({context, unquoted(line), number});
            context.clear();
            current = &lines.back().id;
        } else if (line.starts_with('"')) {
            if (current)
                *current += unquoted(line);
        } else if (!line.starts_with('#')) {
            current = nullptr; // msgstr, msgid_plural: their text is of no use here
        }
    }
    return lines;
}

} // namespace porchlight::authoring
