// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authoring/report.h"
#include "authoring/source_folder.h"
#include "content/date.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace porchlight::authoring {

/// What is being read, for findings. `lineOffset`: lines of the file above the YAML text (front matter of a topic).
struct YamlContext {
    Findings &findings;
    std::string file;
    int lineOffset = 0;
};

/// Reads a map and knows which fields were asked for. Each verb tells what is missing or of the wrong form and gives
/// back an empty value then, so that one reading finds all faults. Ends with rejectUnknown().
class YamlMap {
public:
    YamlMap(const YAML::Node &node, const YamlContext &context);

    [[nodiscard]] bool has(const std::string &key) const;
    /// Where the field's value stands; the map itself where the field is missing.
    [[nodiscard]] Place at(const std::string &key) const;
    [[nodiscard]] Place here() const;

    /// One line of text: line ends become spaces.
    std::string text(const std::string &key);
    std::string optionalText(const std::string &key);
    /// Small letters, digits, '-' and '_', as ids are written.
    std::string id(const std::string &key = "id");
    /// The same with '.' between its parts: "bar.home".
    std::string dottedId(const std::string &key = "id");
    int integer(const std::string &key, int least, int most);
    double number(const std::string &key, double least, double most);
    bool boolean(const std::string &key);
    bool booleanOr(const std::string &key, bool otherwise);
    content::Date date(const std::string &key);
    std::vector<std::string> texts(const std::string &key);
    std::vector<Place> places(const std::string &key);
    std::vector<YamlMap> maps(const std::string &key);
    /// The map that the field holds: one of no fields where it is missing.
    YamlMap map(const std::string &key);
    /// The names of all fields, in order.
    [[nodiscard]] std::vector<std::string> keys() const;
    template <class Value>
    Value choice(const std::string &key, std::initializer_list<std::pair<const char *, Value>> choices);

    void rejectUnknown();
    [[nodiscard]] const YamlContext &context() const { return *m_context; }

private:
    struct Field {
        std::string key;
        YAML::Node value;
        Place at;
        bool known = false;
    };
    Field *find(const std::string &key);
    Field *require(const std::string &key);
    std::optional<std::string> scalar(const std::string &key);
    YAML::Node list(const std::string &key);
    std::string idOf(const std::string &key, const std::string &marks);
    void wrong(const std::string &key, const std::string &expected);
    void wrongChoice(const std::string &key, const std::string &value, const std::string &choices);

    const YamlContext *m_context;
    Place m_here;
    bool m_isMap;
    std::vector<Field> m_fields;
};

/// The line of the file that a mark of yaml-cpp stands for; 0 where it has none.
int yamlLine(const YAML::Mark &mark, const YamlContext &context);
/// The maps of a file that is a list of maps. `context` must outlive them.
std::vector<YamlMap> readYamlList(const std::string &text, const YamlContext &context);
/// Reads a file that is a list of maps and hands each over.
template <class Use> void eachEntry(const SourceFolder &folder, const std::string &file, Use use)
{
    const auto text = folder.read(file);
    if (!text)
        return;
    const YamlContext context{folder.findings, file};
    for (YamlMap &map : readYamlList(*text, context)) {
        use(map);
        map.rejectUnknown();
    }
}

/// The one map of a text.
std::optional<YamlMap> readYamlMap(const std::string &text, const YamlContext &context);

template <class Value>
Value YamlMap::choice(const std::string &key, std::initializer_list<std::pair<const char *, Value>> choices)
{
    const auto value = scalar(key);
    if (!value)
        return choices.begin()->second;
    std::string names;
    for (const auto &[name, meaning] : choices) {
        if (*value == name)
            return meaning;
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    wrongChoice(key, *value, names);
    return choices.begin()->second;
}

} // namespace porchlight::authoring
