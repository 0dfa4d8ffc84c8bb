// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/speech/listening.h"

#include "viewmodels/speech/page_reading.h"

#include <QQmlEngine>

#include <algorithm>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;
using playback::Line;
using playback::Route;

namespace {

Listening *theListening = nullptr;

constexpr int untilSettled = 80; // milliseconds: a new page is laid out in one or two frames

QString wordOf(const content::Edition *edition, const char *id)
{
    if (!edition)
        return {};
    const auto found = edition->interface.find(id);
    return found == edition->interface.end() ? QString() : QString::fromStdString(found->second);
}

} // namespace

Listening::Listening(visit::Visit &visit, Kiosk &kiosk, Ways ways)
    : m_visit(visit), m_kiosk(kiosk), m_view(kiosk.view()), m_ways(std::move(ways)),
      m_narrator(m_voices, [this] { return m_output; })
{
    theListening = this;
    m_soon.setSingleShot(true);
    m_soon.setInterval(untilSettled);
    connect(&m_soon, &QTimer::timeout, this, &Listening::look);
    connect(&m_narrator, &playback::Narrator::lineChanged, this, &Listening::lineChanged);
    connect(&m_narrator, &playback::Narrator::pausedChanged, this, &Listening::changed);
    connect(&m_narrator, &playback::Narrator::finished, this, &Listening::finished);
    connect(&m_narrator, &playback::Narrator::failed, this, &Listening::failed);
    connect(&m_view, &VisitView::placeChanged, this, &Listening::visitMoved);
    connect(&m_view, &VisitView::languageChanged, this, &Listening::visitMoved);
    connect(&m_view, &VisitView::coveredChanged, this, &Listening::visitMoved);
    connect(&m_view, &VisitView::askingChanged, this, &Listening::visitMoved);
    connect(&m_view, &VisitView::ended, this, &Listening::visitEnded);
    if (m_ways.jack) {
        connect(m_ways.jack, &device::PrivateListening::pluggedChanged, this, [this](bool plugged) {
            if (plugged) {
                // Who pulls the plug again must not hear the page from the loudspeaker.
                m_visit.setSpeaksAloud(false);
                m_view.touched();
            }
            chooseRoute();
        });
    }
}

Listening::~Listening()
{
    theListening = nullptr;
}

Listening *Listening::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(theListening, QQmlEngine::CppOwnership);
    return theListening;
}

void Listening::watch(QQuickWindow *window)
{
    m_window = window;
    chooseRoute();
}

bool Listening::voiced() const
{
    m_voices.open(m_kiosk.folder());
    return m_voices.hasVoice(m_view.language());
}

bool Listening::synthetic() const
{
    m_voices.open(m_kiosk.folder());
    return m_voices.isSynthetic(m_view.language());
}

// --- Who listens --------------------------------------------------------------------------------------------------

void Listening::chooseRoute()
{
    const bool aloud = m_ways.loudspeakerAllowed && m_visit.speaksAloud();
    const Route route = !m_window   ? Route::Closed
                        : plugged() ? Route::Private
                        : aloud     ? Route::Loudspeaker
                                    : Route::Closed;
    if (route != m_route) {
        m_narrator.forget();
        const bool was = active();
        m_route = route;
        if (!active())
            close();
        else if (!was)
            open();
        if (m_output)
            m_output->setRoute(route);
        m_where.clear();
        if (active())
            lookSoon();
    }
    Q_EMIT changed();
}

void Listening::open()
{
    if (!m_output)
        m_output = m_ways.sound();
    m_soundFails = m_output == nullptr;
    soundIsSet();
    m_window->installEventFilter(this);
    connect(m_window, &QQuickWindow::afterAnimating, this, &Listening::lookSoon);
    connect(m_window, &QQuickWindow::activeFocusItemChanged, this, &Listening::focusMoved);
    m_view.setListening(true);
}

void Listening::close()
{
    m_soon.stop();
    if (m_window) {
        m_window->removeEventFilter(this);
        disconnect(m_window, nullptr, this, nullptr);
    }
    m_view.setListening(false);
    m_interrupted = false;
    m_items.clear();
    m_said.clear();
    m_later.clear();
    m_current.clear();
    endFilm();
    moveMark();
}

void Listening::speakAloud(bool aloud)
{
    if (plugged() || (aloud && !m_ways.loudspeakerAllowed))
        return;
    m_visit.setSpeaksAloud(aloud);
    chooseRoute();
}

void Listening::visitMoved()
{
    if (active()) {
        if (whereWeAre() != m_where) {
            hush();
            m_narrator.forget();
            m_said.clear();
        }
        lookSoon();
    }
    Q_EMIT changed();
}

void Listening::visitEnded()
{
    m_told.clear();
    m_keysToldIn.clear();
    m_noVoiceToldFor.clear();
    m_current.clear();
    hush();
    m_narrator.forget();
    m_said.clear();
    soundIsSet();
    chooseRoute();
}

// --- What is said -------------------------------------------------------------------------------------------------

QString Listening::whereWeAre() const
{
    const QString layer = m_view.covered() ? u"cover"_s : m_view.asking() ? u"asking"_s : m_view.page();
    return layer + u'/' + m_view.key() + u'/' + m_view.language();
}

ReaderContext Listening::context()
{
    m_voices.open(m_kiosk.folder());
    m_voices.setScreen(m_view.language());
    return {m_view.language(), m_kiosk.edition(), u"en"_s, &m_voices};
}

void Listening::lookSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void Listening::look()
{
    if (!active() || !m_window)
        return;
    std::vector<SpokenItem> before = std::exchange(m_items, readScreen(m_window->contentItem(), context()).items);
    const QString where = whereWeAre();
    const bool turned = std::exchange(m_turned, false);
    if (where != m_where) {
        m_where = where;
        m_current.clear();
        sayItems(readAnew(m_items, m_told), greeting());
        return;
    }
    moveMark();
    const std::vector<SpokenItem> news = readChanges(before, m_items, turned);
    if (news.empty() || m_film)
        return;
    // What is being said is said to its end, unless it is gone.
    const int line = m_narrator.line();
    const auto isThere = [&](const SpokenItem &item) {
        const Said &said = m_said[static_cast<std::size_t>(line)];
        return item.item == said.item && item.shown &&
               std::find(item.lines.begin(), item.lines.end(), said.line) != item.lines.end();
    };
    if (line >= 0 && std::any_of(m_items.begin(), m_items.end(), isThere))
        m_later = news;
    else
        sayItems(news);
}

std::vector<Listening::Said> Listening::greeting()
{
    std::vector<Said> first;
    if (!voiced())
        return m_noVoiceToldFor == m_view.language() ? first : noVoice();
    // Who has chosen another language may not have understood it.
    if (!m_view.covered() && !m_keysToldIn.contains(m_view.language())) {
        m_keysToldIn.insert(m_view.language());
        first.push_back({{}, {wordOf(m_kiosk.edition(), "listen.keys"), m_view.language()}});
    }
    return first;
}

std::vector<Listening::Said> Listening::noVoice()
{
    const content::Edition *home = m_kiosk.home();
    m_noVoiceToldFor = m_view.language();
    if (!home)
        return {};
    return {{{}, {wordOf(home, "listen.no-voice"), QString::fromStdString(home->language.tag)}}};
}

void Listening::sayItems(const std::vector<SpokenItem> &items, std::vector<Said> first)
{
    for (const SpokenItem &item : items) {
        for (const Line &line : item.lines)
            first.push_back({item.item, line});
    }
    speak(std::move(first));
}

void Listening::speak(std::vector<Said> said)
{
    m_interrupted = false;
    m_brokenOff = -1;
    m_later.clear();
    m_film = false;
    m_filmEnded = nullptr;
    m_said = std::move(said);
    std::vector<Line> lines;
    std::transform(m_said.begin(), m_said.end(), std::back_inserter(lines), [](const Said &one) { return one.line; });
    m_narrator.say(std::move(lines));
    Q_EMIT changed();
}

void Listening::say(const QStringList &texts, std::function<void()> ended)
{
    if (!active()) {
        QMetaObject::invokeMethod(this, std::move(ended), Qt::QueuedConnection);
        return;
    }
    std::vector<Said> said;
    for (const QString &text : texts)
        said.push_back({{}, {text, m_view.language()}});
    speak(std::move(said));
    m_film = true;
    m_filmEnded = std::move(ended);
}

void Listening::hush()
{
    m_interrupted = false;
    m_film = false;
    m_filmEnded = nullptr; // whoever hushes needs not be told
    m_later.clear();
    m_narrator.stop();
}

void Listening::endFilm()
{
    m_film = false;
    if (const auto ended = std::exchange(m_filmEnded, nullptr))
        QMetaObject::invokeMethod(this, ended, Qt::QueuedConnection);
}

void Listening::lineChanged(int line)
{
    if (line >= 0) {
        m_view.heard();
        if (QQuickItem *item = m_said[static_cast<std::size_t>(line)].item)
            m_current = item; // from here one goes on step by step
    }
    moveMark();
    Q_EMIT changed();
}

void Listening::finished()
{
    m_soundFails = m_output == nullptr;
    if (const auto ended = std::exchange(m_filmEnded, nullptr)) {
        ended();
        return;
    }
    if (const std::vector<SpokenItem> later = std::exchange(m_later, {}); !later.empty())
        sayItems(later);
    Q_EMIT changed();
}

void Listening::failed()
{
    m_soundFails = true;
    m_later.clear();
    if (const auto ended = std::exchange(m_filmEnded, nullptr))
        ended();
    Q_EMIT changed();
}

void Listening::moveMark()
{
    QRectF place;
    const int line = m_narrator.line();
    if (line >= 0 && active()) {
        const QQuickItem *item = m_said[static_cast<std::size_t>(line)].item;
        const auto known =
            std::find_if(m_items.begin(), m_items.end(), [&](const SpokenItem &other) { return other.item == item; });
        if (item && !item->hasActiveFocus() && known != m_items.end() && known->shown)
            place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    }
    if (place == m_mark)
        return;
    m_mark = place;
    Q_EMIT placeChanged();
}

} // namespace porchlight::viewmodels
