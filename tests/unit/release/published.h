// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/commit_facts.h"
#include "release/repository.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace porchlight::release {

inline constexpr const char *collection = "org.example.Content";
inline constexpr const char *stableRef = "porchlight/demo/stable";

/// A folder of its own for one test, gone with it.
class TempFolder {
public:
    TempFolder();
    TempFolder(const TempFolder &) = delete;
    TempFolder &operator=(const TempFolder &) = delete;
    ~TempFolder();
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    std::filesystem::path operator/(const std::string &name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Runs a command of the shell; throws with its words when it fails. Returns what it prints, without the last newline.
std::string run(const std::string &command);
std::string bytesOf(const std::filesystem::path &file);
void writeBytes(const std::filesystem::path &file, const std::string &bytes);

/// People with keys, made once for all tests: "ann", "bob", "eve" and "old".
struct People {
    std::filesystem::path home; ///< of gpg
    std::map<std::string, std::string> fingerprints;
    [[nodiscard]] std::string exported(const std::vector<std::string> &names, bool armoured = false) const;
    /// The key of one of them with its revocation, as others would import it; here it goes on signing.
    [[nodiscard]] std::string revoked(const std::string &name) const;
};
const People &people();

/// Trust in these people.
Trust trustIn(const std::filesystem::path &file, const std::vector<std::string> &names, int needed = 1);

/// A repository as a publisher has it, made with the command line of OSTree.
class Published {
public:
    explicit Published(const std::filesystem::path &folder, const std::string &collectionId = collection);

    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }
    /// Files by path that the next commit will have.
    std::map<std::string, std::string> files = {{"a.txt", "first"}, {"media/b.txt", "second"}};
    /// Metadata by key; as a publisher would write it.
    std::map<std::string, std::string> metadata;
    std::vector<std::string> signers = {"ann"};
    bool canonical = true;

    /// Returns the checksum, after the summary was written anew and signed.
    std::string commit(const std::string &ref = stableRef);
    void sign(const std::string &checksum, const std::string &who);
    void summarise(const std::string &who = "ann");
    [[nodiscard]] std::string ostree(const std::string &arguments) const;
    [[nodiscard]] std::filesystem::path object(const std::string &checksum, const std::string &kind) const;
    [[nodiscard]] Source source() const;

private:
    std::filesystem::path m_folder;
};

/// A commit's facts as the publisher above writes them.
CommitFacts demoFacts();

} // namespace porchlight::release
