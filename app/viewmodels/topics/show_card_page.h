// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// A sentence to hold out to someone at the desk, in the visitor's language and in English.
class ShowCardPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString english READ english NOTIFY changed FINAL)

public:
    [[nodiscard]] QString text() const { return m_text; }
    /// Empty where the visitor's language is English.
    [[nodiscard]] QString english() const { return m_english; }

    void show(const content::Edition &edition, const std::string &cardId);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    QString m_english;
};

} // namespace porchlight::viewmodels
