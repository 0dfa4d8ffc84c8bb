// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Porchlight.Theme
import Porchlight.Controls
import Porchlight.Pages
import Porchlight.ViewModels

Item {
    id: root

    property string heard: ""

    height: 1920
    width: 1080

    Component {
        id: home

        HomePage {
            moreTiles: TileModel {
                small: true
            }
            tiles: TileModel {
            }

            onTileChosen: (tileId, opens) => root.heard = tileId + " " + opens
        }
    }

    Component {
        id: languages

        LanguagesPage {
            current: "en"
            languages: LanguageModel {
            }
            switching: false
            welcomeLines: [1, 2, 3, 4]

            onLanguageChosen: tag => root.heard = tag
        }
    }

    Component {
        id: reading

        ReadingPage {
            topicPage: TopicPage {
            }

            onContactChosen: contactId => root.heard = contactId
            onFilmRequested: root.heard = "film"
            onShowCardRequested: cardId => root.heard = "card " + cardId
        }
    }

    Component {
        id: watching

        WatchingPage {
            film: FilmPage {
                onHeardChanged: root.heard = heard
            }

            onReadRequested: root.heard = "read"
        }
    }

    Component {
        id: topics

        TopicsPage {
            topicPage: TopicPage {
            }

            onGroupChosen: tileId => root.heard = "group " + tileId
            onTopicChosen: topicId => root.heard = "topic " + topicId
        }
    }

    Component {
        id: numbers

        NumbersPage {
            callTopics: TopicModel {
            }
            contacts: ContactModel {
            }

            onContactChosen: contactId => root.heard = contactId
            onTopicChosen: topicId => root.heard = topicId
        }
    }

    Component {
        id: holdOut

        HoldOutPage {
            showCard: ShowCardPage {
            }
        }
    }

    Component {
        id: contact

        ContactDetailsPage {
            contact: ContactPage {
            }

            onLargeRequested: channelId => root.heard = channelId
        }
    }

    Component {
        id: slip

        SlipChoicePage {
            slip: SlipPage {
                designs: DesignModel {
                }
                lines: SlipModel {
                }
            }

            onPrintRequested: root.heard = "print"
            onRememberRequested: root.heard = "remember"
        }
    }

    Component {
        id: printing

        PrintingPage {
            slip: SlipPage {
                designs: DesignModel {
                }
                lines: SlipModel {
                }
                state: SlipPage.OutOfPaper
            }

            onCodeRequested: root.heard = "code"
            onLargeRequested: root.heard = "large"
            onStopRequested: root.heard = "stop"
        }
    }

    Component {
        id: large

        LargeNumberPage {
            large: LargePage {
            }
        }
    }

    Component {
        id: display

        DisplayPage {
            look: 0
            textSize: 2

            onListenRequested: root.heard = "listen"
            onLookChosen: look => root.heard = "look " + look
            onSizeChosen: size => root.heard = "size " + size
        }
    }

    Component {
        id: listen

        ListenPage {
            active: true
            loudspeaker: false
            loudspeakerAllowed: false
            paused: false
            plugged: true
            soundFails: false
            speed: 4
            synthetic: true
            voiced: true
            volume: 3

            onAgainRequested: root.heard = "again"
            onAloudRequested: aloud => root.heard = "aloud " + aloud
            onFasterRequested: root.heard = "faster"
            onGoOnRequested: root.heard = "go on"
            onLouderRequested: root.heard = "louder"
            onPauseRequested: root.heard = "pause"
            onQuieterRequested: root.heard = "quieter"
            onSlowerRequested: root.heard = "slower"
        }
    }

    TestCase {
        name: "Pages"
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

        function test_a_touch_says_a_key_data() {
            return [{
                    "tag": "tile",
                    "page": home,
                    "touch": "Work and pay",
                    "says": "work topics"
                }, {
                    "tag": "tile of numbers",
                    "page": home,
                    "touch": "Talk to someone",
                    "says": "talk numbers"
                }, {
                    "tag": "small tile",
                    "page": home,
                    "touch": "Help someone else",
                    "says": "help topics"
                }, {
                    "tag": "language",
                    "page": languages,
                    "touch": "العربية",
                    "says": "ar"
                }, {
                    "tag": "card in a topic",
                    "page": reading,
                    "touch": "Free help line",
                    "says": "hotline"
                }, {
                    "tag": "film of a topic",
                    "page": reading,
                    "touch": "film.watch",
                    "says": "film"
                }, {
                    "tag": "pause of a film",
                    "page": watching,
                    "touch": "listen.pause",
                    "says": "pause "
                }, {
                    "tag": "film anew",
                    "page": watching,
                    "touch": "film.again",
                    "says": "again "
                }, {
                    "tag": "words of a film",
                    "page": watching,
                    "touch": "film.read",
                    "says": "read"
                }, {
                    "tag": "card to show in a topic",
                    "page": reading,
                    "touch": "May I use a phone?",
                    "says": "card phone"
                }, {
                    "tag": "topic",
                    "page": topics,
                    "touch": "Are you paid what you earned?",
                    "says": "topic pay"
                }, {
                    "tag": "group of topics",
                    "page": topics,
                    "touch": "More to read",
                    "says": "group more"
                }, {
                    "tag": "topic below the numbers",
                    "page": numbers,
                    "touch": "Are you paid what you earned?",
                    "says": "pay"
                }, {
                    "tag": "number",
                    "page": numbers,
                    "touch": "988 Lifeline",
                    "says": "988"
                }, {
                    "tag": "way",
                    "page": contact,
                    "touch": "kind.call 1-888-373-7888",
                    "says": "hotline.call"
                }, {
                    "tag": "print",
                    "page": slip,
                    "touch": "slip.print",
                    "says": "print"
                }, {
                    "tag": "remember",
                    "page": slip,
                    "touch": "slip.remember",
                    "says": "remember"
                }, {
                    "tag": "no paper",
                    "page": printing,
                    "touch": "slip.large",
                    "says": "large"
                }, {
                    "tag": "no paper, the code",
                    "page": printing,
                    "touch": "slip.show-code",
                    "says": "code"
                }, {
                    "tag": "no paper, no more",
                    "page": printing,
                    "touch": "slip.cancel",
                    "says": "stop"
                }, {
                    "tag": "text size",
                    "page": display,
                    "touch": "display.size-4",
                    "says": "size 4"
                }, {
                    "tag": "look",
                    "page": display,
                    "touch": "display.contrast",
                    "says": "look 2"
                }].concat(["again", "pause", "slower", "faster", "quieter", "louder"].map(verb => ({
                            "tag": "listen, " + verb,
                            "page": listen,
                            "touch": "listen." + verb,
                            "says": verb
                        })));
        }

        function test_a_touch_says_a_key(data) {
            Theme.motion = false;
            root.heard = "";
            const page = createTemporaryObject(data.page, root);
            verify(page);
            waitForRendering(root);
            const control = find(page, data.touch);
            verify(control, data.touch + " is there");
            mouseClick(control);
            compare(root.heard, data.says);
        }

        function claims(item: QtObject): list<string> {
            const own = item instanceof Text && item.visible && item.text.startsWith("trust.") ? [item.text] : [];
            return Array.from(item.children).reduce((found, child) => found.concat(claims(child)), own);
        }

        function test_who_answers_is_claimed_only_where_it_is_settled_data() {
            return [{
                    "tag": "helpers",
                    "trust": 1,
                    "says": ["trust.t1"]
                }, {
                    "tag": "police",
                    "trust": 4,
                    "says": ["trust.t4"]
                }, {
                    "tag": "not settled",
                    "trust": 5,
                    "says": []
                }];
        }

        function test_who_answers_is_claimed_only_where_it_is_settled(data) {
            const page = createTemporaryObject(contact, root);
            page.contact.trust = data.trust;
            waitForRendering(root);
            compare(claims(page).filter(said => !said.endsWith(":english")), data.says);
        }

        // What a text on the page says, wherever it stands.
        function says(item: QtObject, words: string): bool {
            return item.visible && ((item instanceof Text && item.text === words) || Array.from(item.children).some(child => says(child, words)));
        }

        function test_listen_says_what_is_the_matter_data() {
            return [{
                    "tag": "listening",
                    "set": {},
                    "words": ["listen.here", "listen.computer"],
                    "not": ["listen.plug", "listen.loud", "listen.loud-warning", "listen.no-voice"]
                }, {
                    "tag": "recorded",
                    "set": {
                        "synthetic": false
                    },
                    "words": ["listen.here"],
                    "not": ["listen.computer"]
                }, {
                    "tag": "nothing plugged in",
                    "set": {
                        "plugged": false,
                        "active": false
                    },
                    "words": ["listen.plug"],
                    "not": ["listen.here", "listen.loud"]
                }, {
                    "tag": "no voice",
                    "set": {
                        "voiced": false
                    },
                    "words": ["listen.no-voice"],
                    "not": ["listen.computer"]
                }, {
                    "tag": "no sound",
                    "set": {
                        "soundFails": true,
                        "voiced": false
                    },
                    "words": ["listen.no-sound"],
                    "not": ["listen.no-voice", "listen.computer"]
                }, {
                    "tag": "loudspeaker allowed",
                    "set": {
                        "plugged": false,
                        "loudspeakerAllowed": true
                    },
                    "words": ["listen.loud", "listen.loud-warning", "listen.loud-warning:english"],
                    "not": ["listen.loud-stop"]
                }, {
                    "tag": "loudspeaker on",
                    "set": {
                        "plugged": false,
                        "loudspeakerAllowed": true,
                        "loudspeaker": true
                    },
                    "words": ["listen.loud-stop", "listen.loud-warning"],
                    "not": []
                }, {
                    "tag": "paused",
                    "set": {
                        "paused": true
                    },
                    "words": ["listen.go-on"],
                    "not": ["listen.pause"]
                }, {
                    "tag": "headphones in, where the loudspeaker would be allowed",
                    "set": {
                        "loudspeakerAllowed": true
                    },
                    "words": ["listen.here"],
                    "not": ["listen.loud"]
                }];
        }

        function test_listen_says_what_is_the_matter(data) {
            const page = createTemporaryObject(listen, root, data.set);
            waitForRendering(root);
            const isolated = words => words.endsWith(":english") ? "\u2066" + words + "\u2069" : words;
            for (const words of data.words)
                verify(says(page, isolated(words)), words + " is said");
            for (const words of data.not)
                verify(!says(page, words), words + " is not said");
        }

        function test_listen_stops_at_its_ends() {
            const page = createTemporaryObject(listen, root, {
                "speed": 7,
                "volume": 1
            });
            verify(!find(page, "listen.faster").enabled);
            verify(find(page, "listen.slower").enabled);
            verify(!find(page, "listen.quieter").enabled);
            page.active = false;
            verify(!find(page, "listen.again").enabled, "there is nothing to say again");
        }

        function test_print_and_remember_are_equal() {
            const page = createTemporaryObject(slip, root);
            waitForRendering(root);
            const print = find(page, "slip.print");
            const remember = find(page, "slip.remember");
            compare(print.width, remember.width);
            compare(print.height, remember.height);
        }

        function test_the_printer_is_told_before_the_tap_data() {
            return [{
                    "tag": "no paper",
                    "trouble": SlipPage.OutOfPaper,
                    "words": "slip.out-of-paper"
                }, {
                    "tag": "open",
                    "trouble": SlipPage.CoverOpen,
                    "words": "slip.cover-open"
                }, {
                    "tag": "no answer",
                    "trouble": SlipPage.NotReachable,
                    "words": "slip.not-reachable"
                }, {
                    "tag": "needs help",
                    "trouble": SlipPage.NeedsHelp,
                    "words": "slip.needs-help"
                }, {
                    "tag": "none",
                    "trouble": SlipPage.NoPrinter,
                    "words": "slip.no-printer"
                }];
        }

        function test_the_printer_is_told_before_the_tap(data) {
            const page = createTemporaryObject(slip, root);
            waitForRendering(root);
            verify(!says(page, data.words));
            page.slip.trouble = data.trouble;
            page.slip.canPrint = false;
            verify(says(page, data.words));
            verify(!find(page, "slip.print").enabled);
            verify(find(page, "slip.remember").enabled, "there is always another way");
            page.slip.trouble = SlipPage.Choosing;
            verify(!says(page, data.words), "it goes by itself");
        }

        function test_every_state_has_its_words_and_a_way_out_data() {
            const ways = ["slip.large", "slip.show-code"];
            return [{
                    "tag": "getting ready",
                    "state": SlipPage.GettingReady,
                    "words": "slip.getting-ready",
                    "ways": ways.concat("slip.cancel")
                }, {
                    "tag": "printing",
                    "state": SlipPage.Printing,
                    "words": "slip.printing",
                    "ways": ways.concat("slip.cancel")
                }, {
                    "tag": "printed",
                    "state": SlipPage.Printed,
                    "words": "slip.printed",
                    "ways": ["slip.done"]
                }, {
                    "tag": "no paper",
                    "state": SlipPage.OutOfPaper,
                    "words": "slip.out-of-paper",
                    "ways": ways.concat("slip.cancel", "bar.listen")
                }, {
                    "tag": "open",
                    "state": SlipPage.CoverOpen,
                    "words": "slip.cover-open",
                    "ways": ways.concat("slip.cancel", "bar.listen")
                }, {
                    "tag": "no answer",
                    "state": SlipPage.NotReachable,
                    "words": "slip.not-reachable",
                    "ways": ways.concat("slip.done", "slip.again", "bar.listen")
                }, {
                    "tag": "failed",
                    "state": SlipPage.Failed,
                    "words": "slip.failed",
                    "ways": ways.concat("slip.done", "slip.again", "bar.listen")
                }, {
                    "tag": "needs help",
                    "state": SlipPage.Failed,
                    "trouble": SlipPage.NeedsHelp,
                    "words": "slip.needs-help",
                    "ways": ways.concat("slip.done", "slip.again", "bar.listen")
                }, {
                    "tag": "no printer",
                    "state": SlipPage.NoPrinter,
                    "words": "slip.no-printer",
                    "ways": ways.concat("slip.done", "bar.listen")
                }];
        }

        function test_every_state_has_its_words_and_a_way_out(data) {
            const page = createTemporaryObject(printing, root, {
                "canListen": true
            });
            page.slip.state = data.state;
            page.slip.trouble = data.trouble ?? SlipPage.Choosing;
            waitForRendering(root);
            verify(says(page, data.words));
            compare(page.title, data.words);
            for (const way of data.ways)
                verify(find(page, way) && find(page, way).enabled, way + " is there");
        }

        function test_the_code_is_shown_when_asked_for() {
            const page = createTemporaryObject(large, root);
            waitForRendering(root);
            verify(!says(page, "slip.code-note"));
            mouseClick(find(page, "slip.show-code"));
            verify(page.large.code.length > 0);
            verify(says(page, "slip.code-note"), "that a phone may keep it is said");
            waitForRendering(root);
            mouseClick(find(page, "slip.hide-code"));
            compare(page.large.code, "");
        }

        function test_controls_are_large_enough() {
            for (const component of [home, languages, reading, topics, numbers, holdOut, contact, large, slip, printing, display, listen]) {
                const page = component.createObject(root);
                waitForRendering(root);
                check(page);
                page.destroy();
            }
        }

        function check(item: QtObject) {
            if (item instanceof Pressable && item.visible && item.width > 0) {
                verify(item.height >= Theme.touchTarget - 1, item.label + " is " + item.height + " px high");
                verify(item.width >= Theme.touchTarget - 1, item.label + " is " + item.width + " px wide");
                verify(item.label.length > 0);
            }
            for (let at = 0; at < item.children.length; ++at)
                check(item.children[at]);
        }
    }
}
