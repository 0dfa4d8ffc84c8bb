// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/yaml_reader.h"

#include <algorithm>
#include <string_view>

namespace porchlight::authoring {

namespace {

/// yaml-cpp takes a line end for the end of a text whose closing quote is missing, so the last line must not have one.
std::string_view withoutLastLineEnd(std::string_view text)
{
    while (text.ends_with('\n') || text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

bool endsInsideText(std::string_view text)
{
    try {
        YAML::Load(std::string(withoutLastLineEnd(text)));
        return false;
    } catch (const YAML::Exception &fault) {
        return fault.msg == YAML::ErrorMsg::EOF_IN_SCALAR;
    }
}

/// A missing quote shows at the end of the file only. It was opened in the first line from which on nothing helps.
int lineOfOpenQuote(std::string_view text)
{
    while (!text.empty()) {
        const auto lastLine = withoutLastLineEnd(text).rfind('\n');
        if (lastLine == std::string_view::npos || !endsInsideText(text.substr(0, lastLine)))
            return static_cast<int>(
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(lastLine + 1), '\n'));
        text = text.substr(0, lastLine);
    }
    return 0;
}

YAML::Node parse(const std::string &text, const YamlContext &context)
{
    try {
        return YAML::Load(std::string(withoutLastLineEnd(text)));
    } catch (const YAML::Exception &fault) {
        YAML::Mark mark = fault.mark;
        if (fault.msg == YAML::ErrorMsg::EOF_IN_SCALAR)
            mark.line = lineOfOpenQuote(text);
        context.findings.error("yaml-syntax", {context.file, yamlLine(mark, context)},
                               "This is not YAML: " + fault.msg + ".",
                               "Look at the quotes, colons and indentation here and in the line above.");
        return YAML::Node(YAML::NodeType::Undefined);
    }
}

} // namespace

int yamlLine(const YAML::Mark &mark, const YamlContext &context)
{
    return mark.is_null() ? 0 : mark.line + 1 + context.lineOffset;
}

std::vector<YamlMap> readYamlList(const std::string &text, const YamlContext &context)
{
    const YAML::Node root = parse(text, context);
    std::vector<YamlMap> maps;
    if (root.IsSequence())
        for (const auto &node : root)
            maps.emplace_back(node, context);
    else if (root.IsDefined())
        context.findings.error("wrong-type", {context.file, 1}, "This file must be a list.",
                               "Begin each entry with `- `, as in the example in content/README.md.");
    return maps;
}

std::optional<YamlMap> readYamlMap(const std::string &text, const YamlContext &context)
{
    const YAML::Node root = parse(text, context);
    if (!root.IsDefined())
        return std::nullopt;
    YamlMap map(root, context);
    if (root.IsMap())
        return map;
    return std::nullopt;
}

} // namespace porchlight::authoring
