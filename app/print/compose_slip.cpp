// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/slip_document.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace porchlight::print {

namespace {

using content::Channel;
using content::ChannelKind;
using content::Contact;

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

/// A text that fell back to English keeps its own direction on a right-to-left slip.
bool holdsRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; });
}

bool isPrintable(const Channel &channel)
{
    return channel.printOk &&
           (channel.kind == ChannelKind::Call || channel.kind == ChannelKind::Text || channel.kind == ChannelKind::Tty);
}

struct Choice {
    std::set<std::string> channels;
    bool help = false; ///< holds a line that is not ordinary
    int ordinary = 0;  ///< contacts
};

Choice printableChoice(const content::Edition &edition, const std::vector<std::string> &channelIds)
{
    Choice choice;
    for (const Contact &contact : edition.contacts) {
        bool chosen = false;
        for (const Channel &channel : contact.channels) {
            if (!isPrintable(channel) ||
                std::find(channelIds.begin(), channelIds.end(), channel.id) == channelIds.end())
                continue;
            choice.channels.insert(channel.id);
            chosen = true;
        }
        choice.help = choice.help || (chosen && !contact.ordinary);
        choice.ordinary += chosen && contact.ordinary ? 1 : 0;
    }
    return choice;
}

void addOrdinary(const content::Edition &edition, int wanted, Choice &choice)
{
    for (const Contact &contact : edition.contacts) {
        if (choice.ordinary >= wanted)
            return;
        const Channel *line = voiceLine(contact);
        const bool there = std::any_of(contact.channels.begin(), contact.channels.end(),
                                       [&](const Channel &c) { return choice.channels.contains(c.id); });
        if (!contact.ordinary || !line || there)
            continue;
        choice.channels.insert(line->id);
        ++choice.ordinary;
    }
}

/// The higher goes first. What a person needs to call somebody always stands.
enum Rank { Stays = 0, English, Hours, Cost, Languages, EnglishDetail };

/// A text, and the English that may stand below it.
struct Both {
    const std::string &text;
    const std::string &english;
};

class Writer {
public:
    Writer(SlipDocument &document, const content::SlipDesign &design, bool english)
        : m_document(document), m_design(design), m_english(english)
    {
    }

    void add(const std::string &text, SlipLine::Role role, Rank rank = Stays)
    {
        const QString line = qt(text);
        if (!line.isEmpty())
            m_document.lines.push_back({line, role, role != SlipLine::Role::Number && holdsRightToLeft(line), rank});
    }

    void add(Both both, SlipLine::Role role, Rank rank, Rank englishRank)
    {
        add(both.text, role, rank);
        if (m_english && !both.text.empty() && both.english != both.text)
            add(both.english, SlipLine::Role::English, englishRank);
    }

    void addContact(const Contact &contact, const Choice &choice, bool names)
    {
        bool first = true;
        for (const Channel &channel : contact.channels) {
            if (!choice.channels.contains(channel.id))
                continue;
            if (names && first)
                add({contact.slipName, contact.slipNameEnglish}, SlipLine::Role::Name, Stays, English);
            first = false;
            add(channel.value, SlipLine::Role::Number);
            if (names)
                addDetails(channel);
        }
        if (names && !first && m_design.cost)
            add({contact.cost, contact.costEnglish}, SlipLine::Role::Detail, Cost, EnglishDetail);
        if (names && !first && m_design.languages)
            add({contact.languages, contact.languagesEnglish}, SlipLine::Role::Detail, Languages, EnglishDetail);
    }

private:
    void addDetails(const Channel &channel)
    {
        if (channel.kind != ChannelKind::Call) // a short code is of no use without the word to send
            add({channel.instruction, channel.instructionEnglish}, SlipLine::Role::Detail, Stays, EnglishDetail);
        if (m_design.hours)
            add({channel.hours, channel.hoursEnglish}, SlipLine::Role::Detail, Hours, EnglishDetail);
    }

    SlipDocument &m_document;
    const content::SlipDesign &m_design;
    bool m_english;
};

bool standsInEnglishToo(const content::Language &language, content::EnglishBeside when)
{
    switch (when) {
    case content::EnglishBeside::Never:
        return false;
    case content::EnglishBeside::Drafts:
        return !language.source && language.level < content::helpPathFloor;
    case content::EnglishBeside::Always:
        return !language.source;
    }
    return false;
}

// In bytes: with more the code would be wider than a receipt of 58 mm, its modules being half a millimetre.
constexpr qsizetype longestCode = 600;

/// What a phone shows that reads the square code: a line a number.
QString codeOf(const content::Edition &edition, const Choice &choice, bool names)
{
    QStringList lines;
    for (const Contact &contact : edition.contacts)
        for (const Channel &channel : contact.channels) {
            if (!choice.channels.contains(channel.id))
                continue;
            QStringList words;
            if (names && !contact.slipName.empty())
                words += qt(contact.slipName);
            words += qt(channel.value);
            if (names && channel.kind != ChannelKind::Call && !channel.instruction.empty())
                words += qt(channel.instruction);
            lines += words.join(u' ');
        }
    // Marks that isolate numbers and end words on paper are signs of their own to other programs.
    static const QRegularExpression marks(uR"([\x{200B}\x{2066}-\x{2069}])"_s);
    const QString code = lines.join(u'\n').remove(marks);
    return names && code.toUtf8().size() > longestCode ? codeOf(edition, choice, false) : code;
}

std::string demonstrationMark(const content::Edition &edition)
{
    const auto it = edition.interface.find("slip.demonstration");
    return it == edition.interface.end() || it->second.empty() ? "Demonstration" : it->second;
}

} // namespace

const Channel *voiceLine(const Contact &contact)
{
    const auto it = std::find_if(contact.channels.begin(), contact.channels.end(),
                                 [](const Channel &c) { return isPrintable(c) && c.kind == ChannelKind::Call; });
    return it == contact.channels.end() ? nullptr : &*it;
}

SlipDocument composeSlip(const content::Edition &edition, const content::SlipDesign &design,
                         const std::vector<std::string> &channelIds, WithCode code)
{
    const content::Language &language = edition.language;
    SlipDocument document{design.widthMm,
                          design.heightMm,
                          design.bodyPt,
                          design.numberPt,
                          qt(language.fontFamily),
                          language.direction == content::Direction::RightToLeft,
                          {}};
    document.cutMarks = design.cutMarks;
    document.fold = design.fold;
    Writer writer(document, design, standsInEnglishToo(language, design.english));
    if (edition.release.mode == content::Mode::Demonstration)
        writer.add(demonstrationMark(edition), SlipLine::Role::Mark);
    writer.add({design.heading, design.headingEnglish}, SlipLine::Role::Heading, Stays, English);

    Choice choice = printableChoice(edition, channelIds);
    bool names = design.names;
    if (names && !choice.channels.empty()) {
        const Choice asked = choice;
        addOrdinary(edition, design.ordinaryLines, choice);
        if (choice.help && choice.ordinary < design.ordinaryLines) {
            choice = asked;
            names = false;
        }
    }
    for (const Contact &contact : edition.contacts)
        writer.addContact(contact, choice, names);
    if (design.names && !language.source)
        writer.add(language.askForInterpreter, SlipLine::Role::Sentence);
    for (std::size_t i = 0; i < design.notes.size(); ++i)
        writer.add({design.notes[i], i < design.notesEnglish.size() ? design.notesEnglish[i] : std::string()},
                   SlipLine::Role::Sentence, Stays, English);
    if (code == WithCode::Yes)
        document.code = codeOf(edition, choice, names);
    return document;
}

} // namespace porchlight::print
