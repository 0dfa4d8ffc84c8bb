// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QQmlEngine>
#include <QtPlugin>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_PLUGIN(Porchlight_ThemePlugin)
Q_IMPORT_PLUGIN(Porchlight_ControlsPlugin)
Q_IMPORT_PLUGIN(Porchlight_PagesPlugin)
Q_IMPORT_PLUGIN(Porchlight_StaffPlugin)
Q_IMPORT_PLUGIN(Porchlight_ShellPlugin)
Q_IMPORT_PLUGIN(Porchlight_ViewModelsPlugin)

/// No translator is installed: every word on a page is its id, which is what the tests look for.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

int main(int argc, char **argv)
{
    // The pages are compiled for the real view-models; what was compiled must not meet the stubs.
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "qml", nullptr, &setup);
}

#include "main.moc"
