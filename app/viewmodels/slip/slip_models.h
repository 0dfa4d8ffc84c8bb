// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "viewmodels/snapshot_model.h"
#include "visit/slip_choice.h"

#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

struct SlipRow {
    QString key;
    QString contactName;
    QString value;
    bool chosen = false;
    bool operator==(const SlipRow &) const = default;
};

/// What may go on a slip: a line a contact, named as it will stand there.
class SlipModel : public SnapshotModel<SlipRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    explicit SlipModel(QObject *parent = nullptr);
    /// `first`: the line that brought the visitor here stands at the top; empty if none.
    void show(const content::Edition &edition, const visit::SlipChoice &choice, const QString &first);
};

struct DesignRow {
    QString key;
    QString title;
    bool chosen = false;
    bool operator==(const DesignRow &) const = default;
};

/// The kinds of slip there are.
class DesignModel : public SnapshotModel<DesignRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed over by the program")

public:
    explicit DesignModel(QObject *parent = nullptr);
    void show(const content::Edition &edition, const visit::SlipChoice &choice);
};

/// The design the visitor chose, or the first; null where the release has none.
const content::SlipDesign *chosenDesign(const content::Edition &edition, const visit::SlipChoice &choice);

} // namespace porchlight::viewmodels
