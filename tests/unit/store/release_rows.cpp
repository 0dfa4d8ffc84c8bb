// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/store/release_rows.h"

namespace porchlight::store {

namespace {

using namespace content;
using BlockKind = Block::Kind;

Language language(const char *tag, const char *ownName, const char *englishName, Direction direction, bool source)
{
    Language made;
    made.tag = tag;
    made.ownName = ownName;
    made.spokenName = ownName;
    made.englishName = englishName;
    made.script = direction == Direction::RightToLeft ? "Arab" : "Latn";
    made.direction = direction;
    made.fontFamily = direction == Direction::RightToLeft ? "Noto Sans Arabic" : "Noto Sans";
    made.level = TranslationLevel::L1;
    made.learnLevel = TranslationLevel::L1;
    made.source = source;
    made.askForInterpreter = std::string(englishName) + ", please. I need an interpreter.";
    return made;
}

ChannelRow channel(const char *id, ChannelKind kind, const char *value, ChannelStatus status, bool core = false)
{
    ChannelRow made;
    made.id = id;
    made.kind = kind;
    made.value = value;
    made.hours = "24/7";
    made.hoursWords = "always";
    made.sourceUrl = "https://example.org/numbers";
    made.checkedOn = localExpiry - std::chrono::days{90};
    made.checkedBy = "A. Tester";
    made.method = CheckMethod::Dialled;
    made.recheckBy = localExpiry - std::chrono::days{20};
    made.expiresOn = localExpiry;
    made.status = status;
    made.core = core;
    made.showPublic = true;
    made.showPrivate = true;
    made.printOk = true;
    return made;
}

ContactRow contact(const char *id, TrustClass trust, bool local, std::vector<ChannelRow> channels)
{
    ContactRow made;
    made.id = id;
    made.name = std::string(id) + ".name";
    made.forWhat = "for-what";
    made.answers = "answers";
    made.languages = "any-language";
    made.tellsAuthoritiesWhen = "tells";
    made.trust = trust;
    made.local = local;
    made.channels = std::move(channels);
    return made;
}

std::vector<TextRow> texts()
{
    const struct {
        const char *id, *english, *arabic;
    } all[] = {
        {"always", "Day and night, {hours}", "ليل نهار، {hours}"},
        {"answers", "A nonprofit runs this line.", ""},
        {"any-language", "More than 200 languages, through interpreters.", ""},
        {"ask", "Call {number:hotline.call} from any phone.", "اتصل بالرقم {number:hotline.call} من أي هاتف."},
        {"bar.home", "Home", "الرئيسية"},
        {"card.phone", "May I use a phone? I speak {language}.", "هل يمكنني استخدام هاتف؟ أتحدث {language}."},
        {"card.title", "Small card", "بطاقة صغيرة"},
        {"counted", "{fact:forced-labor} people.", "{fact:forced-labor} شخص."},
        {"for-what", "Someone to talk to.", "شخص تتحدث إليه."},
        {"free", "The call is free.", "المكالمة مجانية."},
        {"group.title", "Learn more", ""},
        {"hint", "Wages, hours, contracts", "الأجور"},
        {"hotline.name", "National help line", "خط المساعدة"},
        {"hotline.slip", "Free help line, day and night", ""},
        {"hours", "Monday to Friday, 9 to 5", "من الاثنين إلى الجمعة"},
        {"large.title", "Large print", ""},
        {"legal-aid.name", "Legal aid", "مساعدة قانونية"},
        {"note", "General information, not legal advice.", ""},
        {"numbers", "Talk to someone", "تحدث إلى شخص"},
        {"old.name", "A line that is gone", ""},
        {"pay.heading", "Your pay", ""},
        {"pay.one", "You must be paid for every hour.", "يجب أن تتقاضى أجرا عن كل ساعة."},
        {"pay.summary", "What you are owed", "ما هو حقك"},
        {"pay.title", "Pay", "الأجر"},
        {"papers", "Papers and rights", "الأوراق والحقوق"},
        {"rooms", "Free rooms and computers", ""},
        {"rest.title", "Rest", "الراحة"},
        {"safe", "You choose what to share.", "أنت تختار ما تقوله."},
        {"send-help", "Send the word {code}.", ""},
        {"site", "The Example Library", ""},
        {"slip.heading", "Local services", "خدمات محلية"},
        {"tells", "They keep what you say private.", ""},
        {"work", "Work and pay", "العمل والأجر"},
    };
    std::vector<TextRow> rows;
    for (const auto &text : all) {
        rows.push_back({text.id, "en", text.english, TranslationLevel::L4});
        if (*text.arabic)
            rows.push_back({text.id, "ar", text.arabic, TranslationLevel::L1});
    }
    for (TextRow &row : rows) {
        row.safety = row.id == "safe" || row.id == "answers" || row.id == "tells";
        row.domain = row.id == "counted" ? Domain::Learn : Domain::Help;
    }
    return rows;
}

} // namespace

ReleaseRows smallRelease()
{
    ReleaseRows rows;
    rows.info = {3, "demo", Mode::Live, newestDate, "en"};
    rows.languages = {language("en", "English", "English", Direction::LeftToRight, true),
                      language("ar", "العربية", "Arabic", Direction::RightToLeft, false),
                      language("es", "Español", "Spanish", Direction::LeftToRight, false)};
    rows.texts = texts();
    rows.interface = {{"bar.home", "bar.home"}, {"slip.safe", "safe"}};
    rows.tiles = {{"work", "work", "hint", "work", Tile::Opens::Topics, false, ""},
                  {"papers", "papers", "", "papers", Tile::Opens::Topics, false, ""},
                  {"more", "group.title", "", "lamp", Tile::Opens::Topics, false, "work"},
                  {"talk", "numbers", "", "talk", Tile::Opens::Numbers, true, ""}};

    const Date checked = newestDate - std::chrono::days{10};
    rows.facts = {{"forced-labor",
                   "27,600,000",
                   {"A count", "https://example.org/count", checked, checked + std::chrono::days{180}, 'A', ""}}};
    rows.showCards = {{"phone", "card.phone"}, {"nobody-asks", "card.phone"}};

    rows.contacts = {contact("hotline", TrustClass::T1, false,
                             {channel("hotline.call", ChannelKind::Call, "1-888-373-7888", ChannelStatus::Ok, true),
                              channel("hotline.text", ChannelKind::Text, "233733", ChannelStatus::Unverified)}),
                     contact("legal-aid", TrustClass::Unclassed, true,
                             {channel("legal-aid.call", ChannelKind::Call, "1-573-555-0100", ChannelStatus::Ok)}),
                     contact("old", TrustClass::T3, false,
                             {channel("old.call", ChannelKind::Call, "1-800-555-0199", ChannelStatus::Withdrawn)})};
    rows.contacts[1].ordinary = true;
    rows.contacts[0].slipName = "hotline.slip";
    rows.contacts[0].cost = "free";
    rows.contacts[0].channels[0].languageTags = {"en", "es"};
    rows.contacts[0].channels[0].interpreters = true;
    rows.contacts[0].channels[1].instruction = "send-help";
    rows.contacts[0].channels[1].code = "HELP";

    rows.topics = {
        {"rest",
         "work",
         "rest.title",
         "",
         "chair",
         Layer::Ordinary,
         false,
         {{BlockKind::Paragraph, "pay.one", "", ""}},
         {}},
        {"pay",
         "work",
         "pay.title",
         "pay.summary",
         "envelope",
         Layer::Ordinary,
         true,
         {{BlockKind::Heading, "pay.heading", "", ""},
          {BlockKind::Bullet, "pay.one", "", ""},
          {BlockKind::ContactCard, "", "old", ""},
          {BlockKind::ContactCard, "", "hotline", ""},
          {BlockKind::Paragraph, "ask", "", ""},
          {BlockKind::Note, "note", "", ""}},
         {{"Minimum wage", "https://example.org/wage", checked, checked + std::chrono::days{180}, 'A', ""}}},
        {"count",
         "more",
         "group.title",
         "",
         "lamp",
         Layer::Learn,
         false,
         {{BlockKind::Safety, "safe", "", ""},
          {BlockKind::Paragraph, "counted", "", ""},
          {BlockKind::ShowCard, "", "", "phone"}},
         {{"A count", "https://example.org/count", checked, checked + std::chrono::days{180}, 'A', "forced-labor"}}},
        {"lawyer",
         "papers",
         "papers",
         "",
         "paper",
         Layer::Learn,
         false,
         {{BlockKind::Heading, "pay.heading", "", ""}, {BlockKind::ContactCard, "", "legal-aid", ""}},
         {}}};
    rows.slips = {{"card", "card.title", "slip.heading", 54, 85.6, 8, 11, true, 3},
                  {"large", "large.title", "", 80, 0, 14, 24, false, 0},
                  {"sheet",
                   "large.title",
                   "slip.heading",
                   0,
                   0,
                   12,
                   18,
                   true,
                   3,
                   content::EnglishBeside::Always,
                   false,
                   true,
                   true,
                   {"free", "for-what"},
                   true,
                   content::Fold::Thirds}};
    rows.site = {"site", {"hours"}, {"rooms", "free"}};
    return rows;
}

ReleaseRows largeRelease(int topics)
{
    ReleaseRows rows = smallRelease();
    for (int i = 0; i < topics; ++i) {
        TopicRow topic{"topic-" + std::to_string(i), "work", "pay.title", "", "cup", Layer::Ordinary, false, {}, {}};
        for (int j = 0; j < 20; ++j) {
            const std::string id = topic.id + "-" + std::to_string(j);
            const std::string words = id + " You must be paid for every hour you work, whatever papers you have. ";
            rows.texts.push_back({id, "en", words + words, TranslationLevel::L4});
            rows.texts.push_back({id, "ar", words + "يجب أن تتقاضى أجرا عن كل ساعة عمل.", TranslationLevel::L1});
            topic.blocks.push_back({BlockKind::Paragraph, id, "", ""});
        }
        rows.topics.push_back(std::move(topic));
    }
    return rows;
}

} // namespace porchlight::store
