// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"
#include "content/edition.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// What the cover page says of the place, an ordinary page, always in the site's own language; and which friendly lines
/// the first screen shows on this day.
class SitePage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString language READ language NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> hours READ hours NOTIFY changed FINAL)
    Q_PROPERTY(QList<QString> services READ services NOTIFY changed FINAL)
    Q_PROPERTY(QList<int> welcomeLines READ welcomeLines NOTIFY changed FINAL)

public:
    /// Tag of the site's own language.
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QList<QString> hours() const { return m_hours; }
    [[nodiscard]] QList<QString> services() const { return m_services; }

    /// Numbers N of the interface words "welcome.line-N", in the order in which they take turns.
    [[nodiscard]] QList<int> welcomeLines() const { return m_welcomeLines; }

    void show(const content::Edition &edition, content::Date today);

Q_SIGNALS:
    void changed();

private:
    QString m_language;
    QString m_name;
    QList<QString> m_hours;
    QList<QString> m_services;
    QList<int> m_welcomeLines;
};

} // namespace porchlight::viewmodels
