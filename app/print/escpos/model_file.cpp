// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/escpos/model_file.h"

#include <cstdlib>
#include <functional>
#include <map>

#include <yaml-cpp/yaml.h>

namespace porchlight::print::escpos {
namespace {

struct Wrong {
    YAML::Mark mark;
    std::string what;
    std::string remedy;
};

double number(const YAML::Node &node, double least, double most, const std::string &unit)
{
    double value = 0;
    if (!node.IsScalar() || !YAML::convert<double>::decode(node, value) || !(value >= least && value <= most))
        throw Wrong{node.Mark(), "This is no number of " + unit + " a printer can have.",
                    "Write one from " + std::to_string(static_cast<int>(least)) + " to " +
                        std::to_string(static_cast<int>(most)) + "."};
    return value;
}

int wholeNumber(const YAML::Node &node, int least, int most, const std::string &unit)
{
    return static_cast<int>(number(node, least, most, unit));
}

/// "1d 56 42 00"
Bytes bytes(const YAML::Node &node)
{
    const Wrong wrong{node.Mark(), "These are no bytes.",
                      "Write each as two hexadecimal digits with spaces between: \"1d 56 42 00\"."};
    if (!node.IsScalar())
        throw wrong;
    Bytes found;
    const std::string &text = node.Scalar();
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const std::string two = text.substr(at, 2);
        if (two.size() != 2 || two.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos ||
            (at + 2 < text.size() && text[at + 2] != ' '))
            throw wrong;
        found += static_cast<char>(std::strtol(two.c_str(), nullptr, 16));
    }
    if (found.empty())
        throw wrong;
    return found;
}

using Fields = std::map<std::string, std::function<void(const YAML::Node &)>>;

void readFields(const YAML::Node &node, const Fields &fields)
{
    if (!node.IsMap())
        throw Wrong{node.Mark(), "Here should be names with values.",
                    "Take one of the models that came with Porchlight as a pattern."};
    for (const auto &field : node) {
        const auto known = fields.find(field.first.Scalar());
        if (known == fields.end())
            throw Wrong{field.first.Mark(), "\"" + field.first.Scalar() + "\" is nothing a model has.",
                        "Look for a slip of the pen, or take the line out."};
        known->second(field.second);
    }
}

Presenter presenterOf(const YAML::Node &node)
{
    Presenter presenter;
    readFields(node,
               {
                   {"present", [&](const YAML::Node &value) { presenter.present = bytes(value); }},
                   {"retract", [&](const YAML::Node &value) { presenter.retract = bytes(value); }},
                   {"status", [&](const YAML::Node &value) { presenter.status = bytes(value); }},
                   {"waiting",
                    [&](const YAML::Node &value) { presenter.waiting = static_cast<unsigned char>(bytes(value)[0]); }},
                   {"retract_after",
                    [&](const YAML::Node &value) {
                        presenter.retractAfter = std::chrono::seconds(wholeNumber(value, 1, 600, "seconds"));
                    }},
               });
    if (presenter.retract.empty())
        throw Wrong{node.Mark(), "Nothing says how a slip is taken back.", "Add \"retract\"."};
    if (presenter.status.empty() != (presenter.waiting == 0))
        throw Wrong{node.Mark(), "\"status\" and \"waiting\" need each other.",
                    "Write both, or none where the printer can't be asked."};
    return presenter;
}

Model modelOf(const YAML::Node &node)
{
    Model model;
    readFields(
        node,
        {
            {"name", [&](const YAML::Node &value) { model.name = value.Scalar(); }},
            {"source", [](const YAML::Node &) {}},
            {"roll_mm", [&](const YAML::Node &value) { model.rollMm = number(value, 25, 220, "millimetres"); }},
            {"printable_mm",
             [&](const YAML::Node &value) { model.printableMm = number(value, 20, 216, "millimetres"); }},
            {"dpi",
             [&](const YAML::Node &value) { model.dotsPerInch = wholeNumber(value, 150, 600, "dots per inch"); }},
            {"rows_per_strip",
             [&](const YAML::Node &value) { model.rowsPerStrip = wholeNumber(value, 8, 800, "rows"); }},
            {"cut", [&](const YAML::Node &value) { model.cut = bytes(value); }},
            {"confirmation",
             [&](const YAML::Node &value) {
                 if (value.Scalar() != "paper-status" && value.Scalar() != "process-id")
                     throw Wrong{value.Mark(), "There is no such confirmation.", "Write paper-status or process-id."};
                 model.confirmation =
                     value.Scalar() == "process-id" ? Model::Confirmation::ProcessId : Model::Confirmation::PaperStatus;
             }},
            {"presenter", [&](const YAML::Node &value) { model.presenter = presenterOf(value); }},
        });
    if (model.printableMm > model.rollMm)
        throw Wrong{node.Mark(), "It prints beside its paper.", "Make \"printable_mm\" smaller than \"roll_mm\"."};
    return model;
}

} // namespace

content::Result<Model> readModel(const std::filesystem::path &file)
{
    const auto fault = [&](const YAML::Mark &mark, const std::string &what, const std::string &remedy) {
        const std::string where = mark.is_null() ? file.string() : file.string() + ":" + std::to_string(mark.line + 1);
        return content::Fault{"thermal-model", where, what, remedy};
    };
    try {
        return modelOf(YAML::LoadFile(file));
    } catch (const Wrong &wrong) {
        return fault(wrong.mark, wrong.what, wrong.remedy);
    } catch (const YAML::BadFile &) {
        return fault(YAML::Mark::null_mark(), "This file can't be read.", "Check its name and that it may be read.");
    } catch (const YAML::Exception &broken) {
        return fault(broken.mark, "This is no YAML: " + broken.msg + ".", "Mend that line.");
    }
}

} // namespace porchlight::print::escpos
