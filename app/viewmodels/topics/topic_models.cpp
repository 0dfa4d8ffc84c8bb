// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/topics/topic_models.h"

#include <algorithm>

namespace porchlight::viewmodels {

namespace {

constexpr SnapshotModel<TopicRow>::Role topicRoles[] = {
    {"topicId", [](const TopicRow &row) { return QVariant(row.key); }},
    {"title", [](const TopicRow &row) { return QVariant(row.title); }},
    {"summary", [](const TopicRow &row) { return QVariant(row.summary); }},
    {"picture", [](const TopicRow &row) { return QVariant(row.picture); }},
    {"learn", [](const TopicRow &row) { return QVariant(row.learn); }},
};

constexpr SnapshotModel<BlockRow>::Role blockRoles[] = {
    {"kind", [](const BlockRow &row) { return QVariant(row.kind); }},
    {"text", [](const BlockRow &row) { return QVariant(row.text); }},
    {"contactId", [](const BlockRow &row) { return QVariant(row.contactId); }},
    {"contactName", [](const BlockRow &row) { return QVariant(row.contactName); }},
    {"contactNumber", [](const BlockRow &row) { return QVariant(row.contactNumber); }},
};

BlockModel::Kind kindOf(content::Block::Kind kind)
{
    switch (kind) {
    case content::Block::Kind::Heading:
        return BlockModel::Heading;
    case content::Block::Kind::Bullet:
        return BlockModel::Bullet;
    case content::Block::Kind::Note:
        return BlockModel::Note;
    case content::Block::Kind::ContactCard:
        return BlockModel::ContactCard;
    case content::Block::Kind::Paragraph:
        break;
    }
    return BlockModel::Paragraph;
}

} // namespace

TopicModel::TopicModel(QObject *parent) : SnapshotModel(topicRoles, parent) {}

void TopicModel::show(const content::Edition &edition, const std::string &tileId)
{
    std::vector<TopicRow> rows;
    const auto tile = std::find_if(edition.tiles.begin(), edition.tiles.end(),
                                   [&](const content::Tile &candidate) { return candidate.id == tileId; });
    if (tile != edition.tiles.end()) {
        for (const std::string &id : tile->topicIds) {
            if (const content::Topic *topic = edition.findTopic(id)) {
                rows.push_back({QString::fromStdString(topic->id), QString::fromStdString(topic->title),
                                QString::fromStdString(topic->summary), QString::fromStdString(topic->picture),
                                topic->layer == content::Layer::Learn});
            }
        }
    }
    SnapshotModel::show(std::move(rows));
}

BlockModel::BlockModel(QObject *parent) : SnapshotModel(blockRoles, parent) {}

void BlockModel::show(const content::Edition &edition, const content::Topic &topic)
{
    std::vector<BlockRow> rows;
    for (const content::Block &block : topic.blocks) {
        BlockRow row;
        row.key = QString::fromStdString(topic.id) + QChar(u'/') + QString::number(rows.size());
        row.kind = kindOf(block.kind);
        row.text = QString::fromStdString(block.text);
        row.contactId = QString::fromStdString(block.contactId);
        if (const content::Contact *contact = edition.findContact(block.contactId)) {
            row.contactName = QString::fromStdString(contact->name);
            row.contactNumber = QString::fromStdString(contact->channels.front().value);
        }
        rows.push_back(std::move(row));
    }
    SnapshotModel::show(std::move(rows));
}

} // namespace porchlight::viewmodels
