// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/fetch_watch.h"

#include <dirent.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace porchlight::release {

namespace {

using Monotonic = std::chrono::steady_clock;

struct Socket {
    int fd = -1;
    std::uint64_t inode = 0;
};

/// The TCP connections of this process.
std::vector<Socket> connections()
{
    std::vector<Socket> found;
    const std::unique_ptr<DIR, FreeWith<closedir>> folder(opendir("/proc/self/fd"));
    if (!folder)
        return found;
    while (const dirent *entry = readdir(folder.get())) {
        const int fd = std::atoi(entry->d_name);
        struct stat status {};
        if (entry->d_name[0] == '.' || fd == dirfd(folder.get()) || fstat(fd, &status) != 0 ||
            !S_ISSOCK(status.st_mode))
            continue;
        int domain = 0;
        int type = 0;
        socklen_t length = sizeof(int);
        if (getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &length) != 0 || (domain != AF_INET && domain != AF_INET6))
            continue;
        length = sizeof(int);
        if (getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length) != 0 || type != SOCK_STREAM)
            continue;
        found.push_back({fd, status.st_ino});
    }
    return found;
}

std::uint64_t received(int fd)
{
    tcp_info info{};
    socklen_t length = sizeof info;
    return getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &length) == 0 ? info.tcpi_bytes_received : 0;
}

/// What has come over the connections that were opened since the watch began, in all.
class Traffic {
public:
    explicit Traffic(const std::set<std::uint64_t> &before) : m_before(before) {}

    std::uint64_t look()
    {
        for (const Socket &socket : connections()) {
            if (m_before.contains(socket.inode))
                continue;
            std::uint64_t &known = m_known[socket.inode];
            const std::uint64_t now = received(socket.fd);
            if (now > known) {
                m_total += now - known;
                known = now;
            }
        }
        return m_total;
    }

private:
    const std::set<std::uint64_t> &m_before;
    std::map<std::uint64_t, std::uint64_t> m_known;
    std::uint64_t m_total = 0;
};

} // namespace

std::optional<std::uint64_t> told(OstreeAsyncProgress *progress, const char *key)
{
    if (!progress)
        return std::nullopt;
    const VariantPtr value(ostree_async_progress_get_variant(progress, key));
    if (!value)
        return std::nullopt;
    if (g_variant_is_of_type(value.get(), G_VARIANT_TYPE_UINT64))
        return g_variant_get_uint64(value.get());
    if (g_variant_is_of_type(value.get(), G_VARIANT_TYPE_UINT32))
        return g_variant_get_uint32(value.get());
    return std::nullopt;
}

FetchWatch::FetchWatch(std::uint64_t mostBytes, int stalledSeconds, GCancellable *cancellable,
                       OstreeAsyncProgress *progress)
    : m_mostBytes(mostBytes), m_stalledSeconds(stalledSeconds), m_cancellable(cancellable), m_progress(progress)
{
    for (const Socket &socket : connections())
        m_before.insert(socket.inode);
    m_thread = std::thread([this] { run(); });
}

FetchWatch::~FetchWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_done = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void FetchWatch::stop(End why)
{
    End none = End::None;
    m_end.compare_exchange_strong(none, why);
    g_cancellable_cancel(m_cancellable);
}

void FetchWatch::run()
{
    struct Sample {
        Monotonic::time_point when;
        std::uint64_t bytes;
    };
    const auto window = std::chrono::seconds(m_stalledSeconds);
    const std::uint64_t least = leastBytesPerSecond * static_cast<std::uint64_t>(m_stalledSeconds);
    std::deque<Sample> samples;
    Traffic traffic(m_before);
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, std::chrono::milliseconds(100), [this] { return m_done; })) {
        if (m_end != End::None) {
            // Again and again: it may be about to try once more.
            g_cancellable_cancel(m_cancellable);
            for (const Socket &socket : connections())
                if (!m_before.contains(socket.inode))
                    shutdown(socket.fd, SHUT_RDWR);
            continue;
        }
        const auto now = Monotonic::now();
        const std::uint64_t bytes = traffic.look();
        const std::optional<std::uint64_t> fetches = told(m_progress, "outstanding-fetches");
        const std::uint64_t objects = told(m_progress, "bytes-transferred").value_or(0);
        // libostree tells nothing for up to a second, in which a good line brings many objects.
        const std::uint64_t most = fetches ? m_mostBytes : mostPreamble + (m_progress ? m_mostBytes : 0);
        if ((fetches ? objects : bytes) > most) {
            stop(End::TooMuch);
            continue;
        }
        // Unpacking and writing may take as long as they take: only who waits for a server can be kept waiting by it.
        if (fetches && *fetches == 0)
            samples.clear();
        while (samples.size() > 1 && now - samples[1].when >= window)
            samples.pop_front();
        samples.push_back({now, bytes});
        if (now - samples.front().when >= window && bytes - samples.front().bytes < least)
            stop(End::Stalled);
    }
}

FileSizeCap::FileSizeCap(std::uint64_t bytes)
{
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGXFSZ, &ignore, &m_action);
    getrlimit(RLIMIT_FSIZE, &m_limit);
    rlimit cap = m_limit;
    if (cap.rlim_cur == RLIM_INFINITY || cap.rlim_cur > bytes)
        cap.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &cap);
}

FileSizeCap::~FileSizeCap()
{
    setrlimit(RLIMIT_FSIZE, &m_limit);
    sigaction(SIGXFSZ, &m_action, nullptr);
}

void reachOnly(const std::string &url)
{
    static bool ours = false;
    if (!ours)
        for (const char *name : {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            if (const char *value = std::getenv(name); value && *value)
                return;
    ours = true;
    const std::unique_ptr<GUri, FreeWith<g_uri_unref>> uri(g_uri_parse(url.c_str(), G_URI_FLAGS_NONE, nullptr));
    const std::string host = uri && g_uri_get_host(uri.get()) ? g_uri_get_host(uri.get()) : "";
    // Nobody listens at port 1 of this machine: whatever is not that host ends there.
    setenv("all_proxy", "http://127.0.0.1:1", 1);
    const bool bare = host.find(':') != std::string::npos; // IPv6: libcurl's versions want it with brackets or without
    setenv("no_proxy", (bare ? host + ",[" + host + "]" : host).c_str(), 1);
}

} // namespace porchlight::release
