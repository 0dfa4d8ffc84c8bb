// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/contact.h"
#include "content/edition.h"
#include "content/language.h"
#include "content/result.h"
#include "content/topic.h"

#include <filesystem>
#include <string>
#include <vector>

namespace porchlight::store {

/// Names a text in all its languages. Chosen by the author of the rows, unique in a release, not shown to anybody.
/// Where a comment says "or empty", the empty id stands for "no text here".
using TextId = std::string;

/// One text in one language (UTF-8, never empty). Every id must have a row in the source language; a language that
/// lacks a row falls back to that one. `level` of a source text is ignored.
struct TextRow {
    TextId id;
    std::string language; ///< tag of one of ReleaseRows::languages
    std::string value;    ///< may hold {number:hotline.call}, the full id of a core channel, and {fact:ID}
    content::TranslationLevel level = content::TranslationLevel::L0;
    content::Domain domain = content::Domain::Help; ///< of a source text; ignored elsewhere
    bool safety = false;                            ///< of a source text: a draft shows the English beside it
};

/// Makes one text an interface word.
struct InterfaceRow {
    std::string id; ///< as in qsTrId: "bar.home"
    TextId text;
};

struct TileRow {
    std::string id;
    TextId title;
    TextId hint; ///< or empty
    std::string icon;
    content::Tile::Opens opens = content::Tile::Opens::Topics;
    bool small = false;
    std::string parent; ///< id of the tile in whose list it stands, or empty
};

struct BlockRow {
    content::Block::Kind kind = content::Block::Kind::Paragraph;
    TextId text;         ///< empty for a ContactCard and a ShowCard, and only there
    std::string contact; ///< contact id of a ContactCard, and only there
    std::string card;    ///< id of a ShowCard, and only there
};

/// A value that texts draw in with {fact:ID}, and where it comes from.
struct FactRow {
    std::string id;
    std::string value;      ///< the same in every language: "27,600,000"
    content::Source source; ///< its `fact` is ignored
};

struct ShowCardRow {
    std::string id;
    TextId text; ///< may hold {language}
};

struct TopicRow {
    std::string id;
    std::string tile; ///< id of the tile that it stands behind
    TextId title;
    TextId summary; ///< or empty
    std::string picture;
    content::Layer layer = content::Layer::Ordinary;
    bool sensitive = false;
    std::vector<BlockRow> blocks;
    std::vector<content::Source> sources;
};

/// The fields mean what they mean in content::Channel.
struct ChannelRow {
    std::string id; ///< full: "hotline.call"
    content::ChannelKind kind = content::ChannelKind::Call;
    std::string value;
    TextId instruction;                    ///< or empty
    std::vector<std::string> languageTags; ///< need not be languages of the release
    bool interpreters = false;
    std::string hours; ///< the same in every language: "24/7"; or empty
    TextId hoursWords; ///< "Day and night, {hours}"; empty where `hours` is, and only there
    std::string code;  ///< the same in every language: the word that {code} stands for; or empty
    std::string sourceUrl;
    content::Date checkedOn{};
    std::string checkedBy;
    content::CheckMethod method = content::CheckMethod::Page;
    content::Date recheckBy{}; ///< not before checkedOn
    content::Date expiresOn{}; ///< not before recheckBy
    content::ChannelStatus status = content::ChannelStatus::Unverified;
    bool core = false;
    bool showPublic = false;
    bool showPrivate = false;
    bool printOk = false;
};

struct ContactRow {
    std::string id;
    TextId name;
    TextId slipName; ///< or empty
    TextId forWhat;
    TextId answers;
    TextId cost; ///< or empty
    TextId languages;
    TextId tellsAuthoritiesWhen;
    content::TrustClass trust = content::TrustClass::T4;
    bool ordinary = false;
    bool local = false;
    std::vector<ChannelRow> channels;
};

struct SlipRow {
    std::string id;
    TextId title;
    TextId heading;      ///< or empty
    double widthMm = 0;  ///< 0: a whole sheet, and then heightMm is 0 too
    double heightMm = 0; ///< 0: as long as it needs
    double bodyPt = 10;
    double numberPt = 14;
    bool names = true;
    int ordinaryLines = 0;
    content::EnglishBeside english = content::EnglishBeside::Drafts;
    bool hours = true;
    bool cost = false;
    bool languages = false;
    std::vector<TextId> notes = {};
    bool cutMarks = false;
    content::Fold fold = content::Fold::None;
};

struct SiteRow {
    TextId name;
    std::vector<TextId> hours;    ///< lines, top to bottom
    std::vector<TextId> services; ///< lines, top to bottom
};

/// A whole release as plain rows, in every language. The order of each vector is the order on screen, except that
/// `texts` and `interface` have none. Topics of one tile keep the order that they have here.
struct ReleaseRows {
    content::ReleaseInfo info;                ///< sequence > 0; defaultLanguage is the tag of one of `languages`
    std::vector<content::Language> languages; ///< exactly one of them is the source
    std::vector<TextRow> texts;
    std::vector<InterfaceRow> interface;
    std::vector<TileRow> tiles;
    std::vector<FactRow> facts;
    std::vector<ShowCardRow> showCards;
    std::vector<TopicRow> topics;
    std::vector<ContactRow> contacts;
    std::vector<SlipRow> slips;
    SiteRow site;
};

/// Writes a release as one SQLite file. Equal rows give equal bytes. Writes `file`.new beside it in one transaction,
/// checks it, syncs it and renames it, so that `file` is always whole: the former one or the new one.
/// The folder must exist. Aborts on a thread that is forbidden to use the store.
/// Faults: "store-bad-row" (`where` names the row that breaks a rule of the schema or names what is not there),
/// "store-not-written" (disk, permission). After a fault `file` is as it was and `file`.new is gone.
content::Outcome buildStore(const std::filesystem::path &file, const ReleaseRows &rows);

} // namespace porchlight::store
