// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/speech_check.h"

#include "content/speech.h"

#include <algorithm>

namespace porchlight::programs {

using namespace Qt::StringLiterals;
using viewmodels::Layer;
using viewmodels::SpokenItem;

namespace {

constexpr qreal tolerance = 2; // pixels

QString cut(const QString &text)
{
    return text.left(60);
}

std::string said(const QString &text)
{
    return content::speakable(text.toStdString());
}

class Check {
public:
    Check(const std::vector<SpokenItem> &items, const SpeechRules &rules) : m_items(items), m_rules(rules) {}

    QStringList faults(const Sight &sight)
    {
        for (const Thing &text : sight.texts) {
            if (text.isSeen() && !text.covered && !text.item->property("silent").toBool())
                lookForText(text);
        }
        for (const SpokenItem &item : m_items) {
            for (const playback::Line &line : item.lines)
                lookForClip(line);
        }
        lookAtOrder();
        return m_faults;
    }

private:
    void lookForText(const Thing &text)
    {
        const auto owner = std::find_if(m_items.begin(), m_items.end(), [&](const SpokenItem &item) {
            return item.item == text.item || (item.control && item.item->isAncestorOf(text.item));
        });
        if (owner == m_items.end()) {
            m_faults.append(u"\"%1\" is seen and not said"_s.arg(cut(text.words)));
            return;
        }
        if (!owner->shown)
            m_faults.append(u"\"%1\" is seen and taken for another part of the page"_s.arg(cut(text.words)));
        const QString instead = text.item->property("spoken").toString();
        const std::string words = said(instead.isEmpty() ? text.words : instead);
        const bool counter = words.find(" / ") != std::string::npos;
        const bool named = !text.item->property("tongue").toString().isEmpty(); // a name is said as it is spoken
        if (!counter && !named &&
            std::none_of(owner->lines.begin(), owner->lines.end(),
                         [&](const playback::Line &line) { return said(line.text) == words; }))
            m_faults.append(u"\"%1\" is left out of what is said of its control"_s.arg(cut(text.words)));
    }

    void lookForClip(const playback::Line &line)
    {
        if (line.language.isEmpty())
            m_faults.append(u"\"%1\" is in no language"_s.arg(cut(line.text)));
        else if (m_rules.hasVoice(line.language) && !m_rules.canSay(line))
            m_faults.append(u"\"%1\" has no clip in %2 (%3)"_s.arg(
                cut(line.text), line.language, QString::fromStdString(content::clipKey(line.text.toStdString()))));
    }

    void lookAtOrder()
    {
        std::vector<const SpokenItem *> earlier;
        bool bar = false;
        for (const SpokenItem &item : m_items) {
            if (bar && item.layer != Layer::Bar)
                m_faults.append(u"\"%1\" comes after the bar"_s.arg(cut(item.lines.front().text)));
            bar = bar || item.layer == Layer::Bar;
            // What names a whole page stands nowhere itself; a reservation stands where there is room for it.
            if (!item.shown || item.layer == Layer::Notice || isOfType(item.item, "Page"))
                continue;
            if (!earlier.empty() && earlier.back()->layer == item.layer)
                lookAtPair(earlier, item);
            earlier.push_back(&item);
        }
    }

    void lookAtPair(const std::vector<const SpokenItem *> &earlier, const SpokenItem &now)
    {
        const SpokenItem &last = *earlier.back();
        const QRectF from = shownOf(last.item);
        const QRectF to = shownOf(now.item);
        const auto isAfter = [&](const QRectF &one, const QRectF &other) {
            return m_rules.rightToLeft ? other.right() <= one.left() + tolerance
                                       : other.left() >= one.right() - tolerance;
        };
        const bool sameRow = from.top() < to.bottom() - tolerance && to.top() < from.bottom() - tolerance;
        const bool below = to.top() >= from.bottom() - tolerance;
        // A second column is read after the whole first one.
        const bool nextColumn = std::all_of(earlier.begin(), earlier.end(), [&](const SpokenItem *other) {
            const QRectF place = shownOf(other->item);
            return other->layer != now.layer || isAfter(place, to) || place.bottom() <= to.top() + tolerance;
        });
        if (!(sameRow ? isAfter(from, to) : below) && !nextColumn)
            m_faults.append(u"\"%1\" is said before \"%2\", against the order of reading"_s.arg(
                cut(last.lines.front().text), cut(now.lines.front().text)));
    }

    const std::vector<SpokenItem> &m_items;
    const SpeechRules &m_rules;
    QStringList m_faults;
};

} // namespace

QStringList speechFaults(const std::vector<SpokenItem> &items, const Sight &sight, const SpeechRules &rules)
{
    return Check(items, rules).faults(sight);
}

} // namespace porchlight::programs
