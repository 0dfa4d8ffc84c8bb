// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// What the cover page says of the place: an ordinary page, always in the site's own language.
class SitePage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> hours READ hours NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> services READ services NOTIFY changed FINAL)

public:
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QList<QString> hours() const { return m_hours; }
    [[nodiscard]] QList<QString> services() const { return m_services; }

    void show(const content::Edition &edition);

Q_SIGNALS:
    void changed();

private:
    QString m_name;
    QList<QString> m_hours;
    QList<QString> m_services;
};

} // namespace porchlight::viewmodels
