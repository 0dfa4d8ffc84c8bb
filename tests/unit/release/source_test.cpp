// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.h"
#include "release/source.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <gtest/gtest.h>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;

std::string codeOf(const std::string &given, const FolderLimits &limits = {})
{
    const content::Result<Source> source = openSource(given, limits);
    return source ? "none" : source.fault().code;
}

/// What counts as a repository, without a program that makes one.
void makeRepository(const fs::path &folder)
{
    writeBytes(folder / "config", "[core]\nrepo_version=1\nmode=archive-z2\n");
    writeBytes(folder / "objects/ab/cdef.filez", "x");
    fs::create_directories(folder / "refs/heads/porchlight");
    writeBytes(folder / "summary", "x");
}

TEST(Source, KnowsAddresses)
{
    const auto source = openSource("https://example.org/content//");
    ASSERT_TRUE(source);
    EXPECT_EQ(source->kind, Source::Kind::Web);
    EXPECT_EQ(source->url, "https://example.org/content");
    EXPECT_EQ(source->given, "https://example.org/content//");
    EXPECT_TRUE(openSource("http://127.0.0.1:8080"));
    EXPECT_TRUE(openSource("http://[::1]:8080/x"));
    for (const std::string bad : {"", "https://", "https:///x", "ftp://example.org/", "file:///etc",
                                  "https://me:secret@example.org/", "https://example.org/?a", "https://example.org/#a",
                                  "https://example.org/a b", "https://example.org/a\nb", "https://exa mple.org/"})
        EXPECT_EQ(codeOf(bad), "source-syntax") << bad;
    EXPECT_EQ(codeOf("https://example.org/" + std::string(3000, 'a')), "source-syntax");
    const auto secret = openSource("https://me:secret@example.org/");
    EXPECT_EQ(secret.fault().describe().find("secret"), std::string::npos) << "a password must not get into reports";
}

TEST(Source, FindsTheRepositoryOfAStick)
{
    for (const char *place : {"", ".ostree/repo", "porchlight"}) {
        const TempFolder stick;
        makeRepository(stick.path() / place);
        const auto source = openSource(stick.path());
        ASSERT_TRUE(source) << place << source.fault().describe();
        EXPECT_EQ(source->kind, Source::Kind::Folder);
        EXPECT_TRUE(fs::equivalent(source->folder, stick.path() / place));
    }
}

TEST(Source, PeopleKeepOtherThingsOnTheirSticks)
{
    const TempFolder stick;
    makeRepository(stick / ".ostree/repo");
    writeBytes(stick / "porchlight", "a file of that name");
    fs::create_symlink("/etc", stick / "link beside it");
    EXPECT_EQ(codeOf(stick.path()), "none");
    fs::remove_all(stick / ".ostree");
    EXPECT_EQ(codeOf(stick.path()), "source-empty");
}

TEST(Source, TheNamedPathMayLeadThroughALink)
{
    const TempFolder stick;
    makeRepository(stick / "real");
    fs::create_directory_symlink(stick / "real", stick / "media");
    const auto source = openSource(stick / "media");
    ASSERT_TRUE(source);
    EXPECT_EQ(source->folder, stick / "real");
}

TEST(Source, SaysWhenNothingIsThere)
{
    const TempFolder folder;
    EXPECT_EQ(codeOf(folder / "nothing"), "source-missing");
    writeBytes(folder / "file", "x");
    EXPECT_EQ(codeOf(folder / "file"), "source-missing");
    fs::create_directory(folder / "empty");
    EXPECT_EQ(codeOf(folder / "empty"), "source-empty");
    writeBytes(folder / "half/config", "x");
    EXPECT_EQ(codeOf(folder / "half"), "source-empty");
}

struct Unwanted {
    const char *name;
    const char *code;
    void (*add)(const fs::path &repository);
};

class UnwantedThings : public testing::TestWithParam<Unwanted> {};

TEST_P(UnwantedThings, AreRefused)
{
    const TempFolder stick;
    const fs::path repository = stick / ".ostree/repo";
    makeRepository(repository);
    ASSERT_EQ(codeOf(stick.path()), "none");
    GetParam().add(repository);
    EXPECT_EQ(codeOf(stick.path(), {100, 8}), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    Source, UnwantedThings,
    testing::Values(
        Unwanted{"LinkToFile", "source-link",
                 [](const fs::path &at) { fs::create_symlink("/etc/passwd", at / "objects/ab/ff.filez"); }},
        Unwanted{"LinkToFolder", "source-link",
                 [](const fs::path &at) { fs::create_directory_symlink("/etc", at / "objects/ff"); }},
        Unwanted{"DanglingLink", "source-link",
                 [](const fs::path &at) { fs::create_symlink("nowhere", at / "refs/heads/x"); }},
        Unwanted{"ConfigIsALink", "source-empty",
                 [](const fs::path &at) {
                     fs::rename(at / "config", at / "objects/config");
                     fs::create_symlink("objects/config", at / "config");
                 }},
        Unwanted{"RepositoryIsALink", "source-link",
                 [](const fs::path &at) {
                     fs::rename(at, at.parent_path() / "elsewhere");
                     fs::create_directory_symlink("elsewhere", at);
                 }},
        Unwanted{"ItsFolderIsALink", "source-link",
                 [](const fs::path &at) {
                     const fs::path stick = at.parent_path().parent_path();
                     fs::rename(stick / ".ostree", stick / "elsewhere");
                     fs::create_directory_symlink("elsewhere", stick / ".ostree");
                 }},
        Unwanted{"Fifo", "source-link",
                 [](const fs::path &at) { ASSERT_EQ(mkfifo((at / "objects/ab/ff.filez").c_str(), 0644), 0); }},
        Unwanted{"FifoAtTheTop", "source-link",
                 [](const fs::path &at) { ASSERT_EQ(mkfifo((at / "summary.sig").c_str(), 0644), 0); }},
        Unwanted{"Socket", "source-link",
                 [](const fs::path &at) {
                     const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
                     const fs::path before = fs::current_path();
                     fs::current_path(at / "objects/ab");
                     sockaddr_un address{AF_UNIX, "s"};
                     EXPECT_EQ(bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
                     fs::current_path(before);
                     close(fd);
                 }},
        Unwanted{"ForeignName", "source-foreign", [](const fs::path &at) { writeBytes(at / "autorun.inf", "x"); }},
        Unwanted{"ForeignFolder", "source-foreign", [](const fs::path &at) { fs::create_directory(at / "hooks"); }},
        Unwanted{"TooMany", "source-too-many",
                 [](const fs::path &at) {
                     for (int i = 0; i < 100; ++i)
                         writeBytes(at / "objects/cd" / std::to_string(i), "");
                 }},
        Unwanted{"TooDeep", "source-too-many",
                 [](const fs::path &at) { fs::create_directories(at / "refs/1/2/3/4/5/6/7/8/9"); }}),
    [](const auto &given) { return given.param.name; });

TEST(Source, ADeviceIsRefused)
{
    const TempFolder stick;
    makeRepository(stick.path());
    if (mknod((stick / "objects/ab/zero").c_str(), S_IFCHR | 0644, makedev(1, 5)) != 0)
        GTEST_SKIP() << "only root can make one";
    EXPECT_EQ(codeOf(stick.path()), "source-link");
}

TEST(Source, WhatCantBeReadIsSaid)
{
    const TempFolder stick;
    makeRepository(stick.path());
    fs::permissions(stick / "objects/ab", fs::perms::none);
    fs::permissions(stick.path(), fs::perms(0755));
    const bool root = geteuid() == 0; // who reads everything
    if (root) {
        ASSERT_EQ(seteuid(65534), 0);
    }
    EXPECT_EQ(codeOf(stick.path()), "source-unreadable");
    if (root) {
        ASSERT_EQ(seteuid(0), 0);
    }
    fs::permissions(stick / "objects/ab", fs::perms::owner_all);
}

} // namespace
} // namespace porchlight::release
