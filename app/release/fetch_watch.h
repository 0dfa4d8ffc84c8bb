// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what stands around a fetch, so that no server can make it endless.

#include "release/glib_ptr.h"

#include <sys/resource.h>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace porchlight::release {

/// Averaged over the time that counts as a stall, a source must send at least this; a drip is a stall too.
inline constexpr std::uint64_t leastBytesPerSecond = 256;
/// Of what is read into memory before objects are fetched: the list of releases, and what a repository says of itself.
inline constexpr std::uint64_t mostPreamble = 16U << 20;

/// A number that libostree tells of a fetch; nothing as long as it has not told it, which ostree_async_progress_get
/// would end the program for.
std::optional<std::uint64_t> told(OstreeAsyncProgress *progress, const char *key);

/// Watches a fetch from a thread of its own, on the monotonic clock. libostree's requests do not notice that they were
/// cancelled, so that the watch also shuts the connections that were opened since it began.
class FetchWatch {
public:
    enum class End { None, Stalled, TooMuch, Asked };

    /// `progress` may be nothing; then all that arrives is preamble. Both must outlive the watch.
    FetchWatch(std::uint64_t mostBytes, int stalledSeconds, GCancellable *cancellable, OstreeAsyncProgress *progress);
    FetchWatch(const FetchWatch &) = delete;
    FetchWatch &operator=(const FetchWatch &) = delete;
    ~FetchWatch();

    /// Somebody does not want it any more.
    void ask() { stop(End::Asked); }
    [[nodiscard]] End end() const { return m_end; }

private:
    void run();
    void stop(End why);

    std::uint64_t m_mostBytes;
    int m_stalledSeconds;
    GCancellable *m_cancellable;
    OstreeAsyncProgress *m_progress;
    std::set<std::uint64_t> m_before; ///< inodes of sockets that are not ours
    std::atomic<End> m_end = End::None;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_done = false;
    std::thread m_thread;
};

/// While it lives, no file of this process grows beyond `bytes`: the kernel cuts off what no server was asked for.
class FileSizeCap {
public:
    explicit FileSizeCap(std::uint64_t bytes);
    FileSizeCap(const FileSizeCap &) = delete;
    FileSizeCap &operator=(const FileSizeCap &) = delete;
    ~FileSizeCap();

private:
    rlimit m_limit{};
    struct sigaction m_action {};
};

/// libostree runs what is due in the thread's main context; this one is empty but for it.
class OwnContext {
public:
    OwnContext() : m_context(g_main_context_new()) { g_main_context_push_thread_default(m_context.get()); }
    OwnContext(const OwnContext &) = delete;
    OwnContext &operator=(const OwnContext &) = delete;
    ~OwnContext() { g_main_context_pop_thread_default(m_context.get()); }
    [[nodiscard]] GMainContext *get() const { return m_context.get(); }

private:
    ContextPtr m_context;
};

/// From now on libcurl, which libostree fetches with and which follows redirects, reaches no other host than that of
/// `url`; unless the administrator has set a proxy, which then decides. Changes this process's environment.
void reachOnly(const std::string &url);

} // namespace porchlight::release
