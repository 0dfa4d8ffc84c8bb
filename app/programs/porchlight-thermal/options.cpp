// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight-thermal/options.h"

#include "print/escpos/model_file.h"

namespace porchlight::programs {

const char *const thermalHelp =
    R"(Usage: porchlight-thermal [OPTION...]

Makes one receipt printer (ESC/POS, 58 or 80 mm) an IPP printer behind a UNIX socket.

  --socket FILE    where it listens (/run/porchlight-thermal/ipp.sock); who may enter its folder may print
  --device DEVICE  auto (default): the first USB printer that speaks ESC/POS; it may come and go
                   usb:/dev/usb/lp0
                   tcp:192.168.1.20[:9100]
                   serial:/dev/ttyUSB0[,BAUD[,rtscts|xonxoff]]
  --model FILE     what is special about the printer: /usr/share/porchlight/thermal/models
  --width 58|80    millimetres of the roll, for a printer without a model (80)
  --help           this page
  --version

The printer must answer status requests: without its word nobody knows whether a slip came out.
)";

content::Result<ThermalOptions> parseThermalOptions(const std::vector<std::string> &words)
{
    const auto wrong = [](const std::string &where, const std::string &what) {
        return content::Fault{"thermal-options", where, what, "See porchlight-thermal --help."};
    };
    ThermalOptions options;
    std::string model;
    bool width = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string &name = words[at];
        if (name == "--help" || name == "--version") {
            options.verb = name == "--help" ? ThermalOptions::Verb::Help : ThermalOptions::Verb::Version;
            return options;
        }
        const bool known = name == "--socket" || name == "--device" || name == "--model" || name == "--width" ||
                           name == "--sys" || name == "--dev";
        if (!known)
            return wrong(name, "There is no such option.");
        if (++at == words.size() || words[at].empty())
            return wrong(name, "Its value is missing.");
        const std::string &value = words[at];
        if (name == "--socket") {
            options.socket = value;
            if (!options.socket.is_absolute())
                return wrong(name, "\"" + value + "\" is no absolute path.");
        } else if (name == "--device") {
            auto address = print::escpos::parseAddress(value);
            if (!address)
                return address.fault();
            options.address = *address;
        } else if (name == "--model") {
            model = value;
        } else if (name == "--sys") {
            options.sys = value;
        } else if (name == "--dev") {
            options.dev = value;
        } else {
            if (value != "58" && value != "80")
                return wrong(name, "\"" + value + "\" is no width of a roll: 58 or 80.");
            options.model = print::escpos::receiptPrinter(value == "58" ? 58 : 80);
            width = true;
        }
    }
    if (!model.empty()) {
        if (width)
            return wrong("--width", "The model says how wide the roll is.");
        auto read = print::escpos::readModel(model);
        if (!read)
            return read.fault();
        options.model = *read;
    }
    return options;
}

} // namespace porchlight::programs
