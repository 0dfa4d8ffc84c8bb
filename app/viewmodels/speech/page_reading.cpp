// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/speech/page_reading.h"

#include <QHash>

#include <algorithm>

namespace porchlight::viewmodels {

namespace {

bool isReadByItself(const SpokenItem &item)
{
    return item.shown && item.layer != Layer::Bar && !(item.turning && item.control);
}

/// That a button has gone off is said to those who come to it.
std::vector<playback::Line> news(const SpokenItem &item)
{
    std::vector<playback::Line> lines = item.lines;
    if (item.control && !item.enabled && lines.size() > 1)
        lines.pop_back();
    return lines;
}

} // namespace

std::vector<SpokenItem> readAnew(const std::vector<SpokenItem> &items, QSet<QString> &told)
{
    std::vector<SpokenItem> read;
    for (const SpokenItem &item : items) {
        if (!isReadByItself(item))
            continue;
        if (item.layer == Layer::Notice) {
            const QString &words = item.lines.front().text;
            if (told.contains(words))
                continue;
            told.insert(words);
        }
        read.push_back(item);
    }
    return read;
}

std::vector<SpokenItem> readChanges(const std::vector<SpokenItem> &before, const std::vector<SpokenItem> &now,
                                    bool turned)
{
    QHash<const QQuickItem *, std::vector<playback::Line>> said;
    QSet<QString> texts;
    for (const SpokenItem &item : before) {
        if (!item.shown && !turned)
            continue;
        said.insert(item.item, item.lines);
        for (const playback::Line &line : item.lines)
            texts.insert(line.text);
    }
    const auto isNews = [&](const SpokenItem &item) {
        const std::vector<playback::Line> lines = news(item);
        const auto same = said.constFind(item.item);
        if (same != said.constEnd())
            return std::any_of(lines.begin(), lines.end(), [&](const playback::Line &line) {
                return std::find(same->begin(), same->end(), line) == same->end();
            });
        return std::any_of(lines.begin(), lines.end(),
                           [&](const playback::Line &line) { return !texts.contains(line.text); });
    };
    std::vector<SpokenItem> read;
    for (const SpokenItem &item : now) {
        if (isReadByItself(item) && !item.passing && isNews(item))
            read.push_back(item);
    }
    return read;
}

} // namespace porchlight::viewmodels
