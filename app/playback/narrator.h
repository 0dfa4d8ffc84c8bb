// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/voices.h"

#include <functional>
#include <vector>

namespace porchlight::playback {

/// Says lines one after the other and tells which one is being said. Lines that nobody can say are passed over. Each
/// line is a passage of its own, so that silence and "which line" are known to the line. Lives on the GUI thread.
class Narrator final : public QObject {
    Q_OBJECT

public:
    static constexpr int linePause = 350; ///< milliseconds after each line but the last

    /// `output` is asked for when there is something to say; null: there is no sound. `voices` must outlive it.
    Narrator(Voices &voices, std::function<SoundOutput *()> output);

    /// Drops what is being said and says these, from `first` on.
    void say(std::vector<Line> lines, int first = 0);
    /// From this line on, of what was said last.
    void sayFrom(int line);
    /// Silence at once, until resume(). Nothing where nothing is being said.
    void pause();
    void resume();
    /// Silence at once. The lines are kept for sayFrom(), until forget().
    void stop();
    /// Silence at once, and nothing is known any more of what was said.
    void forget();

    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    /// Which line is being said, or waits; -1: none.
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] bool isPaused() const { return m_paused; }

Q_SIGNALS:
    /// A line begins, or none is said any more (-1).
    void lineChanged(int line);
    void pausedChanged();
    /// All of it has been said, or could not be. Never from within say().
    void finished();
    /// There is no sound; nothing more is said.
    void failed();

private:
    void sayNext(int from);
    void setLine(int line);
    void setPaused(bool paused);
    void heard(int id);
    void broke(int id, SoundOutput::Failure failure);
    SoundOutput *output();

    Voices &m_voices;
    std::function<SoundOutput *()> m_getOutput;
    SoundOutput *m_output = nullptr;
    std::vector<Line> m_lines;
    int m_line = -1;
    int m_id = 0; ///< of the passage that was played last
    bool m_paused = false;
};

} // namespace porchlight::playback
