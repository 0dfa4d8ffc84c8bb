// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"

#include <QTranslator>

#include <memory>

namespace porchlight::viewmodels {

/// Answers qsTrId from the edition in memory. Falls back to English because the edition itself does.
/// "slip.safe:english" is the English beside the safety sentence "slip.safe": empty but in a draft.
class StoreTranslator final : public QTranslator {
public:
    void show(std::shared_ptr<const content::Edition> edition) { m_edition = std::move(edition); }
    [[nodiscard]] QString translate(const char *context, const char *id, const char *comment, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    std::shared_ptr<const content::Edition> m_edition;
};

} // namespace porchlight::viewmodels
