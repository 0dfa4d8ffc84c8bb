// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "programs/porchlight/composition.h"
#include "programs/porchlight/frame_mark.h"
#include "programs/porchlight/printers.h"
#include "programs/porchlight/screen_size.h"

#include "device/alsa_jack.h"
#include "device/any_listening.h"
#include "playback/film_loader.h"
#include "store/thread_guard.h"
#include "viewmodels/slip/slip_preview.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Porchlight_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Porchlight_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Porchlight_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Porchlight_PagesPlugin)
Q_IMPORT_QML_PLUGIN(Porchlight_ShellPlugin)

namespace porchlight::programs {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<print::PrintDesk> makeDesk(std::unique_ptr<print::Printer> printer)
{
    return printer ? std::make_unique<print::PrintDesk>(std::move(printer)) : nullptr;
}

} // namespace

void prepareEnvironment()
{
    // The release brings its fonts: fontconfig need not look for others. Without a release it must.
    std::error_code failed;
    const auto share = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path() / "../share/porchlight";
    if (!failed && !qEnvironmentVariableIsSet("FONTCONFIG_FILE") &&
        std::filesystem::exists(share / "content/fonts", failed) &&
        std::filesystem::exists(share / "fonts.conf", failed))
        qputenv("FONTCONFIG_FILE", (share / "fonts.conf").c_str());
    // Without a session bus Qt would start one; without this, Wayland would load a whole graphics stack.
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    if (!qEnvironmentVariableIsSet("QT_WAYLAND_CLIENT_BUFFER_INTEGRATION"))
        qputenv("QT_WAYLAND_CLIENT_BUFFER_INTEGRATION", "none");
    playback::prepareFilmEnvironment();
}

Composition::Composition(const Options &options, const content::Clock &clock, std::unique_ptr<print::Printer> printer,
                         std::optional<viewmodels::Listening::Ways> listening)
    : m_options(options), m_library(store::Shelf(options.root, options.builtIn), clock, options.run),
      m_desk(makeDesk(printer ? std::move(printer) : makePrinter(options.printer))), m_visit("en"),
      m_preview(new viewmodels::SlipPreview),
      m_kiosk(m_visit, clock, m_library, {m_desk.get()}, m_preview, m_translator), m_keypad(options.keys),
      m_keys(options.keys.twoSwitch()), m_sound({options.listening.privateSink, options.listening.loudspeaker}),
      m_listening(m_visit, m_kiosk, listening ? std::move(*listening) : waysToListen())
{
    m_kiosk.film().setPlayer(playback::loadFilmPlayer);
    m_kiosk.film().setStill(!options.motion);
    m_kiosk.film().setVoice(&m_listening);
    QObject::connect(&m_keypad, &device::Keypad::pressed, &m_keys, [this](device::KeyAction action) {
        m_keyJack.take(action);
        m_keys.take(action);
    });
    // The first read begins while QML is still being loaded.
    m_kiosk.start();
    store::forbidOnThisThread();
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.addImageProvider(u"slip"_s, m_preview);
    QCoreApplication::installTranslator(&m_translator);
    QObject::connect(&m_kiosk, &viewmodels::Kiosk::retranslate, &m_engine, &QQmlEngine::retranslate);
}

/// Nothing of sound is loaded before somebody listens.
viewmodels::Listening::Ways Composition::waysToListen()
{
    const qsizetype comma = m_options.listening.jack.indexOf(u',');
    const QString card = m_options.listening.jack.left(comma);
    const QString control = comma < 0 ? QString() : m_options.listening.jack.mid(comma + 1);
    m_jack = std::make_unique<device::AlsaJack>(device::JackControl{card.toStdString(), control.toStdString()});
    viewmodels::Listening::Ways ways;
    m_anyJack =
        std::make_unique<device::AnyListening>(std::vector<device::PrivateListening *>{m_jack.get(), &m_keyJack});
    ways.jack = m_anyJack.get();
    ways.loudspeakerAllowed = !m_options.listening.loudspeaker.isEmpty();
    // Why there is none is not written down: it would tell when somebody listened.
    ways.sound = [this] {
        const auto output = m_sound.output();
        return output ? *output : nullptr;
    };
    return ways;
}

Composition::~Composition()
{
    QCoreApplication::removeTranslator(&m_translator);
    // Reports of a print in progress must find the kiosk alive.
    m_desk.reset();
}

void Composition::start()
{
    QObject::connect(
        &m_kiosk, &viewmodels::Kiosk::ready, &m_engine, [this] { openWindow(); },
        static_cast<Qt::ConnectionType>(Qt::AutoConnection | Qt::SingleShotConnection));
    QObject::connect(&m_calendar, &QTimer::timeout, &m_kiosk, [this] {
        watchShelf(); // it may be there by now, or another one by this name
        m_kiosk.lookAtShelf();
    });
    m_calendar.start(std::chrono::hours{1});
    QObject::connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_kiosk, &viewmodels::Kiosk::lookAtShelf);
    watchShelf();
}

void Composition::openWindow()
{
    const ScreenSize size = screenSize(m_options);
    // The words of "not ready" want a font too.
    if (m_kiosk.health() == viewmodels::Kiosk::Health::NoContent)
        m_kiosk.takeFonts(builtInRelease());
    QVariantMap properties = m_kiosk.shellProperties();
    properties.insert(u"keys"_s, QVariant::fromValue(&m_keys));
    properties.insert(u"pixelsPerMm"_s, size.pixelsPerMm);
    properties.insert(u"motion"_s, m_options.motion);
    properties.insert(u"width"_s, size.pixels.width());
    properties.insert(u"height"_s, size.pixels.height());
    m_engine.setInitialProperties(properties);
    m_engine.load(QUrl(u"qrc:/qt/qml/Porchlight/Shell/Main.qml"_s));
    if (m_engine.rootObjects().isEmpty())
        qFatal("the shell cannot be loaded");
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    // The one that is installed last is asked first: every key is a sign of life, also one that ends in the keypad.
    m_window->installEventFilter(&m_keypad);
    m_window->installEventFilter(&m_kiosk.view());
    m_listening.watch(m_window);
    QObject::connect(m_window, &QQuickWindow::frameSwapped, &m_kiosk, &viewmodels::Kiosk::frameShown);
    QObject::connect(&m_kiosk, &viewmodels::Kiosk::taken, m_window, &QQuickWindow::update);
    if (QGuiApplication::platformName() == u"wayland"_s)
        new FrameMark(m_window->contentItem());
    if (m_options.window.isEmpty()) {
        QGuiApplication::setOverrideCursor(Qt::BlankCursor); // fingers need no arrow
        m_window->showFullScreen();
    } else {
        m_window->show();
    }
}

void Composition::watchShelf()
{
    // The folder, not the link: a link is replaced, not changed.
    const QString folder = QString::fromStdString(m_options.root.string());
    if (!m_watcher.directories().contains(folder) && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
}

int Composition::exitStatus() const
{
    switch (m_kiosk.health()) {
    case viewmodels::Kiosk::Health::Well:
        return Well;
    case viewmodels::Kiosk::Health::OnBuiltIn:
        return OnBuiltIn;
    case viewmodels::Kiosk::Health::NoContent:
        break;
    }
    return NoContent;
}

} // namespace porchlight::programs
