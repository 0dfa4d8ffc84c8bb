// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into porchlight-sync: it dies, as by `kill -9`, just before its Nth step that changes what the disk holds
// or brings it there. N stands in PORCHLIGHT_DIE_AT. Other programs that it starts live on.

#include <atomic>
#include <cerrno> // program_invocation_short_name
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>

namespace {

void step()
{
    static const bool ours = std::strcmp(program_invocation_short_name, "porchlight-sync") == 0;
    static const char *const at = std::getenv("PORCHLIGHT_DIE_AT");
    static const long last = ours && at ? std::atol(at) : 0;
    static std::atomic<long> steps{0}; // of all threads together
    if (++steps == last)
        std::raise(SIGKILL);
}

template <class Call, class... Arguments> int next(Call & /*type*/, const char *name, Arguments... arguments)
{
    step();
    auto *call = reinterpret_cast<Call *>(dlsym(RTLD_NEXT, name));
    return call(arguments...);
}

} // namespace

extern "C" {

int rename(const char *from, const char *to) noexcept
{
    return next(rename, "rename", from, to);
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    return next(renameat, "renameat", fromFolder, from, toFolder, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    return next(renameat2, "renameat2", fromFolder, from, toFolder, to, flags);
}

int link(const char *from, const char *to) noexcept
{
    return next(link, "link", from, to);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    return next(linkat, "linkat", fromFolder, from, toFolder, to, flags);
}

int symlink(const char *target, const char *name) noexcept
{
    return next(symlink, "symlink", target, name);
}

int symlinkat(const char *target, int folder, const char *name) noexcept
{
    return next(symlinkat, "symlinkat", target, folder, name);
}

int unlink(const char *name) noexcept
{
    return next(unlink, "unlink", name);
}

int unlinkat(int folder, const char *name, int flags) noexcept
{
    return next(unlinkat, "unlinkat", folder, name, flags);
}

int rmdir(const char *name) noexcept
{
    return next(rmdir, "rmdir", name);
}

int mkdir(const char *name, unsigned mode) noexcept
{
    return next(mkdir, "mkdir", name, mode);
}

int mkdirat(int folder, const char *name, unsigned mode) noexcept
{
    return next(mkdirat, "mkdirat", folder, name, mode);
}

int fchmod(int file, unsigned mode) noexcept
{
    return next(fchmod, "fchmod", file, mode);
}

int ftruncate(int file, long size) noexcept
{
    return next(ftruncate, "ftruncate", file, size);
}

int fsync(int file)
{
    return next(fsync, "fsync", file);
}

int fdatasync(int file)
{
    return next(fdatasync, "fdatasync", file);
}

int syncfs(int file) noexcept
{
    return next(syncfs, "syncfs", file);
}
}
