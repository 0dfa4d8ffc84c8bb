// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

QtObject {
    property string name: Visit.rightToLeft ? "الخط الوطني للمساعدة" : "National Human Trafficking Hotline"
    property string forWhat: Visit.rightToLeft ? "عندما يجبرك شخص على العمل أو يمنعك من المغادرة" : "When someone makes you work or keeps you from leaving"
    property string answers: Visit.rightToLeft ? "تدير هذا الخط منظمة غير ربحية." : "A nonprofit runs this line. The government pays for it."
    property string cost: Visit.rightToLeft ? "المكالمة مجانية." : "The call is free."
    property string languages: Visit.rightToLeft ? "الإنجليزية والإسبانية، ولغات أخرى عبر مترجم" : "English and Spanish; other languages through an interpreter"
    property string tells: Visit.rightToLeft ? "قد يخبرون آخرين إذا كان طفل في خطر." : "They may tell others if a child is in danger."
    property string answersEnglish: Visit.rightToLeft ? "A nonprofit runs this line. The government pays for it." : ""
    property string tellsEnglish: ""
    property int trust: 2
    property ChannelModel channels: ChannelModel {
        arabic: Visit.rightToLeft
    }
}
