// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/builder.h"
#include "store/reader.h"
#include "store/schema.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace porchlight::store {
namespace {

namespace fs = std::filesystem;

void runSql(const fs::path &file, const std::string &sql)
{
    sqlite3 *database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    char *error = nullptr;
    EXPECT_EQ(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
    sqlite3_free(error);
    sqlite3_close(database);
}

class StoreFaults : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(buildStore(store, smallRelease())); }

    void expectFault(const fs::path &file, const std::string &code)
    {
        const auto opened = Reader::open(file);
        ASSERT_FALSE(opened) << file;
        EXPECT_EQ(opened.fault().code, code) << opened.fault().describe();
        EXPECT_EQ(opened.fault().where, file.string());
        EXPECT_FALSE(opened.fault().what.empty());
        EXPECT_FALSE(opened.fault().remedy.empty());
    }
    /// Changes a number of the file's header: 60 is the schema version, 68 the application id.
    void setHeader(std::size_t at, std::uint32_t value)
    {
        std::string bytes = bytesOf(store);
        for (std::size_t i = 0; i < 4; ++i)
            bytes[at + i] = static_cast<char>(value >> (24 - 8 * i));
        writeBytes(store, bytes);
    }

    TempFolder folder;
    fs::path store = folder / "content.sqlite";
};

TEST_F(StoreFaults, NothingIsWrongWithTheOneThatOthersAreMadeFrom)
{
    const auto opened = Reader::open(store);
    ASSERT_TRUE(opened) << opened.fault().describe();
    EXPECT_EQ(opened->info().sequence, 3);
}

TEST_F(StoreFaults, Missing)
{
    expectFault(folder / "nowhere.sqlite", "store-missing");
    expectFault(folder.path() / "no" / "folder.sqlite", "store-missing");
    expectFault(store / "through-a-file.sqlite", "store-missing");
    expectFault("", "store-missing");
    fs::create_symlink("nowhere", folder / "dangling");
    expectFault(folder / "dangling", "store-missing");
}

TEST_F(StoreFaults, NotAFile)
{
    expectFault(folder.path(), "store-not-ours");
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    expectFault(folder / "pipe", "store-not-ours");
    expectFault("/dev/null", "store-not-ours");
}

TEST_F(StoreFaults, AnotherKindOfFile)
{
    writeBytes(folder / "text", "Dear reader,\nthis is a letter.\n");
    expectFault(folder / "text", "store-not-ours");
    writeBytes(folder / "long-text", std::string(100'000, 'x'));
    expectFault(folder / "long-text", "store-not-ours");
    writeBytes(folder / "zeros", std::string(8192, '\0'));
    expectFault(folder / "zeros", "store-not-ours");
}

TEST_F(StoreFaults, AnotherProgramsDatabase)
{
    runSql(folder / "foreign", "CREATE TABLE notes (words TEXT); INSERT INTO notes VALUES ('hello');");
    expectFault(folder / "foreign", "store-not-ours");
    setHeader(68, 0x47504B47);
    expectFault(store, "store-not-ours");
}

TEST_F(StoreFaults, EmptyOrCutWithinTheHeader)
{
    const std::string whole = bytesOf(store);
    for (const std::size_t length : {0U, 1U, 15U, 16U, 99U}) {
        writeBytes(store, whole.substr(0, length));
        expectFault(store, "store-damaged");
    }
}

TEST_F(StoreFaults, NewerSchema)
{
    for (const std::uint32_t version : {2U, 3U, 0x7fffffffU}) {
        setHeader(60, version);
        expectFault(store, "store-too-new");
    }
}

TEST_F(StoreFaults, OlderSchema)
{
    for (const std::uint32_t version : {0U, 0xffffffffU}) {
        setHeader(60, version);
        expectFault(store, "store-too-old");
    }
}

TEST_F(StoreFaults, SomethingHangsOnTheEnd)
{
    writeBytes(store, bytesOf(store) + "more");
    expectFault(store, "store-damaged");
}

TEST_F(StoreFaults, AUnreadableFolder)
{
    fs::permissions(folder.path(), fs::perms::none);
    // The superuser may read anything, so a child gives that up first.
    EXPECT_EXIT(
        {
            if (geteuid() == 0 && setuid(65534) != 0)
                _exit(2);
            const auto opened = Reader::open(store);
            _exit(!opened && opened.fault().code == "store-unreadable" ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

TEST_F(StoreFaults, AnUnreadableFile)
{
    fs::permissions(folder.path(), fs::perms(0755));
    fs::permissions(store, fs::perms::none);
    EXPECT_EXIT(
        {
            if (geteuid() == 0 && setuid(65534) != 0)
                _exit(2);
            const auto opened = Reader::open(store);
            _exit(!opened && opened.fault().code == "store-unreadable" ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

/// A database that calls itself ours but is not what the builder makes.
TEST_F(StoreFaults, Forged)
{
    const std::string whole = bytesOf(store);
    for (const char *sql : {
             "PRAGMA foreign_keys = OFF; DROP TABLE slip;",
             "CREATE TABLE more (words TEXT);",
             "CREATE VIEW seen AS SELECT * FROM text;",
             "CREATE TRIGGER pulled AFTER INSERT ON text BEGIN DELETE FROM text; END;",
             "PRAGMA foreign_keys = OFF; DROP TABLE slip; CREATE VIEW slip AS SELECT 1 AS id;",
             "ALTER TABLE topic RENAME COLUMN picture TO image;",
             "UPDATE release SET schema_name = 'another';",
             "DELETE FROM release;",
             "UPDATE language SET source = 0;",
             "PRAGMA foreign_keys = OFF; DELETE FROM contact;",
             "PRAGMA foreign_keys = OFF; DELETE FROM text WHERE id = 'pay.one';",
             "PRAGMA ignore_check_constraints = ON; UPDATE topic SET layer = 'hidden';",
             "PRAGMA ignore_check_constraints = ON; UPDATE release SET newest_date = 'tomorrow';",
             "PRAGMA ignore_check_constraints = ON; UPDATE channel SET core = 7;",
         }) {
        SCOPED_TRACE(sql);
        writeBytes(store, whole);
        runSql(store, sql);
        expectFault(store, "store-damaged");
    }
}

TEST_F(StoreFaults, APathWithSignsThatMeanSomethingInAUri)
{
    const fs::path odd = folder / "50% off?mode=rwc#1 é.sqlite";
    fs::rename(store, odd);
    const auto opened = Reader::open(odd);
    EXPECT_TRUE(opened) << opened.fault().describe();
}

} // namespace
} // namespace porchlight::store
