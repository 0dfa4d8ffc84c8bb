// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-thermal/application.h"

#include "print/escpos/find_usb.h"
#include "print/escpos/station.h"
#include "programs/porchlight-thermal/raster_job.h"

#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <map>
#include <memory>
#include <thread>
#include <vector>

#include <pappl/pappl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

// In place of libcups's own, which would ask the network for this machine's name. Nobody has to know it.
const char *httpGetHostname(http_t *, char *name, int size)
{
    std::strncpy(name, "localhost", static_cast<std::size_t>(size - 1));
    name[size - 1] = '\0';
    return name;
}

namespace porchlight::programs {
namespace {

using namespace std::chrono_literals;
namespace escpos = print::escpos;

constexpr auto reachable = 2s;        // for one attempt at a connection
constexpr int jobCancelAfter = 60;    // seconds, where a job does not say
constexpr auto documentPatience = 4s; // from Create-Job to its document
constexpr int shortestMm = 25;
constexpr int defaultMm = 200;
constexpr int longestMm = 2000;
constexpr const char *deviceUri = "porchlight:///printer";

/// All that PAPPL's callbacks need. One for the program.
struct Application {
    explicit Application(const ThermalOptions &given) : options(given) {}

    const ThermalOptions &options;
    pappl_system_t *system = nullptr;
    pappl_printer_t *printer = nullptr;
    std::unique_ptr<escpos::Station> station;
    std::string shortest;
    std::string longest;
    std::string usual;
    std::map<int, escpos::Clock::time_point> waitingSince; ///< jobs without a document
    std::atomic<bool> ending = false;                      ///< jobs end where they are
    std::atomic<bool> ended = false;
};

Application &applicationOf(pappl_job_t *job)
{
    pappl_pr_driver_data_t data;
    papplPrinterGetDriverData(papplJobGetPrinter(job), &data);
    return *static_cast<Application *>(data.extension);
}

// PAPPL opens "the device" for each job, and sleeps 5 s wherever it can't: this one always opens, and the line to the
// printer is the station's own.
bool openNothing(pappl_device_t *, const char *, const char *)
{
    return true;
}
void closeNothing(pappl_device_t *) {}
ssize_t readNothing(pappl_device_t *, void *, size_t)
{
    return -1;
}
ssize_t writeNothing(pappl_device_t *, const void *, size_t)
{
    return -1;
}

void tell(Application &application, const escpos::Status &status)
{
    pappl_preason_t reasons = PAPPL_PREASON_NONE;
    const auto add = [&](bool is, pappl_preason_t reason) {
        if (is)
            reasons |= reason;
    };
    add(!status.reachable || status.condition.offline, PAPPL_PREASON_OFFLINE);
    add(status.condition.coverOpen, PAPPL_PREASON_COVER_OPEN);
    add(status.condition.paperOut, PAPPL_PREASON_MEDIA_EMPTY);
    add(status.condition.paperLow, PAPPL_PREASON_MEDIA_LOW);
    add(status.condition.cutter, PAPPL_PREASON_MEDIA_JAM);
    add(status.condition.hot, PAPPL_PREASON_OTHER);
    papplPrinterSetReasons(application.printer, reasons, PAPPL_PREASON_DEVICE_STATUS & ~reasons);
}

std::optional<escpos::Link> openPrinter(const ThermalOptions &options, const escpos::Stop &stop)
{
    if (options.address.kind != escpos::Address::Kind::Auto)
        return escpos::Link::open(options.address, reachable, stop);
    for (const auto &file : escpos::usbPrinters(options.sys, options.dev)) {
        escpos::Address address;
        address.kind = escpos::Address::Kind::Usb;
        address.place = file;
        if (auto link = escpos::Link::open(address, reachable, stop))
            return link;
    }
    return {};
}

bool startJob(pappl_job_t *job, pappl_pr_options_t *, pappl_device_t *)
{
    papplJobSetData(job, new RasterJob);
    return true;
}

bool startPage(pappl_job_t *job, pappl_pr_options_t *options, pappl_device_t *, unsigned page)
{
    const cups_page_header2_t &header = options->header;
    if (page != 1 || header.cupsBitsPerPixel != 1 || header.cupsBytesPerLine < (header.cupsWidth + 7) / 8)
        return false; // no row is shorter than its width says
    RasterJob &raster = *static_cast<RasterJob *>(papplJobGetData(job));
    raster.begin(header.cupsWidth, static_cast<unsigned>(applicationOf(job).options.model.widthDots()),
                 header.cupsHeight);
    return true;
}

bool writeLine(pappl_job_t *job, pappl_pr_options_t *, pappl_device_t *, unsigned, const unsigned char *line)
{
    if (!papplJobIsCanceled(job))
        static_cast<RasterJob *>(papplJobGetData(job))->addRow(line);
    return true;
}

bool endPage(pappl_job_t *, pappl_pr_options_t *, pappl_device_t *, unsigned)
{
    return true;
}

std::chrono::seconds cancelAfter(pappl_job_t *job)
{
    ipp_attribute_t *attribute = papplJobGetAttribute(job, "job-cancel-after");
    return std::chrono::seconds(attribute ? ippGetInteger(attribute, 0) : jobCancelAfter);
}

/// In one word, what became of a slip that was not printed.
const char *wordOf(escpos::Ended ended)
{
    switch (ended) {
    case escpos::Ended::Printed:
        return "printed";
    case escpos::Ended::Cancelled:
        return "not-in-time";
    case escpos::Ended::NotReachable:
        return "not-reachable";
    case escpos::Ended::Nonsense:
        return "nonsense";
    case escpos::Ended::Stuck:
        return "stuck";
    case escpos::Ended::TooOften:
        return "too-often";
    case escpos::Ended::Unknown:
        return "unknown-whether-printed";
    }
    return "";
}

/// The slip is printed when all of it has come: one that breaks off on its way here never starts.
bool endJob(pappl_job_t *job, pappl_pr_options_t *, pappl_device_t *)
{
    const std::unique_ptr<RasterJob> raster(static_cast<RasterJob *>(papplJobGetData(job)));
    papplJobSetData(job, nullptr);
    if (papplJobIsCanceled(job))
        return true;
    if (!raster->isWhole()) {
        papplJobSetReasons(job, PAPPL_JREASON_DOCUMENT_FORMAT_ERROR, PAPPL_JREASON_NONE);
        return false;
    }
    Application &application = applicationOf(job);
    const auto until = escpos::Clock::now() + cancelAfter(job);
    const escpos::Ended ended = application.station->print(raster->picture(), [&] {
        return papplJobIsCanceled(job) || escpos::Clock::now() >= until || application.ending;
    });
    if (ended == escpos::Ended::Printed || papplJobIsCanceled(job))
        return true;
    papplJobSetMessage(job, "%s", wordOf(ended));
    papplJobSetReasons(job,
                       PAPPL_JREASON_ABORTED_BY_SYSTEM |
                           (ended == escpos::Ended::Unknown ? PAPPL_JREASON_ERRORS_DETECTED : PAPPL_JREASON_NONE) |
                           (ended == escpos::Ended::NotReachable ? PAPPL_JREASON_PRINTER_STOPPED : PAPPL_JREASON_NONE),
                       PAPPL_JREASON_NONE);
    return false;
}

int hundredths(double mm)
{
    return static_cast<int>(std::lround(mm * 100));
}

pappl_media_col_t mediaOf(const Application &application)
{
    const escpos::Model &model = application.options.model;
    pappl_media_col_t media{};
    std::strncpy(media.size_name, application.usual.c_str(), sizeof media.size_name - 1);
    media.size_width = hundredths(model.rollMm);
    media.size_length = hundredths(defaultMm);
    media.left_margin = media.right_margin = hundredths(model.marginMm());
    std::strncpy(media.source, "main-roll", sizeof media.source - 1);
    std::strncpy(media.type, "continuous", sizeof media.type - 1);
    return media;
}

bool describe(pappl_system_t *, const char *, const char *, const char *, pappl_pr_driver_data_t *data,
              ipp_t **attributes, void *context)
{
    Application &application = *static_cast<Application *>(context);
    const escpos::Model &model = application.options.model;
    data->extension = &application;
    data->rstartjob_cb = startJob;
    data->rstartpage_cb = startPage;
    data->rwriteline_cb = writeLine;
    data->rendpage_cb = endPage;
    data->rendjob_cb = endJob;
    std::strncpy(data->make_and_model, model.name.c_str(), sizeof data->make_and_model - 1);
    data->format = "application/vnd.porchlight-none"; // nothing is ever handed through as it comes
    data->kind = PAPPL_KIND_RECEIPT | PAPPL_KIND_ROLL;
    data->ppm = 1;
    data->color_supported = PAPPL_COLOR_MODE_BI_LEVEL | PAPPL_COLOR_MODE_MONOCHROME;
    data->color_default = PAPPL_COLOR_MODE_BI_LEVEL;
    data->quality_default = IPP_QUALITY_NORMAL;
    data->orient_default = IPP_ORIENT_NONE;
    data->raster_types = PAPPL_PWG_RASTER_TYPE_BLACK_1;
    data->force_raster_type = PAPPL_PWG_RASTER_TYPE_BLACK_1;
    data->sides_supported = data->sides_default = PAPPL_SIDES_ONE_SIDED;
    data->num_resolution = 1;
    data->x_resolution[0] = data->y_resolution[0] = data->x_default = data->y_default = model.dotsPerInch;
    data->left_right = hundredths(model.marginMm());
    data->bottom_top = 0;
    data->num_media = 3;
    data->media[0] = application.longest.c_str();
    data->media[1] = application.shortest.c_str();
    data->media[2] = application.usual.c_str();
    data->media_default = data->media_ready[0] = mediaOf(application);
    data->num_source = 1;
    data->source[0] = "main-roll";
    data->num_type = 1;
    data->type[0] = "continuous";
    data->num_vendor = 1;
    data->vendor[0] = "job-cancel-after";
    *attributes = ippNew();
    ippAddInteger(*attributes, IPP_TAG_PRINTER, IPP_TAG_INTEGER, "job-cancel-after-default", jobCancelAfter);
    ippAddRange(*attributes, IPP_TAG_PRINTER, "job-cancel-after-supported", 1, 600);
    return true;
}

std::string mediaName(const char *kind, double width, int length)
{
    return "custom_" + std::string(kind) + "_" + std::to_string(std::lround(width)) + "x" + std::to_string(length) +
           "mm";
}

/// Cancels jobs whose document never comes: whoever made them has gone, and nobody else could print.
bool clearAway(pappl_system_t *, void *context)
{
    Application &application = *static_cast<Application *>(context);
    std::vector<int> waiting;
    papplPrinterIterateActiveJobs(
        application.printer,
        [](pappl_job_t *job, void *found) {
            if (papplJobGetState(job) == IPP_JSTATE_HELD || papplJobGetState(job) == IPP_JSTATE_PENDING)
                static_cast<std::vector<int> *>(found)->push_back(papplJobGetID(job));
        },
        &waiting, 1, 0);
    std::map<int, escpos::Clock::time_point> since;
    for (const int id : waiting) {
        const auto seen = application.waitingSince.find(id);
        since[id] = seen == application.waitingSince.end() ? escpos::Clock::now() : seen->second;
        if (pappl_job_t *job = papplPrinterFindJob(application.printer, id);
            job && escpos::Clock::now() - since[id] > documentPatience)
            papplJobCancel(job);
    }
    application.waitingSince = std::move(since);
    // Left to itself PAPPL cleans once, a minute after a job, and stops at the first that is younger: then all stay.
    papplSystemCleanJobs(application.system);
    return true;
}

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

/// PAPPL's own handler lets jobs go on for a minute, and is missed when it comes between two waits.
void endWhenTold(Application &application)
{
    const sigset_t signals = endSignals();
    int which = 0;
    sigwait(&signals, &which);
    if (application.ended)
        return;
    application.ending = true;
    papplSystemShutdown(application.system);
    // A caller wakes the system; what it waits for besides may take a minute.
    const auto patience = escpos::Clock::now() + 3s;
    const std::string path = application.options.socket.string();
    while (!application.ended && escpos::Clock::now() < patience) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        const int caller = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        (void)connect(caller, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        std::this_thread::sleep_for(50ms);
        close(caller);
    }
    if (application.ended)
        return;
    unlink(path.c_str());
    _exit(0);
}

} // namespace

int serve(const ThermalOptions &options)
{
    constexpr int notBegun = 1;
    Application application(options);
    std::signal(SIGPIPE, SIG_IGN); // a line that breaks shows itself in what write() returns
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // in all threads: one waits for them
    application.shortest = mediaName("min", options.model.rollMm, shortestMm);
    application.longest = mediaName("max", options.model.rollMm, longestMm);
    application.usual = mediaName("slip", options.model.rollMm, defaultMm);

    const auto spool = options.socket.parent_path() / "spool";
    // PAPPL looks for a DNS-SD service on the system's message bus, whatever it is told: there is no such bus for it.
    setenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:", 1);
    // Nobody but the folder's own may enter, from the first moment on: the library makes sockets open to all.
    umask(0077);
    application.system = papplSystemCreate(PAPPL_SOPTIONS_NO_TLS, "porchlight-thermal", 0, nullptr, spool.c_str(), "-",
                                           PAPPL_LOGLEVEL_FATAL, nullptr, false);
    if (!application.system || !papplSystemAddListeners(application.system, options.socket.c_str())) {
        std::cerr << "porchlight-thermal: can't listen at " << options.socket.string() << '\n';
        return notBegun;
    }
    chmod(options.socket.c_str(), 0660);

    papplDeviceAddScheme("porchlight", PAPPL_DEVTYPE_CUSTOM_LOCAL, nullptr, openNothing, closeNothing, readNothing,
                         writeNothing, nullptr, nullptr);
    static pappl_pr_driver_t driver{"receipt", "Receipt printer", nullptr, nullptr};
    papplSystemSetPrinterDrivers(application.system, 1, &driver, nullptr, nullptr, describe, &application);
    application.printer = papplPrinterCreate(application.system, 0, "slip", "receipt", nullptr, deviceUri);
    if (!application.printer) {
        std::cerr << "porchlight-thermal: the printer's description was refused\n";
        papplSystemDelete(application.system);
        return notBegun;
    }
    papplPrinterSetMaxActiveJobs(application.printer, 1);
    papplPrinterSetMaxCompletedJobs(application.printer, 1);
    papplPrinterSetReasons(application.printer, PAPPL_PREASON_OFFLINE, PAPPL_PREASON_NONE);
    application.station = std::make_unique<escpos::Station>(
        options.model, [&](const escpos::Stop &stop) { return openPrinter(options, stop); }, escpos::Patience{},
        [&](const escpos::Status &status) { tell(application, status); });

    papplSystemAddTimerCallback(application.system, 0, 1, clearAway, &application);
    std::thread ender([&] { endWhenTold(application); });
    papplSystemRun(application.system);

    unlink(options.socket.c_str());
    application.station.reset();
    if (!application.ending) { // it ended by itself: nobody will tell
        application.ended = true;
        kill(getpid(), SIGTERM);
    }
    papplSystemDelete(application.system);
    application.ended = true;
    ender.join();
    return 0;
}

} // namespace porchlight::programs
