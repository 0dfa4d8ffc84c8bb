// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/content_root.h"

#include "release/atomic_file.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

constexpr const char *staged = ".staged-";

std::vector<std::string> namesIn(const fs::path &folder)
{
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed))
        names.push_back(it->path().filename().string());
    return names;
}

/// Where a link leads, as it is written; empty where it is none.
std::string target(const fs::path &link)
{
    std::error_code failed;
    return fs::read_symlink(link, failed).string();
}

} // namespace

bool ContentRoot::isReleaseName(const std::string &name)
{
    const std::size_t dash = name.find('-');
    if (dash == 0 || dash == std::string::npos || name.find_first_not_of("0123456789") != dash)
        return false;
    std::string rest = name.substr(dash + 1);
    constexpr std::string_view again = "-again";
    if (rest.ends_with(again))
        rest.resize(rest.size() - again.size());
    constexpr std::size_t digits = 16;
    return rest.size() == digits && rest.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string ContentRoot::linked(const char *link) const
{
    const std::string name = target(m_folder / link);
    std::error_code failed;
    const bool there = isReleaseName(name) && fs::is_directory(fs::symlink_status(m_folder / name, failed));
    return there ? name : std::string();
}

content::Outcome ContentRoot::setLink(const char *link, const std::string &name) const
{
    const fs::path at = m_folder / link;
    if (target(at) == name)
        return content::Nothing{};
    if (name.empty())
        return unlink(at.c_str()) == 0 || errno == ENOENT ? content::Outcome{content::Nothing{}} : diskFault(at, errno);
    const fs::path fresh = m_folder / (std::string(staged) + link);
    unlink(fresh.c_str());
    if (symlink(name.c_str(), fresh.c_str()) != 0 || rename(fresh.c_str(), at.c_str()) != 0)
        return diskFault(at, errno);
    return syncFolder(m_folder);
}

content::Outcome ContentRoot::link(const std::string &current, const std::string &previous) const
{
    // `previous` first: with `current` already at the new one, nothing would lead to the old one for a moment.
    if (auto done = setLink("previous", previous); !done)
        return done;
    return setLink("current", current);
}

content::Outcome ContentRoot::unstage(const std::string &name) const
{
    if (rename(staging(name).c_str(), release(name).c_str()) != 0)
        return diskFault(release(name), errno);
    return syncFolder(m_folder);
}

void ContentRoot::removeStaged() const
{
    std::error_code ignored;
    for (const std::string &name : namesIn(m_folder))
        if (name.starts_with(staged))
            fs::remove_all(m_folder / name, ignored);
}

bool ContentRoot::keepOnly(const std::set<std::string> &names) const
{
    bool any = false;
    std::error_code failed;
    for (const std::string &name : namesIn(m_folder)) {
        if (!isReleaseName(name) || names.contains(name))
            continue;
        any = true;
        fs::rename(release(name), staging(name), failed);
    }
    removeStaged();
    return any;
}

} // namespace porchlight::release
