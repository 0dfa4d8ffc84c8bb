// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml
import Porchlight.Theme
import Porchlight.ViewModels

// What the keys of the keypad do. While somebody listens they walk through all that is said; otherwise through what can
// be pressed. On the cover, and under the question whether somebody is there, only what stands there can be reached.
QtObject {
    id: root

    required property KeyFeed keys
    required property KeySteps steps
    /// A page and the whole bar are on the screen.
    required property bool pagesShown

    readonly property Connections hearing: Connections {
        target: root.keys

        function onPressed(action: int) {
            if (!root.move(action) && !root.speak(action) && root.pagesShown)
                root.lead(action);
            if (action === KeyFeed.Hide)
                Visit.clearScreen();
        }
    }

    function isOnward(action: int): bool {
        return action === KeyFeed.Down || action === KeyFeed.Next || action === (Theme.rightToLeft ? KeyFeed.Left : KeyFeed.Right);
    }

    function move(action: int): bool {
        switch (action) {
        case KeyFeed.Up:
        case KeyFeed.Down:
        case KeyFeed.Left:
        case KeyFeed.Right:
        case KeyFeed.Next:
        case KeyFeed.Previous:
            if (Listening.active) {
                if (isOnward(action))
                    Listening.next();
                else
                    Listening.previous();
            } else {
                moveRing(action);
            }
            return true;
        case KeyFeed.Select:
            if (Listening.active)
                Listening.choose();
            else
                steps.choose();
            return true;
        default:
            return false;
        }
    }

    function moveRing(action: int) {
        if (action === KeyFeed.Up)
            steps.up();
        else if (action === KeyFeed.Down)
            steps.down();
        else if (action === KeyFeed.Left)
            steps.left();
        else if (action === KeyFeed.Right)
            steps.right();
        else if (action === KeyFeed.Next)
            steps.next();
        else
            steps.previous();
    }

    function speak(action: int): bool {
        switch (action) {
        case KeyFeed.VolumeUp:
            Listening.louder();
            return true;
        case KeyFeed.VolumeDown:
            Listening.quieter();
            return true;
        case KeyFeed.Faster:
            Listening.faster();
            return true;
        case KeyFeed.Slower:
            Listening.slower();
            return true;
        case KeyFeed.Again:
            Listening.again();
            return true;
        case KeyFeed.Pause:
            if (Listening.paused)
                Listening.goOn();
            else
                Listening.pause();
            return true;
        default:
            return false;
        }
    }

    function lead(action: int) {
        if (action === KeyFeed.Back && Visit.canGoBack)
            Visit.back();
        else if (action === KeyFeed.Home)
            Visit.home();
        else if (action === KeyFeed.Language && Visit.page !== "languages")
            Visit.open("languages", "switch");
        else if (action === KeyFeed.Help && Visit.page !== "listen")
            Visit.open("listen", "");
    }
}
