// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "viewmodels/snapshot_model.h"

#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// "call", "text", "tty", "chat", "web" or "email".
QString kindName(content::ChannelKind kind);

struct ContactRow {
    QString key;
    QString name;
    QString forWhat;
    QString answers;
    QString languages;
    QString tells;
    QString answersEnglish; ///< beside a draft; otherwise empty
    QString tellsEnglish;
    QString cost;
    int trust = 4; ///< 1 to 4 for T1 to T4; 5: nobody has settled it
    QString number;
    QString numberKind;
    QString hours;
    QString channelId;
    bool verified = false;
    bool operator==(const ContactRow &) const = default;
};

/// Its first channel is the one a list shows.
ContactRow contactRow(const content::Contact &contact);

/// "Talk to someone": who there is, in order.
class ContactModel : public SnapshotModel<ContactRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    explicit ContactModel(QObject *parent = nullptr);
    void show(const content::Edition &edition);
};

struct ChannelRow {
    QString key;
    QString kind;
    QString value;
    QString instruction;
    QString hours;
    bool verified = false;
    bool operator==(const ChannelRow &) const = default;
};

/// The ways to reach one contact.
class ChannelModel : public SnapshotModel<ChannelRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    explicit ChannelModel(QObject *parent = nullptr);
    void show(const content::Contact &contact);
    void clear() { SnapshotModel::show({}); }
};

} // namespace porchlight::viewmodels
