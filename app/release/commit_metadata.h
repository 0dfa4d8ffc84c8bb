// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to app/release: how CommitFacts stand in a commit. Numbers are written in decimal digits, so that neither
// the machine's byte order nor the eye of a person with `ostree show` can mistake them.

#include "release/commit_facts.h"
#include "release/glib_ptr.h"

#include <string>
#include <vector>

namespace porchlight::release {

/// The metadata (a{sv}) of a commit that says `facts` and belongs to `collection` and `refs`: all that
/// ostree_repo_write_commit needs. The facts must be as readCommitMetadata takes them.
VariantPtr commitMetadata(const CommitFacts &facts, const std::string &collection,
                          const std::vector<std::string> &refs);

/// Reads them back, all but `changes`. `where` goes into the fault. Fault: "facts-wrong": a key is missing, twice
/// there, of another type, or out of range.
content::Result<CommitFacts> readCommitMetadata(GVariant *metadata, const std::string &where);

/// Sites and channels: [a-z0-9-]+, at most 64 letters.
bool isPlainName(const std::string &name);

} // namespace porchlight::release
