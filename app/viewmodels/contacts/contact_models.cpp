// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/contacts/contact_models.h"

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;

namespace {

constexpr SnapshotModel<ContactRow>::Role contactRoles[] = {
    {"contactId", [](const ContactRow &row) { return QVariant(row.key); }},
    {"name", [](const ContactRow &row) { return QVariant(row.name); }},
    {"forWhat", [](const ContactRow &row) { return QVariant(row.forWhat); }},
    {"answers", [](const ContactRow &row) { return QVariant(row.answers); }},
    {"languages", [](const ContactRow &row) { return QVariant(row.languages); }},
    {"tells", [](const ContactRow &row) { return QVariant(row.tells); }},
    {"cost", [](const ContactRow &row) { return QVariant(row.cost); }},
    {"trust", [](const ContactRow &row) { return QVariant(row.trust); }},
    {"number", [](const ContactRow &row) { return QVariant(row.number); }},
    {"numberKind", [](const ContactRow &row) { return QVariant(row.numberKind); }},
    {"hours", [](const ContactRow &row) { return QVariant(row.hours); }},
    {"channelId", [](const ContactRow &row) { return QVariant(row.channelId); }},
    {"verified", [](const ContactRow &row) { return QVariant(row.verified); }},
};

constexpr SnapshotModel<ChannelRow>::Role channelRoles[] = {
    {"channelId", [](const ChannelRow &row) { return QVariant(row.key); }},
    {"kind", [](const ChannelRow &row) { return QVariant(row.kind); }},
    {"value", [](const ChannelRow &row) { return QVariant(row.value); }},
    {"instruction", [](const ChannelRow &row) { return QVariant(row.instruction); }},
    {"hours", [](const ChannelRow &row) { return QVariant(row.hours); }},
    {"verified", [](const ChannelRow &row) { return QVariant(row.verified); }},
};

} // namespace

QString kindName(content::ChannelKind kind)
{
    switch (kind) {
    case content::ChannelKind::Call:
        return u"call"_s;
    case content::ChannelKind::Text:
        return u"text"_s;
    case content::ChannelKind::Tty:
        return u"tty"_s;
    case content::ChannelKind::Chat:
        return u"chat"_s;
    case content::ChannelKind::Web:
        return u"web"_s;
    case content::ChannelKind::Email:
        return u"email"_s;
    }
    return {};
}

ContactRow contactRow(const content::Contact &contact)
{
    const content::Channel &first = contact.channels.front();
    return {QString::fromStdString(contact.id),
            QString::fromStdString(contact.name),
            QString::fromStdString(contact.forWhat),
            QString::fromStdString(contact.answers),
            QString::fromStdString(contact.languages),
            QString::fromStdString(contact.tellsAuthoritiesWhen),
            QString::fromStdString(contact.answersEnglish),
            QString::fromStdString(contact.tellsEnglish),
            QString::fromStdString(contact.cost),
            static_cast<int>(contact.trust) + 1,
            QString::fromStdString(first.value),
            kindName(first.kind),
            QString::fromStdString(first.hours),
            QString::fromStdString(first.id),
            first.status == content::ChannelStatus::Ok};
}

ContactModel::ContactModel(QObject *parent) : SnapshotModel(contactRoles, parent) {}

void ContactModel::show(const content::Edition &edition)
{
    std::vector<ContactRow> rows;
    rows.reserve(edition.contacts.size());
    for (const content::Contact &contact : edition.contacts)
        rows.push_back(contactRow(contact));
    SnapshotModel::show(std::move(rows));
}

ChannelModel::ChannelModel(QObject *parent) : SnapshotModel(channelRoles, parent) {}

void ChannelModel::show(const content::Contact &contact)
{
    std::vector<ChannelRow> rows;
    for (const content::Channel &channel : contact.channels) {
        rows.push_back({QString::fromStdString(channel.id), kindName(channel.kind),
                        QString::fromStdString(channel.value), QString::fromStdString(channel.instruction),
                        QString::fromStdString(channel.hours), channel.status == content::ChannelStatus::Ok});
    }
    SnapshotModel::show(std::move(rows));
}

} // namespace porchlight::viewmodels
