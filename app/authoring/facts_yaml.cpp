// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// fragments.yaml and facts.yaml: what pages draw in, of the national content, a layer or a site.
#include "authoring/loaders.h"
#include "authoring/yaml_reader.h"

namespace porchlight::authoring {

void loadFragments(const SourceFolder &folder, Sources &sources)
{
    const std::string file = folder.within("fragments.yaml");
    if (!folder.has(file))
        return;
    eachEntry(folder, file, [&](YamlMap &map) {
        const std::string id = map.id();
        Text text;
        text.id = "fragment." + id;
        text.context = "fragment:" + id;
        text.english = map.text("text");
        text.note = map.text("note");
        text.at = map.at("id");
        text.safety = true;
        addText(sources, std::move(text));
    });
}

void loadFacts(const SourceFolder &folder, Sources &sources)
{
    const std::string file = folder.within("facts.yaml");
    if (!folder.has(file))
        return;
    eachEntry(folder, file, [&](YamlMap &map) {
        FactSource fact;
        fact.at = map.at("id");
        fact.id = fact.source.fact = map.id();
        fact.value = map.text("value");
        fact.source.what = map.text("what");
        fact.source.url = map.text("url");
        fact.source.mark = map.choice<char>("mark", {{"A", 'A'}}); // anything less goes on no screen
        fact.source.checkedOn = map.date("checked_on");
        fact.source.recheckBy = map.date("recheck_by");
        sources.facts.push_back(std::move(fact));
    });
}

} // namespace porchlight::authoring
