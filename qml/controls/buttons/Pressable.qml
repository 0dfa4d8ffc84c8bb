// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

// Anything that can be pressed. A press begins and ends inside; a held key is one press; a reader hears `label`.
Item {
    id: root

    required property string label
    property bool selected: false
    property bool choosable: false
    /// One of a list, of which no more than six stand on a screen.
    property bool choice: false
    /// Said after what is seen of it.
    property string heard: ""
    readonly property bool pressed: tap.pressed
    readonly property bool ringShown: activeFocus

    signal activated

    activeFocusOnTab: true

    Accessible.checkable: choosable
    Accessible.checked: selected
    Accessible.focusable: true
    Accessible.name: label
    Accessible.role: choosable ? Accessible.RadioButton : Accessible.Button
    Accessible.onPressAction: activated()

    Keys.onEnterPressed: event => pressByKey(event)
    Keys.onReturnPressed: event => pressByKey(event)
    Keys.onSpacePressed: event => pressByKey(event)

    function pressByKey(event: KeyEvent) {
        // Left unaccepted: the shell wants to know of every key.
        event.accepted = false;
        if (!event.isAutoRepeat)
            activated();
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.WithinBounds

        onTapped: root.activated()
    }
}
