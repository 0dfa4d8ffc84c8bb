// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/contacts/large_page.h"

namespace porchlight::viewmodels {

void LargePage::show(const content::Edition &edition, const std::vector<std::string> &channelIds)
{
    m_names.clear();
    m_values.clear();
    m_instruction.clear();
    for (const std::string &id : channelIds) {
        for (const content::Contact &contact : edition.contacts) {
            for (const content::Channel &channel : contact.channels) {
                if (channel.id != id)
                    continue;
                m_names.append(QString::fromStdString(contact.slipName));
                m_values.append(QString::fromStdString(channel.value));
                m_instruction = QString::fromStdString(channel.instruction);
            }
        }
    }
    m_interpreterSentence =
        edition.language.source ? QString() : QString::fromStdString(edition.language.askForInterpreter);
    Q_EMIT changed();
}

void LargePage::clear()
{
    m_names.clear();
    m_values.clear();
    m_instruction.clear();
    m_interpreterSentence.clear();
    Q_EMIT changed();
}

} // namespace porchlight::viewmodels
