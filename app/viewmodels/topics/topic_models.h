// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "viewmodels/snapshot_model.h"

#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

struct TopicRow {
    QString key;
    QString title;
    QString summary;
    QString picture;
    bool learn = false;
    bool group = false; ///< `key` is a tile: it opens another list
    bool operator==(const TopicRow &) const = default;
};

/// The topics behind one tile, and the groups inside it.
class TopicModel : public SnapshotModel<TopicRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    explicit TopicModel(QObject *parent = nullptr);
    void show(const content::Edition &edition, const std::string &tileId);
    void clear() { SnapshotModel::show({}); }
};

struct BlockRow {
    QString key; ///< place in the topic: the same paragraph in every language
    int kind = 0;
    QString text;
    QString english; ///< beside a safety sentence that is a draft; otherwise empty
    QString cardId;
    QString contactId;
    QString contactName;
    QString contactNumber;
    bool operator==(const BlockRow &) const = default;
};

/// What there is to read in a topic, top to bottom.
class BlockModel : public SnapshotModel<BlockRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    enum Kind { Heading, Paragraph, Bullet, Note, ContactCard, Safety, ShowCard };
    Q_ENUM(Kind)

    explicit BlockModel(QObject *parent = nullptr);
    void show(const content::Edition &edition, const content::Topic &topic);
    void clear() { SnapshotModel::show({}); }
};

} // namespace porchlight::viewmodels
