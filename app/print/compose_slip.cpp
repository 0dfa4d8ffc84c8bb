// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/slip_document.h"

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

class Writer {
public:
    explicit Writer(SlipDocument &document) : m_document(document) {}

    void add(const std::string &text, SlipLine::Role role)
    {
        const QString line = qt(text);
        if (!line.isEmpty())
            m_document.lines.push_back({line, role, role != SlipLine::Role::Number && holdsRightToLeft(line)});
    }

    void addContact(const Contact &contact, const Choice &choice, bool names)
    {
        bool first = true;
        for (const Channel &channel : contact.channels) {
            if (!choice.channels.contains(channel.id))
                continue;
            if (names && first)
                add(contact.slipName, SlipLine::Role::Name);
            first = false;
            add(channel.value, SlipLine::Role::Number);
            if (!names)
                continue;
            if (channel.kind != ChannelKind::Call) // a short code is of no use without the word to send
                add(channel.instruction, SlipLine::Role::Detail);
            add(channel.hours, SlipLine::Role::Detail);
        }
    }

private:
    SlipDocument &m_document;
};

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
                         const std::vector<std::string> &channelIds, WithCode /*code*/)
{
    const content::Language &language = edition.language;
    SlipDocument document{design.widthMm,
                          design.heightMm,
                          design.bodyPt,
                          design.numberPt,
                          qt(language.fontFamily),
                          language.direction == content::Direction::RightToLeft,
                          {}};
    Writer writer(document);
    if (edition.release.mode == content::Mode::Demonstration)
        writer.add(demonstrationMark(edition), SlipLine::Role::Mark);
    writer.add(design.heading, SlipLine::Role::Heading);

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
    return document;
}

} // namespace porchlight::print
