// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/visit_view.h"

#include <QKeyEvent>
#include <QQmlEngine>

#include <algorithm>
#include <array>

namespace porchlight::viewmodels {

namespace {

VisitView *theVisit = nullptr;

/// In the order of visit::Page.
constexpr std::array pageNames{"languages", "home",    "topics", "topic", "numbers", "contact",   "large",  "slip",
                               "print",     "display", "about",  "card",  "cover",   "show-card", "listen", "film"};

std::optional<visit::Page> pageNamed(const QString &name)
{
    const auto it = std::find_if(pageNames.begin(), pageNames.end(),
                                 [&](const char *known) { return name == QLatin1StringView(known); });
    if (it == pageNames.end())
        return std::nullopt;
    return static_cast<visit::Page>(it - pageNames.begin());
}

} // namespace

VisitView::VisitView(visit::Visit &visit, const content::Clock &clock) : m_visit(visit), m_clock(clock)
{
    theVisit = this;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &VisitView::timePassed);
}

VisitView::~VisitView()
{
    theVisit = nullptr;
}

VisitView *VisitView::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(theVisit, QQmlEngine::CppOwnership);
    return theVisit;
}

QString VisitView::page() const
{
    if (!m_edition)
        return QStringLiteral("none");
    return QString::fromLatin1(pageNames[static_cast<std::size_t>(m_visit.here().page)]);
}

QString VisitView::key() const
{
    return QString::fromStdString(m_visit.here().key);
}

QString VisitView::language() const
{
    return QString::fromStdString(m_visit.language());
}

bool VisitView::rightToLeft() const
{
    return m_edition && m_edition->language.direction == content::Direction::RightToLeft;
}

QString VisitView::fontFamily() const
{
    return m_edition ? QString::fromStdString(m_edition->language.fontFamily) : QString();
}

bool VisitView::draft() const
{
    if (!m_edition || m_edition->language.source)
        return false;
    const content::Language &language = m_edition->language;
    return language.level < content::helpPathFloor || (showsLearn() && language.learnLevel < content::helpPathFloor);
}

bool VisitView::showsLearn() const
{
    const auto isLearn = [this](const std::string &id) {
        const content::Topic *topic = m_edition->findTopic(id);
        return topic && topic->layer == content::Layer::Learn;
    };
    const visit::Place &here = m_visit.here();
    if (here.page == visit::Page::Topic || here.page == visit::Page::Film)
        return isLearn(here.key);
    // The numbers, too, have a list of topics below them.
    return std::any_of(m_edition->tiles.begin(), m_edition->tiles.end(), [&](const content::Tile &tile) {
        const bool open = here.page == visit::Page::Topics
                              ? tile.id == here.key
                              : here.page == visit::Page::Numbers && tile.opens == content::Tile::Opens::Numbers;
        return open && std::any_of(tile.topicIds.begin(), tile.topicIds.end(), isLearn);
    });
}

bool VisitView::demonstration() const
{
    return m_edition && m_edition->release.mode == content::Mode::Demonstration;
}

void VisitView::open(const QString &page, const QString &key)
{
    const auto known = pageNamed(page);
    if (!known) {
        qWarning("no such page: %s", qPrintable(page));
        return;
    }
    const bool slipLine = *known == visit::Page::Slip && !key.isEmpty();
    if (slipLine)
        Q_EMIT slipLineWanted(key);
    const visit::Place place = withoutDetour({*known, slipLine ? std::string() : key.toStdString()});
    if (isSensitive(place))
        m_visit.openSensitive(place);
    else
        m_visit.open(place);
    move();
}

void VisitView::goOn()
{
    m_visit.goOn();
    move();
}

void VisitView::back()
{
    m_visit.back();
    move();
}

void VisitView::home()
{
    m_visit.home();
    move();
}

void VisitView::chooseLanguage(const QString &tag)
{
    Q_EMIT languageWanted(tag);
}

void VisitView::languageRead(const std::string &tag)
{
    m_visit.chooseLanguage(tag);
    move();
}

void VisitView::setTextSize(int size)
{
    m_visit.setTextSize(size);
    Q_EMIT displayChanged();
}

void VisitView::chooseLook(Look look)
{
    m_visit.chooseLook(static_cast<visit::Look>(look));
    Q_EMIT displayChanged();
}

void VisitView::setReach(bool reach)
{
    m_visit.setReach(reach);
    Q_EMIT displayChanged();
}

void VisitView::clearScreen()
{
    end(true);
}

void VisitView::startAgain()
{
    end(false);
}

void VisitView::end(bool cover)
{
    if (cover)
        m_visit.clear();
    else
        m_visit.end();
    // The cover first: it stands there before anything below it changes.
    Q_EMIT coveredChanged();
    setAsking(false);
    m_timer.stop();
    Q_EMIT displayChanged();
    Q_EMIT ended();
    move();
    if (cover)
        touched(); // the cover gives way to the first page after a while
}

void VisitView::touched()
{
    m_visit.idle().touched(m_clock.now());
    schedule();
}

void VisitView::setListening(bool listening)
{
    m_visit.idle().setListening(m_clock.now(), listening);
    schedule();
}

void VisitView::heard()
{
    m_visit.idle().heard(m_clock.now());
    schedule();
}

bool VisitView::eventFilter(QObject * /*watched*/, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->isAutoRepeat())
            break; // something lies on the keyboard
        if (key->key() != Qt::Key_Shift)
            Q_EMIT otherKeyPressed();
        touched();
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        touched();
        break;
    default:
        break;
    }
    return false;
}

void VisitView::moreTime()
{
    m_visit.idle().moreTime(m_clock.now());
    setAsking(false);
    schedule();
}

void VisitView::pageOpened(int words, bool sensitive)
{
    m_sensitive = sensitive;
    m_visit.idle().pageOpened(m_clock.now(), words, sensitive);
    schedule();
}

void VisitView::show(std::shared_ptr<const content::Edition> edition)
{
    m_edition = std::move(edition);
    Q_EMIT languageChanged();
    Q_EMIT draftChanged();
}

void VisitView::move()
{
    Q_EMIT moved();
    Q_EMIT placeChanged();
    Q_EMIT draftChanged();
}

void VisitView::timePassed()
{
    const visit::Idle::State state = m_visit.idle().update(m_clock.now());
    const bool nothingToAskFor = m_visit.covered() || m_visit.here() == visit::Place{};
    if (state == visit::Idle::State::Ended || (state == visit::Idle::State::Asking && nothingToAskFor)) {
        startAgain();
        return;
    }
    setAsking(state == visit::Idle::State::Asking);
    schedule();
}

void VisitView::schedule()
{
    const auto state = m_visit.idle().state();
    if (state == visit::Idle::State::Active || state == visit::Idle::State::Asking)
        m_timer.start(std::max(m_visit.idle().due() - m_clock.now(), visit::Idle::Time{1}));
}

void VisitView::setAsking(bool asking)
{
    if (m_asking == asking)
        return;
    m_asking = asking;
    Q_EMIT askingChanged();
}

/// A list of one is no choice: it leads to what it holds.
visit::Place VisitView::withoutDetour(visit::Place place) const
{
    if (!m_edition || place.page != visit::Page::Topics)
        return place;
    const content::Tile *tile = m_edition->findTile(place.key);
    const bool hasGroups = std::any_of(m_edition->tiles.begin(), m_edition->tiles.end(),
                                       [&](const content::Tile &other) { return other.parent == place.key; });
    if (tile && !hasGroups && tile->topicIds.size() == 1 && m_edition->findTopic(tile->topicIds.front()))
        return {visit::Page::Topic, tile->topicIds.front()};
    return place;
}

bool VisitView::isSensitive(const visit::Place &place) const
{
    if (place.page == visit::Page::ShowCard)
        return true; // it fills the screen with what the visitor has to say
    if (!m_edition || (place.page != visit::Page::Topic && place.page != visit::Page::Film))
        return false;
    const content::Topic *topic = m_edition->findTopic(place.key);
    return topic && topic->sensitive;
}

} // namespace porchlight::viewmodels
