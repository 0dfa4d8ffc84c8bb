// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/contacts/card_page.h"
#include "viewmodels/contacts/contact_models.h"
#include "viewmodels/contacts/contact_page.h"
#include "viewmodels/contacts/large_page.h"
#include "viewmodels/film/film_page.h"
#include "viewmodels/home/home_models.h"
#include "viewmodels/library.h"
#include "viewmodels/release_watch.h"
#include "viewmodels/site/site_page.h"
#include "viewmodels/slip/slip_page.h"
#include "viewmodels/store_translator.h"
#include "viewmodels/topics/show_card_page.h"
#include "viewmodels/topics/topic_page.h"
#include "viewmodels/visit_view.h"

#include <optional>

namespace porchlight::viewmodels {

/// Brings the visit, the open release and the pages together: what is asked for is read, then shown all at once.
class Kiosk final : public QObject {
    Q_OBJECT

public:
    /// What staff are told when the program ends.
    enum class Health {
        Well,
        OnBuiltIn, ///< a release is installed but could not be opened
        NoContent, ///< nor could the built-in one
    };

    /// All must outlive it.
    Kiosk(visit::Visit &visit, const content::Clock &clock, Library &library, SlipPage::Way printer,
          SlipPreview *preview, StoreTranslator &translator);

    void start() { openBest(); }
    /// Something may have changed, on the shelf or by the calendar: taken between visits.
    void lookAtShelf();

    /// Of the release that was opened last.
    [[nodiscard]] const std::vector<content::LineToCheck> &linesToCheck() const { return m_linesToCheck; }
    [[nodiscard]] Health health() const { return m_health; }
    [[nodiscard]] VisitView &view() { return m_view; }
    [[nodiscard]] SlipPage &slip() { return m_slip; }
    [[nodiscard]] LargePage &large() { return m_large; }
    /// The topics of the release on the screen that have a film.
    [[nodiscard]] std::vector<std::string> filmed() const;
    [[nodiscard]] FilmPage &film() { return m_film; }
    /// What is on the screen; null while there is nothing to show.
    [[nodiscard]] const content::Edition *edition() const { return m_edition.get(); }
    /// The release in its default language; null before one is open.
    [[nodiscard]] const content::Edition *home() const { return m_home.get(); }
    /// The real folder of the release that is shown; empty before one is open.
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }
    /// From now on text is drawn with the fonts of the release in this folder.
    void takeFonts(const std::filesystem::path &release);
    /// A frame has come to the screen: of a release that was taken before, it is told (viewmodels/release_watch.h).
    void frameShown() { m_watch.frameShown(); }
    /// The typed inputs of the shell, by name.
    [[nodiscard]] QVariantMap shellProperties();

Q_SIGNALS:
    /// The texts have changed: bindings of qsTrId must be evaluated again.
    void retranslate();
    /// The first page can be shown.
    void ready();
    /// A release has been taken: a frame of it must be drawn, even where it looks like the last.
    void taken();

private:
    void openBest();
    void openedRelease(const Opened &opened);
    void take(const Opened &opened);
    void readLanguage(const QString &tag);
    void languageAnswered(const std::shared_ptr<const content::Edition> &edition, Library::Ticket ticket);
    void show(std::shared_ptr<const content::Edition> edition);
    void complete(const std::shared_ptr<const content::Edition> &part,
                  const std::shared_ptr<const content::Edition> &whole);
    void showLists();
    void showCallTopics();
    void leaveWhatIsMissing();
    void fillPage();
    void visitEnded();

    visit::Visit &m_visit;
    const content::Clock &m_clock;
    Library &m_library;
    StoreTranslator &m_translator;
    ReleaseWatch m_watch;
    VisitView m_view;
    LanguageModel m_languages;
    TileModel m_tiles{TileModel::Holds::TheSix};
    TileModel m_moreTiles{TileModel::Holds::TheSmall};
    TopicPage m_topicPage;
    ShowCardPage m_showCard;
    FilmPage m_film;
    TopicModel m_callTopics; ///< what stands below the numbers
    ContactModel m_contacts;
    ContactPage m_contactPage;
    LargePage m_large;
    CardPage m_card;
    SlipPage m_slip;
    SitePage m_site;

    std::shared_ptr<const content::Edition> m_home;    ///< the release in its default language
    std::shared_ptr<const content::Edition> m_edition; ///< what is on the screen
    std::optional<Opened> m_waiting;                   ///< opened while somebody was there
    std::string m_identity;
    std::filesystem::path m_folder;
    content::Date m_openedOn{};
    std::vector<content::LineToCheck> m_linesToCheck;
    std::map<std::string, content::Film> m_films; ///< of the release on the screen, by topic
    std::vector<int> m_fonts;
    Library::Ticket m_ticket = 0; ///< late answers for an earlier wish or visit are dropped
    bool m_opening = true;
    bool m_lookAgain = false; ///< something changed while a release was being opened
    Health m_health = Health::Well;
};

} // namespace porchlight::viewmodels
