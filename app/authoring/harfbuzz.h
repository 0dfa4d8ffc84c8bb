// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/fonts.h"

#include <memory>

#include <hb-subset.h>
#include <hb.h>

namespace porchlight::authoring {

template <class T, void (*Destroy)(T *)> struct HbDelete {
    void operator()(T *object) const { Destroy(object); }
};

using HbBlob = std::unique_ptr<hb_blob_t, HbDelete<hb_blob_t, hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, HbDelete<hb_face_t, hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDelete<hb_font_t, hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, HbDelete<hb_buffer_t, hb_buffer_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, HbDelete<hb_set_t, hb_set_destroy>>;
using HbSubsetInput = std::unique_ptr<hb_subset_input_t, HbDelete<hb_subset_input_t, hb_subset_input_destroy>>;

HbFace openFace(const FontFile &font);

} // namespace porchlight::authoring
