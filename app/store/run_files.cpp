// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/run_files.h"

#include "store/names.h"
#include "store/small_file.h"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <map>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace porchlight::store {

template <> struct Names<KioskReport::State> {
    static constexpr std::array<std::string_view, 4> all{"trying", "drawn", "failed", "opened"};
};
template <> struct Names<SyncReport::State> {
    static constexpr std::array<std::string_view, 5> all{"current", "fetching", "waiting", "trying", "failed"};
};
template <> struct Names<StickReport::State> {
    static constexpr std::array<std::string_view, 6> all{"none", "reading", "nothing", "same", "applied", "refused"};
};

namespace {

// Where each file lies below the run folder, and its first line.
constexpr const char *kioskFile = "kiosk/release";
constexpr std::string_view kioskHead = "porchlight-kiosk-release 1";
constexpr const char *syncFile = "sync/state";
constexpr std::string_view syncHead = "porchlight-sync-state 1";
constexpr const char *stickFile = "sync/stick";
constexpr std::string_view stickHead = "porchlight-sync-stick 1";

constexpr std::size_t longestValue = 1024;     // bytes
constexpr std::size_t largestFile = 16 * 1024; // bytes; far above what has nine values

/// One line, whatever stands in it, cut between letters.
std::string oneLine(std::string_view value)
{
    std::size_t length = value.size();
    if (length > longestValue)
        for (length = longestValue; length > 0 && (static_cast<unsigned char>(value[length]) & 0xC0U) == 0x80;)
            --length;
    std::string line(value.substr(0, length));
    for (char &c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return line;
}

/// Empty values are left out.
class Lines {
public:
    explicit Lines(std::string_view head) : m_text(std::string(head) + "\n") {}
    Lines &add(std::string_view key, std::string_view value)
    {
        if (!value.empty())
            m_text.append(key).append(" ").append(oneLine(value)).append("\n");
        return *this;
    }
    Lines &add(std::string_view key, int value) { return value == 0 ? *this : add(key, std::to_string(value)); }
    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

using Values = std::map<std::string, std::string, std::less<>>;

/// Nothing where the first line is another one. Keys that nobody knows are those of a later program.
std::optional<Values> readLines(const std::filesystem::path &file, std::string_view head)
{
    const SmallFile read = readSmallFile(file, largestFile);
    std::string_view text = read.bytes;
    if (read.error || read.longer || !text.starts_with(std::string(head) + "\n"))
        return std::nullopt;
    text.remove_prefix(head.size() + 1);
    Values values;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (const auto space = line.find(' '); space != std::string_view::npos)
            values.emplace(line.substr(0, space), oneLine(line.substr(space + 1)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return values;
}

std::string valueAt(const Values &values, std::string_view key)
{
    const auto found = values.find(key);
    return found == values.end() ? std::string() : found->second;
}

/// 0 for what is no number of this range.
int numberAt(const Values &values, std::string_view key, int most)
{
    const std::string text = valueAt(values, key);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= most ? number : 0;
}

/// 0, or errno.
int writeNew(const std::filesystem::path &file, const std::string &text)
{
    unlink(file.c_str()); // of a program that was killed
    const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return errno;
    // In memory, so there is no disk to wait for; others read it, whatever the program's mask.
    const bool written = write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         fchmod(descriptor, 0644) == 0;
    const int error = written ? 0 : errno ? errno : ENOSPC;
    close(descriptor);
    return error;
}

content::Outcome replace(const std::filesystem::path &file, const std::string &text)
{
    const std::filesystem::path folder = file.parent_path();
    std::error_code error;
    if (std::filesystem::create_directories(folder, error))
        std::filesystem::permissions(folder, std::filesystem::perms(0755), error);
    const std::filesystem::path fresh = folder / ("." + file.filename().string() + ".new");
    errno = 0;
    int failed = error ? error.value() : writeNew(fresh, text);
    if (!failed && rename(fresh.c_str(), file.c_str()) != 0)
        failed = errno;
    if (!failed)
        return content::Nothing{};
    unlink(fresh.c_str());
    return content::Fault{"run-unwritable", file.string(),
                          "This report cannot be written (" + std::generic_category().message(failed) + ").",
                          "Create its folder as deploy/systemd/tmpfiles.d says: systemd-tmpfiles --create."};
}

} // namespace

content::Outcome writeReport(const std::filesystem::path &run, const KioskReport &report)
{
    Lines lines(kioskHead);
    lines.add("state", nameOf(report.state)).add("release", report.release).add("code", report.code);
    return replace(run / kioskFile, lines.text());
}

content::Outcome writeReport(const std::filesystem::path &run, const SyncReport &report)
{
    Lines lines(syncHead);
    lines.add("state", nameOf(report.state)).add("release", report.release).add("sequence", report.sequence);
    lines.add("percent", report.percent).add("from", report.from).add("checked-on", report.checkedOn);
    lines.add("code", report.code).add("words", report.words);
    return replace(run / syncFile, lines.text());
}

content::Outcome writeReport(const std::filesystem::path &run, const StickReport &report)
{
    Lines lines(stickHead);
    lines.add("state", nameOf(report.state)).add("site", report.site).add("sequence", report.sequence);
    lines.add("code", report.code).add("words", report.words);
    return replace(run / stickFile, lines.text());
}

std::optional<KioskReport> readKioskReport(const std::filesystem::path &run)
{
    const auto values = readLines(run / kioskFile, kioskHead);
    const auto state = values ? valueOf<KioskReport::State>(valueAt(*values, "state")) : std::nullopt;
    if (!state || valueAt(*values, "release").empty())
        return std::nullopt;
    return KioskReport{*state, valueAt(*values, "release"), valueAt(*values, "code")};
}

std::optional<SyncReport> readSyncReport(const std::filesystem::path &run)
{
    const auto values = readLines(run / syncFile, syncHead);
    const auto state = values ? valueOf<SyncReport::State>(valueAt(*values, "state")) : std::nullopt;
    if (!state)
        return std::nullopt;
    return SyncReport{*state,
                      valueAt(*values, "release"),
                      numberAt(*values, "sequence", 1'000'000'000),
                      numberAt(*values, "percent", 100),
                      valueAt(*values, "from"),
                      valueAt(*values, "checked-on"),
                      valueAt(*values, "code"),
                      valueAt(*values, "words")};
}

std::optional<StickReport> readStickReport(const std::filesystem::path &run)
{
    const auto values = readLines(run / stickFile, stickHead);
    const auto state = values ? valueOf<StickReport::State>(valueAt(*values, "state")) : std::nullopt;
    if (!state)
        return std::nullopt;
    return StickReport{*state, valueAt(*values, "site"), numberAt(*values, "sequence", 1'000'000'000),
                       valueAt(*values, "code"), valueAt(*values, "words")};
}

} // namespace porchlight::store
