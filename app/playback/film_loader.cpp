// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/film_loader.h"

#include <QCoreApplication>
#include <QPluginLoader>

#include <filesystem>

namespace porchlight::playback {

using namespace Qt::StringLiterals;

namespace {

void setDefault(const char *name, const QByteArray &value)
{
    if (!qEnvironmentVariableIsSet(name))
        qputenv(name, value);
}

} // namespace

void prepareFilmEnvironment()
{
    // The other backend stops at every film on some machines.
    setDefault("QT_MEDIA_BACKEND", "gstreamer");
    // It would keep a list of its plug-ins in a file; there, nobody can make one, and it looks anew each time.
    setDefault("GST_REGISTRY", "/proc/porchlight/none");
    setDefault("GST_REGISTRY_FORK", "no");
    std::error_code failed;
    const auto folder =
        std::filesystem::read_symlink("/proc/self/exe", failed).parent_path() / "../lib/porchlight/gstreamer";
    if (!failed && std::filesystem::is_directory(folder, failed))
        setDefault("GST_PLUGIN_SYSTEM_PATH", QByteArray::fromStdString(folder.lexically_normal().string()));
}

FilmPlayer *loadFilmPlayer(QObject *parent)
{
    QPluginLoader loader(QCoreApplication::applicationDirPath() + u"/../lib/porchlight/plugins/porchlight-film.so"_s);
    auto *plugin = qobject_cast<FilmPlugin *>(loader.instance());
    // That there is none is not written down: it would tell when somebody opened a film. --self-test says it.
    return plugin ? plugin->create(parent) : nullptr;
}

} // namespace porchlight::playback
