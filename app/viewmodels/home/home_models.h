// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "viewmodels/snapshot_model.h"

#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

struct LanguageRow {
    QString key;
    QString ownName;
    QString direction;
    QString fontFamily;
    bool draft = false;
    bool operator==(const LanguageRow &) const = default;
};

/// Screen 1: every language by its own name.
class LanguageModel : public SnapshotModel<LanguageRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    explicit LanguageModel(QObject *parent = nullptr);
    void show(const content::Edition &edition);
};

struct TileRow {
    QString key;
    QString title;
    QString hint;
    QString icon;
    QString opens;
    bool operator==(const TileRow &) const = default;
};

/// Screen 2: the six, or the small ones below them.
class TileModel : public SnapshotModel<TileRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    enum class Holds { TheSix, TheSmall };
    explicit TileModel(Holds holds, QObject *parent = nullptr);
    void show(const content::Edition &edition);

private:
    Holds m_holds;
};

} // namespace porchlight::viewmodels
