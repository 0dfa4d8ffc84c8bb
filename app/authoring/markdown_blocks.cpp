// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/markdown_blocks.h"

#include "authoring/text_rules.h"
#include "authoring/utf8.h"

#include <algorithm>
#include <string_view>

#include <md4c.h>

namespace porchlight::authoring {

using content::Block;

namespace {

/// A paragraph that is a placeholder alone stands for a block of another kind.
void takePlaceholder(const Placeholder &placeholder, MarkdownBlock &block)
{
    if (placeholder.name == "contact") {
        block.value.kind = Block::Kind::ContactCard;
        block.value.contactId = placeholder.argument;
    } else if (placeholder.name == "card") {
        block.value.kind = Block::Kind::ShowCard;
        block.value.cardId = placeholder.argument;
    } else if (placeholder.name == "fragment") {
        block.value.kind = Block::Kind::Safety;
        block.elsewhere = "fragment." + placeholder.argument;
    } else if (placeholder.name == "site") {
        block.elsewhere = placeholder.whole;
    } else {
        return;
    }
    block.value.text.clear();
}

/// Follows md4c through the document. md4c tells no lines; a text points into the source, which gives them.
class BlockReader {
public:
    BlockReader(std::string_view source, std::string file, int firstLine, Findings &findings)
        : m_source(source), m_file(std::move(file)), m_firstLine(firstLine), m_findings(findings)
    {
    }

    void enter(MD_BLOCKTYPE type, void *detail);
    void leave(MD_BLOCKTYPE type);
    void span(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, std::string_view chunk);
    std::vector<MarkdownBlock> take();

private:
    void refuse(const std::string &what);
    void seeLine(std::string_view chunk);
    std::string_view nextRule() const;
    void finish();

    std::string_view m_source;
    std::string m_file;
    int m_firstLine;
    Findings &m_findings;
    std::vector<MarkdownBlock> m_blocks;
    std::vector<std::string> m_refused; ///< waits for the next text, which tells the line
    std::string m_text;
    Block::Kind m_kind = Block::Kind::Paragraph;
    int m_line = 0; ///< of the last text seen
    int m_blockLine = 0;
    int m_lists = 0;
    int m_quotes = 0;
};

void BlockReader::refuse(const std::string &what)
{
    m_refused.push_back(what);
}

void BlockReader::seeLine(std::string_view chunk)
{
    // Compared as numbers: md4c hands out texts of its own as well (an entity, a line end).
    const auto begin = reinterpret_cast<std::uintptr_t>(m_source.data());
    const auto here = reinterpret_cast<std::uintptr_t>(chunk.data());
    if (here >= begin && here <= begin + m_source.size()) {
        const auto upTo = m_source.substr(0, here - begin);
        m_line = m_firstLine + static_cast<int>(std::count(upTo.begin(), upTo.end(), '\n'));
    }
    for (const std::string &what : m_refused)
        m_findings.error("unknown-markup", {m_file, m_line}, "A topic is plain text; it cannot hold " + what + ".",
                         "Write it as `## heading`, a paragraph, `- bullet`, `> note` or a line {contact:ID}.");
    m_refused.clear();
}

/// A rule has no text of its own: the first line below the last text that is only marks.
std::string_view BlockReader::nextRule() const
{
    int line = m_firstLine;
    for (std::size_t at = 0; at < m_source.size(); ++line) {
        const auto end = std::min(m_source.find('\n', at), m_source.size());
        const auto text = m_source.substr(at, end - at);
        if (line > m_line && text.find_first_of("-*_") != text.npos && text.find_first_not_of("-*_ ") == text.npos)
            return text;
        at = end + 1;
    }
    return {};
}

void BlockReader::enter(MD_BLOCKTYPE type, void *detail)
{
    switch (type) {
    case MD_BLOCK_DOC:
        return;
    case MD_BLOCK_QUOTE:
        finish();
        m_kind = Block::Kind::Note;
        if (++m_quotes > 1 || m_lists > 0)
            refuse("a note inside a note or a list");
        return;
    case MD_BLOCK_UL:
        finish();
        if (++m_lists > 1 || m_quotes > 0)
            refuse("a list inside a list or a note");
        return;
    case MD_BLOCK_LI:
        finish();
        m_kind = Block::Kind::Bullet;
        return;
    case MD_BLOCK_P:
        if (m_lists > 0 && m_kind != Block::Kind::Bullet)
            refuse("a second paragraph in a bullet");
        return;
    case MD_BLOCK_H:
        m_kind = Block::Kind::Heading;
        if (static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level != 2 || m_lists > 0 || m_quotes > 0)
            refuse("any heading but `## heading`");
        return;
    case MD_BLOCK_OL:
        ++m_lists;
        return refuse("a numbered list");
    case MD_BLOCK_HR:
        refuse("a line across the page");
        return seeLine(nextRule());
    case MD_BLOCK_CODE:
        return refuse("code (is the line indented by mistake?)");
    case MD_BLOCK_HTML:
        return refuse("HTML");
    case MD_BLOCK_TABLE:
        return refuse("a table");
    default: // the parts of a table, refused with it
        return;
    }
}

void BlockReader::leave(MD_BLOCKTYPE type)
{
    finish();
    m_kind = m_quotes > 0 ? Block::Kind::Note : Block::Kind::Paragraph;
    if (type == MD_BLOCK_QUOTE && --m_quotes == 0)
        m_kind = Block::Kind::Paragraph;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        --m_lists;
}

void BlockReader::span(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG:
    case MD_SPAN_DEL:
        return refuse("emphasis");
    case MD_SPAN_A:
        return refuse("a link");
    case MD_SPAN_IMG:
        return refuse("an image");
    default:
        return refuse("code");
    }
}

void BlockReader::text(MD_TEXTTYPE type, std::string_view chunk)
{
    if (type == MD_TEXT_BR)
        refuse("a line break inside a paragraph (two spaces or a backslash at the end of a line)");
    if (type == MD_TEXT_ENTITY)
        refuse("`" + std::string(chunk) + "` (write the character itself)");
    if (type == MD_TEXT_HTML && m_refused.empty() && m_text.find("<") == std::string::npos)
        refuse("HTML");
    seeLine(chunk);
    if (m_blockLine == 0)
        m_blockLine = m_line;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        m_text += ' ';
    else
        m_text += chunk;
}

void BlockReader::finish()
{
    MarkdownBlock block;
    block.at = {m_file, m_blockLine};
    block.value.kind = m_kind;
    block.value.text = singleLine(m_text);
    m_text.clear();
    m_blockLine = 0;
    if (block.value.text.empty())
        return;
    const auto placeholders = placeholdersOf(block.value.text);
    if (m_kind == Block::Kind::Paragraph && placeholders.size() == 1 && placeholders[0].whole == block.value.text)
        takePlaceholder(placeholders[0], block);
    m_blocks.push_back(std::move(block));
}

std::vector<MarkdownBlock> BlockReader::take()
{
    finish();
    if (m_line == 0)
        m_line = m_firstLine;
    seeLine({});
    return std::move(m_blocks);
}

BlockReader &reader(void *user)
{
    return *static_cast<BlockReader *>(user);
}

} // namespace

std::vector<MarkdownBlock> readMarkdown(const std::string &markdown, const std::string &file, int firstLine,
                                        Findings &findings)
{
    BlockReader blocks(markdown, file, firstLine, findings);
    MD_PARSER parser{};
    // Tables and strike-through are switched on only to be refused by name.
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *user) {
        return reader(user).enter(type, detail), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *, void *user) { return reader(user).leave(type), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void *, void *user) { return reader(user).span(type), 0; };
    parser.leave_span = [](MD_SPANTYPE, void *, void *) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
        return reader(user).text(type, {text, size}), 0;
    };
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &blocks);
    return blocks.take();
}

} // namespace porchlight::authoring
