// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/topics/topic_page.h"

namespace porchlight::viewmodels {

void TopicPage::showTile(const content::Edition &edition, const std::string &tileId)
{
    const content::Tile *tile = edition.findTile(tileId);
    m_tileTitle = tile ? QString::fromStdString(tile->title) : QString();
    // A tile's icon has an illustration of the same name.
    m_tilePicture = tile ? QString::fromStdString(tile->icon) : QString();
    m_siblings.show(edition, tileId);
    Q_EMIT changed();
}

void TopicPage::showTopic(const content::Edition &edition, const std::string &topicId, bool hasFilm)
{
    const content::Topic *topic = edition.findTopic(topicId);
    if (!topic) {
        clear();
        return;
    }
    m_title = QString::fromStdString(topic->title);
    m_summary = QString::fromStdString(topic->summary);
    m_picture = QString::fromStdString(topic->picture);
    m_sensitive = topic->sensitive;
    m_learn = topic->layer == content::Layer::Learn;
    m_hasFilm = hasFilm;
    m_blocks.show(edition, *topic);
    Q_EMIT changed();
}

void TopicPage::clear()
{
    m_title.clear();
    m_summary.clear();
    m_picture.clear();
    m_sensitive = false;
    m_learn = false;
    m_hasFilm = false;
    m_tileTitle.clear();
    m_tilePicture.clear();
    m_siblings.clear();
    m_blocks.clear();
    Q_EMIT changed();
}

} // namespace porchlight::viewmodels
