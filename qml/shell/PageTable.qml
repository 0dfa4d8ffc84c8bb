// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Porchlight.Pages
import Porchlight.ViewModels

// Page name -> page. The only place that knows which page needs what and where its signals lead.
QtObject {
    id: root

    required property LanguageModel languages
    required property TileModel tiles
    required property TileModel moreTiles
    required property TopicPage topicPage
    required property TopicModel callTopics
    required property ShowCardPage showCard
    required property ContactModel contacts
    required property ContactPage contactPage
    required property LargePage large
    required property CardPage card
    required property SlipPage slip
    required property SitePage site
    required property FilmPage film

    readonly property Component languagesPage: Component {
        LanguagesPage {
            current: Visit.language
            languages: root.languages
            switching: Visit.canGoBack
            welcomeLines: root.site.welcomeLines

            onAboutRequested: Visit.open("about", "")
            onCoverRequested: Visit.open("cover", "")
            onLanguageChosen: tag => Visit.chooseLanguage(tag)
        }
    }

    readonly property Component homePage: Component {
        HomePage {
            moreTiles: root.moreTiles
            tiles: root.tiles

            onTileChosen: (tileId, opens) => opens === "numbers" ? Visit.open("numbers", "") : Visit.open("topics", tileId)
        }
    }

    readonly property Component topicsPage: Component {
        TopicsPage {
            topicPage: root.topicPage

            onGroupChosen: tileId => Visit.open("topics", tileId)
            onTopicChosen: topicId => Visit.open("topic", topicId)
        }
    }

    readonly property Component readingPage: Component {
        ReadingPage {
            topicPage: root.topicPage

            onContactChosen: contactId => Visit.open("contact", contactId)
            onFilmRequested: Visit.open("film", Visit.key)
            onNumbersRequested: Visit.open("numbers", "")
            onShowCardRequested: cardId => Visit.open("show-card", cardId)
            onSlipRequested: Visit.open("slip", "")
        }
    }

    readonly property Component watchingPage: Component {
        WatchingPage {
            film: root.film

            onReadRequested: Visit.open("topic", Visit.key)
        }
    }

    readonly property Component numbersPage: Component {
        NumbersPage {
            callTopics: root.callTopics
            contacts: root.contacts

            onContactChosen: contactId => Visit.open("contact", contactId)
            onSlipRequested: Visit.open("slip", "")
            onTopicChosen: topicId => Visit.open("topic", topicId)
        }
    }

    readonly property Component showCardPage: Component {
        HoldOutPage {
            showCard: root.showCard
        }
    }

    readonly property Component contactDetailsPage: Component {
        ContactDetailsPage {
            contact: root.contactPage

            onLargeRequested: channelId => Visit.open("large", channelId)
            onSlipRequested: channelId => Visit.open("slip", channelId)
        }
    }

    readonly property Component largeNumberPage: Component {
        LargeNumberPage {
            large: root.large
        }
    }

    readonly property Component fixedCardPage: Component {
        FixedCardPage {
            card: root.card

            onEnglishRequested: Visit.chooseLanguage("en")
        }
    }

    readonly property Component slipChoicePage: Component {
        SlipChoicePage {
            slip: root.slip

            onPrintRequested: {
                root.slip.print();
                Visit.open("print", "");
            }
            onRememberRequested: Visit.open("large", "")
        }
    }

    readonly property Component printingPage: Component {
        PrintingPage {
            canListen: Listening.voiced && (Listening.plugged || Listening.loudspeakerAllowed)
            slip: root.slip

            onAgainRequested: {
                root.slip.done();
                root.slip.print();
            }
            onDoneRequested: {
                Visit.back();
                root.slip.done();
            }
            onCodeRequested: {
                Visit.open("large", "");
                root.large.showCode();
            }
            onLargeRequested: Visit.open("large", "")
            onListenRequested: Visit.open("listen", "")
            onStopRequested: {
                Visit.back();
                root.slip.cancel();
            }
        }
    }

    readonly property Component displayPage: Component {
        DisplayPage {
            look: Visit.look
            textSize: Visit.textSize

            onLookChosen: look => Visit.chooseLook(look)
            onListenRequested: Visit.open("listen", "")
            onSizeChosen: size => Visit.setTextSize(size)
        }
    }

    readonly property Component listenPage: Component {
        ListenPage {
            active: Listening.active
            loudspeaker: Listening.loudspeaker
            loudspeakerAllowed: Listening.loudspeakerAllowed
            paused: Listening.paused
            plugged: Listening.plugged
            soundFails: Listening.soundFails
            speed: Listening.speed
            synthetic: Listening.synthetic
            voiced: Listening.voiced
            volume: Listening.volume

            onAgainRequested: Listening.again()
            onAloudRequested: aloud => Listening.speakAloud(aloud)
            onFasterRequested: Listening.faster()
            onGoOnRequested: Listening.goOn()
            onLouderRequested: Listening.louder()
            onPauseRequested: Listening.pause()
            onQuieterRequested: Listening.quieter()
            onSlowerRequested: Listening.slower()
        }
    }

    readonly property Component aboutScreenPage: Component {
        AboutScreenPage {
            demonstration: Visit.demonstration
            leadsOn: Visit.key === "before"

            onGoOnRequested: Visit.goOn()
        }
    }

    /// Nothing for pages that the shell keeps ready beside the table: "cover" and "none".
    function find(name: string): Component {
        switch (name) {
        case "languages":
            return languagesPage;
        case "home":
            return homePage;
        case "topics":
            return topicsPage;
        case "topic":
            return readingPage;
        case "film":
            return watchingPage;
        case "numbers":
            return numbersPage;
        case "show-card":
            return showCardPage;
        case "contact":
            return contactDetailsPage;
        case "large":
            return largeNumberPage;
        case "card":
            return fixedCardPage;
        case "slip":
            return slipChoicePage;
        case "print":
            return printingPage;
        case "display":
            return displayPage;
        case "listen":
            return listenPage;
        case "about":
            return aboutScreenPage;
        default:
            return null;
        }
    }
}
