// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "content/film.h"
#include "playback/film_player.h"
#include "playback/voice.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QSize>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <map>

namespace porchlight::viewmodels {

/// The film of a topic: which captions stand now, and what picture and voice do meanwhile. A part of the film ends when
/// its picture has been seen and its words have been said, or could be read: whichever comes first waits for the other.
class FilmPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString title READ title NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString heading READ heading NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString caption READ caption NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString english READ english NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString fullestHeading READ fullestHeading NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString fullestCaption READ fullestCaption NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString fullestEnglish READ fullestEnglish NOTIFY captionChanged FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool playing READ playing NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool over READ over NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool pictureFails READ pictureFails NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool showsDrawing READ showsDrawing NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canBeSigned READ canBeSigned NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool inSigns READ inSigns NOTIFY stateChanged FINAL)

public:
    using MakePlayer = std::function<playback::FilmPlayer *(QObject *parent)>;

    explicit FilmPage(QObject *parent = nullptr);
    /// Asked for when the first film is opened, and not before; null from it: films have no pictures here.
    void setPlayer(MakePlayer make) { m_make = std::move(make); }
    /// Must outlive it; null: nobody speaks.
    void setVoice(playback::Voice *voice) { m_voice = voice; }

    /// Films open at rest, without their picture and where there is most to read: for where screens are compared.
    void setStill(bool still) { m_still = still; }

    [[nodiscard]] QString title() const { return m_title; }
    /// Stands above the caption, where the page has a heading there.
    [[nodiscard]] QString heading() const { return m_words.heading; }
    /// Its lines, parted by line ends.
    [[nodiscard]] QString caption() const { return m_words.caption; }
    /// Of a safety sentence in the caption, while nobody has approved its translation.
    [[nodiscard]] QString english() const { return m_words.english; }
    /// The same of the part with the most to read, by which the size of the letters is chosen: it stays for a whole
    /// film.
    [[nodiscard]] QString fullestHeading() const { return m_fullestWords.heading; }
    [[nodiscard]] QString fullestCaption() const { return m_fullestWords.caption; }
    [[nodiscard]] QString fullestEnglish() const { return m_fullestWords.english; }
    /// The drawing of the topic, for where there is no picture.
    [[nodiscard]] QString picture() const { return m_picture; }
    /// Neither paused nor over.
    [[nodiscard]] bool playing() const { return m_open && !m_paused && !m_over; }
    [[nodiscard]] bool over() const { return m_over; }
    /// The captions go on without it.
    [[nodiscard]] bool pictureFails() const { return m_pictureFails; }
    /// The drawing of the topic stands where the picture would.
    [[nodiscard]] bool showsDrawing() const { return m_open && (m_pictureFails || m_still); }
    [[nodiscard]] bool canBeSigned() const { return !m_film.signedTags.empty(); }
    [[nodiscard]] bool inSigns() const { return m_inSigns; }

    /// Begins the film of this topic; the one that is open goes on in another language.
    void show(const content::Edition &edition, const std::string &topicId, const content::Film &film);
    /// Everything of it stops and goes, at once.
    void clear();

    Q_INVOKABLE void pause();
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void again();
    Q_INVOKABLE void setInSigns(bool inSigns);
    /// Pixels that the picture may take.
    Q_INVOKABLE void setRoom(int width, int height);

Q_SIGNALS:
    void captionChanged();
    void stateChanged();
    /// The next picture of the film; null: there is none any more.
    void frame(const QImage &picture);
    /// Somebody is watching.
    void watched();

private:
    /// What stands on the screen.
    struct Words {
        QString heading;
        QString caption; ///< its lines, parted by line ends
        QString english;
    };

    void begin(std::size_t index);
    void openPicture();
    void showCue();
    void fillCaption();
    [[nodiscard]] Words wordsOf(std::size_t index) const;
    void findFullest();
    void signedAt(int position);
    void say();
    void advance();
    void pictureAt(qint64 position);
    void pictureEnded();
    void pictureFailed();
    void wordsDone();
    void startSlot(int milliseconds);
    void finish();
    void stopPicture();
    void hush();
    [[nodiscard]] bool isLast() const { return m_index + 1 >= m_film.cues.size(); }
    [[nodiscard]] const content::Cue &cue() const { return m_film.cues[m_index]; }

    struct Line {
        QString text;
        QString english;
        bool heading = false;
    };

    MakePlayer m_make;
    playback::Voice *m_voice = nullptr;
    QPointer<playback::FilmPlayer> m_player;
    content::Film m_film;
    std::string m_topicId;
    std::map<int, Line> m_lines; ///< by position; in the language of the screen
    QString m_title;
    QString m_picture;
    Words m_words;
    Words m_fullestWords;
    std::size_t m_index = 0;   ///< of the cue
    std::size_t m_fullest = 0; ///< the cue with the most to read
    QTimer m_reading;          ///< until the words could be read
    QTimer m_slot;             ///< until the part is over, where no picture tells
    QTimer m_watching;
    QSize m_room;
    int m_turn = 0;     ///< grows with each thing said: late answers are dropped
    int m_position = 0; ///< milliseconds, of the picture
    int m_readingLeft = 0;
    int m_slotLeft = 0;
    bool m_still = false;
    bool m_open = false;
    bool m_paused = false;
    bool m_over = false;
    bool m_pictureFails = false;
    bool m_inSigns = false;
    bool m_spoken = false;    ///< the voice says this cue
    bool m_wordsDone = false; ///< said, or could be read
    bool m_slotDone = false;  ///< seen
};

} // namespace porchlight::viewmodels
