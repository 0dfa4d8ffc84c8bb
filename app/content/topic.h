// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"

#include <string>
#include <vector>

namespace porchlight::content {

struct Block {
    enum class Kind { Heading, Paragraph, Bullet, Note, ContactCard };
    Kind kind = Kind::Paragraph;
    std::string text;      ///< plain text, placeholders already filled; empty for a ContactCard
    std::string contactId; ///< for a ContactCard
};

/// Where a fact on a page comes from. Shown to editors and staff, not on the help path.
struct Source {
    std::string what;
    std::string url;
    Date checkedOn{};
    Date recheckBy{};
};

/// Ordinary topics may be open on any screen; a learn topic names human trafficking and stands one level in.
enum class Layer { Ordinary, Learn };

struct Topic {
    std::string id; ///< "pay"; stable, never reused
    std::string title;
    std::string summary; ///< one line below the title in a list
    std::string picture; ///< name of an illustration in media/illustrations, without ".svg"
    Layer layer = Layer::Ordinary;
    bool sensitive = false; ///< "More time" brings it back for a short time only
    std::vector<Block> blocks;
    std::vector<Source> sources;
};

/// One of the six choices of screen 2, or the small one below them.
struct Tile {
    enum class Opens { Topics, Numbers };
    std::string id; ///< "work"
    std::string title;
    std::string hint; ///< small line below the title; may be empty
    std::string icon; ///< name in media/icons, without ".svg"
    Opens opens = Opens::Topics;
    bool small = false;                ///< stands below the six ("Help someone else")
    std::vector<std::string> topicIds; ///< in order
};

} // namespace porchlight::content
