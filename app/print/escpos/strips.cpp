// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/strips.h"

#include <algorithm>

namespace porchlight::print::escpos {
namespace {

constexpr int mostRows = 800;
constexpr std::size_t headLength = 8;
constexpr char dataLinkEscape = 0x10;
constexpr char twoDots = 0x18; // widened towards the right, where it was 0x10

bool isObeyed(char second)
{
    return second == 0x04 || second == 0x05 || second == 0x14;
}

char low(int value)
{
    return static_cast<char>(value & 0xff);
}

Bytes strip(const Picture &picture, int from, int rows)
{
    const int width = picture.bytesPerRow;
    Bytes command{0x1d, 'v', '0', 0, low(width), low(width >> 8), low(rows), low(rows >> 8)};
    command.append(picture.dots, static_cast<std::size_t>(from) * width, static_cast<std::size_t>(rows) * width);
    for (std::size_t at = headLength; at + 1 < command.size(); ++at)
        if (command[at] == dataLinkEscape && isObeyed(command[at + 1]))
            command[at] = twoDots;
    return command;
}

} // namespace

Model receiptPrinter(int rollMm)
{
    Model model;
    if (rollMm == 58) {
        model.name = "58 mm receipt printer";
        model.rollMm = 58;
        model.printableMm = 48;
    }
    return model;
}

std::vector<Bytes> stripsOf(const Picture &picture, int rowsPerStrip)
{
    std::vector<Bytes> strips;
    const int rows = picture.rows();
    const int most = std::clamp(rowsPerStrip, 1, mostRows);
    const int count = (rows + most - 1) / most;
    for (int n = 0; n < count; ++n) {
        const int from = static_cast<int>(static_cast<long>(rows) * n / count);
        const int end = static_cast<int>(static_cast<long>(rows) * (n + 1) / count);
        strips.push_back(strip(picture, from, end - from));
    }
    return strips;
}

Bytes filling(const Model &model)
{
    return Bytes(static_cast<std::size_t>(model.rowsPerStrip) * model.widthDots() / 8 + headLength, '\0');
}

} // namespace porchlight::print::escpos
