// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/contacts/contact_page.h"

namespace porchlight::viewmodels {

void ContactPage::show(const content::Edition &edition, const std::string &contactId)
{
    const content::Contact *contact = edition.findContact(contactId);
    if (!contact) {
        clear();
        return;
    }
    m_contact = contactRow(*contact);
    m_channels.show(*contact);
    Q_EMIT changed();
}

void ContactPage::clear()
{
    m_contact = {};
    m_channels.clear();
    Q_EMIT changed();
}

} // namespace porchlight::viewmodels
