// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-content/arguments.h"

#include "authoring/check_names.h"

#include <charconv>
#include <map>
#include <sstream>

namespace porchlight::programs {

const char *const helpText =
    R"(porchlight-content: checks what editors and translators write, and makes a release of it.

  porchlight-content check CONTENT [--site SITE] [--only CODE,...] [--json]
      Tells all that is wrong in the content folder, each with file, line and what to do. Warnings are told, but let a
      release be built. Without --site: in the national content, every layer and every site.
  porchlight-content check --list [--json]
      Names all checks, with one line each.
  porchlight-content build CONTENT -o DIR [--site SITE] [--films DIR] [--sequence N] [--json]
      Checks, and when there is no error writes the release of one site: DIR/content.sqlite and DIR/fonts/. What stood
      in DIR stays whole until the new release takes its place. The same sources make the same bytes. A mistake in
      what is the site's own, or in its layers, does not stop the national content: that is built, as a demonstration
      without the site's name, with status 3.
  porchlight-content narrate CONTENT --cache DIR [--site SITE] [--languages TAG,...]
      Has the voices of languages.yaml say all texts of a release, and keeps the clips in DIR: only what has changed is
      said again. `build --narration DIR` puts them, and what people have recorded, into the release.
  porchlight-content narrate CONTENT --script TAG -o FILE [--site SITE]
      Writes the numbered lines that somebody reads out who records a language.
  porchlight-content narrate CONTENT --take FOLDER --script FILE --into MEDIA
      Brings in FOLDER/NUMBER.wav, recorded by that script, as MEDIA/TAG/KEY.opus (MEDIA: media/narration). All or none.
  porchlight-content stats CONTENT [--json]
      How much of each language is translated, and the level its translation has reached on the way to help (a live
      kiosk wants L3) and in its learn topics (L2), over all layers and sites.
  porchlight-content preview-slip --language TAG --design ID -o FILE.png [--release DIR] [--lines CHANNEL,...]
        [--paper own|58mm|80mm|a4|letter] [--code] [--dpi N]
      Draws a slip of a release as a printer would get it, with the release's fonts. Without --release: of the built-in
      one. Without --lines: with the hotline's voice line (`hotline.call`). --code adds the square code.
  porchlight-content extract CONTENT -o FILE.pot
      Writes all English texts, those of layers and sites too, as a template for translators; bring a translation up
      to date with `msgmerge --update content/translations/es.po FILE.pot`.
  porchlight-content import CONTENT (--site SITE | --layer LAYER) LIST [--json]
      Makes contacts of a list in the form of Open Referral (HSDS 3): a folder with services.csv, organizations.csv,
      phones.csv and schedules.csv, or one CSV file. All are local and unverified; no file is written over.

  --site SITE     the folder in CONTENT/sites/ to build (default: demo), to check alone, or to import into
  --layer LAYER   the folder in CONTENT/layers/ to import into
  --narration DIR build: take clips from here; without it a release has no sound
  --sequence N    the number of the release, which only ever grows (default: 1)
  --films DIR     bring the films that media/films/make_film.py made, DIR/TOPIC/film.webm, into the release
  --fonts DIR     look for fonts here, not where the system keeps them; may be given more than once
  --today DAY     compare dates with this day (2026-11-22), not with the clock
  --only CODE,... tell these only, and let the exit status speak of them
  --json          for programs
  --progress      say on stderr what is done; a terminal is told without asking
  --help, --version

Exit status: 0 all is well (there may be warnings), 1 faults were found, 2 the command line is wrong, 3 built, but
without its site, in which there are faults.
What each code in [brackets] means stands in content/README.md. Colors are left out where NO_COLOR is set.
)";

namespace {

constexpr int leastDpi = 50;
constexpr int mostDpi = 1200;

struct Parser {
    const std::vector<std::string> &words;
    Arguments arguments;
    std::string complaint;
    std::size_t at = 0;

    bool option(const std::string &word);
    bool codes(const std::string &value);
    bool sound(const std::string &word, const std::string &value);
    bool slip(const std::string &word, const std::string &value);
    void narrateKind();
    void verb();
};

std::vector<std::string> split(const std::string &list)
{
    std::vector<std::string> words;
    std::istringstream in(list);
    for (std::string word; std::getline(in, word, ',');)
        words.push_back(word);
    return words;
}

bool wholeNumber(const std::string &value, int &number)
{
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failed == std::errc{} && end == value.data() + value.size() && number > 0;
}

bool Parser::codes(const std::string &value)
{
    std::istringstream list(value);
    for (std::string code; std::getline(list, code, ',');) {
        if (!authoring::isCheckName(code))
            complaint = "There is no check `" + code + "`; `porchlight-content check --list` names them all.";
        arguments.only.push_back(code);
    }
    return !arguments.only.empty();
}

/// What narrate takes besides, and build's folder of clips.
bool Parser::sound(const std::string &word, const std::string &value)
{
    if (arguments.verb == Verb::Build && word == "--narration") {
        arguments.options.narration = value;
        return true;
    }
    if (arguments.verb != Verb::Narrate)
        return false;
    if (word == "--cache")
        arguments.cache = value;
    else if (word == "--languages")
        arguments.languages = split(value);
    else if (word == "--script")
        arguments.script = arguments.scriptTag = value;
    else if (word == "--take")
        arguments.takes = value;
    else if (word == "--into")
        arguments.into = value;
    else
        return false;
    return true;
}

/// What preview-slip takes besides.
bool Parser::slip(const std::string &word, const std::string &value)
{
    PreviewSlip &preview = arguments.preview;
    if (arguments.verb != Verb::Preview)
        return false;
    if (word == "--release")
        preview.release = value;
    else if (word == "--language")
        preview.language = value;
    else if (word == "--design")
        preview.design = value;
    else if (word == "--lines")
        preview.lines = split(value);
    else if (word == "--paper")
        return paperNamed(value, preview.paper);
    else if (word == "--dpi")
        return wholeNumber(value, preview.dpi) && preview.dpi >= leastDpi && preview.dpi <= mostDpi;
    else
        return false;
    return true;
}

/// Which of its three things narrate shall do.
void Parser::narrateKind()
{
    if (!arguments.takes.empty())
        arguments.verb = Verb::Take;
    else if (!arguments.scriptTag.empty())
        arguments.verb = Verb::Script;
    const bool take = arguments.verb == Verb::Take;
    if (take && (arguments.script.empty() || arguments.into.empty() || arguments.into.starts_with("sites/")))
        complaint = "Name the script with --script and the folder of recordings with --into.";
    else if (arguments.verb == Verb::Script && arguments.output.empty())
        complaint = "Say where to write the script with -o.";
    else if (arguments.verb == Verb::Narrate && arguments.cache.empty())
        complaint = "Name the folder of clips with --cache.";
}

/// One option, with its value if it takes one. False: it makes no sense.
bool Parser::option(const std::string &word)
{
    if (word == "--json")
        return arguments.json = true;
    if (word == "--progress")
        return arguments.progress = true;
    if (word == "--code" && arguments.verb == Verb::Preview)
        return arguments.preview.code = true;
    if (word == "--list" && arguments.verb == Verb::Check) {
        arguments.verb = Verb::ListChecks;
        return true;
    }
    if (at == words.size())
        return false;
    const std::string &value = words[at++];
    if (word == "-o" || word == "--output")
        arguments.output = value;
    else if (word == "--site")
        arguments.into = "sites/" + (arguments.site = value);
    else if (word == "--layer" && arguments.verb == Verb::Import)
        arguments.into = "layers/" + value;
    else if (word == "--only" && arguments.verb == Verb::Check)
        return codes(value);
    else if (word == "--films" && arguments.verb == Verb::Build)
        arguments.options.films = value;
    else if (word == "--fonts")
        arguments.options.fontFolders.emplace_back(value);
    else if (word == "--today")
        return (arguments.options.today = content::parseDate(value)).has_value();
    else if (word == "--sequence")
        return wholeNumber(value, arguments.options.sequence);
    else
        return sound(word, value) || slip(word, value);
    return true;
}

void Parser::verb()
{
    static const std::map<std::string, Verb> verbs{{"--help", Verb::Help},         {"-h", Verb::Help},
                                                   {"help", Verb::Help},           {"--version", Verb::Version},
                                                   {"check", Verb::Check},         {"build", Verb::Build},
                                                   {"stats", Verb::Stats},         {"extract", Verb::Extract},
                                                   {"import", Verb::Import},       {"narrate", Verb::Narrate},
                                                   {"preview-slip", Verb::Preview}};
    if (words.empty()) {
        complaint = "Say what to do: check, build, stats, extract, import, narrate, preview-slip, publish, sign, "
                    "promote, withdraw or stick.";
        return;
    }
    const auto it = verbs.find(words[at++]);
    if (it == verbs.end())
        complaint = "There is no command `" + words.front() + "`.";
    else
        arguments.verb = it->second;
}

} // namespace

std::optional<Arguments> parseArguments(const std::vector<std::string> &words, std::string &complaint)
{
    Parser parser{words, {}, {}};
    parser.verb();
    Arguments &arguments = parser.arguments;
    while (parser.complaint.empty() && parser.at < words.size()) {
        const std::string &word = words[parser.at++];
        if (word == "--help" || word == "-h")
            arguments.verb = Verb::Help;
        else if (!word.starts_with('-') && arguments.content.empty() && arguments.verb != Verb::Preview)
            arguments.content = word;
        else if (!word.starts_with('-') && arguments.verb == Verb::Import && arguments.list.empty())
            arguments.list = word;
        else if ((!word.starts_with('-') || !parser.option(word)) && parser.complaint.empty())
            parser.complaint = "`" + word + "` makes no sense here.";
    }
    const bool preview = arguments.verb == Verb::Preview;
    const bool works = arguments.verb != Verb::Help && arguments.verb != Verb::Version &&
                       arguments.verb != Verb::ListChecks && !preview;
    if (parser.complaint.empty() && works && arguments.content.empty())
        parser.complaint = "Name the content folder.";
    if (parser.complaint.empty() && preview && (arguments.preview.language.empty() || arguments.preview.design.empty()))
        parser.complaint = "Name the slip with --language and --design.";
    const bool writes = arguments.verb == Verb::Build || arguments.verb == Verb::Extract || preview;
    if (parser.complaint.empty() && writes && arguments.output.empty())
        parser.complaint = "Say where to write with -o.";
    const bool imports = arguments.verb == Verb::Import;
    if (parser.complaint.empty() && imports && (arguments.list.empty() || arguments.into.empty()))
        parser.complaint = "Name --site or --layer, and the list to import.";
    if (parser.complaint.empty() && arguments.verb == Verb::Narrate)
        parser.narrateKind();
    const bool ofOneSite =
        arguments.verb == Verb::Build || arguments.verb == Verb::Narrate || arguments.verb == Verb::Script;
    if (ofOneSite && arguments.site.empty())
        arguments.site = "demo";
    complaint = parser.complaint;
    if (!complaint.empty())
        return std::nullopt;
    return std::move(arguments);
}

} // namespace porchlight::programs
