// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/edition.h"
#include "playback/voices.h"
#include "viewmodels/speech/item_type.h"

#include <QPointer>
#include <QQuickItem>
#include <QRectF>

#include <vector>

namespace porchlight::viewmodels {

/// Where something to say stands.
enum class Layer {
    Page,   ///< the page, or what stands in its place: the cover, the question whether somebody is there
    Notice, ///< reservations about the whole page; the same on many pages
    Bar,    ///< the fixed bar; only said when one comes to it
};

/// One thing to say: a control with all that stands on it, or a text.
struct SpokenItem {
    QPointer<QQuickItem> item;
    std::vector<playback::Line> lines;
    Layer layer = Layer::Page;
    bool control = false;
    bool enabled = true;
    bool shown = true;    ///< false: on another part of the page
    bool turning = false; ///< "Go up" and "More", which one who listens does not need
    bool passing = false; ///< changes by itself; said with the page, not for its own sake
};

/// What the screen says, in the order of reading.
struct SpokenScreen {
    std::vector<SpokenItem> items;
    QPointer<QQuickItem> root; ///< what covers the rest, or the whole window
};

/// What one must know to read a screen.
struct ReaderContext {
    QString language;                          ///< of the page
    const content::Edition *edition = nullptr; ///< its words and languages; null: nothing is said of states
    /// Who has no voice of their own is named in English, by the voice of this language.
    QString fallback;
    playback::Voices *voices = nullptr; ///< null: each language is named in itself
};

/// Walks the scene of a window; nothing of it is kept. Every visible text is in one of the items, unless it says that
/// it is `silent`. Texts on other parts of a page count, those that something covers do not.
SpokenScreen readScreen(QQuickItem *window, const ReaderContext &context);

} // namespace porchlight::viewmodels
