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

    ThemeFeed {
        motion: false
        pixelsPerMm: 1080 / 268
        screenHeight: root.height
        screenWidth: root.width
    }

    Shell {
        id: shell

        anchors.fill: parent
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

        function test_arrows_walk_through_the_controls() {
            Visit.home();
            keyClick(Qt.Key_Down);
            compare(shell.Window.activeFocusItem.label, "Work and pay");
            keyClick(Qt.Key_Right);
            compare(shell.Window.activeFocusItem.label, "A place to stay");
            keyClick(Qt.Key_Up);
            keyClick(Qt.Key_Return);
            compare(Visit.page, "topics");
            compare(Visit.key, "work");
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
            return ["languages", "home", "topics", "topic", "numbers", "contact", "large", "slip", "print", "display", "about", "show-card"].map(page => ({
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
