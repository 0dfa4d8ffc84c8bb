// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/kiosk.h"

#include "content/reading.h"

#include <QDir>
#include <QFontDatabase>
#include <QLoggingCategory>

#include <algorithm>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logContent, "porchlight.content")

int wordsOf(const content::Topic &topic)
{
    int words = content::countWords(topic.title);
    for (const content::Block &block : topic.blocks)
        words += content::countWords(block.text);
    return words;
}

int wordsOf(const content::Contact &contact)
{
    return content::countWords(contact.forWhat) + content::countWords(contact.answers) +
           content::countWords(contact.languages) + content::countWords(contact.tellsAuthoritiesWhen);
}

/// Not everything is there in every language: no card that asks in English for English, no learn topic below its floor.
bool holds(const content::Edition &edition, const visit::Place &place)
{
    if (place.page == visit::Page::Contact)
        return edition.findContact(place.key) != nullptr;
    if (edition.extent == content::Extent::FirstPage)
        return true; // the rest follows
    switch (place.page) {
    case visit::Page::Topics:
        return edition.findTile(place.key) != nullptr;
    case visit::Page::Topic:
    case visit::Page::Film:
        return edition.findTopic(place.key) != nullptr;
    case visit::Page::ShowCard:
        return edition.findShowCard(place.key) != nullptr;
    default:
        return true;
    }
}

/// The topic whose blocks a place needs; empty if none.
std::string topicBehind(const content::Edition &edition, const visit::Place &place)
{
    if (place.page == visit::Page::Topic || place.page == visit::Page::Film)
        return place.key;
    if (place.page == visit::Page::ShowCard)
        for (const auto &[id, topic] : edition.topics)
            for (const content::Block &block : topic.blocks)
                if (block.cardId == place.key)
                    return id;
    return {};
}

} // namespace

Kiosk::Kiosk(visit::Visit &visit, const content::Clock &clock, Library &library, SlipPage::Way printer,
             SlipPreview *preview, StoreTranslator &translator)
    : m_visit(visit), m_clock(clock), m_library(library), m_translator(translator),
      m_watch([this](const store::KioskReport &report) { m_library.report(report); }), m_view(visit, clock),
      m_large(preview), m_slip(visit.slip(), printer, preview)
{
    connect(&m_library, &Library::opened, this, &Kiosk::openedRelease);
    connect(&m_library, &Library::answered, this, &Kiosk::languageAnswered);
    connect(&m_library, &Library::completed, this, &Kiosk::complete);
    connect(&m_library, &Library::foundDamaged, this, [this] {
        m_waiting.reset();
        m_opening = true;
        m_library.openBest();
    });
    connect(&m_view, &VisitView::languageWanted, this, &Kiosk::readLanguage);
    connect(&m_view, &VisitView::moved, this, &Kiosk::fillPage);
    connect(&m_view, &VisitView::ended, this, &Kiosk::visitEnded);
    connect(&m_film, &FilmPage::watched, &m_view, &VisitView::heard);
    connect(&m_view, &VisitView::slipLineWanted, &m_slip, &SlipPage::putFirst);
}

QVariantMap Kiosk::shellProperties()
{
    return {{u"languages"_s, QVariant::fromValue(&m_languages)},
            {u"tiles"_s, QVariant::fromValue(&m_tiles)},
            {u"moreTiles"_s, QVariant::fromValue(&m_moreTiles)},
            {u"topicPage"_s, QVariant::fromValue(&m_topicPage)},
            {u"showCard"_s, QVariant::fromValue(&m_showCard)},
            {u"callTopics"_s, QVariant::fromValue(&m_callTopics)},
            {u"contacts"_s, QVariant::fromValue(&m_contacts)},
            {u"contactPage"_s, QVariant::fromValue(&m_contactPage)},
            {u"large"_s, QVariant::fromValue(&m_large)},
            {u"card"_s, QVariant::fromValue(&m_card)},
            {u"slip"_s, QVariant::fromValue(&m_slip)},
            {u"site"_s, QVariant::fromValue(&m_site)},
            {u"film"_s, QVariant::fromValue(&m_film)}};
}

std::vector<std::string> Kiosk::filmed() const
{
    std::vector<std::string> topics;
    for (const auto &[topic, film] : m_films)
        topics.push_back(topic);
    return topics;
}

void Kiosk::lookAtShelf()
{
    m_lookAgain = m_opening;
    if (m_opening || !m_visit.isFresh())
        return;
    // On another day, other lines may have expired.
    if (m_clock.today() == m_openedOn && !m_library.hasChanged(m_identity))
        return;
    openBest();
}

/// With nobody there.
void Kiosk::openBest()
{
    m_opening = true;
    m_watch.trying(m_library.best());
    m_library.openBest();
}

void Kiosk::openedRelease(const Opened &opened)
{
    m_opening = false;
    m_openedOn = m_clock.today();
    m_identity = opened.identity;
    m_linesToCheck = opened.linesToCheck;
    for (const content::Fault &fault : opened.faults)
        qCWarning(logContent, "%s", fault.describe().c_str());
    if (opened.listFault)
        qCWarning(logContent, "%s", opened.listFault->describe().c_str());
    const bool nobodyThere = m_visit.isFresh() || !m_home;
    if (!nobodyThere && opened.faults.empty())
        m_watch.openedDuringVisit(opened.best);
    else if (!nobodyThere)
        m_watch.failedDuringVisit(opened.best, opened.faults.front().code);
    else if (!opened.faults.empty())
        m_watch.failed(opened.best, opened.faults.front().code);
    if (!opened.edition) {
        m_health = Health::NoContent;
        if (!m_home) // else what is shown may stay: a damaged page is never read
            Q_EMIT ready();
    } else if (nobodyThere) {
        take(opened);
    } else {
        m_waiting = opened;
    }
    if (std::exchange(m_lookAgain, false))
        lookAtShelf();
}

void Kiosk::take(const Opened &opened)
{
    const bool first = !m_home;
    m_waiting.reset();
    m_library.adopt();
    m_health = opened.faults.empty() ? Health::Well : Health::OnBuiltIn;
    if (opened.faults.empty())
        m_watch.taken(opened.best);
    qCInfo(logContent, "release %d of site %s%s", opened.edition->release.sequence,
           opened.edition->release.site.c_str(), opened.place.builtIn ? " (built in)" : "");
    takeFonts(opened.place.folder);
    m_folder = opened.place.folder;
    m_films = opened.films;
    m_home = opened.edition;
    m_visit.setDefaultLanguage(m_home->release.defaultLanguage);
    m_site.show(*m_home, m_openedOn);
    show(m_home);
    fillPage();
    Q_EMIT m_view.placeChanged();
    Q_EMIT taken();
    if (first)
        Q_EMIT ready();
}

void Kiosk::takeFonts(const std::filesystem::path &release)
{
    for (const int font : m_fonts)
        QFontDatabase::removeApplicationFont(font);
    m_fonts.clear();
    const QDir fonts(QString::fromStdString((release / "fonts").string()));
    for (const QString &file : fonts.entryList({u"*.ttf"_s, u"*.otf"_s}, QDir::Files, QDir::Name)) {
        const int font = QFontDatabase::addApplicationFont(fonts.filePath(file));
        if (font >= 0)
            m_fonts.push_back(font);
        else
            qCWarning(logContent, "fonts/%s cannot be read", qPrintable(file));
    }
}

void Kiosk::readLanguage(const QString &tag)
{
    if (!m_edition)
        return;
    m_ticket = 0;
    const std::string wanted = tag.toStdString();
    for (const content::Language &language : m_edition->languages) {
        if (language.tag == wanted && m_edition->fixedCardOnly(language)) {
            m_view.open(u"card"_s, tag);
            return;
        }
    }
    if (wanted == m_edition->language.tag && m_edition->extent != content::Extent::FirstPage) {
        m_view.languageRead(wanted);
        return;
    }
    m_ticket = m_library.read(wanted, topicBehind(*m_edition, m_visit.afterLanguage()));
}

void Kiosk::languageAnswered(const std::shared_ptr<const content::Edition> &edition, Library::Ticket ticket)
{
    if (ticket != m_ticket)
        return;
    m_ticket = 0;
    if (!edition) {
        qCWarning(logContent, "a language of the release cannot be read");
        return;
    }
    show(edition);
    m_view.languageRead(edition->language.tag);
}

void Kiosk::show(std::shared_ptr<const content::Edition> edition)
{
    m_edition = std::move(edition);
    m_translator.show(m_edition);
    m_view.show(m_edition);
    m_languages.show(*m_edition);
    m_contacts.show(*m_edition);
    showLists();
    m_slip.show(m_edition);
    // After the font family has changed: new text would be shaped once with the old font otherwise.
    Q_EMIT retranslate();
}

/// The same words, and more of them: what stands on the screen stays as it is.
void Kiosk::complete(const std::shared_ptr<const content::Edition> &part,
                     const std::shared_ptr<const content::Edition> &whole)
{
    if (m_waiting && m_waiting->edition == part)
        m_waiting->edition = whole;
    if (m_home == part)
        m_home = whole;
    if (m_edition != part)
        return;
    m_edition = whole;
    m_translator.show(m_edition);
    m_view.show(m_edition);
    showLists();
    m_slip.show(m_edition);
    fillPage();
}

void Kiosk::showLists()
{
    m_tiles.show(*m_edition);
    m_moreTiles.show(*m_edition);
    showCallTopics();
}

void Kiosk::showCallTopics()
{
    const auto numbers = std::find_if(m_edition->tiles.begin(), m_edition->tiles.end(), [](const content::Tile &tile) {
        return tile.opens == content::Tile::Opens::Numbers;
    });
    m_callTopics.show(*m_edition, numbers == m_edition->tiles.end() ? std::string() : numbers->id);
}

/// Out by the way that led in, rather than to an empty page.
void Kiosk::leaveWhatIsMissing()
{
    const auto isThere = [this](const visit::Place &place) {
        return holds(*m_edition, place) && (place.page != visit::Page::Film || m_films.contains(place.key));
    };
    if (isThere(m_visit.here()))
        return;
    while (!isThere(m_visit.here()))
        m_visit.back();
    if (m_visit.here().page == visit::Page::Languages)
        m_visit.home(); // the language has been chosen
}

void Kiosk::fillPage()
{
    if (!m_edition)
        return;
    leaveWhatIsMissing();
    const visit::Place &here = m_visit.here();
    int words = 0;
    bool sensitive = false;
    if (here.page != visit::Page::Film)
        m_film.clear();
    switch (here.page) {
    case visit::Page::Topics:
        m_topicPage.showTile(*m_edition, here.key);
        break;
    case visit::Page::Topic:
        m_topicPage.showTopic(*m_edition, here.key, m_films.contains(here.key));
        if (const content::Topic *topic = m_edition->findTopic(here.key)) {
            words = wordsOf(*topic);
            sensitive = topic->sensitive;
        }
        break;
    case visit::Page::Film:
        m_film.show(*m_edition, here.key, m_films.at(here.key));
        if (const content::Topic *topic = m_edition->findTopic(here.key)) {
            words = wordsOf(*topic);
            sensitive = topic->sensitive;
        }
        break;
    case visit::Page::Contact:
        m_contactPage.show(*m_edition, here.key);
        if (const content::Contact *contact = m_edition->findContact(here.key))
            words = wordsOf(*contact);
        break;
    case visit::Page::Large:
        if (here.key.empty())
            m_large.show(*m_edition, m_visit.slip().channelIds());
        else
            m_large.show(*m_edition, {here.key});
        break;
    case visit::Page::Numbers:
        for (const content::Contact &contact : m_edition->contacts)
            words += content::countWords(contact.name) + content::countWords(contact.forWhat);
        break;
    case visit::Page::Slip:
        m_slip.done();
        break;
    case visit::Page::ShowCard:
        m_showCard.show(*m_edition, here.key);
        sensitive = true;
        break;
    case visit::Page::Card:
        m_card.show(*m_edition, here.key);
        break;
    default:
        break;
    }
    m_view.pageOpened(words, sensitive);
}

void Kiosk::visitEnded()
{
    m_ticket = 0;
    m_watch.visitEnded();
    m_film.clear();
    m_slip.clear();
    m_topicPage.clear();
    m_showCard.clear();
    m_contactPage.clear();
    m_large.clear();
    m_card.clear();
    if (m_waiting)
        take(*std::exchange(m_waiting, std::nullopt));
    else if (m_edition && m_edition != m_home)
        show(m_home);
    // While the cover stands a visit counts as begun. Nothing new is tried then: it could not be taken before the cover
    // gives way, which is an end as well.
    if (!m_visit.covered())
        lookAtShelf();
}

} // namespace porchlight::viewmodels
