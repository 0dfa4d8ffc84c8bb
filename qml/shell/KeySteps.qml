// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Theme
import Porchlight.Controls

// Moves the ring among what can be pressed. On and back go in the order of reading, and come round; up, down, left and
// right go by what is seen, and in the order of reading where nothing lies that way. What is longer than the screen is
// turned on the way, also a part of it that holds nothing to press.
QtObject {
    id: root

    /// Within this the ring moves.
    required property Item within
    /// What is turned on the page that is shown; null where nothing can be.
    required property MoreScroller turned
    readonly property int part: turned ? turned.part : 0
    readonly property int parts: turned ? turned.parts : 1
    required property Item focused
    readonly property Pressable here: focused as Pressable

    function choose() {
        if (isLost())
            step(true);
        else if (here.enabled && here.visible)
            here.activated();
    }

    /// Nowhere, or on another part of the page than is shown.
    function isLost(): bool {
        const at = partOf(here);
        return !here || (at >= 0 && at !== part);
    }

    function next() {
        step(true);
    }

    function previous() {
        step(false);
    }

    function down() {
        go(0, 1);
    }

    function up() {
        go(0, -1);
    }

    function right() {
        go(1, 0);
    }

    function left() {
        go(-1, 0);
    }

    function partOf(item: Item): int {
        return turned && item ? turned.partOf(item) : -1;
    }

    function isTurning(item: Item): bool {
        return turned !== null && item !== null && item.parent === turned.turnBar;
    }

    function focus(item: Item, forward: bool) {
        if (item)
            item.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    /// What can be pressed, in the order of reading, all parts of the page.
    function all(): list<Item> {
        const found = [];
        const first = within.nextItemInFocusChain(true);
        let at = first;
        while (at && at instanceof Pressable && found.length < 200) {
            found.push(at);
            at = at.nextItemInFocusChain(true);
            if (at === first)
                break;
        }
        return found;
    }

    function endOf(wanted: int, forward: bool): Item {
        const on = all().filter(item => partOf(item) === wanted);
        return on.length === 0 ? null : forward ? on[0] : on[on.length - 1];
    }

    /// Shows a part and what one comes to there first: where it is words alone, the button that leads on.
    function enter(wanted: int, forward: bool) {
        turned.turnTo(wanted);
        focus(endOf(wanted, forward) ?? turned.turnBar.awake, forward);
    }

    function step(forward: bool) {
        const by = forward ? 1 : -1;
        const at = partOf(here);
        const canTurn = forward ? part + 1 < parts : part > 0;
        const lost = isLost();
        if (lost || isTurning(here)) {
            // What is shown comes first; from the buttons that turn, it lies behind.
            const shown = lost || !forward ? endOf(part, forward) : null;
            if (shown && (forward || here))
                focus(shown, forward);
            else if (canTurn)
                enter(part + by, forward);
            else
                leave(forward);
            return;
        }
        const beside = here.nextItemInFocusChain(forward);
        if (at >= 0 && partOf(beside) !== at && canTurn)
            enter(at + by, forward);
        else if (at >= 0 || partOf(beside) < 0)
            focus(beside, forward);
        else if (forward)
            // Round to the beginning, which may be words alone.
            enter(0, true);
        else
            focus(parts > 1 ? turned.turnBar.awake : beside, false);
    }

    /// To what stands around the column.
    function leave(forward: bool) {
        const around = all().filter(item => partOf(item) < 0 && !isTurning(item));
        focus(around.length === 0 ? null : forward ? around[0] : around[around.length - 1], forward);
    }

    function placeOf(item: Item): rect {
        const corner = item.mapToItem(within, 0, 0);
        return Qt.rect(corner.x, corner.y, item.width, item.height);
    }

    function apart(from: real, fromLength: real, to: real, toLength: real): real {
        return Math.max(0, to - from - fromLength, from - to - toLength);
    }

    /// How far away an item lies that way; negative: it does not.
    function distance(from: rect, to: rect, dx: int, dy: int): real {
        const slack = Theme.mm(1);
        const aside = dx === 0 ? apart(from.x, from.width, to.x, to.width) : apart(from.y, from.height, to.y, to.height);
        const ahead = dx > 0 ? to.x - from.x - from.width : dx < 0 ? from.x - to.x - to.width : dy > 0 ? to.y - from.y - from.height : from.y - to.y - to.height;
        if (ahead < -slack || (dx !== 0 && aside > 0))
            return -1;
        const middle = dx === 0 ? Math.abs(to.x + to.width / 2 - from.x - from.width / 2) : Math.abs(to.y + to.height / 2 - from.y - from.height / 2);
        return Math.max(0, ahead) + 2 * aside + middle / 16;
    }

    function go(dx: int, dy: int) {
        const forward = dy > 0 || (dx !== 0 && (dx > 0) !== Theme.rightToLeft);
        if (isLost()) {
            step(forward);
            return;
        }
        const from = placeOf(here);
        const at = partOf(here);
        let nearest = null;
        let least = Infinity;
        for (const item of all()) {
            const on = partOf(item);
            // What stands on other parts is not seen; and on a long page, its end comes before what stands below it.
            if (item === here || (on >= 0 && on !== part) || (at >= 0 && on < 0 && dy !== 0 && parts > 1))
                continue;
            const far = distance(from, placeOf(item), dx, dy);
            if (far >= 0 && far < least) {
                least = far;
                nearest = item;
            }
        }
        if (nearest)
            focus(nearest, forward);
        else if (at >= 0 && dy !== 0 && (dy > 0 ? part + 1 < parts : part > 0))
            enter(part + dy, forward);
        else
            step(forward);
    }
}
