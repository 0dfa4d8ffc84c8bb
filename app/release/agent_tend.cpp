// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/agent_impl.h"
#include "release/trial.h"

namespace porchlight::release {

namespace {

constexpr milliseconds readThroughEvery = std::chrono::hours(24 * 7); ///< of being shown

} // namespace

content::Outcome Agent::State::tend()
{
    KnownRelease *current = known.find(known.current);
    if (!current || options.run.empty())
        return content::Nothing{};
    const auto kiosk = store::readKioskReport(options.run);
    switch (judge(*current, kiosk, now(), options.trial)) {
    case Verdict::GiveUp:
        return giveUp(kiosk ? kiosk->code : std::string());
    case Verdict::Suspect:
        if (current->damaged)
            return content::Nothing{}; // is known, and comes again with the next pull
        if (auto read = readThrough(); !read)
            return read;
        return giveUp(kiosk->code);
    case Verdict::Drawn:
        if (auto saved = save(); !saved)
            return saved;
        tellShown();
        // What the kiosk was showing until now could not go before.
        if (auto settled = settle(); !settled)
            return settled;
        break;
    case Verdict::Remember:
        if (auto saved = save(); !saved)
            return saved;
        break;
    case Verdict::Nothing:
        break;
    }
    const milliseconds shown = shownFor(*current, now());
    if (!known.previous.empty() && current->drawn && shown >= options.keepPrevious) {
        if (auto dropped = dropPrevious(); !dropped)
            return dropped;
    }
    if (shown - current->checked >= readThroughEvery && !current->damaged) {
        current->checked = shown;
        if (auto saved = save(); !saved)
            return saved;
        return readThrough();
    }
    return content::Nothing{};
}

/// Files share their blocks with the repository: what is damaged there is damaged in what the kiosk shows.
content::Outcome Agent::State::readThrough()
{
    KnownRelease *current = known.find(known.current);
    if (current->installed.checksum.empty())
        return content::Nothing{};
    if (auto opened = openRepository(); !opened)
        return opened;
    auto sound = repository->verify(current->installed.checksum);
    if (sound || sound.fault().code != "release-damaged")
        return sound;
    current->damaged = true;
    tellFault(sound.fault());
    if (auto saved = save(); !saved)
        return saved;
    return sound;
}

content::Outcome Agent::State::giveUp(const std::string &why)
{
    const std::string left = known.find(known.current)->installed.version;
    if (auto done = leaveCurrent(); !done)
        return done;
    const KnownRelease *back = known.find(known.current);
    const content::Fault fault{
        "given-up", "release " + left,
        "The kiosk could not show release " + left + (why.empty() ? "" : " (" + why + ")") + "; it shows " +
            (back ? "release " + back->installed.version : "the one that came with the program") + " again.",
        "Publish a mended release with a higher number."};
    tellFault(fault);
    return fault;
}

} // namespace porchlight::release
