// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/small_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace porchlight::store {

SmallFile readSmallFile(const std::filesystem::path &file, std::size_t most)
{
    SmallFile result;
    // Without waiting: a pipe by this name has nobody at its other end.
    const int descriptor = open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        result.error = errno;
        return result;
    }
    struct stat status {};
    if (fstat(descriptor, &status) != 0)
        result.error = errno;
    else if (!S_ISREG(status.st_mode))
        result.error = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    result.bytes.resize(result.error ? 0 : most + 1);
    std::size_t length = 0;
    while (length < result.bytes.size()) {
        const ssize_t got = read(descriptor, result.bytes.data() + length, result.bytes.size() - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            result.error = errno;
        if (got <= 0)
            break;
        length += static_cast<std::size_t>(got);
    }
    close(descriptor);
    result.longer = length > most;
    result.bytes.resize(length > most ? most : length);
    return result;
}

} // namespace porchlight::store
