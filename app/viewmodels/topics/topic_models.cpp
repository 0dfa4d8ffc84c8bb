// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/topics/topic_models.h"

namespace porchlight::viewmodels {

namespace {

constexpr SnapshotModel<TopicRow>::Role topicRoles[] = {
    {"topicId", [](const TopicRow &row) { return QVariant(row.key); }},
    {"title", [](const TopicRow &row) { return QVariant(row.title); }},
    {"summary", [](const TopicRow &row) { return QVariant(row.summary); }},
    {"picture", [](const TopicRow &row) { return QVariant(row.picture); }},
    {"learn", [](const TopicRow &row) { return QVariant(row.learn); }},
    {"group", [](const TopicRow &row) { return QVariant(row.group); }},
};

constexpr SnapshotModel<BlockRow>::Role blockRoles[] = {
    {"kind", [](const BlockRow &row) { return QVariant(row.kind); }},
    {"text", [](const BlockRow &row) { return QVariant(row.text); }},
    {"english", [](const BlockRow &row) { return QVariant(row.english); }},
    {"cardId", [](const BlockRow &row) { return QVariant(row.cardId); }},
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
    case content::Block::Kind::Safety:
        return BlockModel::Safety;
    case content::Block::Kind::ShowCard:
        return BlockModel::ShowCard;
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
    if (const content::Tile *tile = edition.findTile(tileId)) {
        for (const std::string &id : tile->topicIds) {
            if (const content::Topic *topic = edition.findTopic(id)) {
                rows.push_back({QString::fromStdString(topic->id), QString::fromStdString(topic->title),
                                QString::fromStdString(topic->summary), QString::fromStdString(topic->picture),
                                topic->layer == content::Layer::Learn, false});
            }
        }
        for (const std::string &id : tile->childIds) {
            if (const content::Tile *group = edition.findTile(id)) {
                rows.push_back({QString::fromStdString(group->id), QString::fromStdString(group->title),
                                QString::fromStdString(group->hint), QString::fromStdString(group->icon), false, true});
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
        const content::ShowCard *card = edition.findShowCard(block.cardId);
        if (block.kind == content::Block::Kind::ShowCard && !card)
            continue; // none is made in this language
        BlockRow row;
        row.key = QString::fromStdString(topic.id) + QChar(u'/') + QString::number(rows.size());
        row.kind = kindOf(block.kind);
        row.text = QString::fromStdString(block.text);
        row.english = QString::fromStdString(block.english);
        row.cardId = QString::fromStdString(block.cardId);
        if (card)
            row.text = QString::fromStdString(card->text);
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
