// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/narrator.h"

#include <algorithm>

namespace porchlight::playback {

Narrator::Narrator(Voices &voices, std::function<SoundOutput *()> output)
    : m_voices(voices), m_getOutput(std::move(output))
{
}

SoundOutput *Narrator::output()
{
    if (m_output)
        return m_output;
    m_output = m_getOutput();
    if (m_output) {
        connect(m_output, &SoundOutput::finished, this, &Narrator::heard);
        connect(m_output, &SoundOutput::failed, this, &Narrator::broke);
        connect(m_output, &QObject::destroyed, this, [this] { m_output = nullptr; });
    }
    return m_output;
}

void Narrator::say(std::vector<Line> lines, int first)
{
    m_lines = std::move(lines);
    sayFrom(first);
}

void Narrator::sayFrom(int line)
{
    // Not stop(): play() drops what plays, and the mark goes from line to line without a flicker.
    ++m_id;
    setPaused(false);
    sayNext(line);
}

void Narrator::sayNext(int from)
{
    for (int at = std::max(from, 0); at < static_cast<int>(m_lines.size()); ++at) {
        auto pieces = m_voices.piecesOf(m_lines[static_cast<std::size_t>(at)]);
        if (!pieces)
            continue;
        SoundOutput *sound = output();
        const int id = ++m_id;
        if (!sound) {
            QMetaObject::invokeMethod(
                this, [this, id] { broke(id, SoundOutput::Failure::NoServer); }, Qt::QueuedConnection);
            setLine(-1);
            return;
        }
        if (at + 1 < static_cast<int>(m_lines.size()))
            pieces->push_back({{}, linePause});
        m_line = at;
        Q_EMIT lineChanged(at); // also where another speech was at its line of that number
        if (m_id == id)
            sound->play(id, {std::move(*pieces)});
        return;
    }
    if (m_line >= 0 && m_output)
        m_output->stop();
    setLine(-1);
    const int id = m_id;
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (id == m_id)
                Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

void Narrator::heard(int id)
{
    if (id == m_id && m_line >= 0)
        sayNext(m_line + 1);
}

void Narrator::broke(int id, SoundOutput::Failure failure)
{
    if (id != m_id || failure == SoundOutput::Failure::BadClip)
        return;
    stop();
    Q_EMIT failed();
}

void Narrator::pause()
{
    if (m_line < 0 || m_paused || !m_output)
        return;
    m_output->pause();
    setPaused(true);
}

void Narrator::resume()
{
    if (!m_paused || !m_output)
        return;
    m_output->resume();
    setPaused(false);
}

void Narrator::stop()
{
    ++m_id;
    if (m_line >= 0 && m_output)
        m_output->stop();
    setPaused(false);
    setLine(-1);
}

void Narrator::forget()
{
    stop();
    m_lines.clear();
}

void Narrator::setLine(int line)
{
    if (m_line == line)
        return;
    m_line = line;
    Q_EMIT lineChanged(line);
}

void Narrator::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    Q_EMIT pausedChanged();
}

} // namespace porchlight::playback
