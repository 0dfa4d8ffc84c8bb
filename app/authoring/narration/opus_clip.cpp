// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/narration/opus_clip.h"

#include "content/speech.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>

#include <opusenc.h>
#include <opusfile.h>

namespace porchlight::authoring {

namespace {

constexpr int bitsASecond = 24000;
// More cannot be heard in a voice at this rate, and a first fill would take twice as long.
constexpr int complexity = 2;
constexpr int narrowRate = 24000; // synthetic voices have next to nothing above 8 kHz
constexpr int clipRate = 48000;

struct FreeComments {
    void operator()(OggOpusComments *comments) const { ope_comments_destroy(comments); }
};
struct FreeEncoder {
    void operator()(OggOpusEnc *encoder) const { ope_encoder_destroy(encoder); }
};
struct FreeFile {
    void operator()(OggOpusFile *file) const { op_free(file); }
};
using File = std::unique_ptr<OggOpusFile, FreeFile>;

int append(void *bytes, const unsigned char *part, opus_int32 length)
{
    static_cast<std::string *>(bytes)->append(reinterpret_cast<const char *>(part), static_cast<std::size_t>(length));
    return 0;
}

int nothingToClose(void * /*bytes*/)
{
    return 0;
}

/// Streams have a number; by default it is random.
std::int32_t serialOf(const std::string &key)
{
    std::uint32_t sum = 0;
    for (const char sign : content::clipKey(key))
        sum = sum * 31 + static_cast<unsigned char>(sign);
    return static_cast<std::int32_t>(sum & 0x7fffffffU);
}

/// Is the last page of the stream there, and marked as the last? libopusfile takes what is cut off for the end.
bool endsWhole(const std::filesystem::path &path)
{
    constexpr std::size_t flags = 5;
    constexpr std::size_t segments = 26;
    constexpr unsigned char endOfStream = 4;
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto page = bytes.rfind("OggS");
    if (page == std::string::npos || bytes.size() <= page + segments)
        return false;
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(bytes[page + place]); };
    std::size_t length = segments + 1 + at(segments);
    if (bytes.size() < page + length)
        return false;
    for (std::size_t segment = 0; segment < at(segments); ++segment)
        length += at(segments + 1 + segment);
    return (at(flags) & endOfStream) != 0 && bytes.size() == page + length;
}

File opened(const std::filesystem::path &path)
{
    if (!endsWhole(path))
        return {};
    File file(op_open_file(path.c_str(), nullptr));
    if (file && (op_link_count(file.get()) != 1 || op_channel_count(file.get(), 0) != 1))
        file.reset();
    return file;
}

} // namespace

std::string encodeClip(const Sound &sound, const std::string &key,
                       const std::vector<std::pair<std::string, std::string>> &comments)
{
    std::string bytes;
    const std::unique_ptr<OggOpusComments, FreeComments> tags(ope_comments_create());
    for (const auto &[name, value] : comments)
        ope_comments_add(tags.get(), name.c_str(), value.c_str());
    const OpusEncCallbacks callbacks{append, nothingToClose};
    int failed = OPE_OK;
    const std::unique_ptr<OggOpusEnc, FreeEncoder> encoder(
        ope_encoder_create_callbacks(&callbacks, &bytes, tags.get(), sound.rate, 1, 0, &failed));
    if (!encoder)
        return {};
    ope_encoder_ctl(encoder.get(), OPUS_SET_BITRATE(bitsASecond));
    ope_encoder_ctl(encoder.get(), OPUS_SET_COMPLEXITY(complexity));
    if (sound.rate <= narrowRate)
        ope_encoder_ctl(encoder.get(), OPUS_SET_MAX_BANDWIDTH(OPUS_BANDWIDTH_WIDEBAND));
    ope_encoder_ctl(encoder.get(), OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
    ope_encoder_ctl(encoder.get(), OPE_SET_SERIALNO(serialOf(key)));
    ope_encoder_ctl(encoder.get(), OPE_SET_COMMENT_PADDING(0));
    failed = ope_encoder_write_float(encoder.get(), sound.samples.data(), static_cast<int>(sound.samples.size()));
    if (failed != OPE_OK || ope_encoder_drain(encoder.get()) != OPE_OK)
        return {};
    return bytes;
}

std::optional<int> clipMilliseconds(const std::filesystem::path &path)
{
    const File file = opened(path);
    const ogg_int64_t samples = file ? op_pcm_total(file.get(), -1) : 0;
    if (samples <= 0)
        return std::nullopt;
    return static_cast<int>(samples * 1000 / clipRate);
}

std::optional<Sound> decodeClip(const std::filesystem::path &path)
{
    const File file = opened(path);
    if (!file)
        return std::nullopt;
    Sound sound{clipRate, {}};
    std::array<float, 11520> part{};
    for (;;) {
        const int got = op_read_float(file.get(), part.data(), static_cast<int>(part.size()), nullptr);
        if (got < 0) // a hole is damage too
            return std::nullopt;
        if (got == 0)
            break;
        sound.samples.insert(sound.samples.end(), part.begin(), part.begin() + got);
    }
    if (sound.samples.empty() || static_cast<ogg_int64_t>(sound.samples.size()) != op_pcm_total(file.get(), -1))
        return std::nullopt;
    return sound;
}

} // namespace porchlight::authoring
