// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an edition: which language they stand in, what is put into them, and which sentence may not be shown.
#include "content/bidi.h"
#include "store/edition_loader.h"
#include "store/queries.h"
#include "store/row_values.h"

namespace porchlight::store {

namespace {

[[noreturn]] void damaged(const std::string &detail)
{
    throw DatabaseError(DatabaseError::Kind::Damaged, detail);
}

} // namespace

void EditionLoader::loadTexts(const std::string &tag)
{
    m_texts.assign(1, {});
    if (m_edition->extent != content::Extent::Whole) {
        m_oneText = std::make_unique<Statement>(m_database, queries::oneText);
        m_oneText->bind(0, std::string_view(tag));
        return;
    }
    Statement source(m_database, queries::texts);
    while (source.step()) {
        if (source.integer(0) != static_cast<std::int64_t>(m_texts.size()))
            damaged("texts are missing");
        m_texts.push_back({source.text(1), {}, {}});
    }
    Statement translated(m_database, queries::translations);
    translated.bind(0, std::string_view(tag));
    while (translated.step()) {
        const std::int64_t number = translated.integer(0);
        if (number < 1 || number >= static_cast<std::int64_t>(m_texts.size()))
            damaged("a translation of no text");
        Words &words = m_texts[static_cast<std::size_t>(number)];
        words.translation = translated.text(1);
        words.level = enumAt<content::TranslationLevel>(translated, 2);
    }
}

const EditionLoader::Words &EditionLoader::words(const Statement &row, int column) const
{
    if (row.isNull(column))
        return m_texts.front();
    const std::int64_t number = row.integer(column);
    if (m_oneText)
        return oneText(number);
    if (number < 1 || number >= static_cast<std::int64_t>(m_texts.size()))
        damaged("a text that is not there");
    return m_texts[static_cast<std::size_t>(number)];
}

const EditionLoader::Words &EditionLoader::oneText(std::int64_t number) const
{
    m_oneText->reset();
    m_oneText->bind(1, number);
    if (!m_oneText->step())
        damaged("a text that is not there");
    m_lastText = {m_oneText->text(0), m_oneText->text(1), {}};
    if (!m_oneText->isNull(1))
        m_lastText.level = enumAt<content::TranslationLevel>(*m_oneText, 2);
    return m_lastText;
}

std::string EditionLoader::text(const Statement &row, int column, const Values &own) const
{
    const Words &found = words(row, column);
    const std::string &shown = found.translation.empty() ? found.source : found.translation;
    const bool mirrored = m_edition->language.direction == content::Direction::RightToLeft;
    return fill(mirrored ? content::isolateLeftToRight(shown) : shown, own).value_or(std::string());
}

std::optional<std::string> EditionLoader::fill(const std::string &text, const Values &own) const
{
    auto filled = fillPlaceholders(text, m_values);
    // After the numbers: what belongs to one channel is in no other table.
    if (filled && !own.empty())
        filled = fillPlaceholders(*filled, own);
    // Also what somebody has typed into a text, or what a value has brought in.
    if (filled && m_withdrawals.namesNumber(*filled))
        filled.reset();
    return filled;
}

std::string EditionLoader::english(const Statement &row, int column) const
{
    const Words &found = words(row, column);
    if (found.translation.empty() || found.level >= content::helpPathFloor)
        return {};
    return fill(found.source, {}).value_or(std::string());
}

std::string EditionLoader::englishOnPaper(const Statement &row, int column, const Values &own) const
{
    const Words &found = words(row, column);
    if (found.translation.empty())
        return {};
    return fill(found.source, own).value_or(std::string());
}

} // namespace porchlight::store
