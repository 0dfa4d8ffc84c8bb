// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>

namespace porchlight::programs {

/// The looks of the kiosk.
enum class Look { Light, Dark, Contrast };

/// What every page must keep, by look, by size of screen and by size of text. Papers behind the figures: WCAG 2.2,
/// US Section 508 402.4, and Colle and Hiszem (2004) for the finger.
struct ContrastFloors {
    double text = 0;    ///< against the ground that is drawn below it
    double aside = 4.5; ///< text of a control that is switched off, and the ribbon of a demonstration
    double control = 3; ///< edge or fill of a control, against what stands around it
    double sign = 3;    ///< strokes of a sign
    double ring = 3;    ///< where the keys are: the pixels that change, before and after
};

struct TargetFloors {
    double side = 0; ///< millimetres
    double gap = 0;  ///< millimetres, between two controls
};

struct CapitalFloors {
    double least = 0;    ///< millimetres: whatever must be read
    double bodyFrom = 0; ///< millimetres: the text of a page
    double bodyTo = 0;
};

inline constexpr int mostChoices = 6;

ContrastFloors contrastFloors(Look look);
/// `screenMm`: the whole screen in millimetres.
TargetFloors targetFloors(const QSizeF &screenMm);
/// `textSize`: 1 to 4.
CapitalFloors capitalFloors(int textSize, const QSizeF &screenMm);

} // namespace porchlight::programs
