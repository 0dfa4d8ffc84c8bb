// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authoring/yaml_reader.h"

#include "authoring/utf8.h"

#include <algorithm>
#include <charconv>

namespace porchlight::authoring {

namespace {

Place placeOf(const YAML::Node &node, const YamlContext &context)
{
    return {context.file, yamlLine(node.Mark(), context)};
}

} // namespace

YamlMap::YamlMap(const YAML::Node &node, const YamlContext &context)
    : m_context(&context), m_here(placeOf(node, context)), m_isMap(node.IsMap())
{
    if (!m_isMap) {
        context.findings.error("wrong-type", m_here, "Here fields are expected, each as `name: value`.",
                               "Write it as in the example in content/README.md.");
        return;
    }
    for (const auto &pair : node) {
        const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : std::string();
        const Place at{context.file, yamlLine(pair.first.Mark(), context)};
        if (find(key))
            context.findings.error("duplicate-field", at, "The field `" + key + "` stands here twice.",
                                   "Keep one of the two.");
        else
            m_fields.push_back({key, pair.second, at, false});
    }
}

YamlMap::Field *YamlMap::find(const std::string &key)
{
    const auto it = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &f) { return f.key == key; });
    return it == m_fields.end() ? nullptr : &*it;
}

bool YamlMap::has(const std::string &key) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&](const Field &f) { return f.key == key; });
}

Place YamlMap::at(const std::string &key) const
{
    const auto it = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field &f) { return f.key == key; });
    return it == m_fields.end() ? m_here : it->at;
}

Place YamlMap::here() const
{
    return m_here;
}

YamlMap::Field *YamlMap::require(const std::string &key)
{
    Field *field = find(key);
    if (field)
        field->known = true;
    else if (m_isMap) // otherwise that is told already
        m_context->findings.error("missing-field", m_here, "The field `" + key + "` is missing.", "Add it.");
    return field;
}

void YamlMap::wrong(const std::string &key, const std::string &expected)
{
    m_context->findings.error("wrong-type", at(key), "The field `" + key + "` must be " + expected + ".",
                              "Write it so.");
}

void YamlMap::wrongChoice(const std::string &key, const std::string &value, const std::string &choices)
{
    m_context->findings.error("bad-value", at(key), "`" + value + "` is no value of the field `" + key + "`.",
                              "Write one of: " + choices + ".");
}

std::optional<std::string> YamlMap::scalar(const std::string &key)
{
    Field *field = require(key);
    if (!field)
        return std::nullopt;
    if (!field->value.IsScalar()) {
        wrong(key, "a single value");
        return std::nullopt;
    }
    return field->value.Scalar();
}

std::string YamlMap::text(const std::string &key)
{
    const auto value = scalar(key);
    std::string line = singleLine(value.value_or(""));
    if (value && line.empty())
        m_context->findings.error("empty-field", at(key), "The field `" + key + "` is empty.", "Write its text.");
    return line;
}

std::string YamlMap::optionalText(const std::string &key)
{
    return has(key) ? text(key) : std::string();
}

std::string YamlMap::id(const std::string &key)
{
    return idOf(key, "-_");
}

std::string YamlMap::dottedId(const std::string &key)
{
    return idOf(key, "-_.");
}

std::string YamlMap::idOf(const std::string &key, const std::string &marks)
{
    std::string value = text(key);
    const bool good = std::all_of(value.begin(), value.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.find(c) != std::string::npos;
    });
    if (!good)
        m_context->findings.error("bad-id", at(key), "`" + value + "` is no id.",
                                  "Use small letters a-z, digits and " + marks + " only.");
    return value;
}

int YamlMap::integer(const std::string &key, int least, int most)
{
    const auto value = scalar(key);
    if (!value)
        return least;
    int result = 0;
    const char *const end = value->data() + value->size();
    const auto [stop, failed] = std::from_chars(value->data(), end, result);
    if (failed == std::errc{} && stop == end && result >= least && result <= most)
        return result;
    wrong(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

double YamlMap::number(const std::string &key, double least, double most)
{
    const auto value = scalar(key);
    if (!value)
        return least;
    double result = 0;
    const char *const end = value->data() + value->size();
    const auto [stop, failed] = std::from_chars(value->data(), end, result, std::chars_format::fixed);
    if (failed == std::errc{} && stop == end && result >= least && result <= most)
        return result;
    wrong(key,
          "a number from " + std::to_string(static_cast<int>(least)) + " to " + std::to_string(static_cast<int>(most)));
    return least;
}

bool YamlMap::boolean(const std::string &key)
{
    const auto value = scalar(key);
    if (value && *value != "true" && *value != "false")
        wrong(key, "true or false");
    return value == "true";
}

bool YamlMap::booleanOr(const std::string &key, bool otherwise)
{
    return has(key) ? boolean(key) : otherwise;
}

content::Date YamlMap::date(const std::string &key)
{
    const auto value = scalar(key);
    if (!value)
        return {};
    const auto day = content::parseDate(*value);
    if (!day)
        wrong(key, "a day that exists, as 2026-11-22");
    return day.value_or(content::Date{});
}

YAML::Node YamlMap::list(const std::string &key)
{
    Field *field = require(key);
    if (field && !field->value.IsSequence())
        wrong(key, "a list");
    return field && field->value.IsSequence() ? field->value : YAML::Node(YAML::NodeType::Sequence);
}

std::vector<std::string> YamlMap::texts(const std::string &key)
{
    std::vector<std::string> values;
    for (const auto &node : list(key)) {
        std::string line = node.IsScalar() ? singleLine(node.Scalar()) : std::string();
        if (line.empty())
            m_context->findings.error("wrong-type", placeOf(node, *m_context),
                                      "Each line of the list `" + key + "` must be a text.", "Write it so.");
        else
            values.push_back(std::move(line));
    }
    return values;
}

std::vector<Place> YamlMap::places(const std::string &key)
{
    std::vector<Place> found;
    if (Field *field = find(key); field && field->value.IsSequence())
        for (const auto &node : field->value)
            if (node.IsScalar() && !singleLine(node.Scalar()).empty())
                found.push_back(placeOf(node, *m_context));
    return found;
}

std::vector<YamlMap> YamlMap::maps(const std::string &key)
{
    std::vector<YamlMap> values;
    for (const auto &node : list(key))
        values.emplace_back(node, *m_context);
    return values;
}

YamlMap YamlMap::map(const std::string &key)
{
    const Field *field = require(key);
    return {field ? field->value : YAML::Node(YAML::NodeType::Map), *m_context};
}

std::vector<std::string> YamlMap::keys() const
{
    std::vector<std::string> names;
    for (const Field &field : m_fields)
        names.push_back(field.key);
    return names;
}

void YamlMap::rejectUnknown()
{
    std::string known;
    for (const Field &field : m_fields)
        if (field.known)
            known += (known.empty() ? "" : ", ") + field.key;
    for (const Field &field : m_fields)
        if (!field.known)
            m_context->findings.error("unknown-field", field.at, "No field is called `" + field.key + "` here.",
                                      "Correct the name or take it out. Known here: " + known + ".");
}

} // namespace porchlight::authoring
