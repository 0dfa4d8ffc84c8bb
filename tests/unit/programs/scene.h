// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight-tour/hand.h"
#include "programs/porchlight-tour/sight.h"

#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>

#include <gtest/gtest.h>

namespace porchlight::programs {

/// A page of 500 x 500 pixels of paper colour, with what the QML says on it; a window that really is drawn.
class Scene {
public:
    explicit Scene(const char *qml)
    {
        m_view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
        auto *component = new QQmlComponent(m_view.engine(), &m_view);
        component->setData("import QtQuick\nimport Porchlight.Theme\nimport Porchlight.Controls\n"
                           "FocusScope { width: 500; height: 500; focus: true\n"
                           "Rectangle { anchors.fill: parent; color: Theme.pageColor }\n" +
                               QByteArray(qml) + "}",
                           QUrl());
        QObject *page = component->create();
        EXPECT_TRUE(page) << qPrintable(component->errorString());
        m_view.setContent(QUrl(), component, page);
        m_view.show();
        m_view.requestActivate();
        Hand::settle();
        picture = m_view.grabWindow();
        sight = lookAt(&m_view);
    }

    [[nodiscard]] QQuickWindow *window() { return &m_view; }

    Sight sight;
    QImage picture;

private:
    QQuickView m_view;
};

/// How many faults there are, and that the first says this.
inline void expectOne(const QStringList &faults, const char *says)
{
    ASSERT_EQ(faults.size(), 1) << qPrintable(faults.join(u'\n'));
    EXPECT_TRUE(faults.front().contains(QString::fromUtf8(says))) << qPrintable(faults.front());
}

inline void expectNone(const QStringList &faults)
{
    EXPECT_TRUE(faults.isEmpty()) << qPrintable(faults.join(u'\n'));
}

inline constexpr double pixelsPerMm = 4.03; ///< as Theme has it before anyone tells it otherwise

} // namespace porchlight::programs
