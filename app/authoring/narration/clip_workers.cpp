// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/clip_workers.h"

#include "authoring/narration/opus_clip.h"
#include "authoring/narration/synthesizer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <memory>
#include <new>
#include <span>
#include <thread>

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

// Opening a voice takes a few milliseconds: so many clips share that.
constexpr std::size_t batch = 40;

/// What the processes share: which jobs are taken, and how long each group took.
class SharedCounts {
public:
    explicit SharedCounts(std::size_t groups) : m_size(sizeof(Counter) * (groups + 1))
    {
        void *memory = ::mmap(nullptr, m_size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED)
            throw std::bad_alloc();
        m_counters = new (memory) Counter[groups + 1]{};
    }
    ~SharedCounts() { ::munmap(m_counters, m_size); }
    SharedCounts(const SharedCounts &) = delete;
    SharedCounts &operator=(const SharedCounts &) = delete;

    std::size_t takeBatch() { return m_counters[0].fetch_add(batch); }
    void addTime(std::size_t group, std::chrono::microseconds time)
    {
        m_counters[group + 1].fetch_add(static_cast<std::uint64_t>(time.count()));
    }
    [[nodiscard]] double seconds(std::size_t group) const
    {
        return static_cast<double>(m_counters[group + 1].load()) / 1e6;
    }

private:
    using Counter = std::atomic<std::uint64_t>;
    static_assert(Counter::is_always_lock_free);
    Counter *m_counters;
    std::size_t m_size;
};

void writeWhole(const fs::path &file, const std::string &bytes)
{
    fs::path draft = file;
    draft += "." + std::to_string(::getpid());
    std::ofstream out(draft, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code failed;
    if (out)
        fs::rename(draft, file, failed);
    if (!out || failed)
        fs::remove(draft, failed);
}

void makeClip(Synthesizer &voice, const Clip &clip)
{
    Sound sound = voice.say(clip.spoken);
    trimSilence(sound);
    if (sound.samples.empty())
        return;
    setPeak(sound, clipPeak);
    const std::string bytes = encodeClip(sound, clip.key, {{"SYNTHETIC", "1"}, {"VOICE", voiceName(*clip.voice)}});
    if (!bytes.empty())
        writeWhole(clip.file, bytes);
}

/// A process that does this and ends, with its parent if that ends first; less than 0 where there can be none.
template <class Work> pid_t begin(Work work)
{
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() == parent)
            work();
        ::_exit(0); // nothing of the parent's is flushed or removed here
    }
    return child;
}

void waitFor(pid_t child)
{
    while (child > 0 && ::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

/// Jobs of one voice. A voice remembers what it said before, and sounds a little different after it: each clip is made
/// by a copy of the process that has said nothing yet, so that it is the same in every order.
void sayAll(std::span<const ClipJob> jobs)
{
    const auto voice = openVoice(*jobs.front().clip->voice);
    for (const ClipJob &job : jobs)
        if (voice)
            waitFor(begin([&] { makeClip(*voice, *job.clip); }));
}

void work(const std::vector<ClipJob> &jobs, SharedCounts &counts)
{
    using Clock = std::chrono::steady_clock;
    for (std::size_t first = counts.takeBatch(); first < jobs.size(); first = counts.takeBatch()) {
        auto rest = std::span(jobs).subspan(first, std::min(batch, jobs.size() - first));
        while (!rest.empty()) {
            const auto begun = Clock::now();
            const auto other = std::find_if(rest.begin(), rest.end(), [&](const ClipJob &job) {
                return job.clip->voice != rest.front().clip->voice || job.group != rest.front().group;
            });
            const auto count = static_cast<std::size_t>(other - rest.begin());
            waitFor(begin([&] { sayAll(rest.first(count)); }));
            counts.addTime(rest.front().group,
                           std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun));
            rest = rest.subspan(count);
        }
    }
}

} // namespace

std::vector<double> makeClips(const std::vector<ClipJob> &jobs, std::size_t groups)
{
    SharedCounts counts(groups);
    std::vector<pid_t> workers;
    const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
    while (workers.size() < std::min(most, (jobs.size() + batch - 1) / batch))
        workers.push_back(begin([&] { work(jobs, counts); }));
    for (const pid_t worker : workers)
        waitFor(worker);
    std::vector<double> seconds;
    for (std::size_t group = 0; group < groups; ++group)
        seconds.push_back(counts.seconds(group));
    return seconds;
}

} // namespace porchlight::authoring
