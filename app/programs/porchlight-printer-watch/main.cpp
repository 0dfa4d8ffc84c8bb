// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks office printers for their state and tells it to the local CUPS, where the kiosk, which has no network, reads it.
#include "print/office/printer_watch.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

#include <getopt.h>

using namespace porchlight::print;

namespace {

constexpr int someNeedHelp = 1;
constexpr int wrongUsage = 2;

constexpr const char *help = R"(Usage: porchlight-printer-watch [OPTION...]

Asks the printers behind the local CUPS queues, again and again, whether they have paper and are well, and writes the
answer into the queue, where the kiosk finds it. Starts a queue again that stopped by itself; leaves one alone that
somebody has paused.

  --queue NAME      only this queue; may be given several times (default: all with an IPP printer)
  --socket PATH     of CUPS (default: /run/cups/cups.sock)
  --tick SECONDS    how often, 1 to 3600 (default: 10)
  --once            ask each printer once, print a line for each, write nothing
  --help            this page

Exit status: 0 when ended by a signal, or with --once when all printers are well; 1 with --once when some are not, or
CUPS does not answer; 2 on wrong use.
)";

struct Arguments {
    WatchOptions watch;
    bool once = false;
};

/// Ends the program for --help and for what it can't understand.
Arguments parse(int argc, char *argv[])
{
    enum Option { Queue = 1, Socket, Tick, Once, Help };
    static constexpr option options[] = {
        {"queue", required_argument, nullptr, Queue}, {"socket", required_argument, nullptr, Socket},
        {"tick", required_argument, nullptr, Tick},   {"once", no_argument, nullptr, Once},
        {"help", no_argument, nullptr, Help},         {}};
    const auto wrong = [](const char *what) {
        if (what)
            std::fprintf(stderr, "porchlight-printer-watch: %s\n", what);
        std::fputs("porchlight-printer-watch: see --help\n", stderr);
        std::exit(wrongUsage);
    };
    Arguments arguments;
    for (int found = 0; (found = getopt_long(argc, argv, "", options, nullptr)) != -1;) {
        switch (found) {
        case Queue:
            arguments.watch.queues.emplace_back(optarg);
            break;
        case Socket:
            arguments.watch.socketPath = optarg;
            if (arguments.watch.socketPath[0] != '/')
                wrong("--socket takes a path that begins with /");
            break;
        case Tick: {
            constexpr int longest = 3600;
            int seconds = 0;
            const char *end = optarg + std::strlen(optarg);
            if (const auto read = std::from_chars(optarg, end, seconds);
                read.ec != std::errc{} || read.ptr != end || seconds < 1 || seconds > longest)
                wrong("--tick takes 1 to 3600 seconds");
            arguments.watch.tick = std::chrono::seconds(seconds);
            break;
        }
        case Once:
            arguments.once = true;
            break;
        case Help:
            std::fputs(help, stdout);
            std::exit(EXIT_SUCCESS);
        default:
            wrong(nullptr);
        }
    }
    if (optind < argc)
        wrong("it takes no arguments but its options");
    return arguments;
}

void say(const std::string &line)
{
    std::fprintf(stderr, "porchlight-printer-watch: %s\n", line.c_str());
}

int askOnce(const WatchOptions &options)
{
    const auto answers = PrinterWatch(options, say).askOnce({});
    bool well = !answers.empty() && (options.queues.empty() || answers.size() == options.queues.size());
    for (const auto &[queue, words] : answers) {
        std::string line = queue + ":";
        for (const std::string &word : words)
            line += " " + word;
        std::puts(words.empty() ? (line + " ready").c_str() : line.c_str());
        well = well && (words.empty() || words == std::vector<std::string>{"media-low"});
    }
    return well ? EXIT_SUCCESS : someNeedHelp;
}

} // namespace

int main(int argc, char *argv[])
{
    const Arguments arguments = parse(argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    int status = EXIT_SUCCESS;
    if (arguments.once) {
        status = askOnce(arguments.watch);
    } else {
        sigset_t ends;
        sigemptyset(&ends);
        sigaddset(&ends, SIGTERM);
        sigaddset(&ends, SIGINT);
        pthread_sigmask(SIG_BLOCK, &ends, nullptr); // before the first thread, so that all have it
        std::jthread watch([&](const std::stop_token &stop) { PrinterWatch(arguments.watch, say).run(stop); });
        int signal = 0;
        sigwait(&ends, &signal);
        watch.request_stop();
        watch.join();
    }
    std::fflush(nullptr);
    std::_Exit(status); // a thread may still hang at a printer: nobody waits for it
}
