// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-tour/speech_check.h"

#include "content/speech.h"
#include "unit/programs/scene.h"

using namespace porchlight::programs;
using namespace porchlight::viewmodels;
using namespace Qt::StringLiterals;
using porchlight::playback::Line;

namespace {

/// What the walk finds on a page, if `mute` are the texts without a clip.
struct Walk {
    explicit Walk(const char *qml, QString mute = {}, bool voice = true) : scene(qml)
    {
        const ReaderContext context{u"en"_s, nullptr, u"en"_s, nullptr};
        items = readScreen(scene.window()->contentItem(), context).items;
        rules.canSay = [mute](const Line &line) { return line.text != mute; };
        rules.hasVoice = [voice](const QString &) { return voice; };
    }
    QStringList faults() { return speechFaults(items, scene.sight, rules); }

    Scene scene;
    std::vector<SpokenItem> items;
    SpeechRules rules;
};

constexpr auto page = R"(
    Column {
        BodyText { text: "One" }
        BigButton { label: "Two"; width: 200 }
        BigButton { label: "Three"; sign: "next"; mute: true; width: 200 }
        EnglishBeside { english: "Four" }
        BodyText { text: "Five"; visible: false }
        Text { readonly property bool silent: true; text: "Aa" }
    })";

} // namespace

TEST(SpeechCheck, aPageOfOurControlsIsWell)
{
    Walk walk(page);
    expectNone(walk.faults());
    QStringList said;
    for (const SpokenItem &item : walk.items)
        for (const Line &line : item.lines)
            said.append(line.language + u':' +
                        QString::fromStdString(porchlight::content::speakable(line.text.toStdString())));
    EXPECT_EQ(said, (QStringList{u"en:One"_s, u"en:Two"_s, u"en:Three"_s, u"en:Four"_s}));
}

TEST(SpeechCheck, aTextWithoutAClipIsNamedUnlessTheLanguageHasNoVoice)
{
    Walk walk(page, u"Two"_s);
    expectOne(walk.faults(), "\"Two\" has no clip in en");
    Walk voiceless(page, u"Two"_s, false);
    expectNone(voiceless.faults());
}

TEST(SpeechCheck, aTextThatIsNotSaidIsNamed)
{
    Walk walk(page);
    std::erase_if(walk.items, [](const SpokenItem &item) { return item.lines.front().text == u"One"_s; });
    expectOne(walk.faults(), "\"One\" is seen and not said");
}

TEST(SpeechCheck, aTextLeftOutOfItsControlIsNamed)
{
    Walk walk(page);
    for (SpokenItem &item : walk.items)
        if (item.lines.front().text == u"Two"_s)
            item.lines.front().text = u"Something else"_s;
    expectOne(walk.faults(), "\"Two\" is left out");
}

TEST(SpeechCheck, anOrderAgainstReadingIsNamed)
{
    Walk walk(R"(
        BodyText { text: "Below"; y: 300 }
        BodyText { text: "Above"; y: 100 })");
    expectOne(walk.faults(), "\"Below\" is said before \"Above\"");
}

TEST(SpeechCheck, theOrderFollowsTheDirectionOfTheLanguage)
{
    const auto row = R"(
        Row { spacing: 40; BodyText { text: "Left" } BodyText { text: "Right" } })";
    Walk walk(row);
    expectNone(walk.faults());
    walk.rules.rightToLeft = true;
    expectOne(walk.faults(), "against the order of reading");
}
