// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/film/film_page.h"

#include "content/reading.h"

#include <algorithm>

namespace porchlight::viewmodels {

using playback::FilmPlayer;

namespace {

constexpr int wordsPerMinute = 100;
constexpr int shortestCaption = 2000; // milliseconds; less is not seen
constexpr int frameTime = 40;         // milliseconds between two pictures: the last one of a part is its end
constexpr int signOfLife = 5000;      // milliseconds; far below what a visit takes for idleness

int readingTime(const QStringList &texts)
{
    int words = 0;
    for (const QString &text : texts)
        words += content::countWords(text.toStdString());
    return words == 0 ? 0 : std::max(words * 60'000 / wordsPerMinute, shortestCaption);
}

} // namespace

FilmPage::FilmPage(QObject *parent) : QObject(parent)
{
    m_reading.setSingleShot(true);
    m_slot.setSingleShot(true);
    m_watching.setInterval(signOfLife);
    connect(&m_reading, &QTimer::timeout, this, &FilmPage::wordsDone);
    connect(&m_slot, &QTimer::timeout, this, [this] {
        m_slotDone = true;
        advance();
    });
    connect(&m_watching, &QTimer::timeout, this, &FilmPage::watched);
}

void FilmPage::show(const content::Edition &edition, const std::string &topicId, const content::Film &film)
{
    const content::Topic *topic = edition.findTopic(topicId);
    if (!topic)
        return clear();
    const bool goesOn = m_open && m_topicId == topicId;
    m_title = QString::fromStdString(topic->title);
    m_picture = QString::fromStdString(topic->picture);
    std::map<int, Line> lines{{content::Cue::title, {m_title, {}, false}}};
    for (const content::Block &block : topic->blocks)
        lines[block.position] = {QString::fromStdString(block.text), QString::fromStdString(block.english),
                                 block.kind == content::Block::Kind::Heading};
    const bool otherWords =
        !std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
                    [](const auto &a, const auto &b) { return a.first == b.first && a.second.text == b.second.text; });
    m_lines = std::move(lines);
    if (!goesOn) {
        m_topicId = topicId;
        m_film = film;
        m_inSigns = false;
        findFullest();
        begin(m_still ? m_fullest : 0);
    } else if (otherWords) {
        findFullest();
        fillCaption();
        if (!m_over)
            say(); // in the language that is on the screen now
    }
}

void FilmPage::clear()
{
    if (!m_open && m_lines.empty())
        return;
    m_open = false;
    stopPicture();
    hush();
    m_watching.stop();
    m_topicId.clear();
    m_film = {};
    m_lines.clear();
    m_title.clear();
    m_picture.clear();
    m_words = m_fullestWords = {};
    m_paused = m_over = m_inSigns = m_pictureFails = false;
    Q_EMIT frame({});
    Q_EMIT captionChanged();
    Q_EMIT stateChanged();
}

void FilmPage::begin(std::size_t index)
{
    m_open = true;
    m_paused = m_still;
    m_over = false;
    m_index = index;
    if (!m_still) {
        m_watching.start();
        openPicture();
    }
    showCue();
    Q_EMIT stateChanged();
}

void FilmPage::openPicture()
{
    m_pictureFails = false;
    m_position = 0;
    if (!m_player && m_make) {
        m_player = m_make(this);
        if (m_player) {
            connect(m_player, &FilmPlayer::frame, this, &FilmPage::frame);
            connect(m_player, &FilmPlayer::position, this, &FilmPage::pictureAt);
            connect(m_player, &FilmPlayer::ended, this, &FilmPage::pictureEnded);
            connect(m_player, &FilmPlayer::failed, this, &FilmPage::pictureFailed);
            m_player->setRoom(m_room);
        }
    }
    if (!m_player) {
        m_pictureFails = true;
        return;
    }
    const std::string name = m_inSigns ? m_film.signedTags.front() : "film";
    m_player->open(QString::fromStdString(m_film.folder + "/" + name + ".webm"));
    m_player->play();
}

void FilmPage::showCue()
{
    m_slotDone = false;
    fillCaption();
    say();
    if (m_pictureFails || m_still)
        startSlot(cue().end - std::max(cue().start, std::min(m_position, cue().end)));
}

void FilmPage::fillCaption()
{
    m_words = wordsOf(m_index);
    Q_EMIT captionChanged();
}

FilmPage::Words FilmPage::wordsOf(std::size_t index) const
{
    Words words;
    QStringList lines;
    if (index < m_film.cues.size())
        for (const int block : m_film.cues[index].blocks) {
            const auto line = m_lines.find(block);
            if (line == m_lines.end())
                continue; // its number may not be shown today
            if (line->second.heading && lines.isEmpty())
                words.heading = line->second.text;
            else
                lines.append(line->second.text);
            if (!line->second.english.isEmpty())
                words.english += (words.english.isEmpty() ? QString() : QStringLiteral(" ")) + line->second.english;
        }
    words.caption = lines.join(u'\n');
    return words;
}

void FilmPage::findFullest()
{
    qsizetype most = -1;
    for (std::size_t index = 0; index < m_film.cues.size(); ++index) {
        const Words words = wordsOf(index);
        // A line of its own, begun or not, costs about as much as some letters more.
        const qsizetype much = words.heading.size() + words.caption.size() + words.english.size() +
                               10 * (words.caption.count(u'\n') + (words.heading.isEmpty() ? 0 : 1));
        if (much > most) {
            most = much;
            m_fullest = index;
            m_fullestWords = words;
        }
    }
}

/// What stands there for the first time; the rest has been said.
void FilmPage::say()
{
    hush();
    m_wordsDone = false;
    QStringList texts;
    if (!m_inSigns)
        for (const int block : cue().blocks) {
            const bool stood = m_index > 0 && std::ranges::count(m_film.cues[m_index - 1].blocks, block) > 0;
            if (const auto line = m_lines.find(block); line != m_lines.end() && !stood)
                texts.append(line->second.text);
        }
    m_spoken = m_voice && m_voice->isHeard() && !texts.isEmpty();
    if (m_spoken) {
        m_voice->say(texts, [page = QPointer(this), turn = m_turn] {
            if (page && page->m_turn == turn)
                page->wordsDone();
        });
        if (m_paused)
            m_voice->pauseSpeaking();
        return;
    }
    m_readingLeft = readingTime(texts);
    if (!m_paused)
        m_reading.start(m_readingLeft);
}

void FilmPage::wordsDone()
{
    m_wordsDone = true;
    advance();
}

void FilmPage::pictureAt(qint64 position)
{
    m_position = static_cast<int>(position);
    if (m_open && !m_over && m_inSigns)
        return signedAt(m_position);
    if (!m_open || m_over || m_slotDone || isLast() || m_position + frameTime < cue().end)
        return;
    m_slotDone = true;
    if (!m_wordsDone && m_player)
        m_player->pause(); // the picture waits for the words
    advance();
}

/// Who signs keeps to the times of the film: nobody waits, and the last words stay for as long as the signing goes on.
void FilmPage::signedAt(int position)
{
    const std::size_t before = m_index;
    while (!isLast() && position >= cue().end)
        ++m_index;
    if (m_index != before)
        fillCaption();
}

void FilmPage::pictureEnded()
{
    if (!m_open || m_over)
        return;
    if (m_inSigns)
        return finish();
    if (isLast()) {
        m_slotDone = true;
        advance();
    } else {
        pictureFailed(); // it was cut off
    }
}

/// The captions go on by themselves, from where they are.
void FilmPage::pictureFailed()
{
    if (!m_open || m_pictureFails)
        return;
    if (m_player)
        m_player->close();
    m_pictureFails = true;
    Q_EMIT frame({});
    Q_EMIT stateChanged();
    if (m_over)
        return;
    if (m_inSigns)
        return setInSigns(false);
    if (!m_slotDone)
        startSlot(cue().end - std::clamp(m_position, cue().start, cue().end));
}

void FilmPage::startSlot(int milliseconds)
{
    m_slotLeft = milliseconds;
    if (!m_paused)
        m_slot.start(m_slotLeft);
}

void FilmPage::advance()
{
    if (!m_open || m_over || m_paused || m_inSigns || !m_wordsDone || !m_slotDone)
        return;
    if (isLast())
        return finish();
    ++m_index;
    showCue();
    if (m_player && !m_pictureFails)
        m_player->play();
}

void FilmPage::finish()
{
    m_over = true;
    m_watching.stop();
    hush();
    Q_EMIT stateChanged();
}

void FilmPage::pause()
{
    if (!playing())
        return;
    m_paused = true;
    m_watching.stop();
    if (m_player && !m_pictureFails)
        m_player->pause();
    if (m_spoken && !m_wordsDone)
        m_voice->pauseSpeaking();
    if (m_reading.isActive())
        m_readingLeft = m_reading.remainingTime();
    if (m_slot.isActive())
        m_slotLeft = m_slot.remainingTime();
    m_reading.stop();
    m_slot.stop();
    Q_EMIT stateChanged();
}

void FilmPage::goOn()
{
    if (!m_open || !m_paused)
        return;
    m_paused = false;
    m_watching.start();
    if (m_player && !m_pictureFails && !m_slotDone)
        m_player->play();
    if (m_spoken && !m_wordsDone)
        m_voice->resumeSpeaking();
    else if (!m_wordsDone)
        m_reading.start(std::max(m_readingLeft, 0));
    if ((m_pictureFails || m_still) && !m_slotDone)
        m_slot.start(std::max(m_slotLeft, 0));
    Q_EMIT stateChanged();
    advance();
}

void FilmPage::again()
{
    if (!m_open)
        return;
    stopPicture();
    begin(0);
}

void FilmPage::setInSigns(bool inSigns)
{
    if (!m_open || m_inSigns == inSigns || (inSigns && !canBeSigned()))
        return;
    m_inSigns = inSigns;
    again();
}

void FilmPage::setRoom(int width, int height)
{
    m_room = {width, height};
    if (m_player)
        m_player->setRoom(m_room);
}

void FilmPage::stopPicture()
{
    m_slot.stop();
    if (m_player)
        m_player->close();
}

void FilmPage::hush()
{
    ++m_turn;
    m_reading.stop();
    if (m_spoken && m_voice)
        m_voice->hush();
    m_spoken = false;
}

} // namespace porchlight::viewmodels
