// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the kiosk's reading thread does before a page stands: for two stores in turn, so that a busy machine is as busy
// for the one as for the other. Prints medians in microseconds.
//
// usage: bench_opening ROUNDS STORE STORE    (or: bench_opening 1 STORE, for counting instructions of one opening)
#include "store/reader.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

using namespace porchlight;
using content::Extent;

namespace {

using Figures = std::map<std::string, std::vector<double>>;

template <class Work> auto timed(std::vector<double> &figures, Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    auto result = work();
    figures.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
    if (!result) {
        std::fprintf(stderr, "%s\n", result.fault().describe().c_str());
        std::exit(1);
    }
    return *std::move(result);
}

content::Result<std::shared_ptr<const content::Edition>> firstPage(const std::string &file)
{
    const auto reader = store::Reader::open(file);
    if (!reader)
        return reader.fault();
    return reader->edition(reader->info().defaultLanguage, reader->info().newestDate, Extent::FirstPage);
}

/// The language in the middle of the list: neither the first nor the last in the store.
void readLanguage(const std::string &file, Figures &figures)
{
    const auto reader = store::Reader::open(file);
    const auto first = *firstPage(file);
    const std::string tag = first->languages[first->languages.size() / 2].tag;
    const auto day = first->release.newestDate;
    const auto lists = timed(figures["lists"], [&] { return reader->edition(tag, day, Extent::Lists); });
    const std::string topic = lists->topics.begin()->first;
    timed(figures["lists_with_topic"], [&] { return reader->edition(tag, day, Extent::Lists, topic); });
    timed(figures["whole"], [&] { return reader->edition(tag, day); });
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 2 ? std::atoi(argv[1]) : 0;
    if (rounds < 1)
        return 2;
    const std::vector<std::string> files(argv + 2, argv + argc);
    std::vector<Figures> figures(files.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < files.size(); ++i) {
            timed(figures[i]["first_page"], [&] { return firstPage(files[i]); });
            if (files.size() > 1)
                readLanguage(files[i], figures[i]);
        }
    for (std::size_t i = 0; i < files.size(); ++i)
        for (auto &[name, values] : figures[i]) {
            std::nth_element(values.begin(), values.begin() + static_cast<long>(values.size() / 2), values.end());
            std::printf("%zu %s %.1f\n", i, name.c_str(), values[values.size() / 2]);
        }
    return 0;
}
