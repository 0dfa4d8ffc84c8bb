// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/contact.h"
#include "content/language.h"
#include "content/slip_design.h"
#include "content/topic.h"

#include <array>
#include <optional>
#include <string_view>

namespace porchlight::store {

/// How enumerations are written in the store, in the order of their values. Part of the schema: the CHECK constraints
/// of schema.cpp hold the same words.
template <class E> struct Names;
template <> struct Names<content::Direction> {
    static constexpr std::array<std::string_view, 2> all{"ltr", "rtl"};
};
template <> struct Names<content::TranslationLevel> {
    static constexpr std::array<std::string_view, 5> all{"L0", "L1", "L2", "L3", "L4"};
};
template <> struct Names<content::Domain> {
    static constexpr std::array<std::string_view, 2> all{"help", "learn"};
};
template <> struct Names<content::Mode> {
    static constexpr std::array<std::string_view, 2> all{"demonstration", "live"};
};
template <> struct Names<content::Tile::Opens> {
    static constexpr std::array<std::string_view, 2> all{"topics", "numbers"};
};
template <> struct Names<content::TrustClass> {
    static constexpr std::array<std::string_view, 5> all{"T1", "T2", "T3", "T4", "none"};
};
template <> struct Names<content::ChannelKind> {
    static constexpr std::array<std::string_view, 6> all{"call", "text", "tty", "chat", "web", "email"};
};
template <> struct Names<content::CheckMethod> {
    static constexpr std::array<std::string_view, 3> all{"dialled", "page", "letter"};
};
template <> struct Names<content::ChannelStatus> {
    static constexpr std::array<std::string_view, 3> all{"ok", "unverified", "withdrawn"};
};
template <> struct Names<content::Layer> {
    static constexpr std::array<std::string_view, 2> all{"ordinary", "learn"};
};
template <> struct Names<content::EnglishBeside> {
    static constexpr std::array<std::string_view, 3> all{"never", "drafts", "always"};
};
template <> struct Names<content::Fold> {
    static constexpr std::array<std::string_view, 3> all{"none", "half", "thirds"};
};
template <> struct Names<content::Block::Kind> {
    static constexpr std::array<std::string_view, 7> all{"heading", "paragraph", "bullet", "note",
                                                         "contact", "safety",    "card"};
};

/// Empty for a value outside the enumeration, which the schema then refuses.
template <class E> std::string_view nameOf(E value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < Names<E>::all.size() ? Names<E>::all[index] : std::string_view{};
}

template <class E> std::optional<E> valueOf(std::string_view name)
{
    for (std::size_t i = 0; i < Names<E>::all.size(); ++i)
        if (Names<E>::all[i] == name)
            return static_cast<E>(i);
    return std::nullopt;
}

} // namespace porchlight::store
