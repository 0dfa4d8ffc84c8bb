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
#include <thread>

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace porchlight::authoring {

namespace fs = std::filesystem;

namespace {

// So many in a row are of one voice: opening espeak-ng's takes a few milliseconds.
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

void work(const std::vector<ClipJob> &jobs, SharedCounts &counts)
{
    using Clock = std::chrono::steady_clock;
    std::unique_ptr<Synthesizer> voice;
    const VoiceSource *open = nullptr;
    for (std::size_t first = counts.takeBatch(); first < jobs.size(); first = counts.takeBatch()) {
        for (std::size_t at = first; at < std::min(first + batch, jobs.size()); ++at) {
            const Clip &clip = *jobs[at].clip;
            const auto begin = Clock::now();
            if (open != clip.voice) {
                voice = openVoice(*clip.voice);
                open = clip.voice;
            }
            if (voice)
                makeClip(*voice, clip);
            counts.addTime(jobs[at].group, std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin));
        }
    }
}

} // namespace

std::vector<double> makeClips(const std::vector<ClipJob> &jobs, std::size_t groups)
{
    SharedCounts counts(groups);
    const pid_t parent = ::getpid();
    std::vector<pid_t> workers;
    const std::size_t most = std::max(1U, std::thread::hardware_concurrency());
    while (workers.size() < std::min(most, (jobs.size() + batch - 1) / batch)) {
        const pid_t worker = ::fork();
        if (worker == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);
            if (::getppid() == parent)
                work(jobs, counts);
            ::_exit(0); // nothing of the parent's is flushed or removed here
        }
        if (worker < 0)
            break;
        workers.push_back(worker);
    }
    for (const pid_t worker : workers)
        while (::waitpid(worker, nullptr, 0) < 0 && errno == EINTR) {
        }
    std::vector<double> seconds;
    for (std::size_t group = 0; group < groups; ++group)
        seconds.push_back(counts.seconds(group));
    return seconds;
}

} // namespace porchlight::authoring
