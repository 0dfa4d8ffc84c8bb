// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent_state.h"

#include "release/glib_ptr.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace porchlight::release {

namespace {

constexpr int form = 1; ///< of the file
constexpr std::size_t mostGivenUp = 100;
constexpr const char *top = "porchlight-sync";
constexpr const char *keys = "keys";
constexpr const char *list = "withdrawals";
constexpr const char *releaseNumbers = "numbers of releases";
constexpr const char *listNumbers = "numbers of withdrawals";
const std::string releasePrefix = "release ";

class Writer {
public:
    void text(const char *group, const char *key, const std::string &value)
    {
        g_key_file_set_string(m_file.get(), group, key, value.c_str());
    }
    void number(const char *group, const char *key, std::int64_t value)
    {
        g_key_file_set_int64(m_file.get(), group, key, value);
    }
    template <class Texts> void texts(const char *group, const char *key, const Texts &values)
    {
        std::vector<const char *> pointers;
        for (const std::string &value : values)
            pointers.push_back(value.c_str());
        g_key_file_set_string_list(m_file.get(), group, key, pointers.data(), pointers.size());
    }
    void moment(const char *group, const std::string &key, const Moment &moment)
    {
        text(group, (key + "-boot").c_str(), moment.boot);
        number(group, key.c_str(), moment.at.count());
    }
    void numbers(const char *group, const Numbers &numbers)
    {
        for (const auto &[fingerprint, value] : numbers)
            number(group, fingerprint.c_str(), value);
    }
    [[nodiscard]] std::string whole() const
    {
        return CharsPtr(g_key_file_to_data(m_file.get(), nullptr, nullptr)).get();
    }

private:
    KeyFilePtr m_file{g_key_file_new()};
};

/// Remembers whether anything was missing or of another form.
class Parser {
public:
    explicit Parser(const std::string &text)
    {
        GlibError error;
        m_good =
            g_key_file_load_from_data(m_file.get(), text.data(), text.size(), G_KEY_FILE_NONE, error.out()) != FALSE;
    }
    [[nodiscard]] bool good() const { return m_good; }

    std::string text(const char *group, const char *key)
    {
        GlibError error;
        const CharsPtr value(g_key_file_get_string(m_file.get(), group, key, error.out()));
        m_good = m_good && value;
        return value ? value.get() : std::string();
    }
    std::int64_t number(const char *group, const char *key)
    {
        GlibError error;
        const std::int64_t value = g_key_file_get_int64(m_file.get(), group, key, error.out());
        m_good = m_good && !error.get();
        return value;
    }
    int small(const char *group, const char *key)
    {
        const std::int64_t value = number(group, key);
        m_good = m_good && value >= 0 && value <= INT32_MAX;
        return static_cast<int>(value);
    }
    std::vector<std::string> texts(const char *group, const char *key)
    {
        GlibError error;
        const StringsPtr values(g_key_file_get_string_list(m_file.get(), group, key, nullptr, error.out()));
        m_good = m_good && values;
        return values ? listed(values) : std::vector<std::string>();
    }
    Moment moment(const char *group, const std::string &key)
    {
        return {text(group, (key + "-boot").c_str()), milliseconds(number(group, key.c_str()))};
    }
    Numbers numbers(const char *group)
    {
        Numbers numbers;
        if (const StringsPtr names{g_key_file_get_keys(m_file.get(), group, nullptr, nullptr)})
            for (const std::string &name : listed(names))
                numbers[name] = small(group, name.c_str());
        return numbers;
    }
    [[nodiscard]] std::vector<std::string> groups() const
    {
        return listed(StringsPtr(g_key_file_get_groups(m_file.get(), nullptr)));
    }

private:
    static std::vector<std::string> listed(const StringsPtr &strings)
    {
        std::vector<std::string> found;
        for (char **string = strings.get(); *string; ++string)
            found.emplace_back(*string);
        return found;
    }
    KeyFilePtr m_file{g_key_file_new()};
    bool m_good = false;
};

void writeRelease(Writer &writer, const std::string &name, const KnownRelease &known)
{
    const std::string named = releasePrefix + name;
    const char *group = named.c_str();
    writer.text(group, "checksum", known.installed.checksum);
    writer.number(group, "sequence", known.installed.sequence);
    writer.text(group, "version", known.installed.version);
    writer.text(group, "site", known.installed.site);
    writer.texts(group, "signers", known.installed.signers);
    writer.number(group, "drawn", known.drawn);
    writer.number(group, "damaged", known.damaged);
    writer.number(group, "shown-ms", known.shown.count());
    writer.number(group, "checked-ms", known.checked.count());
    writer.moment(group, "shown-since", known.shownSince);
    writer.moment(group, "trial-since", known.trialSince);
    writer.number(group, "trial-starts", known.trialStarts);
}

KnownRelease readRelease(Parser &parser, const std::string &name)
{
    const std::string named = releasePrefix + name;
    const char *group = named.c_str();
    KnownRelease known;
    known.installed = {name,
                       parser.text(group, "checksum"),
                       parser.small(group, "sequence"),
                       parser.text(group, "version"),
                       parser.text(group, "site"),
                       parser.texts(group, "signers")};
    known.drawn = parser.number(group, "drawn") != 0;
    known.damaged = parser.number(group, "damaged") != 0;
    known.shown = milliseconds(parser.number(group, "shown-ms"));
    known.checked = milliseconds(parser.number(group, "checked-ms"));
    known.shownSince = parser.moment(group, "shown-since");
    known.trialSince = parser.moment(group, "trial-since");
    known.trialStarts = parser.small(group, "trial-starts");
    return known;
}

std::string packed(const std::string &bytes)
{
    return CharsPtr(g_base64_encode(reinterpret_cast<const guchar *>(bytes.data()), bytes.size())).get();
}

std::string unpacked(const std::string &text)
{
    gsize length = 0;
    const CharsPtr bytes(reinterpret_cast<char *>(g_base64_decode(text.c_str(), &length)));
    return {bytes.get(), length};
}

} // namespace

const KnownRelease *AgentState::find(const std::string &name) const
{
    const auto it = releases.find(name);
    return name.empty() || it == releases.end() ? nullptr : &it->second;
}

KnownRelease *AgentState::find(const std::string &name)
{
    return const_cast<KnownRelease *>(std::as_const(*this).find(name));
}

bool AgentState::isGivenUp(const std::string &checksum) const
{
    return std::find(givenUp.begin(), givenUp.end(), checksum) != givenUp.end();
}

void AgentState::giveUp(const std::string &checksum)
{
    if (checksum.empty() || isGivenUp(checksum))
        return;
    givenUp.push_back(checksum);
    if (givenUp.size() > mostGivenUp)
        givenUp.erase(givenUp.begin());
}

std::string stateText(const AgentState &state)
{
    Writer writer;
    writer.number(top, "form", form);
    writer.text(top, "current", state.current);
    writer.text(top, "previous", state.previous);
    writer.texts(top, "given-up", state.givenUp);
    writer.text(top, "fetching", state.fetching);
    writer.number(top, "floor", state.floor);
    writer.text(keys, "provisioned", state.provisioned);
    writer.number(keys, "serial", state.keysSerial);
    writer.texts(keys, "revoked", state.revoked);
    writer.text(keys, "keyring", packed(state.keyring));
    writer.text(list, "checksum", state.listChecksum);
    writer.number(list, "sequence", state.listSequence);
    writer.number(list, "on-web", state.listOnWeb);
    writer.numbers(releaseNumbers, state.releaseNumbers);
    writer.numbers(listNumbers, state.listNumbers);
    for (const auto &[name, known] : state.releases)
        writeRelease(writer, name, known);
    return writer.whole();
}

std::optional<AgentState> parseState(const std::string &text)
{
    Parser parser(text);
    if (!parser.good() || parser.number(top, "form") != form)
        return std::nullopt;
    AgentState state;
    state.current = parser.text(top, "current");
    state.previous = parser.text(top, "previous");
    state.givenUp = parser.texts(top, "given-up");
    state.fetching = parser.text(top, "fetching");
    state.floor = parser.small(top, "floor");
    state.provisioned = parser.text(keys, "provisioned");
    state.keysSerial = parser.small(keys, "serial");
    for (const std::string &fingerprint : parser.texts(keys, "revoked"))
        state.revoked.insert(fingerprint);
    state.keyring = unpacked(parser.text(keys, "keyring"));
    state.listChecksum = parser.text(list, "checksum");
    state.listSequence = parser.small(list, "sequence");
    state.listOnWeb = parser.number(list, "on-web") != 0;
    state.releaseNumbers = parser.numbers(releaseNumbers);
    state.listNumbers = parser.numbers(listNumbers);
    for (const std::string &group : parser.groups())
        if (group.starts_with(releasePrefix))
            state.releases[group.substr(releasePrefix.size())] =
                readRelease(parser, group.substr(releasePrefix.size()));
    // What is shown must be known: else the file is not whole, and the links tell more.
    const bool whole =
        (state.current.empty() || state.find(state.current)) && (state.previous.empty() || state.find(state.previous));
    return parser.good() && whole ? std::optional(std::move(state)) : std::nullopt;
}

AgentState stateFromLinks(const std::string &current, const std::string &previous)
{
    AgentState state;
    for (const std::string &name : {current, previous}) {
        if (name.empty())
            continue;
        KnownRelease known;
        known.installed.release = name;
        std::from_chars(name.data(), name.data() + name.size(), known.installed.sequence); // the name begins with it
        known.installed.version = std::to_string(known.installed.sequence);
        state.floor = std::max(state.floor, known.installed.sequence);
        state.releases[name] = std::move(known);
    }
    state.current = current;
    state.previous = previous == current ? std::string() : previous;
    return state;
}

} // namespace porchlight::release
