// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: what GLib hands out, given back by itself.

#include <ostree.h>

#include <memory>
#include <string>

namespace porchlight::release {

template <auto Free> struct FreeWith {
    template <class T> void operator()(T *pointer) const { Free(pointer); }
};

/// A reference to a GObject.
template <class T> using ObjectPtr = std::unique_ptr<T, FreeWith<g_object_unref>>;
using VariantPtr = std::unique_ptr<GVariant, FreeWith<g_variant_unref>>;
using BytesPtr = std::unique_ptr<GBytes, FreeWith<g_bytes_unref>>;
using TablePtr = std::unique_ptr<GHashTable, FreeWith<g_hash_table_unref>>;
using ArrayPtr = std::unique_ptr<GPtrArray, FreeWith<g_ptr_array_unref>>;
using CharsPtr = std::unique_ptr<char, FreeWith<g_free>>;
using StringsPtr = std::unique_ptr<char *, FreeWith<g_strfreev>>;
using KeyFilePtr = std::unique_ptr<GKeyFile, FreeWith<g_key_file_unref>>;
using ContextPtr = std::unique_ptr<GMainContext, FreeWith<g_main_context_unref>>;

/// Takes a variant whose reference may still float.
inline VariantPtr sunk(GVariant *variant)
{
    return VariantPtr(g_variant_ref_sink(variant));
}

/// For GLib's last argument: `call(..., error.out())`.
class GlibError {
public:
    GlibError() = default;
    GlibError(const GlibError &) = delete;
    GlibError &operator=(const GlibError &) = delete;
    ~GlibError() { g_clear_error(&m_error); }

    GError **out()
    {
        g_clear_error(&m_error);
        return &m_error;
    }
    [[nodiscard]] const GError *get() const { return m_error; }
    [[nodiscard]] bool is(GQuark domain, int code) const { return g_error_matches(m_error, domain, code) != FALSE; }
    [[nodiscard]] std::string message() const { return m_error ? m_error->message : std::string(); }

private:
    GError *m_error = nullptr;
};

} // namespace porchlight::release
