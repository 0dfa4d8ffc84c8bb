// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program: it believes that it has brought its writes to the disk.

extern "C" {

int fsync(int /*file*/) noexcept
{
    return 0;
}

int fdatasync(int /*file*/) noexcept
{
    return 0;
}

int syncfs(int /*file*/) noexcept
{
    return 0;
}

int sync_file_range(int /*file*/, long /*from*/, long /*length*/, unsigned /*flags*/) noexcept
{
    return 0;
}

void sync() noexcept {}

int msync(void * /*address*/, unsigned long /*length*/, int /*flags*/) noexcept
{
    return 0;
}
}
