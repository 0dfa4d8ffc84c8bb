// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace porchlight::content {

/// What went wrong, for the person who can mend it (editor, staff, administrator). Never shown to a visitor.
struct Fault {
    std::string code;   ///< stable and searchable: "yaml-syntax", "store-too-new"
    std::string where;  ///< "content/topics/pay.md:12", a field, or a file
    std::string what;   ///< one sentence: what is wrong
    std::string remedy; ///< one sentence: what to do about it

    /// "where: what What to do: remedy [code]", the one form all programs print.
    [[nodiscard]] std::string describe() const;
};

/// A value, or the Fault that stands in its place. Holds no reference to its source.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Fault fault) : m_state(std::in_place_index<1>, std::move(fault)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    /// Only after a successful test; throws std::bad_variant_access otherwise.
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    [[nodiscard]] const Fault &fault() const { return std::get<1>(m_state); }

private:
    std::variant<T, Fault> m_state;
};

struct Nothing {};
/// For work that gives nothing back but may fail: return Nothing{} or a Fault.
using Outcome = Result<Nothing>;

} // namespace porchlight::content
