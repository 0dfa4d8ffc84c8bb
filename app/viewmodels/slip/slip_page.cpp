// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/slip/slip_page.h"

#include "print/slip_document.h"
#include "print/slip_layout.h"
#include "viewmodels/slip/slip_preview.h"

#include <algorithm>
#include <mutex>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

namespace {

constexpr double previewDots = 1200; ///< more than any screen has for it, along the longer side
constexpr double previewDpi = 200;
constexpr double mmPerInch = 25.4;

int dpiFor(QSizeF sizeMm)
{
    return static_cast<int>(std::min(previewDpi, previewDots * mmPerInch / std::max(sizeMm.width(), sizeMm.height())));
}

/// The sentence that asks for an interpreter is English on every slip.
QString tongueOf(const print::SlipLine &line, const content::Edition &edition)
{
    const bool english =
        line.role == print::SlipLine::Role::English || line.text.toStdString() == edition.language.askForInterpreter;
    return english ? u"en"_s : QString();
}

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

/// Where the desk's own thread leaves what it has to say. Both may end first: after `close` nothing is delivered.
class SlipPage::Letterbox {
public:
    explicit Letterbox(SlipPage &page) : m_page(&page) {}

    void post(std::function<void(SlipPage &)> letter)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_page)
            QMetaObject::invokeMethod(
                m_page, [page = m_page, letter = std::move(letter)] { letter(*page); }, Qt::QueuedConnection);
    }

    void close()
    {
        const std::scoped_lock lock(m_mutex);
        m_page = nullptr;
    }

private:
    std::mutex m_mutex;
    SlipPage *m_page;
};

SlipPage::SlipPage(visit::SlipChoice &choice, Way way, SlipPreview *preview)
    : m_choice(choice), m_way(way), m_preview(preview), m_letterbox(std::make_shared<Letterbox>(*this))
{
    if (m_way.desk)
        m_way.desk->watch([letterbox = m_letterbox](const print::PrinterStatus &status) {
            letterbox->post([status](SlipPage &page) { page.take(status); });
        });
}

SlipPage::~SlipPage()
{
    m_letterbox->close();
}

bool SlipPage::canPrint() const
{
    // A printer that was in need of help is worth a try: what is known of it may be old.
    return m_state == Choosing && m_edition && anyChosen() && chosenDesign(*m_edition, m_choice) != nullptr &&
           trouble() != NoPrinter;
}

SlipPage::State SlipPage::trouble() const
{
    using Readiness = print::PrinterStatus::Readiness;
    if (!m_way.desk)
        return NoPrinter;
    switch (m_printer.readiness) {
    case Readiness::OutOfPaper:
        return OutOfPaper;
    case Readiness::CoverOpen:
        return CoverOpen;
    case Readiness::NeedsHelp:
        return NeedsHelp;
    case Readiness::NotReachable:
        return NotReachable;
    case Readiness::NoPrinter: // a demonstration writes its file all the same
        return m_edition && m_edition->release.mode == content::Mode::Demonstration ? Choosing : NoPrinter;
    case Readiness::Unknown:
    case Readiness::Ready:
        break;
    }
    return Choosing;
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

void SlipPage::toggleCode()
{
    m_choice.toggleCode();
    refresh();
}

void SlipPage::print()
{
    const content::SlipDesign *design = m_edition ? chosenDesign(*m_edition, m_choice) : nullptr;
    if (m_state != Choosing || !anyChosen() || !design)
        return;
    if (!m_way.desk) {
        setState(NoPrinter);
        return;
    }
    const int job = ++m_job;
    const bool taken = m_way.desk->print(compose(*design), [letterbox = m_letterbox, job](print::PrintState state) {
        letterbox->post([job, state](SlipPage &page) { page.report(job, state); });
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

void SlipPage::take(const print::PrinterStatus &status)
{
    m_printer = status;
    Q_EMIT changed();
}

print::SlipDocument SlipPage::compose(const content::SlipDesign &design) const
{
    return print::composeSlip(*m_edition, design, m_choice.channelIds(),
                              withCode() ? print::WithCode::Yes : print::WithCode::No);
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
    m_spokenLines.clear();
    m_spokenTongues.clear();
    if (!design || !anyChosen()) {
        m_previewUrl.clear();
        m_preview->show({});
        return;
    }
    // Of the design's own size: what will stand on the paper is the same on every paper.
    const print::SlipLayout layout(compose(*design));
    for (const print::SlipLine &line : layout.document().lines) {
        m_spokenLines.append(line.text);
        m_spokenTongues.append(tongueOf(line, *m_edition));
    }
    if (!layout.document().code.isEmpty()) {
        const auto word = m_edition->interface.find("slip.square-code");
        m_spokenLines.append(word == m_edition->interface.end() ? QString() : QString::fromStdString(word->second));
        m_spokenTongues.append(QString());
    }
    m_preview->show(layout.image(dpiFor(layout.sizeMm())));
    m_previewUrl = u"image://slip/%1"_s.arg(++m_previewCount);
}

} // namespace porchlight::viewmodels
