// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/private_listening.h"
#include "playback/narrator.h"
#include "playback/voice.h"
#include "viewmodels/kiosk.h"
#include "viewmodels/speech/screen_reader.h"

#include <QQuickWindow>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// Speech of the screen, for those who have plugged in headphones or lifted the handset: the singleton `Listening`.
/// While nobody listens it looks at nothing, and no sound is loaded.
class Listening final : public QObject, public playback::Voice {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(bool plugged READ plugged NOTIFY changed FINAL)
    Q_PROPERTY(bool active READ active NOTIFY changed FINAL)
    Q_PROPERTY(bool voiced READ voiced NOTIFY changed FINAL)
    Q_PROPERTY(bool synthetic READ synthetic NOTIFY changed FINAL)
    Q_PROPERTY(bool speaking READ speaking NOTIFY changed FINAL)
    Q_PROPERTY(bool paused READ paused NOTIFY changed FINAL)
    Q_PROPERTY(bool soundFails READ soundFails NOTIFY changed FINAL)
    Q_PROPERTY(bool loudspeakerAllowed READ loudspeakerAllowed CONSTANT FINAL)
    Q_PROPERTY(bool loudspeaker READ loudspeaker NOTIFY changed FINAL)
    Q_PROPERTY(int speed READ speed NOTIFY changed FINAL)
    Q_PROPERTY(int volume READ volume NOTIFY changed FINAL)
    Q_PROPERTY(QRectF place READ place NOTIFY placeChanged FINAL)

public:
    struct Ways {
        /// Asked once, when somebody begins to listen; null: there is no sound. What it gives must outlive this.
        std::function<playback::SoundOutput *()> sound = [] { return nullptr; };
        device::PrivateListening *jack = nullptr; ///< null: nobody can listen in private
        bool loudspeakerAllowed = false;          ///< by the host
    };

    /// All must outlive it.
    Listening(visit::Visit &visit, Kiosk &kiosk, Ways ways);
    ~Listening() override;
    /// For QML: hands over the one the program made.
    static Listening *create(QQmlEngine *, QJSEngine *);
    /// From now on this window is what is read.
    void watch(QQuickWindow *window);

    [[nodiscard]] bool plugged() const { return m_ways.jack && m_ways.jack->isPlugged(); }
    [[nodiscard]] bool active() const { return m_route != playback::Route::Closed; }
    [[nodiscard]] bool voiced() const;
    [[nodiscard]] bool synthetic() const;
    [[nodiscard]] bool speaking() const { return m_narrator.line() >= 0 && !m_narrator.isPaused(); }
    [[nodiscard]] bool paused() const { return m_narrator.isPaused() && !m_interrupted; }
    [[nodiscard]] bool soundFails() const { return m_soundFails; }
    [[nodiscard]] bool loudspeakerAllowed() const { return m_ways.loudspeakerAllowed; }
    [[nodiscard]] bool loudspeaker() const { return m_route == playback::Route::Loudspeaker; }
    [[nodiscard]] int speed() const { return m_visit.speechSpeed(); }
    [[nodiscard]] int volume() const { return m_visit.speechVolume(); }
    /// Of what is being said, in the scene; empty where nothing is, or where the ring of the keys stands.
    [[nodiscard]] QRectF place() const { return m_mark; }

    /// What is being said once more, from the beginning of that text; else what was said last.
    Q_INVOKABLE void again();
    Q_INVOKABLE void pause();
    /// After a pause, or where a key has broken off.
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void slower() { setSpeed(speed() - 1); }
    Q_INVOKABLE void faster() { setSpeed(speed() + 1); }
    Q_INVOKABLE void quieter() { setVolume(volume() - 1); }
    Q_INVOKABLE void louder() { setVolume(volume() + 1); }
    /// Does nothing where the host has not allowed it, and while somebody listens in private.
    Q_INVOKABLE void speakAloud(bool aloud);
    /// Through the page and then the bar, round and round. A control gets the keys, a text is brought into sight.
    Q_INVOKABLE void next() { step(1); }
    Q_INVOKABLE void previous() { step(-1); }
    /// Presses the control one has come to.
    Q_INVOKABLE void choose();
    Q_INVOKABLE void hush() override;

    // For films.
    [[nodiscard]] bool isHeard() const override { return active() && voiced(); }
    void say(const QStringList &texts, std::function<void()> ended) override;
    void pauseSpeaking() override { pause(); }
    void resumeSpeaking() override { goOn(); }

    /// Installed on the window while somebody listens: a key or finger breaks speech off in the same event.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();
    void placeChanged();

private:
    struct Said {
        QPointer<QQuickItem> item;
        playback::Line line;
    };

    void chooseRoute();
    void open();
    void close();
    void visitEnded();
    void visitMoved();
    void lookSoon();
    void look();
    [[nodiscard]] QString whereWeAre() const;
    [[nodiscard]] ReaderContext context();
    void sayItems(const std::vector<SpokenItem> &items, std::vector<Said> first = {});
    void speak(std::vector<Said> said);
    [[nodiscard]] std::vector<Said> greeting();
    [[nodiscard]] std::vector<Said> noVoice();
    void step(int by);
    void bringIntoSight(const SpokenItem &item);
    void focusMoved();
    void setSpeed(int step);
    void setVolume(int step);
    void soundIsSet();
    void interrupt();
    void drop();
    void endFilm();
    void lineChanged(int line);
    void finished();
    void failed();
    [[nodiscard]] int beginOfText(int line) const;
    void moveMark();

    visit::Visit &m_visit;
    Kiosk &m_kiosk;
    VisitView &m_view;
    Ways m_ways;
    mutable playback::Voices m_voices;
    playback::SoundOutput *m_output = nullptr;
    playback::Narrator m_narrator;
    QPointer<QQuickWindow> m_window;
    QTimer m_soon;
    playback::Route m_route = playback::Route::Closed;

    QString m_where;                 ///< what was looked at last; empty: nothing
    std::vector<SpokenItem> m_items; ///< what stood there
    std::vector<Said> m_said;        ///< beside the lines of the narrator
    std::vector<SpokenItem> m_later; ///< to say after what is being said
    QPointer<QQuickItem> m_current;  ///< what one has come to
    std::function<void()> m_filmEnded;
    bool m_film = false;
    bool m_stepping = false;
    bool m_turned = false;      ///< by a step: what comes into sight is no news
    bool m_interrupted = false; ///< by a key or finger whose meaning is not yet known
    bool m_soundFails = false;
    int m_brokenOff = -1; ///< the line at which a key or finger broke off
    QRectF m_mark;

    QSet<QString> m_told;       ///< in this visit: reservations
    QSet<QString> m_keysToldIn; ///< in this visit: languages
    QString m_noVoiceToldFor;   ///< in this visit
};

} // namespace porchlight::viewmodels
