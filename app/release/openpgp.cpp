// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/openpgp.h"

#include "release/glib_ptr.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>

namespace porchlight::release {

namespace {

constexpr std::size_t mostBytesOfKeys = 4U << 20; // hundreds of keys; more is some other file

// RFC 4880, 4.3 and 5.2.1
constexpr int tagSignature = 2;
constexpr int tagSecretKey = 5;
constexpr int tagPublicKey = 6;
constexpr int tagSecretSubkey = 7;
constexpr int tagUserId = 13;
constexpr int tagPublicSubkey = 14;
constexpr std::uint8_t typeKeyRevocation = 0x20;

struct Packet {
    int tag = 0;
    std::string body;
};

/// Takes packets off one after the other. Key packets always carry their length, so that an open or partial length is
/// wrong here.
class PacketReader {
public:
    explicit PacketReader(const std::string &bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    std::optional<Packet> next()
    {
        const std::optional<std::uint64_t> head = number(1);
        if (!head || !(*head & 0x80))
            return std::nullopt;
        Packet packet;
        std::optional<std::uint64_t> length;
        if (*head & 0x40) {
            packet.tag = static_cast<int>(*head & 0x3f);
            length = newLength();
        } else {
            packet.tag = static_cast<int>((*head >> 2) & 0x0f);
            if ((*head & 3) != 3)
                length = number(std::size_t{1} << (*head & 3));
        }
        if (!length || *length > m_bytes.size() - m_at)
            return std::nullopt;
        packet.body = m_bytes.substr(m_at, *length);
        m_at += *length;
        return packet;
    }

private:
    std::optional<std::uint64_t> number(std::size_t bytes)
    {
        if (bytes > m_bytes.size() - m_at)
            return std::nullopt;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8 | static_cast<std::uint8_t>(m_bytes[m_at++]);
        return value;
    }
    std::optional<std::uint64_t> newLength()
    {
        const std::optional<std::uint64_t> first = number(1);
        if (!first || *first < 192)
            return first;
        if (*first == 255)
            return number(4);
        if (*first >= 224)
            return std::nullopt;
        const std::optional<std::uint64_t> second = number(1);
        if (!second)
            return std::nullopt;
        return ((*first - 192) << 8) + *second + 192;
    }

    const std::string &m_bytes;
    std::size_t m_at = 0;
};

/// The bytes of every armoured block in `text`; nothing when one is cut short.
std::optional<std::string> withoutArmour(const std::string &text)
{
    std::istringstream lines(text);
    std::string all;
    std::string block;
    enum class Place { Outside, Headers, Body } place = Place::Outside;
    for (std::string line; std::getline(lines, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.pop_back();
        if (place == Place::Outside) {
            if (line.starts_with("-----BEGIN PGP "))
                place = Place::Headers;
        } else if (line.starts_with("-----END PGP ")) {
            gsize length = 0;
            const CharsPtr bytes(reinterpret_cast<char *>(g_base64_decode(block.c_str(), &length)));
            all.append(bytes.get(), length);
            block.clear();
            place = Place::Outside;
        } else if (place == Place::Headers) {
            if (line.empty())
                place = Place::Body;
        } else if (!line.starts_with('=')) { // the sum of the block
            block += line;
        }
    }
    if (place != Place::Outside)
        return std::nullopt;
    return all;
}

/// As OpenPGP makes it for a key of version 4, the only one that GnuPG of Debian makes.
std::optional<std::string> fingerprintOf(const std::string &body)
{
    if (body.empty() || body[0] != 4 || body.size() > 0xffff)
        return std::nullopt;
    std::string hashed{static_cast<char>(0x99), static_cast<char>(body.size() >> 8), static_cast<char>(body.size())};
    hashed += body;
    const CharsPtr sum(
        g_compute_checksum_for_data(G_CHECKSUM_SHA1, reinterpret_cast<const guchar *>(hashed.data()), hashed.size()));
    std::string hex = sum.get();
    std::transform(hex.begin(), hex.end(), hex.begin(),
                   [](char letter) { return static_cast<char>(g_ascii_toupper(letter)); });
    return hex;
}

/// Names are written by whoever made the key, and are shown to staff: plain text, one line.
std::string plainName(const std::string &body)
{
    const CharsPtr valid(g_utf8_make_valid(body.data(), static_cast<gssize>(body.size())));
    std::string name = valid.get();
    std::erase_if(name, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; });
    return name;
}

bool revokesKey(const std::string &signature)
{
    if (signature.size() < 3)
        return false;
    // Version 3 has a length before the type.
    return static_cast<std::uint8_t>(signature[0] == 3 ? signature[2] : signature[1]) == typeKeyRevocation;
}

content::Fault unreadable(const std::filesystem::path &file)
{
    return {"keys-unreadable", file, "There are no OpenPGP public keys in it.",
            "Write them there with \"gpg --export ID > FILE\"."};
}

} // namespace

content::Result<PublicKeys> readPublicKeys(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::error_code error;
    if (!stream || !std::filesystem::is_regular_file(file, error))
        return content::Fault{"keys-missing", file, "The accepted keys can't be read.",
                              "Put the public keys of those who may publish there."};
    std::string bytes(mostBytesOfKeys + 1, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    if (bytes.size() > mostBytesOfKeys)
        return unreadable(file);
    PublicKeys found;
    if (!bytes.empty() && (static_cast<std::uint8_t>(bytes[0]) & 0x80)) {
        found.packets = std::move(bytes);
    } else if (std::optional<std::string> packets = withoutArmour(bytes)) {
        found.packets = std::move(*packets);
    } else {
        return unreadable(file);
    }

    bool atPrimary = false; // signatures up to the first user id or subkey are on the primary key itself
    for (PacketReader reader(found.packets); !reader.atEnd();) {
        const std::optional<Packet> packet = reader.next();
        if (!packet)
            return unreadable(file);
        if (packet->tag == tagSecretKey || packet->tag == tagSecretSubkey)
            return content::Fault{"keys-secret", file,
                                  "There is a secret key in it, and a secret key must never leave its owner.",
                                  "Make a new key, revoke this one, and export public keys only: gpg --export ID."};
        if (packet->tag == tagPublicKey) {
            const std::optional<std::string> fingerprint = fingerprintOf(packet->body);
            if (!fingerprint)
                return unreadable(file);
            found.keys.push_back({*fingerprint, "", false});
            atPrimary = true;
        } else if (found.keys.empty()) {
            return unreadable(file);
        } else if (packet->tag == tagUserId || packet->tag == tagPublicSubkey) {
            atPrimary = false;
            if (packet->tag == tagUserId && found.keys.back().name.empty())
                found.keys.back().name = plainName(packet->body);
        } else if (packet->tag == tagSignature && atPrimary && revokesKey(packet->body)) {
            found.keys.back().revoked = true;
        }
    }
    if (found.keys.empty())
        return unreadable(file);

    // A key may stand there twice, once before and once after it was revoked.
    std::vector<Key> keys;
    for (const Key &key : found.keys) {
        const auto same = std::find_if(keys.begin(), keys.end(),
                                       [&](const Key &other) { return other.fingerprint == key.fingerprint; });
        if (same == keys.end())
            keys.push_back(key);
        else
            same->revoked = same->revoked || key.revoked;
    }
    found.keys = std::move(keys);
    return found;
}

content::Result<std::vector<Key>> readKeys(const std::filesystem::path &keyring)
{
    content::Result<PublicKeys> found = readPublicKeys(keyring);
    if (!found)
        return found.fault();
    return std::move(found->keys);
}

} // namespace porchlight::release
