// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/thread_guard.h"

#include <cstdio>
#include <cstdlib>

namespace porchlight::store {

namespace {
thread_local bool forbidden = false;
}

void forbidOnThisThread()
{
    forbidden = true;
}

void requireAllowedThread(std::string_view verb)
{
    if (!forbidden)
        return;
    std::fprintf(stderr, "porchlight: the content store was used on a thread that must never wait for it (%.*s)\n",
                 static_cast<int>(verb.size()), verb.data());
    std::abort();
}

} // namespace porchlight::store
