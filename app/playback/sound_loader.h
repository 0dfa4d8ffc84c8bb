// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/result.h"
#include "playback/sound_output.h"

#include <memory>

namespace porchlight::playback {

/// Loads the plugin "porchlight-sound" when sound is first wanted, and never otherwise. On the GUI thread.
class SoundLoader {
public:
    /// `folder`: where the plugin lies; by default ../lib/porchlight/plugins, seen from the program.
    explicit SoundLoader(Sinks sinks, QString folder = {});

    /// The same one each time; it belongs to the loader. A Fault where the plugin is missing or does not fit.
    content::Result<SoundOutput *> output();
    /// Null until output() has made it.
    [[nodiscard]] SoundOutput *made() const { return m_output.get(); }

private:
    Sinks m_sinks;
    QString m_folder;
    std::unique_ptr<SoundOutput> m_output;
};

} // namespace porchlight::playback
