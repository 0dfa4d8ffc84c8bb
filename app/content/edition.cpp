// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "content/edition.h"

#include <algorithm>

namespace porchlight::content {

namespace {

template <class T> const T *findById(const std::vector<T> &all, const std::string &id)
{
    const auto it = std::find_if(all.begin(), all.end(), [&](const T &one) { return one.id == id; });
    return it == all.end() ? nullptr : &*it;
}

} // namespace

const Contact *Edition::findContact(const std::string &id) const
{
    return findById(contacts, id);
}

const Tile *Edition::findTile(const std::string &id) const
{
    return findById(tiles, id);
}

const ShowCard *Edition::findShowCard(const std::string &id) const
{
    return findById(showCards, id);
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

bool Edition::showsLearn(const Language &of) const
{
    return release.mode != Mode::Live || of.source || of.learnLevel >= learnFloor;
}

} // namespace porchlight::content
