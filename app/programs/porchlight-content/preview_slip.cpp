// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/preview_slip.h"

#include "content/clock.h"
#include "print/release_fonts.h"
#include "print/slip_layout.h"
#include "programs/porchlight-content/built_in.h"
#include "store/reader.h"
#include "store/schema.h"

#include <QDir>
#include <QGuiApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace porchlight::programs {

namespace {

namespace fs = std::filesystem;

/// Before Qt starts: a slip has the fonts of its release, whatever this computer has.
void useOnlyFontsOfTheRelease()
{
    std::error_code failed;
    const fs::path file = builtIn("fonts.conf");
    if (!qEnvironmentVariableIsSet("FONTCONFIG_FILE") && fs::exists(file, failed))
        qputenv("FONTCONFIG_FILE", file.c_str());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Without one Qt would make a folder for it, and say so.
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QDir::tempPath().toLocal8Bit());
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
}

std::string listed(const std::vector<std::string> &words)
{
    std::string list;
    for (const std::string &word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

std::vector<std::string> printedChannels(const content::Edition &edition)
{
    std::vector<std::string> ids;
    for (const content::Contact &contact : edition.contacts)
        for (const content::Channel &channel : contact.channels)
            if (channel.printOk)
                ids.push_back(channel.id);
    return ids;
}

/// Empty, or what is wrong.
std::string draw(const content::Edition &edition, const PreviewSlip &what, const fs::path &png)
{
    const auto &designs = edition.slipDesigns;
    const auto design = std::find_if(designs.begin(), designs.end(),
                                     [&](const content::SlipDesign &one) { return one.id == what.design; });
    if (design == designs.end()) {
        std::vector<std::string> ids;
        for (const content::SlipDesign &one : designs)
            ids.push_back(one.id);
        return "There is no design `" + what.design + "`; there are: " + listed(ids) + ".";
    }
    std::vector<std::string> lines = what.lines;
    const content::Contact *hotline = edition.findContact("hotline");
    if (const content::Channel *voice = hotline ? print::voiceLine(*hotline) : nullptr; lines.empty() && voice)
        lines.push_back(voice->id);
    const std::vector<std::string> known = printedChannels(edition);
    for (const std::string &line : lines)
        if (std::find(known.begin(), known.end(), line) == known.end())
            return "No line `" + line + "` may be printed; these may: " + listed(known) + ".";
    const print::SlipLayout layout(
        print::composeSlip(edition, *design, lines, what.code ? print::WithCode::Yes : print::WithCode::No),
        what.paper);
    if (!layout.image(what.dpi).save(QString::fromStdString(png.string()), "PNG"))
        return png.string() + " cannot be written.";
    return {};
}

} // namespace

bool paperNamed(const std::string &name, std::optional<print::Paper> &paper)
{
    constexpr std::array<std::pair<const char *, print::Paper>, 4> papers{
        {{"58mm", {58, 0, 5}}, {"80mm", {80, 0, 4}}, {"a4", {210, 297, 4}}, {"letter", {215.9, 279.4, 4}}}};
    paper.reset();
    for (const auto &[known, size] : papers)
        if (name == known)
            paper = size;
    return paper || name == "own";
}

std::string previewSlip(const PreviewSlip &what, const fs::path &png)
{
    useOnlyFontsOfTheRelease();
    int argc = 1;
    std::array<char, 19> name{"porchlight-content"};
    std::array<char *, 2> argv{name.data(), nullptr};
    const QGuiApplication app(argc, argv.data());
    const fs::path release = what.release.empty() ? builtIn("content") : what.release;
    const auto reader = store::Reader::open(release / store::storeFileName);
    if (!reader)
        return reader.fault().describe();
    const auto edition = reader->edition(what.language, content::SystemClock().today());
    if (!edition)
        return edition.fault().describe();
    print::takeReleaseFonts(release);
    return draw(**edition, what, png);
}

} // namespace porchlight::programs
