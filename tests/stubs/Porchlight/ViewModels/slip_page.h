// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// In C++ because QML allows no method called `print`.
class SlipPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QObject *lines MEMBER lines NOTIFY changed)
    Q_PROPERTY(QObject *designs MEMBER designs NOTIFY changed)
    Q_PROPERTY(QString preview MEMBER preview NOTIFY changed)
    Q_PROPERTY(QList<QString> spokenLines MEMBER spokenLines NOTIFY changed)
    Q_PROPERTY(QList<QString> spokenTongues MEMBER spokenTongues NOTIFY changed)
    Q_PROPERTY(bool withCode MEMBER withCode NOTIFY changed)
    Q_PROPERTY(bool anyChosen MEMBER anyChosen NOTIFY changed)
    Q_PROPERTY(bool canPrint MEMBER canPrint NOTIFY changed)
    Q_PROPERTY(State state MEMBER state NOTIFY changed)
    Q_PROPERTY(State trouble MEMBER trouble NOTIFY changed)
    Q_PROPERTY(QString lastToggled MEMBER lastToggled NOTIFY changed)
    Q_PROPERTY(QString lastDesign MEMBER lastDesign NOTIFY changed)

public:
    enum State {
        Choosing,
        GettingReady,
        Printing,
        Printed,
        OutOfPaper,
        CoverOpen,
        NotReachable,
        Failed,
        NoPrinter,
        NeedsHelp
    };
    Q_ENUM(State)

    Q_INVOKABLE void toggle(const QString &channelId)
    {
        lastToggled = channelId;
        Q_EMIT changed();
    }
    Q_INVOKABLE void chooseDesign(const QString &designId)
    {
        lastDesign = designId;
        Q_EMIT changed();
    }
    Q_INVOKABLE void toggleCode()
    {
        withCode = !withCode;
        Q_EMIT changed();
    }
    Q_INVOKABLE void print() { show(GettingReady); }
    Q_INVOKABLE void cancel() { show(Choosing); }
    Q_INVOKABLE void done() { show(Choosing); }

    QObject *lines = nullptr;
    QObject *designs = nullptr;
    QString preview;
    QList<QString> spokenLines;
    QList<QString> spokenTongues;
    bool withCode = false;
    bool anyChosen = true;
    bool canPrint = true;
    State state = Choosing;
    State trouble = Choosing;
    QString lastToggled;
    QString lastDesign;

Q_SIGNALS:
    void changed();

private:
    void show(State next)
    {
        state = next;
        Q_EMIT changed();
    }
};
