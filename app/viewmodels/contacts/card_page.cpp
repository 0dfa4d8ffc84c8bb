// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/contacts/card_page.h"

namespace porchlight::viewmodels {

void CardPage::show(const content::Edition &edition, const std::string &languageTag)
{
    for (const content::Language &language : edition.languages) {
        if (language.tag != languageTag)
            continue;
        m_language = QString::fromStdString(language.tag);
        m_ownName = QString::fromStdString(language.ownName);
        m_fontFamily = QString::fromStdString(language.fontFamily);
        m_sentence = QString::fromStdString(language.askForInterpreter);
    }
    m_numbers.clear();
    for (const content::Contact &contact : edition.contacts) {
        for (const content::Channel &channel : contact.channels) {
            if (channel.core && channel.kind == content::ChannelKind::Call)
                m_numbers.append(QString::fromStdString(channel.value));
        }
    }
    Q_EMIT changed();
}

void CardPage::clear()
{
    m_language.clear();
    m_ownName.clear();
    m_fontFamily.clear();
    m_sentence.clear();
    m_numbers.clear();
    Q_EMIT changed();
}

} // namespace porchlight::viewmodels
