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
    [[nodiscard]] bool holds(const std::string &channelId) const;
    /// In the order they were chosen.
    [[nodiscard]] const std::vector<std::string> &channelIds() const { return m_channelIds; }
    /// Empty until chosen: the first design then.
    [[nodiscard]] const std::string &designId() const { return m_designId; }

private:
    std::vector<std::string> m_channelIds;
    std::string m_designId;
};

} // namespace porchlight::visit
