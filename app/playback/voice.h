// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace porchlight::playback {

/// Who speaks, for those who have something to say besides the page (a film).
class Voice {
public:
    virtual ~Voice() = default;
    /// Somebody listens, and the language of the screen has a voice.
    [[nodiscard]] virtual bool isHeard() const = 0;
    /// Says the texts of the screen's language one after the other, instead of what is being said. `ended` is called
    /// once on the GUI thread, also when there is no sound; not after hush() or when something else is said.
    virtual void say(const QStringList &texts, std::function<void()> ended) = 0;
    virtual void pauseSpeaking() = 0;
    virtual void resumeSpeaking() = 0;
    virtual void hush() = 0;

protected:
    Voice() = default;
    Voice(const Voice &) = default;
    Voice &operator=(const Voice &) = default;
};

} // namespace porchlight::playback
