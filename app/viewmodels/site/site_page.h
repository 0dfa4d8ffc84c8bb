// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// What the cover page says of the place: an ordinary page, always in the site's own language.
class SitePage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QStringList hours READ hours NOTIFY changed FINAL)
    Q_PROPERTY(QStringList services READ services NOTIFY changed FINAL)

public:
    [[nodiscard]] QStringList hours() const { return m_hours; }
    [[nodiscard]] QStringList services() const { return m_services; }

    void show(const content::Edition &edition);

Q_SIGNALS:
    void changed();

private:
    QStringList m_hours;
    QStringList m_services;
};

} // namespace porchlight::viewmodels
