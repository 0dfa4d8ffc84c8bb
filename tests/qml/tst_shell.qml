// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.Pages
import Porchlight.Shell
import Porchlight.ViewModels

Item {
    id: root

    height: 1920
    width: 1080

    PageTable {
        id: pages

        callTopics: TopicModel {
        }
        card: CardPage {
        }
        contactPage: ContactPage {
        }
        contacts: ContactModel {
        }
        languages: LanguageModel {
        }
        large: LargePage {
        }
        moreTiles: TileModel {
            small: true
        }
        film: FilmPage {
        }
        showCard: ShowCardPage {
        }
        site: SitePage {
        }
        slip: SlipPage {
            designs: DesignModel {
            }
            lines: SlipModel {
            }
        }
        tiles: TileModel {
        }
        topicPage: TopicPage {
        }
    }

    KeyFeed {
        id: keypad
    }

    ThemeFeed {
        motion: false
        pixelsPerMm: 1080 / 268
        screenHeight: root.height
        screenWidth: root.width
    }

    Shell {
        id: shell

        anchors.fill: parent
        keys: keypad
        table: pages
        site: SitePage {
        }
    }

    TestCase {
        name: "Shell"
        when: windowShown

        function find(item: QtObject, label: string): QtObject {
            if (item instanceof Pressable && item.label === label && item.visible)
                return item;
            for (let at = 0; at < item.children.length; ++at) {
                const found = find(item.children[at], label);
                if (found)
                    return found;
            }
            return null;
        }

        function tap(label: string) {
            waitForRendering(shell);
            const control = find(shell, label);
            verify(control, label + " is there");
            mouseClick(control);
        }

        function init() {
            Theme.motion = false;
            Visit.startAgain();
            Visit.clears = 0;
            shell.forceActiveFocus();
        }

        function test_the_bar_leads() {
            tap("bar.home");
            compare(Visit.page, "home");
            tap("bar.display");
            compare(Visit.page, "display");
            tap("bar.language");
            compare(Visit.page, "languages");
            compare(Visit.key, "switch");
            tap("bar.back");
            compare(Visit.page, "home");
        }

        function test_two_taps_to_a_number() {
            tap("English");
            tap("Talk to someone");
            compare(Visit.page, "numbers");
            verify(find(shell, "988 Lifeline"));
        }

        function test_clear_screen_covers_at_once() {
            Visit.open("numbers", "");
            tap("bar.clear");
            compare(Visit.clears, 1);
            verify(shell.coverShown);
            verify(find(shell, "cover.start"), "the cover is drawn");
            keyClick(Qt.Key_Return);
            verify(Visit.covered, "nothing below the cover can be reached");
            tap("cover.start");
            verify(!Visit.covered);
            compare(Visit.page, "languages");
        }

        function test_the_cover_is_an_ordinary_page_too() {
            tap("cover.hours");
            compare(Visit.page, "cover");
            verify(shell.coverShown);
        }

        function test_a_second_knock_on_clear_screen_leaves_the_cover() {
            for (const language of ["en", "ar"]) {
                Visit.chooseLanguage(language);
                Visit.open("numbers", "");
                waitForRendering(shell);
                const clear = find(shell, "bar.clear");
                const knock = clear.mapToItem(shell, clear.width / 2, clear.height / 2);
                mouseClick(shell, knock.x, knock.y);
                waitForRendering(shell);
                mouseClick(shell, knock.x, knock.y);
                verify(shell.coverShown);
            }
        }

        function test_escape_clears() {
            keyClick(Qt.Key_Escape);
            compare(Visit.clears, 1);
        }

        function test_escape_clears_from_a_button() {
            find(shell, "bar.home").forceActiveFocus();
            keyClick(Qt.Key_Escape);
            compare(Visit.clears, 1);
        }

        function test_shift_three_times_clears() {
            keyClick(Qt.Key_Shift);
            keyClick(Qt.Key_Shift);
            compare(Visit.clears, 0);
            keyClick(Qt.Key_Shift);
            compare(Visit.clears, 1);
        }

        function test_a_key_between_the_shifts_makes_them_ordinary() {
            keyClick(Qt.Key_Shift);
            keyClick(Qt.Key_Shift);
            Visit.otherKeyPressed();
            keyClick(Qt.Key_Shift);
            compare(Visit.clears, 0);
            Visit.otherKeyPressed();
        }

        function test_the_end_of_a_visit_leaves_no_focus_behind() {
            find(shell, "bar.home").forceActiveFocus();
            Visit.ended();
            verify(!find(shell, "bar.home").activeFocus);
        }

        function label(): string {
            const at = shell.Window.activeFocusItem as Pressable;
            return at ? at.label : "";
        }

        function test_arrows_go_by_what_is_seen() {
            Visit.home();
            waitForRendering(shell);
            keypad.pressed(KeyFeed.Down);
            compare(label(), "Work and pay");
            keypad.pressed(KeyFeed.Right);
            compare(label(), "A place to stay");
            keypad.pressed(KeyFeed.Down);
            const below = shell.Window.activeFocusItem;
            verify(below.mapToItem(shell, 0, 0).x > shell.width / 3, "Down stays in its column: " + below.label);
            keypad.pressed(KeyFeed.Up);
            compare(label(), "A place to stay");
            keypad.pressed(KeyFeed.Left);
            keypad.pressed(KeyFeed.Select);
            compare(Visit.page, "topics");
            compare(Visit.key, "work");
        }

        function test_arrows_are_mirrored() {
            Visit.home();
            Visit.chooseLanguage("ar");
            waitForRendering(shell);
            keypad.pressed(KeyFeed.Down);
            compare(label(), "Work and pay");
            keypad.pressed(KeyFeed.Left);
            compare(label(), "A place to stay");
            keypad.pressed(KeyFeed.Previous);
            compare(label(), "Work and pay");
        }

        function test_keys_that_lead() {
            Visit.open("numbers", "");
            keypad.pressed(KeyFeed.Help);
            compare(Visit.page, "listen");
            keypad.pressed(KeyFeed.Language);
            compare(Visit.page, "languages");
            keypad.pressed(KeyFeed.Home);
            compare(Visit.page, "home");
            Visit.open("numbers", "");
            keypad.pressed(KeyFeed.Back);
            compare(Visit.page, "home");
            keypad.pressed(KeyFeed.Hide);
            compare(Visit.clears, 1);
            for (const action of [KeyFeed.Help, KeyFeed.Language, KeyFeed.Home, KeyFeed.Back]) {
                keypad.pressed(action);
                verify(Visit.covered, "nothing leads from the cover but what stands on it");
                compare(Visit.page, "languages");
            }
            keypad.pressed(KeyFeed.Next);
            keypad.pressed(KeyFeed.Select);
            verify(!Visit.covered);
        }

        function test_keys_that_are_heard() {
            Listening.speed = 4;
            Listening.volume = 3;
            for (const [action, asked] of [[KeyFeed.VolumeUp, "louder"], [KeyFeed.VolumeDown, "quieter"], [KeyFeed.Faster, "faster"], [KeyFeed.Slower, "slower"], [KeyFeed.Again, "again"], [KeyFeed.Pause, "pause"], [KeyFeed.Pause, "goOn"]]) {
                keypad.pressed(action);
                compare(Listening.asked, asked);
            }
            Listening.active = true;
            for (const [action, asked] of [[KeyFeed.Down, "next"], [KeyFeed.Up, "previous"], [KeyFeed.Next, "next"], [KeyFeed.Previous, "previous"], [KeyFeed.Right, "next"], [KeyFeed.Left, "previous"], [KeyFeed.Select, "choose"]]) {
                keypad.pressed(action);
                compare(Listening.asked, asked);
            }
            Listening.active = false;
        }

        function test_the_bar_leads_to_listen() {
            Visit.home();
            tap("bar.listen");
            compare(Visit.page, "listen");
        }

        function test_the_question_by_keys() {
            Visit.open("numbers", "");
            Visit.asking = true;
            waitForRendering(shell);
            const reached = round();
            compare(reached, ["idle.more", "idle.again", "bar.clear"]);
            keypad.pressed(KeyFeed.Next);
            keypad.pressed(KeyFeed.Select);
            verify(!Visit.asking);
        }

        // What the key "next" comes to until it comes round, or is nowhere new.
        function round(): var {
            const labels = [];
            let first = null;
            for (let times = 0; times < 200; ++times) {
                keypad.pressed(KeyFeed.Next);
                const at = shell.Window.activeFocusItem;
                const turned = shell.coverShown ? null : findTurned();
                const key = at + " " + (turned ? turned.part : 0);
                if (first === null)
                    first = key;
                else if (key === first)
                    return labels;
                labels.push(label());
            }
            fail("the keys do not come round: " + labels);
            return labels;
        }

        function findTurned(): QtObject {
            for (let at = 0; at < shell.children.length; ++at)
                if (shell.children[at] instanceof PageStack)
                    return shell.children[at].turned;
            return null;
        }

        function test_two_switches_reach_everything_data() {
            const rows = [];
            for (const page of ["languages", "home", "topics", "topic", "numbers", "contact", "large", "slip", "print", "display", "about", "show-card", "listen", "cover"])
                for (const [width, height] of [[1080, 1920], [800, 480]])
                    rows.push({
                        "tag": page + " " + width,
                        "page": page,
                        "width": width,
                        "height": height
                    });
            return rows;
        }

        function test_two_switches_reach_everything(data) {
            root.width = data.width;
            root.height = data.height;
            if (data.page !== "languages")
                Visit.open(data.page, data.page === "topic" ? "pay" : "");
            waitForRendering(shell);
            const turned = findTurned();
            const parts = turned && !shell.coverShown ? turned.parts : 1;
            const seen = new Set();
            const wanted = new Set();
            for (let times = 0; times < 250 && seen.size <= 250; ++times) {
                keypad.pressed(KeyFeed.Next);
                verify(shell.Window.activeFocusItem instanceof Pressable, "the ring is somewhere");
                seen.add(label());
                if (parts > 1)
                    wanted.add("part " + turned.part);
            }
            for (const control of controls(shell))
                if (control.enabled && control.label !== "topic.more" && control.label !== "topic.before")
                    verify(seen.has(control.label), control.label + " is reached; only " + Array.from(seen).join(", "));
            if (data.page !== "cover")
                verify(seen.has("bar.clear"), "Clear screen");
            compare(wanted.size, parts > 1 ? parts : 0, "every part is shown on the way");
            root.width = 1080;
            root.height = 1920;
        }

        function test_shifts_of_one_visit_do_not_count_in_the_next() {
            keyClick(Qt.Key_Shift);
            keyClick(Qt.Key_Shift);
            Visit.ended();
            keyClick(Qt.Key_Shift);
            compare(Visit.clears, 0);
        }

        function test_the_question_leaves_clear_screen_to_touch() {
            Visit.open("numbers", "");
            Visit.asking = true;
            waitForRendering(shell);
            verify(!find(shell, "bar.home").enabled);
            tap("bar.clear");
            compare(Visit.clears, 1);
            Visit.asking = false;
        }

        function test_idle_prompt_hides_the_page() {
            Visit.open("numbers", "");
            Visit.asking = true;
            waitForRendering(shell);
            const more = find(shell, "idle.more");
            const again = find(shell, "idle.again");
            verify(more && again);
            compare(more.width, again.width);
            compare(more.height, again.height);
            mouseClick(more);
            verify(!Visit.asking);
            compare(Visit.page, "numbers");
        }

        function test_right_to_left_is_a_mirror() {
            Visit.home();
            waitForRendering(shell);
            verify(find(shell, "bar.back").mapToItem(shell, 0, 0).x < shell.width / 2);
            Visit.chooseLanguage("ar");
            waitForRendering(shell);
            verify(find(shell, "bar.back").mapToItem(shell, 0, 0).x > shell.width / 2);
            verify(find(shell, "bar.clear").mapToItem(shell, 0, 0).x < shell.width / 2);
        }

        // Every control that can be pressed now.
        function controls(item: QtObject): list<QtObject> {
            const found = [];
            if (!item.visible || !item.enabled)
                return found;
            if (item instanceof Pressable)
                found.push(item);
            for (let at = 0; at < item.children.length; ++at)
                found.push(...controls(item.children[at]));
            return found;
        }

        function test_reach_mode_lowers_every_page_data() {
            return ["languages", "home", "topics", "topic", "numbers", "contact", "large", "slip", "print", "display", "about", "show-card", "listen"].map(page => ({
                        "tag": page
                    }));
        }

        function test_reach_mode_lowers_every_page(data) {
            if (data.tag !== "languages")
                Visit.open(data.tag, "");
            tap("bar.reach");
            verify(Visit.reach);
            waitForRendering(shell);
            const all = controls(shell);
            verify(all.length > 5);
            for (const control of all)
                verify(control.mapToItem(shell, 0, 0).y >= shell.height / 2, control.label + " stands in the lower half");
            tap("bar.reach");
            verify(!Visit.reach);
        }

        function test_reach_mode_lowers_the_question() {
            Visit.setReach(true);
            Visit.open("numbers", "");
            Visit.asking = true;
            waitForRendering(shell);
            verify(find(shell, "idle.more").mapToItem(shell, 0, 0).y >= shell.height / 2);
        }

        function test_back_finds_where_one_was_reading() {
            root.width = 800;
            root.height = 480; // so small that the numbers take several parts
            Visit.open("numbers", "");
            waitForRendering(shell);
            verify(!find(shell, "topic.before").enabled);
            keyClick(Qt.Key_PageDown); // from wherever the focus is
            verify(find(shell, "topic.before").enabled);
            keyClick(Qt.Key_PageUp);
            verify(!find(shell, "topic.before").enabled);
            tap("topic.more");
            Visit.open("contact", "lifeline-988");
            waitForRendering(shell);
            Visit.open("numbers", "");
            waitForRendering(shell);
            verify(find(shell, "topic.before").enabled, "not at the top");
            Visit.ended();
            Visit.open("numbers", "");
            waitForRendering(shell);
            root.width = 1080;
            root.height = 1920;
        }

        function test_language_keeps_the_part() {
            Visit.open("numbers", "");
            waitForRendering(shell);
            compare(Visit.page, "numbers");
            Visit.open("languages", "switch");
            Visit.open("numbers", "");
            verify(find(shell, "988 Lifeline"));
        }

        function test_no_content_says_so() {
            Visit.page = "none";
            waitForRendering(shell);
            verify(!shell.ready);
            verify(!shell.coverShown);
        }
    }
}
