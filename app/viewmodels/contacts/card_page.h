// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// The fixed card of a language that is not yet good enough to be offered: nothing on it needs a translation.
class CardPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString language READ language NOTIFY changed FINAL)
    Q_PROPERTY(QString ownName READ ownName NOTIFY changed FINAL)
    Q_PROPERTY(QString fontFamily READ fontFamily NOTIFY changed FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)
    Q_PROPERTY(QStringList numbers READ numbers NOTIFY changed FINAL)

public:
    /// Tag of the language whose name it is.
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] QString ownName() const { return m_ownName; }
    [[nodiscard]] QString fontFamily() const { return m_fontFamily; }
    /// What to say in English: "Arabic, please. I need an interpreter."
    [[nodiscard]] QString sentence() const { return m_sentence; }
    /// The national voice lines.
    [[nodiscard]] QStringList numbers() const { return m_numbers; }

    void show(const content::Edition &edition, const std::string &languageTag);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QString m_language;
    QString m_ownName;
    QString m_fontFamily;
    QString m_sentence;
    QStringList m_numbers;
};

} // namespace porchlight::viewmodels
