// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// A number as large as the screen allows, to write down or to remember; or all that would stand on the slip.
/// Named as on paper: no topic word in letters that can be read from across the room.
class LargePage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")
    Q_PROPERTY(QString instruction READ instruction NOTIFY changed FINAL)
    Q_PROPERTY(QString interpreterSentence READ interpreterSentence NOTIFY changed FINAL)
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    Q_PROPERTY(QStringList values READ values NOTIFY changed FINAL)

public:
    [[nodiscard]] QString instruction() const { return m_instruction; }
    /// English by design; empty for English.
    [[nodiscard]] QString interpreterSentence() const { return m_interpreterSentence; }
    [[nodiscard]] QStringList names() const { return m_names; }
    [[nodiscard]] QStringList values() const { return m_values; }

    void show(const content::Edition &edition, const std::vector<std::string> &channelIds);
    void clear();

Q_SIGNALS:
    void changed();

private:
    QStringList m_names;
    QStringList m_values;
    QString m_instruction;
    QString m_interpreterSentence;
};

} // namespace porchlight::viewmodels
