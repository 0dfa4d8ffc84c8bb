// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/atomic_file.h"

#include "release/glib_ptr.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace porchlight::release {

namespace {

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }
    /// Closes it; some file systems say only then that the disk is full.
    int finish()
    {
        const int failed = close(m_descriptor) == 0 ? 0 : errno;
        m_descriptor = -1;
        return failed;
    }

private:
    int m_descriptor;
};

/// errno, or 0.
int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fsync(descriptor) == 0 ? 0 : errno;
}

int writeNew(const std::filesystem::path &file, std::string_view bytes)
{
    constexpr mode_t othersRead = 0644;
    unlink(file.c_str()); // left behind by a run that was killed
    Descriptor out(open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, othersRead));
    if (out.get() < 0)
        return errno;
    if (const int failed = writeAll(out.get(), bytes))
        return failed;
    return out.finish();
}

} // namespace

content::Fault diskFault(const std::filesystem::path &where, int error)
{
    if (error == ENOSPC || error == EDQUOT)
        return {"disk-full", where.string(), "The disk is full.", "Make room on this kiosk's disk."};
    if (error == EROFS)
        return {"disk-read-only", where.string(), "The disk cannot be written to.",
                "Restart the kiosk; if it stays so, its disk is worn out and must be replaced."};
    return {"disk-failed", where.string(),
            "The disk does not take or give what it should (" + std::generic_category().message(error) + ").",
            "Check the permissions of this folder, and the disk."};
}

content::Outcome writeAtomically(const std::filesystem::path &file, std::string_view bytes)
{
    const std::filesystem::path fresh = file.string() + ".new";
    int failed = writeNew(fresh, bytes);
    if (!failed && rename(fresh.c_str(), file.c_str()) != 0)
        failed = errno;
    if (failed) {
        unlink(fresh.c_str());
        return diskFault(file, failed);
    }
    return syncFolder(file.parent_path());
}

content::Outcome syncFolder(const std::filesystem::path &folder)
{
    const Descriptor opened(open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() < 0 || fsync(opened.get()) != 0)
        return diskFault(folder, errno);
    return content::Nothing{};
}

std::string sha256(std::string_view bytes)
{
    const CharsPtr sum(
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, reinterpret_cast<const guchar *>(bytes.data()), bytes.size()));
    return sum.get();
}

std::optional<std::string> readSmall(const std::filesystem::path &file, std::size_t most)
{
    const Descriptor in(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (in.get() < 0 || fstat(in.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return std::nullopt;
    std::string bytes;
    constexpr std::size_t piece = 16384;
    char buffer[piece];
    for (;;) {
        const ssize_t got = read(in.get(), buffer, piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            return bytes;
        bytes.append(buffer, static_cast<std::size_t>(got));
        if (bytes.size() > most)
            return std::nullopt;
    }
}

} // namespace porchlight::release
