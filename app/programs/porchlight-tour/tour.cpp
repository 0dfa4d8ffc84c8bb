// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/tour.h"

#include "programs/porchlight-tour/page_check.h"
#include "programs/porchlight-tour/page_controls.h"
#include "programs/porchlight-tour/scripted_printer.h"
#include "programs/porchlight-tour/walk.h"

#include <QCoreApplication>
#include <QDir>
#include <QQuickWindow>

namespace porchlight::programs {

using namespace Qt::StringLiterals;
using viewmodels::VisitView;

void Tour::settle()
{
    // Layouts, loaders and pictures settle in a few turns of the event loop; nothing moves after that.
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

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
    Composition kiosk(options, m_clock, std::make_unique<ScriptedPrinter>(m_printState));
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
    for (const Stop &stop : allStops(*kiosk.edition())) {
        if (wants(stop) && !(begin() && goTo(stop, {*m_kiosk, m_clock, m_printState}) && this->look(stop, folder, tag)))
            return false;
    }
    visit.startAgain();
    return true;
}

bool Tour::look(const Stop &stop, const QString &folder, const QString &tag)
{
    settle();
    // Drawing a frame lays everything out for good; only then is there something to check.
    const QImage picture = m_kiosk->window()->grabWindow();
    for (const QString &fault : faultsOf(m_kiosk->window()))
        m_faults.append(u"%1/%2-%3: %4"_s.arg(m_variant, tag, stop.name, fault));
    for (const auto &control : controlsOf(m_kiosk->window(), stop.name, tag))
        m_controls.append(control);
    if (folder.isEmpty())
        return true;
    const QString file = folder + u'/' + tag + u'-' + stop.name + u".png"_s;
    ++m_pictures;
    if (picture.save(file))
        return true;
    m_faults.append(u"%1: the picture cannot be written"_s.arg(file));
    return false;
}

} // namespace porchlight::programs
