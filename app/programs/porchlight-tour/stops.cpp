// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/stops.h"

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

void addFilms(std::vector<Stop> &stops, const content::Edition &edition, const std::vector<std::string> &films)
{
    for (const std::string &topic : films)
        if (edition.findTopic(topic))
            stops.push_back({u"film-"_s + text(topic), u"film"_s, text(topic)});
}

void addTopics(std::vector<Stop> &stops, const content::Edition &edition)
{
    for (const content::Tile &tile : edition.tiles) {
        if (tile.opens == content::Tile::Opens::Topics)
            stops.push_back({u"topics-"_s + text(tile.id), u"topics"_s, text(tile.id)});
        for (const std::string &topic : tile.topicIds)
            stops.push_back({u"topic-"_s + text(topic), u"topic"_s, text(topic)});
    }
    for (const content::ShowCard &card : edition.showCards)
        stops.push_back({u"show-card-"_s + text(card.id), u"show-card"_s, text(card.id)});
}

void addContacts(std::vector<Stop> &stops, const content::Edition &edition)
{
    stops.push_back({u"numbers"_s, u"numbers"_s, {}});
    for (const content::Contact &contact : edition.contacts)
        stops.push_back({u"contact-"_s + text(contact.id), u"contact"_s, text(contact.id)});
    if (!edition.contacts.empty())
        stops.push_back({u"large"_s, u"large"_s, text(edition.contacts.front().channels.front().id)});
}

void addSlip(std::vector<Stop> &stops)
{
    using State = print::PrintState;
    using Readiness = print::PrinterStatus::Readiness;
    stops.push_back({u"slip-empty"_s, u"slip"_s, {}});
    stops.push_back({u"slip"_s, u"slip"_s, {}, Stop::Then::ChooseLines});
    stops.push_back(
        {u"slip-code"_s, u"slip"_s, {}, Stop::Then::ChooseCode, State::GettingReady, Readiness::NotReachable});
    stops.push_back({u"large-slip"_s, u"large"_s, {}, Stop::Then::ChooseLines});
    stops.push_back({u"large-code"_s, u"large"_s, {}, Stop::Then::ChooseCode});
    const std::pair<QString, State> states[] = {
        {u"print-getting-ready"_s, State::GettingReady},
        {u"print-printing"_s, State::Printing},
        {u"print-printed"_s, State::Printed},
        {u"print-out-of-paper"_s, State::OutOfPaper},
        {u"print-cover-open"_s, State::CoverOpen},
        {u"print-not-reachable"_s, State::NotReachable},
        {u"print-failed"_s, State::Failed},
    };
    for (const auto &[name, state] : states)
        stops.push_back({name, u"print"_s, {}, Stop::Then::Print, state});
    stops.push_back({u"print-needs-help"_s, u"print"_s, {}, Stop::Then::Print, State::Failed, Readiness::NeedsHelp});
}

} // namespace

std::vector<Stop> allStops(const content::Edition &edition, const std::vector<std::string> &films)
{
    std::vector<Stop> stops;
    if (edition.language.tag == edition.release.defaultLanguage)
        stops.push_back({u"welcome"_s, u"languages"_s, {}, Stop::Then::StartAgain});
    stops.push_back({u"languages"_s, u"languages"_s, u"switch"_s});
    stops.push_back({u"home"_s, u"home"_s, {}});
    addTopics(stops, edition);
    addFilms(stops, edition, films);
    addContacts(stops, edition);
    addSlip(stops);
    stops.push_back({u"display"_s, u"display"_s, {}});
    stops.push_back({u"listen"_s, u"listen"_s, {}});
    stops.push_back({u"about"_s, u"about"_s, {}});
    stops.push_back({u"about-before"_s, u"about"_s, u"before"_s});
    if (!edition.language.source)
        stops.push_back({u"card"_s, u"card"_s, text(edition.language.tag)});
    stops.push_back({u"opening-hours"_s, u"cover"_s, {}});
    stops.push_back({u"idle"_s, u"numbers"_s, {}, Stop::Then::Wait});
    stops.push_back({u"cover"_s, u"numbers"_s, {}, Stop::Then::ClearScreen});
    return stops;
}

} // namespace porchlight::programs
