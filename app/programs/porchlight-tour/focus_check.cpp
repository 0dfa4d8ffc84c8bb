// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/focus_check.h"

#include "programs/porchlight-tour/hand.h"
#include "programs/porchlight-tour/ring_check.h"
#include "programs/porchlight-tour/sight.h"

#include <QImage>
#include <QQuickWindow>

#include <algorithm>
#include <map>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal tolerance = 2;   // pixels
constexpr qreal fingerMm = 12.7; // the least a target may be

QRectF placeOf(const QQuickItem *item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

class Check {
public:
    Check(QQuickWindow *window, const FocusRules &rules) : m_window(window), m_hand(window), m_rules(rules)
    {
        for (const Thing &control : lookAt(window).controls) {
            m_words[control.item] = control.words.left(40);
            if (control.enabled && !control.covered)
                m_expected.push_back(control.item);
        }
    }

    QStringList faults()
    {
        m_hand.letGo();
        if (!goRound())
            return m_faults;
        for (QQuickItem *control : m_expected) {
            if (std::find(m_visited.begin(), m_visited.end(), control) == m_visited.end())
                m_faults.append(u"\"%1\" is never reached by Tab"_s.arg(words(control)));
        }
        lookAtTheBar();
        goBack();
        if (m_rules.rings)
            lookAtRings();
        m_hand.letGo();
        return m_faults;
    }

private:
    [[nodiscard]] QString words(const QQuickItem *control) const
    {
        const auto found = m_words.find(control);
        return found != m_words.end() ? found->second : QString::fromLatin1(control->metaObject()->className());
    }

    QQuickItem *step(Qt::Key key)
    {
        m_hand.key(key);
        Hand::settle();
        return m_window->activeFocusItem();
    }

    /// False when there is nothing more to say.
    bool goRound()
    {
        const std::size_t most = m_words.size() + 2;
        while (m_visited.size() < most) {
            QQuickItem *now = step(Qt::Key_Tab);
            if (!now || m_words.find(now) == m_words.end()) {
                if (m_expected.empty())
                    return false;
                m_faults.append(u"Tab leads to something that is no control: %1"_s.arg(
                    now ? QString::fromLatin1(now->metaObject()->className()) : u"nothing"_s));
                return false;
            }
            if (!m_visited.empty() && now == m_visited.front())
                return true;
            if (std::find(m_visited.begin(), m_visited.end(), now) != m_visited.end()) {
                m_faults.append(u"Tab is trapped: it comes back to \"%1\", not to the first"_s.arg(words(now)));
                return false;
            }
            lookAtPlace(now);
            lookAtOrder(now);
            m_visited.push_back(now);
            // The last part of a page switches "More" off; who is off just then need not be visited.
            std::erase_if(m_expected, [&](QQuickItem *control) {
                return !control->isEnabled() &&
                       std::find(m_visited.begin(), m_visited.end(), control) == m_visited.end();
            });
        }
        m_faults.append(u"Tab does not come round"_s);
        return false;
    }

    void lookAtPlace(const QQuickItem *now)
    {
        const QRectF place = placeOf(now);
        const QRectF shown = shownOf(now);
        // A card may be taller than a part of the page; then what a finger needs must be there.
        const qreal finger = fingerMm * m_rules.pixelsPerMm;
        if (shown.height() < std::min(place.height() / 2, finger) ||
            shown.width() < std::min(place.width() / 2, finger))
            m_faults.append(u"\"%1\" has the keys and is not shown"_s.arg(words(now)));
    }

    void lookAtOrder(const QQuickItem *now)
    {
        if (m_visited.empty() || isWithin(now, "FixedBar"))
            return;
        const QQuickItem *last = m_visited.back();
        const QRectF from = placeOf(last);
        const QRectF to = placeOf(now);
        const auto isAfter = [&](const QRectF &one, const QRectF &other) {
            return m_rules.rightToLeft ? other.right() <= one.left() + tolerance
                                       : other.left() >= one.right() - tolerance;
        };
        const bool sameRow = from.top() < to.bottom() - tolerance && to.top() < from.bottom() - tolerance;
        const bool below = to.top() >= from.bottom() - tolerance;
        // A second column is read after the whole first one; within one list the order goes by rows.
        const bool nextColumn = now->parentItem() != last->parentItem() &&
                                std::all_of(m_visited.begin(), m_visited.end(), [&](const QQuickItem *earlier) {
                                    const QRectF place = placeOf(earlier);
                                    return isAfter(place, to) || place.bottom() <= to.top() + tolerance;
                                });
        if (!(sameRow ? isAfter(from, to) : below) && !nextColumn)
            m_faults.append(
                u"Tab goes from \"%1\" to \"%2\", against the order of reading"_s.arg(words(last), words(now)));
    }

    void lookAtTheBar()
    {
        const auto inBar = [](const QQuickItem *control) { return isWithin(control, "FixedBar"); };
        const auto first = std::find_if(m_visited.begin(), m_visited.end(), inBar);
        if (first != m_visited.end() && !std::all_of(first, m_visited.end(), inBar))
            m_faults.append(u"Tab comes to the bar before the end of the page"_s);
    }

    void goBack()
    {
        std::vector<QQuickItem *> back;
        for (std::size_t at = 0; at < m_visited.size() + 2; ++at) {
            QQuickItem *now = step(Qt::Key_Backtab);
            back.push_back(now);
            if (now == m_visited.front())
                break;
        }
        std::reverse(back.begin(), back.end());
        // "Up" and "More" are on or off by the part of the page, and that differs on the way back.
        const auto turns = [](const QQuickItem *control) { return !control || isWithin(control, "TurnBar"); };
        std::vector<QQuickItem *> there = m_visited;
        std::erase_if(there, turns);
        std::erase_if(back, turns);
        if (there != back) {
            const auto [one, other] = std::mismatch(there.begin(), there.end(), back.begin(), back.end());
            m_faults.append(u"Shift-Tab is not the way back: \"%1\" for \"%2\""_s.arg(
                other != back.end() ? words(*other) : QString(), one != there.end() ? words(*one) : QString()));
        }
    }

    void lookAtRings()
    {
        for (QQuickItem *control : m_visited) {
            if (!control->isEnabled())
                continue;
            control->forceActiveFocus(Qt::TabFocusReason);
            Hand::settle();
            const QImage with = m_window->grabWindow();
            const QRectF place = placeOf(control);
            const QRectF shown = shownOf(control);
            m_hand.letGo();
            Hand::settle();
            m_faults += ringFaults(words(control), place, shown, m_window->grabWindow(), with, m_rules.pixelsPerMm,
                                   m_rules.ringFloor);
        }
    }

    QQuickWindow *m_window;
    Hand m_hand;
    FocusRules m_rules;
    std::map<const QQuickItem *, QString> m_words; ///< of every control there is
    std::vector<QQuickItem *> m_expected;
    std::vector<QQuickItem *> m_visited;
    QStringList m_faults;
};

} // namespace

QStringList focusFaults(QQuickWindow *window, const FocusRules &rules)
{
    return Check(window, rules).faults();
}

} // namespace porchlight::programs
