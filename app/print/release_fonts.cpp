// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/release_fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace porchlight::print {

using namespace Qt::StringLiterals;

void takeReleaseFonts(const std::filesystem::path &release)
{
    const QDir fonts(QString::fromStdString((release / "fonts").string()));
    for (const QString &file : fonts.entryList({u"*.ttf"_s, u"*.otf"_s}, QDir::Files, QDir::Name))
        QFontDatabase::addApplicationFont(fonts.filePath(file));
}

} // namespace porchlight::print
