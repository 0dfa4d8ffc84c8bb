// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/contacts/large_page.h"

#include "print/square_code.h"
#include "viewmodels/slip/slip_preview.h"

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

void LargePage::show(const content::Edition &edition, const std::vector<std::string> &channelIds)
{
    m_names.clear();
    m_values.clear();
    m_instruction.clear();
    forgetCode();
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
    forgetCode();
    Q_EMIT changed();
}

void LargePage::showCode()
{
    if (m_values.isEmpty())
        return;
    QStringList lines;
    for (qsizetype at = 0; at < m_values.size(); ++at)
        lines.append(m_names[at] + u' ' + m_values[at]);
    if (m_values.size() == 1 && !m_instruction.isEmpty())
        lines.append(m_instruction);
    QImage code = print::squareCode(lines.join(u'\n'), 1);
    if (code.isNull())
        return;
    m_preview->showCode(std::move(code));
    m_code = u"image://slip/code/%1"_s.arg(++m_codeCount);
    Q_EMIT changed();
}

void LargePage::hideCode()
{
    forgetCode();
    Q_EMIT changed();
}

void LargePage::forgetCode()
{
    m_code.clear();
    m_preview->showCode({});
}

} // namespace porchlight::viewmodels
