// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/edition.h"

#include <algorithm>

namespace porchlight::content {

const Contact *Edition::findContact(const std::string &id) const
{
    const auto it = std::find_if(contacts.begin(), contacts.end(), [&](const Contact &c) { return c.id == id; });
    return it == contacts.end() ? nullptr : &*it;
}

const Topic *Edition::findTopic(const std::string &id) const
{
    const auto it = topics.find(id);
    return it == topics.end() ? nullptr : &it->second;
}

bool Edition::fixedCardOnly(const Language &of) const
{
    return release.mode == Mode::Live && !of.source && of.level < helpPathFloor;
}

} // namespace porchlight::content
