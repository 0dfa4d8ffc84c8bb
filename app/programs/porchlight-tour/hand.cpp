// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/hand.h"

#include "programs/porchlight-tour/sight.h"

#include <QCoreApplication>
#include <QQuickWindow>
#include <QTest>

namespace porchlight::programs {

using namespace Qt::StringLiterals;

void Hand::press(const QQuickItem *item) const
{
    const QPointF middle = shownOf(item).center();
    QTest::mouseClick(m_window, Qt::LeftButton, {}, middle.toPoint());
}

void Hand::key(Qt::Key key) const
{
    QTest::keyClick(m_window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
}

void Hand::letGo() const
{
    // Focus falls back to the scope around the item, and so on to the outermost.
    constexpr int deepest = 10;
    for (int depth = 0; depth < deepest; ++depth) {
        QQuickItem *focused = m_window->activeFocusItem();
        if (!focused || focused == m_window->contentItem() || focused->parentItem() == m_window->contentItem())
            return;
        focused->setFocus(false);
    }
}

bool Hand::turn(QStringView sign, int by) const
{
    const QQuickItem *bar = findVisible(m_window->contentItem(), "TurnBar");
    if (!bar)
        return false;
    const int part = bar->property("part").toInt();
    for (const QQuickItem *button : bar->childItems()) {
        if (button->property("sign").toString() == sign && button->isEnabled()) {
            press(button);
            settle();
            return bar->property("part").toInt() == part + by;
        }
    }
    return false;
}

void Hand::settle()
{
    for (int turn = 0; turn < 5; ++turn) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace porchlight::programs
