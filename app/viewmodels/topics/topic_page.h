// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/topics/topic_models.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// The topic that is being read, and the list it was chosen from.
class TopicPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY changed FINAL)
    Q_PROPERTY(bool sensitive READ sensitive NOTIFY changed FINAL)
    Q_PROPERTY(bool learn READ learn NOTIFY changed FINAL)
    Q_PROPERTY(bool hasFilm READ hasFilm NOTIFY changed FINAL)
    Q_PROPERTY(QString tileTitle READ tileTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString tilePicture READ tilePicture NOTIFY changed FINAL)
    Q_PROPERTY(porchlight::viewmodels::BlockModel *blocks READ blocks CONSTANT FINAL)
    Q_PROPERTY(porchlight::viewmodels::TopicModel *siblings READ siblings CONSTANT FINAL)

public:
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] QString picture() const { return m_picture; }
    [[nodiscard]] bool sensitive() const { return m_sensitive; }
    [[nodiscard]] bool learn() const { return m_learn; }
    [[nodiscard]] bool hasFilm() const { return m_hasFilm; }
    [[nodiscard]] QString tileTitle() const { return m_tileTitle; }
    [[nodiscard]] QString tilePicture() const { return m_tilePicture; }
    [[nodiscard]] BlockModel *blocks() { return &m_blocks; }
    [[nodiscard]] TopicModel *siblings() { return &m_siblings; }

    void showTile(const content::Edition &edition, const std::string &tileId);
    void showTopic(const content::Edition &edition, const std::string &topicId, bool hasFilm = false);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QString m_title;
    QString m_summary;
    QString m_picture;
    bool m_sensitive = false;
    bool m_learn = false;
    bool m_hasFilm = false;
    QString m_tileTitle;
    QString m_tilePicture;
    BlockModel m_blocks;
    TopicModel m_siblings;
};

} // namespace porchlight::viewmodels
