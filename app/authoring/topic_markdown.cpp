// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// topics/*.md: front matter in YAML, then the blocks of the page.
#include "authoring/loaders.h"
#include "authoring/markdown_blocks.h"
#include "authoring/yaml_reader.h"

#include <algorithm>
#include <tuple>

namespace porchlight::authoring {

using content::Block;
using content::Layer;

namespace {

struct Split {
    std::string frontMatter;
    std::string body;
    int bodyLine = 0; ///< the line of the file that the body begins at
};

/// SPDX lines may stand above the front matter as an HTML comment, or in it.
std::optional<Split> splitFrontMatter(const std::string &text)
{
    const std::string fence = "---\n";
    if (!text.starts_with(fence))
        return std::nullopt;
    const auto end = text.find("\n---", fence.size() - 1);
    if (end == std::string::npos)
        return std::nullopt;
    const auto lineEnd = text.find('\n', end + 1);
    const auto bodyAt = lineEnd == std::string::npos ? text.size() : lineEnd + 1;
    Split split{text.substr(fence.size(), end + 1 - fence.size()), text.substr(bodyAt), 0};
    split.bodyLine =
        1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bodyAt), '\n'));
    return split;
}

void readSources(YamlMap &map, TopicSource &topic)
{
    for (YamlMap &entry : map.maps("sources")) {
        content::Source source;
        source.what = entry.text("what");
        source.url = entry.text("url");
        entry.choice<char>("mark", {{"A", 'A'}}); // anything less goes on no screen
        source.checkedOn = entry.date("checked_on");
        source.recheckBy = entry.date("recheck_by");
        entry.rejectUnknown();
        topic.value.sources.push_back(std::move(source));
        topic.sourcePlaces.push_back(entry.here());
    }
}

const char *noteOf(Block::Kind kind)
{
    switch (kind) {
    case Block::Kind::Heading:
        return "Heading";
    case Block::Kind::Bullet:
        return "Line of a list";
    case Block::Kind::Note:
        return "Note, set apart";
    default:
        return "Paragraph";
    }
}

content::Domain domainOf(const TopicSource &topic)
{
    return topic.value.layer == Layer::Learn ? content::Domain::Learn : content::Domain::Help;
}

TopicSource readFrontMatter(YamlMap &map, Sources &sources)
{
    TopicSource topic;
    topic.at = map.at("id");
    topic.tileAt = map.at("tile");
    topic.pictureAt = map.at("picture");
    topic.value.id = map.id();
    topic.tile = map.id("tile");
    topic.order = map.integer("order", 0, 100000);
    topic.value.title = map.text("title");
    topic.value.summary = map.text("summary");
    topic.value.picture = map.id("picture");
    topic.value.layer = map.choice<Layer>("layer", {{"ordinary", Layer::Ordinary}, {"learn", Layer::Learn}});
    topic.value.sensitive = map.boolean("sensitive");
    readSources(map, topic);
    map.rejectUnknown();
    const std::string id = "topic." + topic.value.id;
    const std::string context = "topic:" + topic.value.id;
    addText(sources,
            {id + ".title", context, topic.value.title, "Title of the page", 0, map.at("title"), domainOf(topic)});
    addText(sources, {id + ".summary", context, topic.value.summary, "One line below the title in a list", 0,
                      map.at("summary"), domainOf(topic)});
    return topic;
}

void addBlock(TopicSource &topic, const MarkdownBlock &block, Sources &sources)
{
    topic.value.blocks.push_back(block.value);
    topic.blockPlaces.push_back(block.at);
    if (block.value.kind == Block::Kind::ContactCard || block.value.kind == Block::Kind::ShowCard) {
        topic.blockTexts.emplace_back();
    } else if (!block.elsewhere.empty()) {
        topic.blockTexts.push_back(block.elsewhere);
    } else {
        topic.blockTexts.push_back("topic." + topic.value.id + ".b" + std::to_string(topic.value.blocks.size()));
        addText(sources, {topic.blockTexts.back(), "topic:" + topic.value.id, block.value.text,
                          noteOf(block.value.kind), 0, block.at, domainOf(topic)});
    }
}

} // namespace

void loadTopics(const SourceFolder &folder, Sources &sources)
{
    for (const std::string &file : folder.list(folder.within("topics"), ".md")) {
        const auto text = folder.read(file);
        if (!text)
            continue;
        const auto split = splitFrontMatter(*text);
        if (!split) {
            folder.findings.error("no-front-matter", {file, 1},
                                  "A topic begins with its fields between two lines `---`.",
                                  "Add them; content/README.md has an example.");
            continue;
        }
        const YamlContext context{folder.findings, file, 1};
        auto map = readYamlMap(split->frontMatter, context);
        const auto blocks = readMarkdown(split->body, file, split->bodyLine, folder.findings);
        if (!map)
            continue;
        TopicSource topic = readFrontMatter(*map, sources);
        requireFileName(folder, file, topic.value.id, topic.at);
        if (blocks.empty())
            folder.findings.error("empty-topic", topic.at, "This topic has no text below its fields.",
                                  "Write it: a visitor must never reach an empty page.");
        for (const MarkdownBlock &block : blocks)
            addBlock(topic, block, sources);
        sources.topics.push_back(std::move(topic));
    }
    const auto key = [](const TopicSource &t) { return std::tie(t.tile, t.order, t.value.id); };
    std::stable_sort(sources.topics.begin(), sources.topics.end(),
                     [&](const TopicSource &a, const TopicSource &b) { return key(a) < key(b); });
}

} // namespace porchlight::authoring
