// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace porchlight::release {

TempFolder::TempFolder()
{
    // In memory where there is room for it: a disk that others are busy with takes a second for each sync.
    const std::filesystem::path memory = "/dev/shm";
    const std::filesystem::path place =
        access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    std::string pattern = (place / ("porchlight-release-" + std::to_string(getpid()) + "-XXXXXX")).string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary folder");
    m_path = std::filesystem::canonical(pattern);
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string run(const std::string &command)
{
    FILE *pipe = popen(("(" + command + ") 2>&1").c_str(), "r");
    if (!pipe)
        throw std::runtime_error("no shell");
    std::string said;
    std::array<char, 4096> piece{};
    while (const std::size_t count = fread(piece.data(), 1, piece.size(), pipe))
        said.append(piece.data(), count);
    if (pclose(pipe) != 0)
        throw std::runtime_error(command + ": " + said);
    while (said.ends_with('\n'))
        said.pop_back();
    return said;
}

std::string bytesOf(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeBytes(const std::filesystem::path &file, const std::string &bytes)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<long>(bytes.size()));
}

std::string People::exported(const std::vector<std::string> &names, bool armoured) const
{
    static std::map<std::pair<std::vector<std::string>, bool>, std::string> known;
    std::string &bytes = known[{names, armoured}];
    if (!bytes.empty())
        return bytes;
    std::string command = "gpg --homedir '" + home.string() + "' --batch -q --export ";
    if (armoured)
        command += "--armor ";
    for (const std::string &name : names)
        command += fingerprints.at(name) + " ";
    const std::filesystem::path file = home / "exported";
    run(command + "> '" + file.string() + "'");
    return bytes = bytesOf(file);
}

std::string People::revoked(const std::string &name) const
{
    const TempFolder other;
    std::filesystem::permissions(other.path(), std::filesystem::perms::owner_all);
    const std::string gpg = "gpg --homedir '" + other.path().string() + "' --batch -q ";
    writeBytes(other / "key", exported({name}));
    // gpg lays a revocation aside with every new key, with a colon before it so that nobody imports it by mistake.
    const std::string certificate = "'" + (home / "openpgp-revocs.d").string() + "/" + fingerprints.at(name) + ".rev'";
    run("sed 's/^:-----/-----/' " + certificate + " > '" + (other / "revocation").string() + "'");
    run(gpg + "--import '" + (other / "key").string() + "' '" + (other / "revocation").string() + "'");
    run(gpg + "--export > '" + (other / "out").string() + "'; gpgconf --homedir '" + other.path().string() +
        "' --kill all");
    return bytesOf(other / "out");
}

const People &people()
{
    static const TempFolder folder;
    static const People all = [] {
        People made;
        made.home = folder / "gpg";
        std::filesystem::create_directory(made.home);
        std::filesystem::permissions(made.home, std::filesystem::perms::owner_all);
        const std::string gpg = "gpg --homedir '" + made.home.string() + "' --batch -q --passphrase '' ";
        for (const std::string name : {"ann", "bob", "eve", "old"}) {
            run(gpg + "--faked-system-time '20000101T000000!' --quick-gen-key '" + name + " <" + name +
                "@example.org>' ed25519 sign never");
            made.fingerprints[name] =
                run(gpg + "--with-colons --list-keys " + name + "@example.org | awk -F: '/^fpr/ {print $10; exit}'");
        }
        return made;
    }();
    // The agent of gpg would outlive the folder.
    static const struct Ending {
        ~Ending() { (void)std::system(("gpgconf --homedir '" + all.home.string() + "' --kill all").c_str()); }
    } ending;
    return all;
}

Trust trustIn(const std::filesystem::path &file, const std::vector<std::string> &names, int needed)
{
    writeBytes(file, people().exported(names));
    const content::Result<std::vector<Key>> keys = readKeys(file);
    if (!keys)
        throw std::runtime_error(keys.fault().describe());
    return {file, *keys, needed, {}};
}

CommitFacts demoFacts()
{
    CommitFacts facts;
    facts.sequence = 7;
    facts.version = "7 (2026-11-22)";
    facts.site = "demo";
    facts.schema = 3;
    facts.program = "0.1.0";
    facts.newestDate = *content::parseDate("2026-11-22");
    facts.bytes = 1000;
    facts.largest = 500;
    facts.files = 2;
    return facts;
}

Published::Published(const std::filesystem::path &folder, const std::string &collectionId) : m_folder(folder)
{
    run("ostree init --repo='" + folder.string() + "' --mode=archive --collection-id=" + collectionId);
    metadata = {{"version", "7 (2026-11-22)"},
                {"porchlight.kind", "release"},
                {"porchlight.sequence", "7"},
                {"porchlight.site", "demo"},
                {"porchlight.schema", "3"},
                {"porchlight.program", "0.1.0"},
                {"porchlight.newest-date", "2026-11-22"},
                {"porchlight.bytes", "1000"},
                {"porchlight.largest", "500"},
                {"porchlight.files", "2"}};
}

std::string Published::ostree(const std::string &arguments) const
{
    return run("ostree --repo='" + m_folder.string() + "' " + arguments);
}

std::string Published::commit(const std::string &ref)
{
    const std::filesystem::path tree = m_folder.string() + ".tree";
    std::filesystem::remove_all(tree);
    std::filesystem::create_directories(tree);
    for (const auto &[path, bytes] : files)
        writeBytes(tree / path, bytes);
    run("find '" + tree.string() + "' -type d -exec chmod 755 {} +; find '" + tree.string() +
        "' -type f -exec chmod 644 {} +");
    std::string arguments = "commit --branch=" + ref + " --tree=dir='" + tree.string() + "' --timestamp=@0";
    if (canonical)
        arguments += " --canonical-permissions";
    if (ref == stableRef)
        arguments += " --bind-ref=porchlight/demo/canary";
    for (const auto &[key, value] : metadata)
        arguments += " --add-metadata-string='" + key + "=" + value + "'";
    for (const std::string &who : signers)
        arguments += " --gpg-homedir='" + people().home.string() + "' --gpg-sign=" + people().fingerprints.at(who);
    const std::string checksum = ostree(arguments);
    summarise();
    return checksum;
}

void Published::sign(const std::string &checksum, const std::string &who)
{
    (void)ostree("gpg-sign --gpg-homedir='" + people().home.string() + "' " + checksum + " " +
                 people().fingerprints.at(who));
}

void Published::summarise(const std::string &who)
{
    std::string arguments = "summary -u";
    if (!who.empty())
        arguments += " --gpg-homedir='" + people().home.string() + "' --gpg-sign=" + people().fingerprints.at(who);
    (void)ostree(arguments);
}

std::filesystem::path Published::object(const std::string &checksum, const std::string &kind) const
{
    return m_folder / "objects" / checksum.substr(0, 2) / (checksum.substr(2) + "." + kind);
}

Source Published::source() const
{
    Source source;
    source.kind = Source::Kind::Folder;
    source.folder = m_folder;
    source.given = m_folder;
    return source;
}

} // namespace porchlight::release
