// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/source.h"

#include "release/glib_ptr.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>

namespace porchlight::release {

namespace {

constexpr std::size_t longestAddress = 2000;

/// What OSTree keeps at the top of a repository. Anything else was put there by somebody for some reason.
constexpr std::string_view topNames[] = {"config", "objects",       "refs",    "state",       "tmp",  "extensions",
                                         "deltas", "delta-indexes", "summary", "summary.sig", ".lock"};
/// Where a stick has its repository, seen from its top; empty: it is one itself.
constexpr std::string_view places[] = {"", ".ostree/repo", "porchlight"};

content::Fault wrongAddress(const std::string &given, const std::string &what)
{
    return {"source-syntax", given, what, "Write https://HOST/FOLDER, or the path of a folder."};
}

content::Result<Source> webSource(const std::string &given)
{
    if (given.size() > longestAddress)
        return wrongAddress(given.substr(0, 80), "This address is too long.");
    const std::unique_ptr<GUri, FreeWith<g_uri_unref>> uri(g_uri_parse(given.c_str(), G_URI_FLAGS_NONE, nullptr));
    const bool hasControl = std::any_of(given.begin(), given.end(), [](char letter) {
        return static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7f;
    });
    if (!uri || hasControl || !g_uri_get_host(uri.get()) || !*g_uri_get_host(uri.get()))
        return wrongAddress(given, "This is no address.");
    const std::string scheme = g_uri_get_scheme(uri.get());
    if (scheme != "http" && scheme != "https")
        return wrongAddress(given, "Only https and http lead to a source.");
    if (g_uri_get_userinfo(uri.get()))
        return wrongAddress("(not shown)", "There is a name or a password in the address, which reports would show.");
    if (g_uri_get_query(uri.get()) || g_uri_get_fragment(uri.get()))
        return wrongAddress(given, "An address of a source ends with its folder, without ? or #.");
    Source source;
    source.url = given;
    while (source.url.ends_with('/'))
        source.url.pop_back();
    source.given = given;
    return source;
}

class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    [[nodiscard]] int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd;
};

Descriptor openFolderIn(int parent, const std::string &name)
{
    return Descriptor(openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
}

bool isOfType(int folder, const char *name, mode_t type)
{
    struct stat status {};
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && (status.st_mode & S_IFMT) == type;
}

/// Step by step, so that no link is followed on the way; `link` says that there was one.
Descriptor openBelow(int top, std::string_view path, bool &link)
{
    Descriptor at = openFolderIn(top, ".");
    while (at && !path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string name(path.substr(0, slash));
        link = isOfType(at.get(), name.c_str(), S_IFLNK);
        if (link)
            return Descriptor(-1);
        at = openFolderIn(at.get(), name);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return at;
}

bool isRepository(int folder)
{
    return isOfType(folder, "config", S_IFREG) && isOfType(folder, "objects", S_IFDIR) &&
           isOfType(folder, "refs", S_IFDIR);
}

class LookThrough {
public:
    LookThrough(const std::string &given, const FolderLimits &limits) : m_given(given), m_limits(limits) {}

    content::Outcome folder(Descriptor at, const std::string &path, std::uint64_t depth)
    {
        if (depth > m_limits.depth)
            return tooMany("Folders in it are nested more deeply than a repository's.");
        const std::unique_ptr<DIR, FreeWith<closedir>> entries(fdopendir(dup(at.get())));
        if (!entries)
            return unreadable(path);
        errno = 0;
        while (const dirent *entry = readdir(entries.get())) {
            const std::string name = entry->d_name;
            if (name == "." || name == "..")
                continue;
            if (++m_entries > m_limits.entries)
                return tooMany("There are more files in it than any release has.");
            const std::string inner = path.empty() ? name : path + "/" + name;
            if (path.empty() && std::find(std::begin(topNames), std::end(topNames), name) == std::end(topNames))
                return content::Fault{"source-foreign", m_given + "/" + inner,
                                      "There is something beside the repository that does not belong to it.",
                                      "Make the stick anew, or move that away."};
            struct stat status {};
            if (fstatat(at.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
                return unreadable(inner);
            if (S_ISDIR(status.st_mode)) {
                Descriptor below = openFolderIn(at.get(), name);
                if (!below)
                    return errno == ELOOP || errno == ENOTDIR ? link(inner) : unreadable(inner);
                if (content::Outcome looked = folder(std::move(below), inner, depth + 1); !looked)
                    return looked;
            } else if (!S_ISREG(status.st_mode)) {
                return link(inner);
            }
            errno = 0;
        }
        if (errno != 0)
            return unreadable(path);
        return content::Nothing{};
    }

private:
    [[nodiscard]] content::Fault tooMany(const std::string &what) const
    {
        return {"source-too-many", m_given, what, "Make the stick anew; this one is not a repository of ours."};
    }
    [[nodiscard]] content::Fault unreadable(const std::string &path) const
    {
        return {"source-unreadable", m_given + "/" + path, "It can't be read.",
                "Look at its rights; a stick may be broken, or was pulled out."};
    }
    [[nodiscard]] content::Fault link(const std::string &path) const
    {
        return {"source-link", m_given + "/" + path, "There is a link or a device in it, and no release has any.",
                "Do not use it; make the stick anew."};
    }

    const std::string &m_given;
    const FolderLimits &m_limits;
    std::uint64_t m_entries = 0;
};

} // namespace

content::Result<Source> openSource(const std::string &given, const FolderLimits &limits)
{
    if (given.empty() || given.find('\0') != std::string::npos)
        return wrongAddress("", "There is no address.");
    if (given.find("://") != std::string::npos)
        return webSource(given);
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(given, error);
    if (error)
        return content::Fault{error == std::errc::permission_denied ? "source-unreadable" : "source-missing", given,
                              "There is nothing there that can be opened.", "Look at the path; is the stick in?"};
    const Descriptor top(open(real.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
    if (!top)
        return content::Fault{errno == EACCES ? "source-unreadable" : "source-missing", given,
                              "This is no folder that can be read.", "Name the folder, or the mounted stick."};
    for (const std::string_view place : places) {
        bool link = false;
        Descriptor at = openBelow(top.get(), place, link);
        if (!at) {
            if (link)
                return content::Fault{"source-link", given + "/" + std::string(place),
                                      "There is a link in it where the repository should be.",
                                      "Do not use it; make the stick anew."};
            continue;
        }
        if (!isRepository(at.get()))
            continue;
        if (content::Outcome looked = LookThrough(given, limits).folder(std::move(at), "", 0); !looked)
            return looked.fault();
        Source source;
        source.kind = Source::Kind::Folder;
        source.folder = place.empty() ? real : real / place;
        source.given = given;
        return source;
    }
    return content::Fault{"source-empty", given, "There are no releases of Porchlight in it.",
                          "Write them there with \"porchlight-content publish --to-stick\"."};
}

} // namespace porchlight::release
