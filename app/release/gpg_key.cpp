// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/gpg_key.h"

#include "release/glib_ptr.h"

#include <array>
#include <charconv>
#include <sstream>

namespace porchlight::release {

namespace {

/// 2000-01-02 00:00 UTC. A kiosk whose clock has stopped says a day after this one, so a key of 2000-01-01 is never
/// younger than the clock.
constexpr std::int64_t youngest = 946'771'200;

struct Answer {
    int status = 0;
    std::string text;
    std::string complaint;
};

content::Result<Answer> askGpg(const Signing &signing, const std::vector<std::string> &words)
{
    std::vector<std::string> line{"gpg", "--batch", "--no-tty"};
    if (!signing.gpgHome.empty())
        line.insert(line.end(), {"--homedir", signing.gpgHome.string()});
    line.insert(line.end(), words.begin(), words.end());
    std::vector<char *> argv;
    for (std::string &word : line)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    GlibError error;
    const ObjectPtr<GSubprocessLauncher> launcher(g_subprocess_launcher_new(
        static_cast<GSubprocessFlags>(G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE)));
    g_subprocess_launcher_setenv(launcher.get(), "LC_ALL", "C", TRUE);
    const ObjectPtr<GSubprocess> gpg(g_subprocess_launcher_spawnv(launcher.get(), argv.data(), error.out()));
    GBytes *said = nullptr;
    GBytes *complained = nullptr;
    if (!gpg || !g_subprocess_communicate(gpg.get(), nullptr, nullptr, &said, &complained, error.out()))
        return content::Fault{"gpg-missing", "gpg", error.message() + ".", "Install GnuPG: the package gnupg."};
    const BytesPtr out(said);
    const BytesPtr wrong(complained);
    const auto text = [](GBytes *bytes) {
        gsize size = 0;
        const auto *data = static_cast<const char *>(g_bytes_get_data(bytes, &size));
        return data ? std::string(data, size) : std::string();
    };
    const int status = g_subprocess_get_if_exited(gpg.get()) ? g_subprocess_get_exit_status(gpg.get()) : -1;
    return Answer{status, text(out.get()), text(wrong.get())};
}

/// One line of --with-colons, as gpg's doc/DETAILS describes them.
std::vector<std::string> fieldsOf(const std::string &line)
{
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ':');)
        fields.push_back(field);
    fields.resize(std::max<std::size_t>(fields.size(), 20));
    return fields;
}

constexpr std::size_t validity = 1;
constexpr std::size_t created = 5;
constexpr std::size_t expires = 6;
constexpr std::size_t fingerprint = 9;
constexpr std::size_t can = 11;
constexpr std::size_t token = 14;

/// gpg's options that lead to the same keys, for a command that a person types.
std::string gpgCommand(const Signing &signing)
{
    return "gpg" + (signing.gpgHome.empty() ? "" : " --homedir " + signing.gpgHome.string());
}

std::string howToMakeOne(const Signing &signing)
{
    return "Make a key for signing with: " + gpgCommand(signing) +
           " --faked-system-time '20000101T000000!' --quick-generate-key 'NAME <ADDRESS>' ed25519 sign never";
}

content::Fault unknown(const Signing &signing, const std::string &what)
{
    return {"key-unknown", signing.key, what,
            "See which keys you have with: " + gpgCommand(signing) + " --list-secret-keys. " + howToMakeOne(signing)};
}

bool dateIs(const std::string &field, const auto &test)
{
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(field.data(), field.data() + field.size(), seconds);
    return failed == std::errc{} && end == field.data() + field.size() && test(seconds);
}

} // namespace

content::Result<SigningKey> findSigningKey(const Signing &signing)
{
    if (signing.key.empty() || signing.key.starts_with('-'))
        return unknown(signing, "No key is named.");
    auto asked = askGpg(signing, {"--with-colons", "--list-secret-keys", "--", signing.key});
    if (!asked)
        return asked.fault();
    SigningKey key{"", signing.gpgHome, ""};
    int primaries = 0;
    bool signs = false;
    bool young = false;
    bool ends = false;
    std::istringstream lines(asked->text);
    for (std::string line; std::getline(lines, line);) {
        const std::vector<std::string> fields = fieldsOf(line);
        if (fields[0] == "sec")
            ++primaries;
        if (fields[0] == "fpr" && key.fingerprint.empty())
            key.fingerprint = fields[fingerprint];
        const bool isKey = fields[0] == "sec" || fields[0] == "ssb";
        const bool usable = fields[validity].find_first_of("reid") == std::string::npos && fields[token] != "#";
        if (!isKey || !usable || fields[can].find('s') == std::string::npos)
            continue;
        signs = true;
        young |= !dateIs(fields[created], [](std::int64_t seconds) { return seconds <= youngest; });
        ends |= dateIs(fields[expires], [](std::int64_t seconds) { return seconds > 0; });
    }
    if (primaries == 0)
        return unknown(signing, "gpg has no secret key of this name.");
    if (primaries > 1)
        return unknown(signing, "gpg has several secret keys of this name: give the fingerprint.");
    if (!signs)
        return unknown(signing, "This key can't sign: it has ended, was revoked, or its secret part is elsewhere.");
    if (young)
        return content::Fault{"key-young", signing.key,
                              "This key was made after 2000-01-01: a kiosk whose clock is wrong would refuse what it "
                              "signs.",
                              howToMakeOne(signing)};
    if (ends)
        return content::Fault{"key-expires", signing.key,
                              "This key ends some day: a kiosk whose clock is wrong would refuse what it signs.",
                              howToMakeOne(signing)};
    auto exported = askGpg(signing, {"--export", "--", key.fingerprint});
    if (!exported)
        return exported.fault();
    if (exported->status != 0 || exported->text.empty())
        return unknown(signing, "gpg does not give its public part.");
    key.publicKey = exported->text;
    return key;
}

} // namespace porchlight::release
