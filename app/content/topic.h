// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/date.h"

#include <string>
#include <vector>

namespace porchlight::content {

struct Block {
    enum class Kind { Heading, Paragraph, Bullet, Note, ContactCard, Safety, ShowCard };
    Kind kind = Kind::Paragraph;
    std::string text;      ///< plain text, placeholders already filled; empty for a ContactCard and a ShowCard
    std::string contactId; ///< for a ContactCard
    std::string english;   ///< of a Safety: the English beside it while nobody has approved its translation; else empty
    std::string cardId;    ///< for a ShowCard
    int position = 0;      ///< among all blocks of the topic in its release: stays when another one is hidden
};

/// A sentence that fills the screen for somebody else to read: "May I use a phone in private?"
struct ShowCard {
    std::string id;
    std::string text;    ///< in the visitor's language
    std::string english; ///< the same for who reads no other language; empty where `text` is English
};

/// Where a fact on a page comes from. Shown to editors and staff, not on the help path.
struct Source {
    std::string what;
    std::string url;
    Date checkedOn{};
    Date recheckBy{};
    char mark = 'A';  ///< how well it is known; nothing less goes on a screen
    std::string fact; ///< the fact that it comes from; empty for a source of the topic's own
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

/// One of the six choices of screen 2, the small one below them, or a group inside the list of another tile.
struct Tile {
    enum class Opens { Topics, Numbers };
    std::string id; ///< "work"
    std::string title;
    std::string hint; ///< small line below the title; may be empty
    std::string icon; ///< name in media/icons, without ".svg"
    Opens opens = Opens::Topics;
    bool small = false;                ///< stands below the six ("Help someone else")
    std::vector<std::string> topicIds; ///< in order; a tile that opens numbers may have some too
    std::string parent;                ///< of a group: the tile in whose list it stands; else empty
    std::vector<std::string> childIds; ///< its groups, in order
};

} // namespace porchlight::content
