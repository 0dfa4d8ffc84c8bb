// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/store_translator.h"

#include <string_view>

namespace porchlight::viewmodels {

QString StoreTranslator::translate(const char * /*context*/, const char *id, const char * /*comment*/, int /*n*/) const
{
    if (!m_edition)
        return {};
    constexpr std::string_view beside = ":english";
    const std::string_view asked(id);
    if (asked.ends_with(beside)) {
        const auto it = m_edition->interfaceEnglish.find(std::string(asked.substr(0, asked.size() - beside.size())));
        // Empty, not null: Qt shows the id itself for a null answer. The space lets a page join sentences.
        return it == m_edition->interfaceEnglish.end() ? QStringLiteral("")
                                                       : QString::fromStdString(it->second) + QLatin1Char(' ');
    }
    const auto it = m_edition->interface.find(id);
    return it == m_edition->interface.end() ? QString() : QString::fromStdString(it->second);
}

} // namespace porchlight::viewmodels
