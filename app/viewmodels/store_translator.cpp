// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/store_translator.h"

namespace porchlight::viewmodels {

QString StoreTranslator::translate(const char * /*context*/, const char *id, const char * /*comment*/, int /*n*/) const
{
    if (!m_edition)
        return {};
    const auto it = m_edition->interface.find(id);
    return it == m_edition->interface.end() ? QString() : QString::fromStdString(it->second);
}

} // namespace porchlight::viewmodels
