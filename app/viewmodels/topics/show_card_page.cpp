// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/topics/show_card_page.h"

namespace porchlight::viewmodels {

void ShowCardPage::show(const content::Edition &edition, const std::string &cardId)
{
    const content::ShowCard *card = edition.findShowCard(cardId);
    m_text = card ? QString::fromStdString(card->text) : QString();
    m_english = card ? QString::fromStdString(card->english) : QString();
    Q_EMIT changed();
}

void ShowCardPage::clear()
{
    m_text.clear();
    m_english.clear();
    Q_EMIT changed();
}

} // namespace porchlight::viewmodels
