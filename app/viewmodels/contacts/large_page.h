// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

class SlipPreview;

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
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)

public:
    /// `preview` keeps the picture of the square code; it must outlive this.
    explicit LargePage(SlipPreview *preview) : m_preview(preview) {}

    [[nodiscard]] QString instruction() const { return m_instruction; }
    /// English by design; empty for English.
    [[nodiscard]] QString interpreterSentence() const { return m_interpreterSentence; }
    [[nodiscard]] QStringList names() const { return m_names; }
    [[nodiscard]] QStringList values() const { return m_values; }

    /// Where the picture of the square code is; empty until it is asked for, and again on the next page.
    [[nodiscard]] QString code() const { return m_code; }

    void show(const content::Edition &edition, const std::vector<std::string> &channelIds);
    void clear();

    /// The names and numbers as a square code, for the visitor's own phone. Never unasked: a phone may keep it.
    Q_INVOKABLE void showCode();
    Q_INVOKABLE void hideCode();

Q_SIGNALS:
    void changed();

private:
    void forgetCode();

    SlipPreview *m_preview;
    QStringList m_names;
    QStringList m_values;
    QString m_instruction;
    QString m_interpreterSentence;
    QString m_code;
    int m_codeCount = 0;
};

} // namespace porchlight::viewmodels
