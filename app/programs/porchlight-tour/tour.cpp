// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/tour.h"

#include "content/speech.h"
#include "programs/porchlight-tour/capital_check.h"
#include "programs/porchlight-tour/choice_check.h"
#include "programs/porchlight-tour/contrast_check.h"
#include "programs/porchlight-tour/focus_check.h"
#include "programs/porchlight-tour/hand.h"
#include "programs/porchlight-tour/page_check.h"
#include "programs/porchlight-tour/page_controls.h"
#include "programs/porchlight-tour/scripted_printer.h"
#include "programs/porchlight-tour/sight.h"
#include "programs/porchlight-tour/speech_check.h"
#include "programs/porchlight-tour/target_check.h"
#include "programs/porchlight-tour/walk.h"

#include <QCoreApplication>
#include <QDir>
#include <QQuickWindow>

namespace porchlight::programs {

using namespace Qt::StringLiterals;
using viewmodels::VisitView;

bool Tour::wants(const Stop &stop) const
{
    return m_plan.pages.isEmpty() || std::any_of(m_plan.pages.begin(), m_plan.pages.end(),
                                                 [&](const QString &page) { return stop.name.startsWith(page); });
}

bool Tour::walk()
{
    return std::all_of(m_plan.sizes.begin(), m_plan.sizes.end(), [this](const QSize &size) { return walkSize(size); });
}

bool Tour::walkSize(const QSize &size)
{
    Options options = m_plan.kiosk;
    options.window = size;
    options.screenMm = m_plan.screenMm;
    options.motion = false;
    Composition kiosk(options, m_clock, std::make_unique<ScriptedPrinter>(m_printState), viewmodels::Listening::Ways());
    m_kiosk = &kiosk;
    kiosk.start();
    const auto isWhole = [&] {
        const content::Edition *edition = kiosk.kiosk().edition();
        return edition && edition->extent == content::Extent::Whole;
    };
    if (!waitFor([&] { return kiosk.window() != nullptr; }) || !waitFor(isWhole))
        return false;
    QStringList languages = m_plan.languages;
    if (languages.isEmpty()) {
        for (const content::Language &language : kiosk.kiosk().edition()->languages)
            languages.append(QString::fromStdString(language.tag));
    }
    for (const QString &look : m_plan.looks) {
        for (const int textSize : m_plan.textSizes) {
            m_variant = u"%1x%2-%3-%4"_s.arg(size.width()).arg(size.height()).arg(look).arg(textSize);
            for (const QString &tag : languages) {
                if (m_plan.check && m_plan.pages.isEmpty())
                    countTaps(tag);
                if (!walkLanguage(tag))
                    return false;
            }
        }
    }
    return true;
}

bool Tour::walkLanguage(const QString &tag)
{
    viewmodels::Kiosk &kiosk = m_kiosk->kiosk();
    VisitView &visit = kiosk.view();
    const QString folder = m_plan.folder.isEmpty() ? QString() : m_plan.folder + u'/' + m_variant;
    if (!folder.isEmpty() && !QDir().mkpath(folder)) {
        m_faults.append(u"%1: the folder cannot be made"_s.arg(folder));
        return false;
    }
    const QStringList variant = m_variant.split(u'-');
    const int textSize = variant[2].toInt();
    const auto look = variant[1] == u"dark"_s       ? VisitView::Dark
                      : variant[1] == u"contrast"_s ? VisitView::Contrast
                                                    : VisitView::Light;
    const auto begin = [&] {
        visit.startAgain();
        visit.touched();
        visit.chooseLanguage(tag);
        if (!waitFor([&] {
                return (visit.language() == tag && kiosk.edition()->extent == content::Extent::Whole) ||
                       visit.page() == u"card"_s;
            })) {
            m_faults.append(u"%1: the release has no such language"_s.arg(tag));
            return false;
        }
        visit.setTextSize(textSize);
        visit.chooseLook(look);
        return true;
    };
    if (!begin())
        return false;
    for (const Stop &stop : allStops(*kiosk.edition(), kiosk.filmed())) {
        if (wants(stop) && !(begin() && goTo(stop, {*m_kiosk, m_clock, m_printState}) && this->look(stop, folder, tag)))
            return false;
    }
    visit.startAgain();
    return true;
}

bool Tour::look(const Stop &stop, const QString &folder, const QString &tag)
{
    Hand::settle();
    // Drawing a frame lays everything out for good; only then is there something to check.
    const QImage picture = m_kiosk->window()->grabWindow();
    const QString name = tag + u'-' + stop.name;
    for (const auto &control : controlsOf(m_kiosk->window(), stop.name, tag))
        m_controls.append(control);
    if (m_plan.check || m_plan.speech) {
        const Hand hand(m_kiosk->window());
        const auto checkPart = [&](const QString &part, const QImage &drawn) {
            if (m_plan.check)
                check(stop, part, drawn);
            if (m_plan.speech)
                checkSpeech(part);
        };
        checkPart(name, picture);
        for (int part = 2; allParts(tag) && hand.more(); ++part)
            checkPart(name + u'/' + QString::number(part), m_kiosk->window()->grabWindow());
        while (hand.up()) {
        }
        if (m_plan.check && allParts(tag))
            checkFocus(name);
    }
    if (folder.isEmpty())
        return true;
    const QString file = folder + u'/' + name + u".png"_s;
    ++m_pictures;
    if (picture.save(file))
        return true;
    m_faults.append(u"%1: the picture cannot be written"_s.arg(file));
    return false;
}

bool Tour::allParts(const QString &tag) const
{
    return m_plan.allParts.isEmpty() || m_plan.allParts.contains(tag);
}

void Tour::check(const Stop &stop, const QString &name, const QImage &picture)
{
    const QQuickWindow *window = m_kiosk->window();
    const VisitView &visit = m_kiosk->kiosk().view();
    const double pixelsPerMm = window->property("pixelsPerMm").toDouble();
    const QSizeF screenMm = QSizeF(window->size()) / pixelsPerMm;
    // As the visit has it: the end of a visit brings the usual look and size back.
    const auto look = static_cast<Look>(visit.look());
    const CapitalFloors capitals = capitalFloors(visit.textSize(), screenMm);

    const Sight sight = lookAt(window);
    QStringList faults = faultsOf(sight, window->size());
    faults += contrastFaults(sight, picture, pixelsPerMm, contrastFloors(look));
    faults += targetFaults(sight, pixelsPerMm, targetFloors(screenMm));
    faults += choiceFaults(sight);
    faults += capitalFaults(sight, pixelsPerMm, capitals);
    if (stop.page == u"topic"_s)
        faults += bodyFaults(sight, pixelsPerMm, capitals);
    blame(name, faults);
}

void Tour::checkSpeech(const QString &name)
{
    const viewmodels::Kiosk &kiosk = m_kiosk->kiosk();
    const VisitView &visit = m_kiosk->kiosk().view();
    m_voices.open(kiosk.folder());
    m_voices.setScreen(visit.language());
    const auto screen = viewmodels::readScreen(m_kiosk->window()->contentItem(),
                                               {visit.language(), kiosk.edition(), u"en"_s, &m_voices});
    SpeechRules rules;
    rules.rightToLeft = visit.rightToLeft();
    rules.canSay = [this](const playback::Line &line) { return m_voices.canSay(line); };
    rules.hasVoice = [this](const QString &language) { return m_voices.hasVoice(language); };
    blame(name, speechFaults(screen.items, lookAt(m_kiosk->window()), rules));
    for (const viewmodels::SpokenItem &item : screen.items) {
        for (const playback::Line &line : item.lines)
            m_spoken.append(u"%1\t%2\t%3\t%4"_s.arg(
                visit.language(), line.language, QString::fromStdString(content::clipKey(line.text.toStdString())),
                QString::fromStdString(content::speakable(line.text.toStdString()))));
    }
    m_spoken.removeDuplicates();
}

void Tour::checkFocus(const QString &name)
{
    const VisitView &visit = m_kiosk->kiosk().view();
    FocusRules rules;
    rules.rightToLeft = visit.rightToLeft();
    // Rings look alike in every language; one that is read from each side is enough.
    rules.rings = m_plan.rings;
    rules.ringFloor = contrastFloors(static_cast<Look>(visit.look())).ring;
    rules.pixelsPerMm = m_kiosk->window()->property("pixelsPerMm").toDouble();
    blame(name, focusFaults(m_kiosk->window(), rules));
}

void Tour::blame(const QString &name, const QStringList &faults)
{
    for (const QString &fault : faults)
        m_faults.append(u"%1/%2: %3"_s.arg(m_variant, name, fault));
}

} // namespace porchlight::programs
