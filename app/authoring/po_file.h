// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace porchlight::authoring {

/// One entry of a PO file as libgettextpo reads it, with the line that it begins at.
struct PoEntry {
    std::string context;
    std::string id;
    std::string text;
    bool hasContext = false;
    bool fuzzy = false;
    bool plural = false;
    int line = 0;
    std::string comments; ///< the translator's own ("# ..."), which msgmerge and PO editors keep
};

/// What libgettextpo has to say about a file, in its own words.
struct PoComplaint {
    int line = 0; ///< 0: the whole file
    std::string text;
};

struct PoFile {
    std::string header; ///< the text of the entry with the empty msgid; empty when there is none
    int headerLine = 0;
    std::vector<PoEntry> entries; ///< without header and obsolete ones
    std::vector<PoComplaint> complaints;

    /// The value of a header field; empty when it is not there.
    [[nodiscard]] std::string field(const std::string &name) const;
};

/// Reads a PO file and has it checked as msgfmt would. Where complaints are about syntax, entries may be missing.
/// `text` is the file's content, from which the lines are counted. Never exits. Not for several threads at once,
/// because libgettextpo's own state is global.
PoFile readPo(const std::string &path, const std::string &text);

/// The complaints about a Plural-Forms value that says it has `forms` forms; empty when it is sound.
std::vector<std::string> checkPluralForms(const std::string &pluralForms, int forms);

/// What goes into a template for translators (POT).
struct PotEntry {
    std::string context;
    std::string id;
    std::string note;
    std::vector<std::pair<std::string, int>> places; ///< file, line
};
/// Writes a POT; equal entries give equal bytes. Gives what went wrong, in the library's words; empty when all is well.
std::string writePot(const std::string &path, const std::vector<PotEntry> &entries);

/// Lines at which the entries of a PO file begin (that of msgid), in file order, each with its key; obsolete entries
/// are left out. libgettextpo knows these lines but hands them out with errors only.
struct PoLine {
    std::string context;
    std::string id;
    int line = 0;
};
std::vector<PoLine> poLines(const std::string &text);

} // namespace porchlight::authoring
