// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/piece_fetch.h"

#include "release/fetch_watch.h"
#include "release/ostree_faults.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace porchlight::release {

namespace {

using EasyPtr = std::unique_ptr<CURL, FreeWith<curl_easy_cleanup>>;

constexpr long ok = 200;
constexpr long partOnly = 206;
constexpr long outOfRange = 416;

class Piece {
public:
    explicit Piece(const Piecewise &what)
        : m_what(what), m_fd(open(what.file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
        struct stat status {};
        if (m_fd >= 0 && fstat(m_fd, &status) == 0)
            m_here = static_cast<std::uint64_t>(status.st_size);
        if (m_here > what.bytes)
            startAnew();
    }
    Piece(const Piece &) = delete;
    Piece &operator=(const Piece &) = delete;
    ~Piece()
    {
        if (m_fd >= 0)
            close(m_fd);
    }

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] bool isWhole() const { return m_here == m_what.bytes; }
    [[nodiscard]] std::uint64_t here() const { return m_here; }
    [[nodiscard]] bool tooMuch() const { return m_tooMuch; }
    [[nodiscard]] int writeError() const { return m_error; }
    bool sync()
    {
        if (fdatasync(m_fd) == 0)
            return true;
        m_error = errno;
        return false;
    }
    void startAnew()
    {
        if (ftruncate(m_fd, 0) != 0)
            m_error = errno;
        m_here = 0;
    }

    /// libcurl's: anything but `count` ends the transfer.
    static std::size_t write(const char *bytes, std::size_t, std::size_t count, void *self)
    {
        return static_cast<Piece *>(self)->add(bytes, count) ? count : 0;
    }

private:
    bool add(const char *bytes, std::size_t count)
    {
        if (count > m_what.bytes - m_here) {
            m_tooMuch = true;
            return false;
        }
        while (count > 0) {
            const ssize_t written = ::write(m_fd, bytes, count);
            if (written < 0 && errno == EINTR)
                continue;
            if (written <= 0) {
                m_error = errno;
                return false;
            }
            bytes += written;
            count -= static_cast<std::size_t>(written);
            m_here += static_cast<std::uint64_t>(written);
        }
        return true;
    }

    const Piecewise &m_what;
    int m_fd;
    std::uint64_t m_here = 0;
    bool m_tooMuch = false;
    int m_error = 0;
};

struct Teller {
    const std::function<bool(std::uint64_t)> &told;
    const Piece &piece;

    static int tell(void *raw, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        const auto &self = *static_cast<Teller *>(raw);
        return !self.told || self.told(self.piece.here()) ? 0 : 1;
    }
};

content::Fault writeFault(int number, const std::string &where)
{
    GlibError error;
    g_set_error_literal(error.out(), G_IO_ERROR, g_io_error_from_errno(number), g_strerror(number));
    return diskFault(error, where);
}

/// The same words as for everything else that is fetched.
content::Fault lineFault(CURLcode code, const char *words, const Piecewise &what)
{
    GlibError error;
    g_set_error(error.out(), G_IO_ERROR, G_IO_ERROR_FAILED, "While fetching %s: [%u] %s", what.url.c_str(),
                static_cast<unsigned>(code), words);
    return fetchFault(error, what.url);
}

content::Fault statusFault(long status, const Piecewise &what)
{
    GlibError error;
    g_set_error(error.out(), G_IO_ERROR, G_IO_ERROR_FAILED, "While fetching %s: Server returned HTTP %ld",
                what.url.c_str(), status);
    return fetchFault(error, what.url);
}

EasyPtr request(const Piecewise &what, Piece &piece, Teller &teller, char *words)
{
    EasyPtr easy(curl_easy_init());
    CURL *handle = easy.get();
    curl_easy_setopt(handle, CURLOPT_URL, what.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_FAILONERROR, 1L); // the page that explains an error is no part of the file
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_RESUME_FROM_LARGE, static_cast<curl_off_t>(piece.here()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(what.stalledSeconds));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(leastBytesPerSecond));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(what.stalledSeconds));
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Piece::write);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &piece);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, Teller::tell);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &teller);
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, words);
    return easy;
}

} // namespace

content::Outcome fetchPiecewise(const Piecewise &what, const std::function<bool(std::uint64_t)> &told)
{
    Piece piece(what);
    if (!piece.isOpen())
        return writeFault(errno, what.file);
    Teller teller{told, piece};
    CURLcode code = CURLE_OK;
    // Once more from the start where the server knows no ranges, or has another file now.
    for (int tries = 0; tries < 2 && !piece.isWhole(); ++tries) {
        char words[CURL_ERROR_SIZE] = "";
        const bool resumes = piece.here() > 0;
        const EasyPtr easy = request(what, piece, teller, words);
        code = curl_easy_perform(easy.get());
        long status = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
        if (resumes && (code == CURLE_RANGE_ERROR || status == outOfRange)) {
            piece.startAnew();
            continue;
        }
        // What came is kept, whatever ended it.
        if (!piece.sync() || piece.writeError() != 0)
            return writeFault(piece.writeError(), what.file);
        if (piece.tooMuch())
            return tooMuchFault(what.url);
        if (code == CURLE_ABORTED_BY_CALLBACK)
            return content::Fault{"cancelled", what.url, "It was stopped.", "Pull again: it goes on where it was."};
        if (code == CURLE_HTTP_RETURNED_ERROR || (code == CURLE_OK && status != ok && status != partOnly))
            return statusFault(status, what);
        if (code != CURLE_OK)
            return lineFault(code, words[0] ? words : curl_easy_strerror(code), what);
        break;
    }
    if (!piece.isWhole())
        return lineFault(CURLE_PARTIAL_FILE, "shorter than it was signed", what);
    if (!piece.sync())
        return writeFault(piece.writeError(), what.file);
    return content::Nothing{};
}

} // namespace porchlight::release
