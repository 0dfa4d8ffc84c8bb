// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/contacts/contact_models.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// One contact: who answers, in which languages, what it costs, what they must tell, and how to reach them.
class ContactPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QString forWhat READ forWhat NOTIFY changed FINAL)
    Q_PROPERTY(QString answers READ answers NOTIFY changed FINAL)
    Q_PROPERTY(QString cost READ cost NOTIFY changed FINAL)
    Q_PROPERTY(QString languages READ languages NOTIFY changed FINAL)
    Q_PROPERTY(QString tells READ tells NOTIFY changed FINAL)
    Q_PROPERTY(QString answersEnglish READ answersEnglish NOTIFY changed FINAL)
    Q_PROPERTY(QString tellsEnglish READ tellsEnglish NOTIFY changed FINAL)
    Q_PROPERTY(int trust READ trust NOTIFY changed FINAL)
    Q_PROPERTY(porchlight::viewmodels::ChannelModel *channels READ channels CONSTANT FINAL)

public:
    [[nodiscard]] QString name() const { return m_contact.name; }
    [[nodiscard]] QString forWhat() const { return m_contact.forWhat; }
    [[nodiscard]] QString answers() const { return m_contact.answers; }
    [[nodiscard]] QString cost() const { return m_contact.cost; }
    [[nodiscard]] QString languages() const { return m_contact.languages; }
    [[nodiscard]] QString tells() const { return m_contact.tells; }
    [[nodiscard]] QString answersEnglish() const { return m_contact.answersEnglish; }
    [[nodiscard]] QString tellsEnglish() const { return m_contact.tellsEnglish; }
    [[nodiscard]] int trust() const { return m_contact.trust; }
    [[nodiscard]] ChannelModel *channels() { return &m_channels; }

    void show(const content::Edition &edition, const std::string &contactId);
    void clear();

Q_SIGNALS:
    void changed();

private:
    ContactRow m_contact;
    ChannelModel m_channels;
};

} // namespace porchlight::viewmodels
