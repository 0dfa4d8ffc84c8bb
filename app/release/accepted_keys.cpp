// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/accepted_keys.h"

#include "release/atomic_file.h"
#include "release/sequence_rule.h"

#include <algorithm>

#include <unistd.h>

namespace porchlight::release {

namespace {

content::Outcome enough(const std::vector<Key> &keys, const AgentOptions &options, const AgentState &state,
                        const std::string &where)
{
    const auto sound = std::count_if(keys.begin(), keys.end(), [&](const Key &key) {
        return !key.revoked && !state.revoked.contains(key.fingerprint);
    });
    if (sound >= options.needed)
        return content::Nothing{};
    return content::Fault{"keys-too-few", where,
                          "It takes signatures of " + std::to_string(options.needed) + ", but only " +
                              std::to_string(sound) + " of these keys may sign.",
                          "Add the keys of all editors and reviewers, without revoked ones."};
}

/// A changed file of the administrator's sets everything back but what was revoked and which numbers were accepted.
content::Outcome provision(const AgentOptions &options, AgentState &state)
{
    const auto bytes = readSmall(options.keys, largestKeyring);
    const std::string sum = bytes ? sha256(*bytes) : std::string();
    if (bytes && sum == state.provisioned && !state.keyring.empty())
        return content::Nothing{};
    const auto keys = readKeys(options.keys); // knows best what is wrong with it
    if (!keys)
        return keys.fault();
    if (!bytes)
        return content::Fault{"keys-unreadable", options.keys.string(), "This is too large for a set of public keys.",
                              "Export only the editors' public keys into it, with gpg --export."};
    if (auto many = enough(*keys, options, state, options.keys.string()); !many)
        return many;
    state.provisioned = sum;
    takeKeys({*bytes, 0, *keys}, state);
    return content::Nothing{};
}

} // namespace

content::Result<Trust> keysInForce(const AgentOptions &options, const ContentRoot &root, AgentState &state)
{
    if (auto done = provision(options, state); !done)
        return done.fault();
    const std::filesystem::path keyring = root.own("keys.gpg");
    if (auto written = writeKeyring(root, state); !written)
        return written.fault();
    auto keys = readKeys(keyring);
    if (!keys)
        return keys.fault();
    if (auto many = enough(*keys, options, state, options.keys.string()); !many)
        return many.fault();
    if (state.floor > 0) {
        for (const Key &key : *keys)
            state.releaseNumbers[key.fingerprint] = std::max(state.releaseNumbers[key.fingerprint], state.floor);
        state.floor = 0;
    }
    return Trust{keyring, std::move(*keys), options.needed, state.revoked};
}

content::Outcome writeKeyring(const ContentRoot &root, const AgentState &state)
{
    const std::filesystem::path keyring = root.own("keys.gpg");
    if (readSmall(keyring, largestKeyring) == state.keyring)
        return content::Nothing{};
    return writeAtomically(keyring, state.keyring);
}

content::Result<NewKeys> lookAtKeys(const std::string &bytes, int serial, const AgentOptions &options,
                                    const ContentRoot &root, const AgentState &state)
{
    const std::filesystem::path file = root.own("keys.brought");
    if (auto written = writeAtomically(file, bytes); !written)
        return written.fault();
    auto keys = readKeys(file);
    unlink(file.c_str());
    if (!keys)
        return keys.fault();
    if (auto many = enough(*keys, options, state, keysFileName); !many)
        return many.fault();
    return NewKeys{bytes, serial, std::move(*keys)};
}

void takeKeys(const NewKeys &keys, AgentState &state)
{
    state.keyring = keys.bytes;
    state.keysSerial = keys.serial;
    for (const Key &key : keys.keys)
        if (key.revoked)
            state.revoked.insert(key.fingerprint);
}

} // namespace porchlight::release
