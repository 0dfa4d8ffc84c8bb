// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace porchlight::store {

/// From now on the store may not be used on the calling thread: the kiosk calls this on its GUI thread, so that no
/// frame ever waits for the disk. Lasts as long as the thread.
void forbidOnThisThread();

/// Aborts, in every build, when the calling thread is forbidden; `verb` is named in the message.
void requireAllowedThread(std::string_view verb);

} // namespace porchlight::store
