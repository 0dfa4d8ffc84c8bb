// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The release that the package ships, in each of its languages: no safety sentence of a draft stands without its
// English.
#include "store/reader.h"
#include "unit/store/release_rows.h"

#include <gtest/gtest.h>
#include <set>
#include <sqlite3.h>

namespace porchlight::store {
namespace {

using content::Block;
using content::Edition;

const char *const builtIn = BUILT_IN_RELEASE "/content.sqlite";

/// The first column of all rows.
std::set<std::string> ask(const std::string &question)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *statement = nullptr;
    std::set<std::string> answers;
    EXPECT_EQ(sqlite3_open_v2(builtIn, &database, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_prepare_v2(database, question.c_str(), -1, &statement, nullptr), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW)
        answers.emplace(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return answers;
}

/// One draft beside the English edition. Whether the English is missing is seen without asking who left it out.
struct Draft {
    Draft(const Edition &english, const Edition &own)
        : source(english), draft(own),
          approved(ask("SELECT x.value FROM translation t JOIN text x ON x.number = t.text WHERE x.safety AND "
                       "t.language = '" +
                       own.language.tag + "' AND t.level >= 'L3'"))
    {
    }

    void expect(const std::string &shown, const std::string &beside, const std::string &english,
                const std::string &where)
    {
        ++sentences;
        EXPECT_FALSE(shown.empty()) << where;
        if (shown != english && approved.count(english) == 0) {
            EXPECT_EQ(beside, english) << draft.language.tag << ": " << where;
        }
    }

    void expectTopics()
    {
        for (const auto &[id, topic] : draft.topics) {
            const content::Topic *original = source.findTopic(id);
            ASSERT_NE(original, nullptr) << id;
            ASSERT_EQ(topic.blocks.size(), original->blocks.size()) << id;
            for (std::size_t i = 0; i < topic.blocks.size(); ++i)
                if (original->blocks[i].kind == Block::Kind::Safety)
                    expect(topic.blocks[i].text, topic.blocks[i].english, original->blocks[i].text, id);
        }
    }

    void expectContacts()
    {
        for (const content::Contact &contact : draft.contacts) {
            const content::Contact *original = source.findContact(contact.id);
            ASSERT_NE(original, nullptr) << contact.id;
            expect(contact.answers, contact.answersEnglish, original->answers, contact.id);
            expect(contact.tellsAuthoritiesWhen, contact.tellsEnglish, original->tellsAuthoritiesWhen, contact.id);
        }
    }

    void expectWordsAndCards()
    {
        for (const std::string &id : ask("SELECT i.id FROM interface i JOIN text x ON x.number = i.text WHERE "
                                         "x.safety")) {
            const auto beside = draft.interfaceEnglish.find(id);
            expect(draft.interface.at(id), beside == draft.interfaceEnglish.end() ? "" : beside->second,
                   source.interface.at(id), id);
        }
        for (const content::ShowCard &card : draft.showCards)
            EXPECT_FALSE(card.english.empty()) << draft.language.tag << ": " << card.id;
    }

    const Edition &source;
    const Edition &draft;
    std::set<std::string> approved;
    int sentences = 0;
};

} // namespace

TEST(BuiltInRelease, HasTheEnglishBesideEverySafetySentenceOfADraft)
{
    const auto reader = Reader::open(builtIn);
    ASSERT_TRUE(reader) << reader.fault().describe();
    const auto english = reader->edition("en", newestDate);
    ASSERT_TRUE(english);
    ASSERT_GE((*english)->languages.size(), 21U);
    for (const content::Language &language : (*english)->languages) {
        if (language.source)
            continue;
        const auto edition = reader->edition(language.tag, newestDate);
        ASSERT_TRUE(edition) << language.tag;
        Draft draft(**english, **edition);
        draft.expectTopics();
        draft.expectContacts();
        draft.expectWordsAndCards();
        EXPECT_GE(draft.sentences, 50) << language.tag;
    }
}

TEST(BuiltInRelease, TakesEverySafetySentenceForOne)
{
    EXPECT_EQ(ask("SELECT b.topic FROM topic_block b JOIN text x ON x.number = b.text WHERE (b.kind = 'safety') <> "
                  "x.safety"),
              std::set<std::string>{});
    EXPECT_EQ(ask("SELECT c.id FROM contact c JOIN text x ON x.number IN (c.answers, c.tells_authorities_when) WHERE "
                  "NOT x.safety"),
              std::set<std::string>{});
}

} // namespace porchlight::store
