// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/staged_checks.h"
#include "store/page_sums.h"
#include "store/schema.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <sqlite3.h>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;
using store::bytesOf;
using store::writeBytes;

constexpr const char *clipKey = "0123456789abcdef";

std::string clip()
{
    std::string page("OggS\0\2", 6);
    page.resize(26, '\0');
    page += '\1'; // one segment
    page += '\x13';
    page += "OpusHead";
    page.resize(28 + 19, '\0');
    return page;
}

/// A release as it lies staged, with a bit of everything, and the facts that were signed for it.
struct Staged {
    store::TempFolder temp;
    fs::path folder = temp / "12-0123456789abcdef";
    fs::path storeFile = folder / "content.sqlite";
    CommitFacts facts;

    Staged()
    {
        fs::create_directories(folder / "fonts");
        fs::create_directories(folder / "sound/en");
        fs::create_directories(folder / "films/pay");
        EXPECT_TRUE(store::buildStore(storeFile, store::smallRelease()));
        for (const char *font : {"NotoSans-Regular", "NotoSans-Bold", "NotoSansArabic-Regular", "NotoSansArabic-Bold"})
            writeBytes(folder / "fonts" / (std::string(font) + ".ttf"), std::string("\0\1\0\0 glyphs", 11));
        writeBytes(folder / "sound/en/index.tsv",
                   std::string("# voice\tsynthetic\tflite slt\n") + clipKey + "\t1969\tsynthetic\n");
        writeBytes(clipFile(), clip());
        writeBytes(folder / "films/pay/film.webm", "\x1a\x45\xdf\xa3 pictures");
        writeBytes(folder / "films/pay/cues.tsv", "0\t900\ttitle\n");
        facts.sequence = 3;
        facts.version = "3 (2026-06-01)";
        facts.site = "demo";
        facts.schema = store::schemaVersion;
        facts.program = "0.1.0";
        facts.newestDate = store::newestDate;
        sign();
    }
    [[nodiscard]] fs::path clipFile() const { return folder / "sound/en" / (std::string(clipKey) + ".opus"); }

    /// Counts what lies there now, as whoever publishes it would.
    void sign()
    {
        facts.files = facts.bytes = facts.largest = 0;
        for (const auto &entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) {
                ++facts.files;
                facts.bytes += entry.file_size();
                facts.largest = std::max<std::uint64_t>(facts.largest, entry.file_size());
            }
    }
    /// Changes the store with sums that are right again: what a mistaken or forged builder would give.
    void alter(const char *sql) const
    {
        sqlite3 *database = nullptr;
        ASSERT_EQ(sqlite3_open(storeFile.c_str(), &database), SQLITE_OK);
        char *wrong = nullptr;
        const std::string whole = std::string("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;") + sql;
        EXPECT_EQ(sqlite3_exec(database, whole.c_str(), nullptr, nullptr, &wrong), SQLITE_OK) << wrong;
        sqlite3_close(database);
        constexpr std::size_t pageSize = 4096;
        store::writeSums(storeFile, pageSize);
    }
    [[nodiscard]] content::Outcome check() const { return checkStaged(folder, facts, {}); }
};

struct Damage {
    const char *what;
    std::function<void(Staged &)> done;
    const char *code;
    bool signedSo = true; ///< the one who published it counted it like this
};

/// In the last page, which opening does not read.
void flipLate(const fs::path &file)
{
    std::string bytes = bytesOf(file);
    char &byte = bytes[bytes.size() - 300];
    byte = static_cast<char>(byte ^ 1);
    writeBytes(file, bytes);
}

const std::vector<Damage> damages{
    {"a file more", [](Staged &s) { writeBytes(s.folder / "more", "x"); }, "check-shape", false},
    {"a file less", [](Staged &s) { fs::remove(s.clipFile()); }, "check-shape", false},
    {"a byte more", [](Staged &s) { writeBytes(s.clipFile(), clip() + "x"); }, "check-shape", false},
    {"a larger file, a smaller one", [](Staged &s) { s.facts.largest -= 1; }, "check-shape", false},
    {"a link", [](Staged &s) { fs::create_symlink("/etc/passwd", s.folder / "words"); }, "check-shape"},
    {"a link to a folder", [](Staged &s) { fs::create_directory_symlink("/etc", s.folder / "etc"); }, "check-shape"},
    {"a link that leads nowhere", [](Staged &s) { fs::create_symlink("nowhere", s.folder / "words"); }, "check-shape"},
    {"a pipe", [](Staged &s) { EXPECT_EQ(mkfifo((s.folder / "pipe").c_str(), 0644), 0); }, "check-shape"},
    {"a hidden file", [](Staged &s) { writeBytes(s.folder / ".hidden", "x"); }, "check-shape"},
    {"a name with a line feed", [](Staged &s) { writeBytes(s.folder / "a\nb", "x"); }, "check-shape"},
    {"a name like an option", [](Staged &s) { writeBytes(s.folder / "-rf", "x"); }, "check-shape"},
    {"a file that others may write",
     [](Staged &s) { fs::permissions(s.clipFile(), fs::perms::others_write, fs::perm_options::add); }, "check-shape"},
    {"a program of its owner's rights",
     [](Staged &s) { fs::permissions(s.clipFile(), fs::perms::set_uid, fs::perm_options::add); }, "check-shape"},
    {"folders without end", [](Staged &s) { fs::create_directories(s.folder / "a/b/c/d/e/f/g/h/i/j/k"); },
     "check-shape"},
    {"another schema signed", [](Staged &s) { s.facts.schema += 1; }, "check-program"},
    {"a newer schema", [](Staged &s) { s.alter("PRAGMA user_version = 99"); }, "check-program"},
    {"a newer program wanted", [](Staged &s) { s.facts.program = "99.0.0"; }, "check-program"},
    {"no store", [](Staged &s) { fs::remove(s.storeFile); }, "check-program"},
    {"another file as the store", [](Staged &s) { writeBytes(s.storeFile, std::string(5000, 'x')); }, "check-program"},
    {"a store cut short", [](Staged &s) { fs::resize_file(s.storeFile, 8192); }, "check-program"},
    {"a table that is not ours", [](Staged &s) { s.alter("CREATE TABLE extra (a)"); }, "check-storeopens"},
    {"a trigger", [](Staged &s) { s.alter("CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM fact; END"); },
     "check-storeopens"},
    {"no release row", [](Staged &s) { s.alter("DELETE FROM release"); }, "check-storeopens"},
    {"a flipped byte", [](Staged &s) { flipLate(s.storeFile); }, "check-integrity"},
    {"a reference that leads nowhere", [](Staged &s) { s.alter("UPDATE topic SET tile = 'nowhere'"); },
     "check-integrity"},
    {"a word that is empty", [](Staged &s) { s.alter("UPDATE text SET value = '' WHERE number = 1"); },
     "check-integrity"},
    {"another number", [](Staged &s) { s.facts.sequence = 4; }, "check-facts"},
    {"another site", [](Staged &s) { s.facts.site = "elsewhere"; }, "check-facts"},
    {"another newest date", [](Staged &s) { s.facts.newestDate += std::chrono::days{1}; }, "check-facts"},
    {"no interface words", [](Staged &s) { s.alter("DELETE FROM interface"); }, "check-texts"},
    {"nothing to choose from",
     [](Staged &s) {
         s.alter("DELETE FROM topic_source; DELETE FROM topic_block; DELETE FROM topic; DELETE FROM tile");
     },
     "check-texts"},
    {"a clip that is missing", [](Staged &s) { fs::remove(s.clipFile()); }, "check-media"},
    {"an empty clip", [](Staged &s) { writeBytes(s.clipFile(), ""); }, "check-media"},
    {"a clip that is another sound", [](Staged &s) { writeBytes(s.clipFile(), "RIFF" + clip()); }, "check-media"},
    {"a clip cut in its head", [](Staged &s) { writeBytes(s.clipFile(), clip().substr(0, 40)); }, "check-media"},
    {"no list of clips", [](Staged &s) { fs::remove(s.folder / "sound/en/index.tsv"); }, "check-media"},
    {"a list of clips with a path in it",
     [](Staged &s) { writeBytes(s.folder / "sound/en/index.tsv", "# voice\tsynthetic\tx\n../../etc/passwd\t1\tx\n"); },
     "check-media"},
    {"a film without pictures", [](Staged &s) { fs::remove(s.folder / "films/pay/film.webm"); }, "check-media"},
    {"a film of another kind", [](Staged &s) { writeBytes(s.folder / "films/pay/film.webm", "GIF89a"); },
     "check-media"},
    {"a film without words", [](Staged &s) { fs::remove(s.folder / "films/pay/cues.tsv"); }, "check-media"},
    {"a font that is missing", [](Staged &s) { fs::remove(s.folder / "fonts/NotoSansArabic-Bold.ttf"); },
     "check-fonts"},
    {"a font that is none", [](Staged &s) { writeBytes(s.folder / "fonts/NotoSans-Regular.ttf", "words"); },
     "check-fonts"},
};

TEST(StagedChecks, AWholeReleasePasses)
{
    const Staged staged;
    const auto checked = staged.check();
    EXPECT_TRUE(checked) << checked.fault().describe();
}

TEST(StagedChecks, EachDamageIsFoundByItsCheck)
{
    for (const Damage &damage : damages) {
        Staged staged;
        damage.done(staged);
        if (damage.signedSo)
            staged.sign();
        const auto checked = staged.check();
        ASSERT_FALSE(checked) << damage.what;
        EXPECT_EQ(checked.fault().code, damage.code) << damage.what << ": " << checked.fault().describe();
    }
}

TEST(StagedChecks, EveryCheckThatLooksAtFilesHasADamage)
{
    std::set<std::string> found;
    for (const Damage &damage : damages)
        found.insert(damage.code);
    for (const NamedCheck &check : namedChecks()) {
        if (check.name == "Signature" || check.name == "Sequence")
            continue; // of commits, not of files
        std::string code = "check-" + std::string(check.name);
        std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return std::tolower(c); });
        EXPECT_TRUE(found.contains(code)) << code;
    }
}

TEST(StagedChecks, AReleaseWithoutSoundAndFilmsIsOne)
{
    Staged staged;
    fs::remove_all(staged.folder / "sound");
    fs::remove_all(staged.folder / "films");
    staged.sign();
    EXPECT_TRUE(staged.check());
}

} // namespace
} // namespace porchlight::release
