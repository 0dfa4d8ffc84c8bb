// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

#include <functional>
#include <map>

namespace porchlight::release {
namespace {

namespace fs = std::filesystem;

struct RepositoryFiles : Fetch {
    Repository repository = opened();

    std::string pulled()
    {
        const std::string checksum = published.commit();
        use(repository, published.source());
        const auto facts = repository.fetchFacts(stableRef, checksum);
        EXPECT_TRUE(facts) << facts.fault().describe();
        const content::Outcome all = repository.fetchAll(stableRef, checksum, wide, {});
        EXPECT_TRUE(all) << all.fault().describe();
        return checksum;
    }
    std::string codeOfCheckOut(const std::string &checksum)
    {
        const content::Outcome out = repository.checkOut(checksum, folder / "out");
        EXPECT_EQ(fs::exists(folder / "out"), static_cast<bool>(out));
        return out ? "none" : out.fault().code;
    }
    /// Every object that the kiosk has of one kind.
    std::vector<fs::path> objects(const std::string &kind)
    {
        std::vector<fs::path> found;
        for (const auto &entry : fs::recursive_directory_iterator(folder / "kiosk/objects"))
            if (entry.path().extension() == kind)
                found.push_back(entry.path());
        return found;
    }
};

TEST_F(RepositoryFiles, ACheckoutSharesItsBlocksAndIsReadableByAll)
{
    const std::string checksum = pulled();
    ASSERT_EQ(codeOfCheckOut(checksum), "none");
    struct stat file {};
    struct stat top {};
    struct stat inner {};
    ASSERT_EQ(lstat((folder / "out/media/b.txt").c_str(), &file), 0);
    ASSERT_EQ(lstat((folder / "out").c_str(), &top), 0);
    ASSERT_EQ(lstat((folder / "out/media").c_str(), &inner), 0);
    EXPECT_EQ(file.st_mode, mode_t{S_IFREG | 0644});
    EXPECT_EQ(file.st_nlink, 2U);
    EXPECT_EQ(top.st_mode, mode_t{S_IFDIR | 0755});
    EXPECT_EQ(inner.st_mode, mode_t{S_IFDIR | 0755});
}

TEST_F(RepositoryFiles, ACheckoutNeverGoesOverAnything)
{
    const std::string checksum = pulled();
    writeBytes(folder / "there/file", "mine");
    EXPECT_FALSE(repository.checkOut(checksum, folder / "there"));
    EXPECT_EQ(bytesOf(folder / "there/file"), "mine");
    fs::create_symlink("nowhere", folder / "link");
    EXPECT_FALSE(repository.checkOut(checksum, folder / "link"));
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
}

TEST_F(RepositoryFiles, NamesThatCouldBeMistakenAreRefused)
{
    for (const char *name : {".hidden", "-rf", "new\nline", "tab\there", "media/.git/x", "back\\slash"}) {
        published.files = {{name, "x"}};
        EXPECT_EQ(codeOfCheckOut(pulled()), "facts-wrong") << name;
    }
    published.files = {{"1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18", "deep"}};
    EXPECT_EQ(codeOfCheckOut(pulled()), "facts-wrong");
    published.files = {{"media/صوت.webm", "any script will do"}};
    EXPECT_EQ(codeOfCheckOut(pulled()), "none");
}

/// A commit of a tree that is made by hand in the shell.
std::string commitOf(Published &published, const std::string &tree, const std::string &make)
{
    run("mkdir -p '" + tree + "' && cd '" + tree + "' && chmod 755 . && " + make);
    std::string arguments =
        "commit --branch=porchlight/demo/stable --bind-ref=porchlight/demo/canary --owner-uid=0 --owner-gid=0 "
        "--no-xattrs --tree=dir='" +
        tree + "' --gpg-homedir='" + people().home.string() + "' --gpg-sign=" + people().fingerprints.at("ann");
    for (const auto &[key, value] : published.metadata)
        arguments += " --add-metadata-string='" + key + "=" + value + "'";
    return published.ostree(arguments);
}

TEST_F(RepositoryFiles, OnlyPlainFilesWithPlainRightsAreTaken)
{
    const std::map<std::string, std::string> wrong = {
        {"link", "ln -s /etc/passwd a"},
        {"private", "echo > a; chmod 600 a"},
        {"writable", "echo > a; chmod 666 a"},
        {"setuid", "echo > a; chmod 4755 a"},
        {"closed-folder", "mkdir d; echo > d/a; chmod 644 d/a; chmod 700 d"},
        {"open-folder", "mkdir d; echo > d/a; chmod 644 d/a; chmod 777 d"},
    };
    for (const auto &[name, make] : wrong) {
        const std::string checksum = commitOf(published, folder / name, make);
        use(repository, published.source());
        ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
        const content::Outcome all = repository.fetchAll(stableRef, checksum, wide, {});
        // OSTree itself refuses what no folder of ours could hold.
        if (all) {
            EXPECT_EQ(codeOfCheckOut(checksum), "facts-wrong") << name;
        } else {
            EXPECT_EQ(all.fault().code, "facts-wrong") << name << all.fault().describe();
        }
        EXPECT_FALSE(fs::exists(folder / "out"));
    }
}

TEST_F(RepositoryFiles, OneFileCanBeRead)
{
    const std::string checksum = pulled();
    EXPECT_EQ(*repository.readFile(checksum, "a.txt", 5), "first");
    EXPECT_EQ(*repository.readFile(checksum, "media/b.txt", 100), "second");
    EXPECT_EQ(repository.readFile(checksum, "a.txt", 4).fault().code, "file-too-large");
    for (const char *path : {"none", "media", "", "/a.txt", "media/../a.txt"})
        EXPECT_EQ(repository.readFile(checksum, path, 100).fault().code, "file-missing") << path;
}

TEST_F(RepositoryFiles, ADamageInAnyKindOfObjectIsFoundAndMended)
{
    const std::string checksum = pulled();
    ASSERT_TRUE(repository.verify(checksum));
    const std::map<std::string, std::function<std::string(std::string)>> damages = {
        {"flipped", [](std::string bytes) { return bytes[bytes.size() / 2] ^= 1, bytes; }},
        {"cut", [](std::string bytes) { return bytes.substr(0, bytes.size() - 1); }},
        {"empty", [](std::string) { return ""; }},
    };
    for (const std::string kind : {".file", ".dirtree", ".dirmeta", ".commit"}) {
        for (const auto &[name, damage] : damages) {
            const fs::path object = objects(kind).at(0);
            const std::string good = bytesOf(object);
            fs::remove(object); // it may be one file with the publisher's, or with a checkout's
            writeBytes(object, damage(good));
            fs::permissions(object, fs::perms(0644));
            const content::Outcome found = repository.verify(checksum);
            ASSERT_FALSE(found) << kind << name;
            EXPECT_EQ(found.fault().code, "release-damaged") << kind << name;
            EXPECT_FALSE(repository.checkOut(checksum, folder / "out")) << kind << name;
            ASSERT_TRUE(repository.fetchFacts(stableRef, checksum)) << kind << name;
            const content::Outcome all = repository.fetchAll(stableRef, checksum, wide, {});
            ASSERT_TRUE(all) << kind << name << all.fault().describe();
            ASSERT_TRUE(repository.verify(checksum)) << kind << name;
        }
    }
}

TEST_F(RepositoryFiles, ADamagedListIsNoReasonToFailAtPruning)
{
    const std::string first = pulled();
    published.files["a.txt"] = "changed";
    const std::string second = pulled();
    for (const fs::path &list : objects(".dirtree")) {
        const std::string good = bytesOf(list);
        fs::remove(list); // it may be one file with the publisher's
        writeBytes(list, good.substr(0, 7));
    }
    ASSERT_TRUE(repository.keepOnly({second}));
    EXPECT_FALSE(repository.has(first));
    EXPECT_FALSE(repository.has(second));
    const content::Outcome all = repository.fetchAll(stableRef, second, wide, {});
    ASSERT_TRUE(all) << all.fault().describe();
    EXPECT_TRUE(repository.verify(second));
}

TEST_F(RepositoryFiles, OnlyWhatIsWantedIsKept)
{
    const std::string first = pulled();
    published.files["a.txt"] = "changed";
    const std::string second = pulled();
    published.files["a.txt"] = "again";
    const std::string third = published.commit();
    ASSERT_TRUE(repository.fetchFacts(stableRef, third)); // its facts only
    ASSERT_TRUE(repository.keepOnly({first, second}));
    EXPECT_TRUE(repository.has(first));
    EXPECT_TRUE(repository.has(second));
    EXPECT_EQ(objects(".commit").size(), 2U);
    EXPECT_EQ(objects(".file").size(), 3U);
    ASSERT_TRUE(repository.keepOnly({second}));
    EXPECT_FALSE(repository.has(first));
    EXPECT_TRUE(repository.verify(second));
    EXPECT_EQ(objects(".commit").size(), 1U);
    EXPECT_EQ(objects(".file").size(), 2U);
    ASSERT_TRUE(repository.keepOnly({}));
    EXPECT_EQ(objects(".file").size(), 0U);
}

TEST_F(RepositoryFiles, APartThatIsWantedIsKept)
{
    const std::string checksum = published.commit();
    use(repository, published.source());
    ASSERT_TRUE(repository.fetchFacts(stableRef, checksum));
    ASSERT_TRUE(repository.keepOnly({checksum}));
    EXPECT_EQ(objects(".commit").size(), 1U);
    ASSERT_TRUE(repository.fetchAll(stableRef, checksum, wide, {}));
    EXPECT_TRUE(repository.has(checksum));
}

TEST_F(RepositoryFiles, AnUnknownCommitIsNotHere)
{
    EXPECT_FALSE(repository.has(std::string(64, 'a')));
    EXPECT_FALSE(repository.has("no checksum"));
    EXPECT_FALSE(repository.verify(std::string(64, 'a')));
    EXPECT_FALSE(repository.checkOut(std::string(64, 'a'), folder / "out"));
}

} // namespace
} // namespace porchlight::release
