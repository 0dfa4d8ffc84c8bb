// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "playback/sound_output.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace porchlight::playback {

/// Something to say, and the BCP 47 tag of the language it is in.
struct Line {
    QString text;
    QString language;
    bool operator==(const Line &) const = default;
};

/// The clips of one language: what stands in sound/TAG/index.tsv of a release.
class ClipList {
public:
    /// `where` names the file in a Fault; so does its line. A file that cannot be read is a Fault too.
    static content::Result<ClipList> read(const std::filesystem::path &index);

    [[nodiscard]] bool holds(const std::string &key) const { return m_keys.contains(key); }
    /// A computer made some of them.
    [[nodiscard]] bool synthetic() const { return m_synthetic; }

private:
    std::unordered_set<std::string> m_keys;
    bool m_synthetic = false;
};

/// Who can say what: the clips of all languages of one release. A language is read when it is first asked for, from a
/// file of some ten kilobytes. One that has no folder, or a bad index, has no voice.
class Voices {
public:
    /// From now on clips come from this folder of a release; the same folder again changes nothing.
    void open(const std::filesystem::path &release);
    /// Tag of the language on the screen. Foreign words of a page may have their clips among those of the page.
    void setScreen(const QString &language) { m_screen = language.toStdString(); }
    [[nodiscard]] bool hasVoice(const QString &language);
    [[nodiscard]] bool isSynthetic(const QString &language);
    /// Nothing where the line cannot be said whole: its own clip; or clips for its parts, where a page joins sentences
    /// by spaces; a part that people dial is said digit by digit, with a pause between groups.
    [[nodiscard]] std::optional<std::vector<Passage::Piece>> piecesOf(const Line &line);
    [[nodiscard]] bool canSay(const Line &line) { return piecesOf(line).has_value(); }
    /// What was wrong with the indexes that have been read.
    [[nodiscard]] const std::vector<content::Fault> &faults() const { return m_faults; }

    static constexpr int groupPause = 250; ///< milliseconds between groups of digits

private:
    std::optional<std::vector<Passage::Piece>> piecesOf(std::string_view text, const std::string &language);
    const ClipList *listOf(const std::string &language);

    std::filesystem::path m_release;
    std::string m_screen;
    std::map<std::string, std::optional<ClipList>> m_lists;
    std::vector<content::Fault> m_faults;
};

} // namespace porchlight::playback
