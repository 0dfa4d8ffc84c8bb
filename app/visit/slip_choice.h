// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace porchlight::visit {

/// What the visitor has put on the slip. Gone with the visit.
class SlipChoice {
public:
    void toggle(const std::string &channelId);
    void chooseDesign(std::string designId) { m_designId = std::move(designId); }
    void toggleCode() { m_wantsCode = !m_wantsCode; }
    [[nodiscard]] bool holds(const std::string &channelId) const;
    /// In the order they were chosen.
    [[nodiscard]] const std::vector<std::string> &channelIds() const { return m_channelIds; }
    /// Empty until chosen: the first design then.
    [[nodiscard]] const std::string &designId() const { return m_designId; }
    /// A square code is on paper only where the visitor asked for it.
    [[nodiscard]] bool wantsCode() const { return m_wantsCode; }

private:
    std::vector<std::string> m_channelIds;
    std::string m_designId;
    bool m_wantsCode = false;
};

} // namespace porchlight::visit
