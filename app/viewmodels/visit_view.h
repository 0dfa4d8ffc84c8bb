// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/clock.h"
#include "content/edition.h"
#include "visit/visit.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QJSEngine;
class QQmlEngine;

namespace porchlight::viewmodels {

/// The visit as QML sees it: the singleton `Visit`. Says what was asked for in signals; the kiosk carries it out.
class VisitView final : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(Visit)
    QML_SINGLETON
    Q_PROPERTY(QString page READ page NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString key READ key NOTIFY placeChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY placeChanged FINAL)
    Q_PROPERTY(bool sensitive READ sensitive NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString language READ language NOTIFY languageChanged FINAL)
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily NOTIFY languageChanged FINAL)
    Q_PROPERTY(bool draft READ draft NOTIFY draftChanged FINAL)
    Q_PROPERTY(bool demonstration READ demonstration NOTIFY languageChanged FINAL)
    Q_PROPERTY(int textSize READ textSize NOTIFY displayChanged FINAL)
    Q_PROPERTY(Look look READ look NOTIFY displayChanged FINAL)
    Q_PROPERTY(bool reach READ reach NOTIFY displayChanged FINAL)
    Q_PROPERTY(bool covered READ covered NOTIFY coveredChanged FINAL)
    Q_PROPERTY(bool asking READ asking NOTIFY askingChanged FINAL)

public:
    enum Look { Light, Dark, Contrast };
    Q_ENUM(Look)

    /// `visit` and `clock` must outlive it.
    VisitView(visit::Visit &visit, const content::Clock &clock);
    ~VisitView() override;
    /// For QML: hands over the one the program made.
    static VisitView *create(QQmlEngine *, QJSEngine *);

    /// "none" while there is nothing to show.
    [[nodiscard]] QString page() const;
    [[nodiscard]] QString key() const;
    [[nodiscard]] bool canGoBack() const { return m_visit.canGoBack(); }
    [[nodiscard]] bool sensitive() const { return m_sensitive; }
    [[nodiscard]] QString language() const;
    [[nodiscard]] bool rightToLeft() const;
    [[nodiscard]] QString fontFamily() const;
    /// What stands here is translated below the floor, and says so. Learn topics, and lists of them, have a level of
    /// their own.
    [[nodiscard]] bool draft() const;
    [[nodiscard]] bool demonstration() const;
    [[nodiscard]] int textSize() const { return m_visit.textSize(); }
    [[nodiscard]] Look look() const { return static_cast<Look>(m_visit.look()); }
    [[nodiscard]] bool reach() const { return m_visit.reach(); }
    [[nodiscard]] bool covered() const { return m_visit.covered(); }
    [[nodiscard]] bool asking() const { return m_asking; }

    Q_INVOKABLE void open(const QString &page, const QString &key = {});
    Q_INVOKABLE void goOn();
    Q_INVOKABLE void back();
    Q_INVOKABLE void home();
    Q_INVOKABLE void chooseLanguage(const QString &tag);
    Q_INVOKABLE void setTextSize(int size);
    Q_INVOKABLE void chooseLook(Look look);
    Q_INVOKABLE void setReach(bool reach);
    Q_INVOKABLE void clearScreen();
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void touched();
    Q_INVOKABLE void moreTime();

    /// The edition on the screen from now on.
    void show(std::shared_ptr<const content::Edition> edition);
    /// The language has been read: the visit goes on in it.
    void languageRead(const std::string &tag);
    /// How long the page takes to read and how long it may stand.
    void pageOpened(int words, bool sensitive);
    /// Somebody listens from now on, or nobody does.
    void setListening(bool listening);
    /// Something is being said or shown just now; told every few seconds by what plays.
    void heard();
    /// Looks at the clock: asks, or ends the visit, when it is time. Its own timer calls it.
    void timePassed();
    /// Installed on the window: every finger and key is a sign of life, whichever item takes it.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void placeChanged();
    void languageChanged();
    void draftChanged();
    void displayChanged();
    void coveredChanged();
    void askingChanged();
    /// The visit has moved; whoever fills the pages does so before `placeChanged` follows.
    void moved();
    void languageWanted(const QString &tag);
    /// A number is to stand on the slip; said once, when the slip is opened from it.
    void slipLineWanted(const QString &channelId);
    /// A key other than Shift went down.
    void otherKeyPressed();
    /// Everything of the visit is gone.
    void ended();

private:
    void move();
    void end(bool cover);
    void schedule();
    void setAsking(bool asking);
    [[nodiscard]] bool showsLearn() const;
    [[nodiscard]] visit::Place withoutDetour(visit::Place place) const;
    [[nodiscard]] bool isSensitive(const visit::Place &place) const;

    visit::Visit &m_visit;
    const content::Clock &m_clock;
    std::shared_ptr<const content::Edition> m_edition;
    QTimer m_timer;
    bool m_sensitive = false;
    bool m_asking = false;
};

} // namespace porchlight::viewmodels
