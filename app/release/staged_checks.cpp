// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/staged_checks.h"

#include "release/sequence_rule.h"
#include "release/staged_parts.h"
#include "store/file_header.h"
#include "store/integrity.h"
#include "store/reader.h"
#include "store/schema.h"

#include <algorithm>
#include <cctype>
#include <memory>

namespace porchlight::release {

namespace fs = std::filesystem;

namespace {

using Editions = std::vector<std::shared_ptr<const content::Edition>>;

content::Fault inStore(const char *check, const content::Fault &found)
{
    return foundBy(check, found.where, found.what);
}

content::Outcome checkProgram(const fs::path &file, const CommitFacts &facts)
{
    const auto header = store::readFileHeader(file);
    if (!header)
        return inStore("Program", header.fault());
    if (header->schema != facts.schema)
        return foundBy("Program", file, "The store's schema is not the one that was signed.");
    if (!versionReaches(PORCHLIGHT_VERSION, facts.program))
        return foundBy("Program", file, "It needs Porchlight " + facts.program + ".");
    return content::Nothing{};
}

content::Outcome checkFacts(const fs::path &file, const content::ReleaseInfo &info, const CommitFacts &facts)
{
    if (info.sequence != facts.sequence)
        return foundBy("Facts", file,
                       "The store has the number " + std::to_string(info.sequence) + ", but " +
                           std::to_string(facts.sequence) + " was signed.");
    if (info.site != facts.site)
        return foundBy("Facts", file,
                       "The store is of the site \"" + info.site + "\", but \"" + facts.site + "\" was signed.");
    if (info.newestDate != facts.newestDate)
        return foundBy("Facts", file, "The newest date in the store is not the one that was signed.");
    return content::Nothing{};
}

/// Words without which a page would be empty or say nothing.
content::Outcome checkWords(const fs::path &file, const content::Edition &edition)
{
    const std::string language = " in " + edition.language.tag;
    const auto empty = [&](const std::string &what) {
        return foundBy("Texts", file, what + " has no words" + language + ".");
    };
    if (edition.siteName.empty())
        return empty("The site's name");
    if (edition.language.ownName.empty())
        return empty("The language's name");
    if (edition.interface.empty())
        return foundBy("Texts", file, "There are no interface words" + language + ".");
    for (const auto &[id, words] : edition.interface)
        if (words.empty())
            return empty("The interface word " + id);
    for (const content::Tile &tile : edition.tiles)
        if (tile.title.empty())
            return empty("The tile " + tile.id);
    for (const auto &[id, topic] : edition.topics)
        if (topic.title.empty())
            return empty("The topic " + id);
    for (const content::Contact &contact : edition.contacts)
        if (contact.name.empty())
            return empty("The contact " + contact.id);
    return content::Nothing{};
}

content::Outcome checkTexts(const fs::path &file, const store::Reader &reader)
{
    const content::ReleaseInfo &info = reader.info();
    const auto first = reader.edition(info.defaultLanguage, info.newestDate);
    if (!first)
        return inStore("Texts", first.fault());
    if ((*first)->tiles.empty())
        return foundBy("Texts", file, "There is nothing to choose from on the second page.");
    for (const content::Language &language : (*first)->languages) {
        const auto edition = reader.edition(language.tag, info.newestDate);
        if (!edition)
            return inStore("Texts", edition.fault());
        if (auto good = checkWords(file, **edition); !good)
            return good;
        if ((*edition)->interface.size() != (*first)->interface.size())
            return foundBy("Texts", file, "Interface words are missing in " + language.tag + ".");
    }
    return content::Nothing{};
}

} // namespace

content::Fault foundBy(std::string check, const std::string &where, const std::string &what)
{
    std::transform(check.begin(), check.end(), check.begin(), [](unsigned char c) { return std::tolower(c); });
    return {"check-" + check, where, what, "Build and publish the release again; this one is not shown."};
}

const std::vector<NamedCheck> &namedChecks()
{
    static const std::vector<NamedCheck> checks{
        {"Signature",
         "As many people as the site asks for have signed it, with keys that are accepted and not revoked."},
        {"Sequence", "Its number is higher than all that these keys have signed before."},
        {"Shape", "It holds plain files and folders alone, as many and as large as was signed."},
        {"Program", "This program reads the form that its content is stored in."},
        {"StoreOpens", "The content store opens."},
        {"Integrity", "Every page, index and reference of the content store is whole."},
        {"Facts", "Number, site and newest date of the content are those that were signed."},
        {"Texts", "Every language opens, and no page lacks its words."},
        {"Media", "Every clip and film that it names is there."},
        {"Fonts", "The font of every language is there."},
    };
    return checks;
}

content::Outcome checkStaged(const fs::path &folder, const CommitFacts &facts, const store::Withdrawals &withdrawals)
{
    const fs::path file = folder / store::storeFileName;
    if (auto good = checkShape(folder, facts); !good)
        return good;
    if (auto good = checkProgram(file, facts); !good)
        return good;
    const auto reader = store::Reader::open(file, withdrawals);
    if (!reader)
        return inStore("StoreOpens", reader.fault());
    if (auto whole = store::checkIntegrity(file); !whole)
        return inStore("Integrity", whole.fault());
    if (auto good = checkFacts(file, reader->info(), facts); !good)
        return good;
    if (auto good = checkTexts(file, *reader); !good)
        return good;
    if (auto good = checkMedia(folder); !good)
        return good;
    const auto edition =
        reader->edition(reader->info().defaultLanguage, reader->info().newestDate, content::Extent::FirstPage);
    if (!edition)
        return inStore("Texts", edition.fault());
    return checkFonts(folder, (*edition)->languages);
}

} // namespace porchlight::release
