// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/slip/slip_page.h"

#include "print/slip_document.h"
#include "print/slip_layout.h"
#include "viewmodels/slip/slip_preview.h"

#include <algorithm>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewDpi = 200;

SlipPage::State shownAs(print::PrintState state)
{
    switch (state) {
    case print::PrintState::GettingReady:
        return SlipPage::GettingReady;
    case print::PrintState::Printing:
        return SlipPage::Printing;
    case print::PrintState::Printed:
        return SlipPage::Printed;
    case print::PrintState::OutOfPaper:
        return SlipPage::OutOfPaper;
    case print::PrintState::CoverOpen:
        return SlipPage::CoverOpen;
    case print::PrintState::NotReachable:
        return SlipPage::NotReachable;
    case print::PrintState::Failed:
        return SlipPage::Failed;
    case print::PrintState::NoPrinter:
        return SlipPage::NoPrinter;
    case print::PrintState::Cancelled:
        break;
    }
    return SlipPage::Choosing;
}

} // namespace

SlipPage::SlipPage(visit::SlipChoice &choice, Way way, SlipPreview *preview)
    : m_choice(choice), m_way(way), m_preview(preview)
{
}

bool SlipPage::hasPrinter() const
{
    if (!m_way.desk)
        return false;
    return m_way.printsIn == PrintsIn::AnyMode || m_edition->release.mode == content::Mode::Demonstration;
}

bool SlipPage::canPrint() const
{
    return m_state == Choosing && m_edition && !m_choice.channelIds().empty() &&
           chosenDesign(*m_edition, m_choice) != nullptr;
}

void SlipPage::show(std::shared_ptr<const content::Edition> edition)
{
    m_edition = std::move(edition);
    refresh();
}

void SlipPage::clear()
{
    m_first.clear();
    cancel();
    refresh();
}

void SlipPage::toggle(const QString &channelId)
{
    const auto &rows = m_lines.rows();
    if (std::none_of(rows.begin(), rows.end(), [&](const SlipRow &row) { return row.key == channelId; }))
        return;
    m_choice.toggle(channelId.toStdString());
    refresh();
}

void SlipPage::putFirst(const QString &channelId)
{
    m_first = channelId;
    if (m_choice.holds(channelId.toStdString()))
        refresh();
    else
        toggle(channelId);
}

void SlipPage::chooseDesign(const QString &designId)
{
    m_choice.chooseDesign(designId.toStdString());
    refresh();
}

void SlipPage::print()
{
    if (!canPrint())
        return;
    if (!hasPrinter()) {
        setState(NoPrinter);
        return;
    }
    const int job = ++m_job;
    const bool taken =
        m_way.desk->print(print::composeSlip(*m_edition, *chosenDesign(*m_edition, m_choice), m_choice.channelIds()),
                          [this, job](print::PrintState state) {
                              QMetaObject::invokeMethod(
                                  this, [this, job, state] { report(job, state); }, Qt::QueuedConnection);
                          });
    setState(taken ? GettingReady : Failed);
}

void SlipPage::cancel()
{
    ++m_job;
    if (m_way.desk)
        m_way.desk->cancel();
    setState(Choosing);
}

void SlipPage::done()
{
    if (m_state != GettingReady && m_state != Printing)
        cancel();
}

void SlipPage::report(int job, print::PrintState state)
{
    if (job == m_job)
        setState(shownAs(state));
}

void SlipPage::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void SlipPage::refresh()
{
    if (!m_edition)
        return;
    m_lines.show(*m_edition, m_choice, m_first);
    m_designs.show(*m_edition, m_choice);
    drawPreview();
    Q_EMIT changed();
}

void SlipPage::drawPreview()
{
    const content::SlipDesign *design = chosenDesign(*m_edition, m_choice);
    if (!design || m_choice.channelIds().empty()) {
        m_previewUrl.clear();
        m_spokenLines.clear();
        m_preview->show({});
        return;
    }
    print::SlipDocument document = print::composeSlip(*m_edition, *design, m_choice.channelIds());
    m_spokenLines.clear();
    for (const print::SlipLine &line : document.lines)
        m_spokenLines.append(line.text);
    const print::SlipLayout layout(std::move(document));
    m_preview->show(layout.image(previewDpi));
    m_previewUrl = u"image://slip/%1"_s.arg(++m_previewCount);
}

} // namespace porchlight::viewmodels
